"""A request in, its answer out or an error of the tree; tried again where that is safe. I/O."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import Any, TypedDict, TypeVar, Unpack
from urllib.parse import urlsplit

import httpx2
import stamina
from pydantic import TypeAdapter, ValidationError

from service.client.errors import (
    ClientError,
    FieldAtFault,
    LimitReached,
    NotReady,
    Refused,
    UnexpectedAnswer,
    Unreachable,
    kind_of,
)

PROBLEM_TYPE = "application/problem+json"
USER_AGENT = "sourceproof-client"

ATTEMPTS = 5
# No longer wait for the next attempt is worth it; a service that asks for more is told on.
LONGEST_WAIT = 60.0  # seconds
CONNECT = 10.0  # seconds
ANSWER = 60.0  # seconds between two parts of an answer
FIRST_REFUSAL, FIRST_REDIRECT = 400, 300
BUSY = 503

A = TypeVar("A")

# Errors before a byte of the request was sent: nothing can have been done.
_NEVER_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)


class Again(Enum):
    """When a request that got no answer may be sent once more."""

    ALWAYS = "asked twice, it does what it does asked once"
    IF_NEVER_SENT = "it may have been obeyed although no answer came"


class Sent(TypedDict, total=False):
    """What a request may carry, by the names of httpx2."""

    params: Mapping[str, str]
    json: object
    data: Mapping[str, str]
    files: Mapping[str, tuple[str, bytes]]
    headers: Mapping[str, str]


class _Key(httpx2.Auth):
    """Puts the key on each request; a client that is shown does not show it."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        request.headers["authorization"] = f"Bearer {self._secret}"
        yield request


class Transport:
    """Requests to one service. Safe to share between threads."""

    def __init__(
        self, server: str, api_key: str | None, transport: httpx2.BaseTransport | None = None
    ) -> None:
        self.server = checked_server(server)
        if api_key is not None and not (api_key.isascii() and api_key.isprintable()):
            raise ValueError("A key holds printable ASCII characters alone.")
        self._http = httpx2.Client(
            base_url=self.server,
            auth=_Key(api_key) if api_key else None,
            headers={"user-agent": USER_AGENT},
            timeout=httpx2.Timeout(ANSWER, connect=CONNECT),
            # A redirect could carry the draft and the key to somebody else.
            follow_redirects=False,
            transport=transport,
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def send(
        self, method: str, path: str, again: Again = Again.ALWAYS, **sent: Unpack[Sent]
    ) -> httpx2.Response:
        """Send a request, up to five times where that is safe, and give the answer below 400."""
        waits = stamina.retry_context(
            on=lambda err: _wait_after(err, again), attempts=ATTEMPTS, timeout=None
        )
        for attempt in waits:
            with attempt:
                return self._send(method, path, sent)
        raise AssertionError("stamina raises where no attempt returned")

    def _send(self, method: str, path: str, sent: Sent) -> httpx2.Response:
        try:
            answer = self._http.request(method, path, **sent)
        except httpx2.HTTPError as err:
            raise self._unreachable(err) from err
        raise_for(answer)
        return answer

    @contextmanager
    def stream(
        self, path: str, headers: Mapping[str, str], quiet: float
    ) -> Iterator[httpx2.Response]:
        """Open a stream that may be quiet for so many seconds. Never tried again here."""
        timeout = httpx2.Timeout(quiet, connect=CONNECT)
        try:
            with self._http.stream("GET", path, headers=headers, timeout=timeout) as answer:
                if answer.status_code >= FIRST_REDIRECT:
                    answer.read()
                raise_for(answer)
                yield answer
        except httpx2.HTTPError as err:
            raise self._unreachable(err) from err

    def _unreachable(self, err: httpx2.HTTPError) -> ClientError:
        # The words of httpx2 tell of sockets; the kind is what helps, and the cause is chained.
        words = "took too long" if isinstance(err, httpx2.TimeoutException) else "does not answer"
        if isinstance(err, httpx2.DecodingError | httpx2.RemoteProtocolError):
            words = "broke off, or speaks no HTTP"
        return Unreachable(f"{self.server} {words} ({type(err).__name__}).")


def read(answer: httpx2.Response, kind: type[A]) -> A:
    """Read a JSON answer as one of the nouns. Raises UnexpectedAnswer."""
    try:
        return TypeAdapter(kind).validate_json(answer.content)
    except ValidationError as err:
        raise UnexpectedAnswer(
            f"{answer.url.host} answered {answer.status_code} with what is no {kind.__name__}."
        ) from err


def raise_for(answer: httpx2.Response) -> None:
    """Raise the error of an answer that is a redirect, or from 400 on."""
    status = answer.status_code
    if FIRST_REDIRECT <= status < FIRST_REFUSAL:
        raise UnexpectedAnswer(f"{answer.url.host} sends on to somewhere else ({status}).")
    if status < FIRST_REFUSAL:
        return
    told = _problem_of(answer)
    request_id = answer.headers.get("x-request-id")
    raise kind_of(status)(
        status,
        str(told.get("title", answer.reason_phrase)),
        str(told.get("detail", f"{answer.url.host} answered {status}.")),
        kind=str(told.get("type", "about:blank")),
        fields=tuple(_field_of(each) for each in told.get("errors") or ()),
        request_id=request_id,
        retry_after=_seconds(answer.headers.get("retry-after")),
    )


def _problem_of(answer: httpx2.Response) -> dict[str, Any]:
    """Give the problem document; nothing where a proxy answered with a page of its own."""
    if answer.headers.get("content-type", "").partition(";")[0] != PROBLEM_TYPE:
        return {}
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _field_of(told: Mapping[str, object]) -> FieldAtFault:
    return FieldAtFault(
        str(told.get("pointer", "")), str(told.get("detail", "")), str(told.get("in", "body"))
    )


def _seconds(retry_after: str | None) -> float | None:
    """Read Retry-After in seconds; this service never writes a date (RFC 9110, 10.2.3)."""
    is_number = retry_after is not None and retry_after.isascii() and retry_after.isdecimal()
    return float(retry_after[:9]) if retry_after is not None and is_number else None


def _wait_after(err: Exception, again: Again) -> bool | float:
    """Say whether to send once more, and after how many seconds where the service says so."""
    if isinstance(err, Unreachable):
        return again is Again.ALWAYS or isinstance(err.__cause__, _NEVER_SENT)
    is_put_off = isinstance(err, LimitReached) or (isinstance(err, NotReady) and err.status == BUSY)
    if not is_put_off or not isinstance(err, Refused):
        return False
    if err.retry_after is None:
        return True
    return err.retry_after <= LONGEST_WAIT and max(err.retry_after, 0.1)


def checked_server(server: str) -> str:
    """Give the address without a slash at its end. Raises ValueError with the reason."""
    try:
        parts = urlsplit(server)
        host, _ = parts.hostname, parts.port
    except ValueError as err:
        raise ValueError("The server is no URL.") from err
    if parts.scheme not in {"http", "https"} or not host:
        raise ValueError("The server is given as http://host or https://host.")
    if parts.username is not None or parts.password is not None:
        raise ValueError("The server's address must hold no user name or password.")
    if parts.query or parts.fragment:
        raise ValueError("The server's address must hold no query.")
    return server.rstrip("/")
