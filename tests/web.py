"""A scripted local web for tests: routes in, answers over real loopback sockets out. I/O."""

import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a route sends: a body, a status, and headers over the default ones."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0  # seconds before the first byte


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the local web saw it. ``host`` is the Host header without its port."""

    method: str
    host: str
    path: str
    headers: Mapping[str, str]  # lower-case names
    body: bytes
    at: float  # time.monotonic()
    connection: socket.socket
    closing: threading.Event


Route = Answer | str | bytes | Callable[[Asked], Answer | None]


class LocalWeb:
    """A web of many host names on one loopback port.

    Routes go by (host, path); a host of "*" answers for every name. A route is an
    ``Answer``, a str (HTML), bytes (HTML as they are), or a callable that gets the
    request and returns an ``Answer``, or writes to ``asked.connection`` itself and
    returns ``None``. What has no route is a 404. A query string is part of the path,
    but a route without one answers for any.
    """

    def __init__(
        self, routes: Mapping[tuple[str, str], Route] | None = None, *, ip: str = "127.0.0.1"
    ) -> None:
        self.ip = ip
        self.routes: dict[tuple[str, str], Route] = dict(routes or {})
        self.asked: list[Asked] = []
        self._closing = threading.Event()
        self._server = _Server((ip, 0), _Handler)
        self._server.web = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go whatever hangs, and stop."""
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """The bare address, as "http://127.0.0.1:41234"."""
        return f"http://{self.ip}:{self.port}"

    def add(self, url: str, route: Route) -> str:
        """Serve ``route`` at a URL of any host name, and return that URL."""
        parts = urlsplit(url)
        path = parts.path or "/"
        if parts.query:
            path += f"?{parts.query}"
        self.routes[(parts.hostname or "*", path)] = route
        return url

    def page(self, url: str, body: str | bytes, *, media_type: str = HTML, **headers: str) -> str:
        """Serve a body under a media type, and return the URL."""
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.add(url, Answer(raw, headers={"Content-Type": media_type, **named}))

    def resolve(self, *hosts: str) -> tuple[str, ...]:
        """The "host=http://ip:port" pairs for these hosts, by default all that have routes."""
        names = hosts or tuple(dict.fromkeys(host for host, _ in self.routes if host != "*"))
        return tuple(f"{name}={self.address}" for name in names)

    def environ(self, *hosts: str) -> dict[str, str]:
        """The environment in which Sourceproof finds this web."""
        return {
            "SOURCEPROOF_RESOLVE": ",".join(self.resolve(*hosts)),
            "SOURCEPROOF_ALLOW_NETWORKS": "127.0.0.0/8",
        }

    def count(self, url: str) -> int:
        """How often a URL was asked for."""
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return sum(1 for a in self.asked if (a.host, a.path) == (parts.hostname, path))

    def answer(self, asked: Asked) -> Answer | None:
        self.asked.append(asked)
        bare = asked.path.partition("?")[0]
        for host in (asked.host, "*"):
            for path in (asked.path, bare):
                if (host, path) in self.routes:
                    return _answer(self.routes[(host, path)], asked)
        return Answer(b"<h1>Not here</h1>", 404)


def _answer(route: Route, asked: Asked) -> Answer | None:
    if callable(route):
        return route(asked)
    if isinstance(route, str):
        return Answer(route.encode(), headers={"Content-Type": HTML})
    if isinstance(route, bytes):
        return Answer(route, headers={"Content-Type": "text/html"})
    return route


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256
    web: LocalWeb

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: a client that goes away is part of the play."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def _serve(self) -> None:
        web = self.server.web
        self.close_connection = True
        length = int(self.headers.get("Content-Length") or 0)
        asked = Asked(
            method=self.command,
            host=self.headers.get("Host", "").rsplit(":", 1)[0],
            path=self.path,
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
            at=time.monotonic(),
            connection=self.connection,
            closing=web._closing,
        )
        answer = web.answer(asked)
        if answer is not None:
            self._send(answer, asked)

    do_GET = do_POST = do_HEAD = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815  the library's names

    def _send(self, answer: Answer, asked: Asked) -> None:
        if answer.delay:
            asked.closing.wait(answer.delay)
        headers = {"Content-Type": HTML, "Content-Length": str(len(answer.body))}
        headers |= dict(answer.headers)
        lines = [f"HTTP/1.1 {answer.status} Scripted", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        asked.connection.sendall(head + (b"" if asked.method == "HEAD" else answer.body))

    def log_message(self, *_: object) -> None:
        """Stay silent."""
