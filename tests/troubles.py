"""Ready-made troubles, each a route of the scripted local web. Pure."""

import socket
import struct
import zlib
from collections.abc import Callable

from web import Answer, Asked

_GZIP = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"  # RFC 1952: no name, no time, packed hardest


def hang(asked: Asked) -> None:
    """Take the request and say nothing until the web closes."""
    asked.closing.wait(120)


def slow_drip(asked: Asked) -> None:
    """Send one byte every 50 ms, without an end in sight."""
    asked.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
    while not asked.closing.wait(0.05):
        asked.connection.sendall(b"x")


def endless_headers(asked: Asked) -> None:
    """Send header lines without an end."""
    asked.connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(20_000):
        asked.connection.sendall(f"X-Filler-{number}: {'y' * 200}\r\n".encode())


def reset(asked: Asked) -> None:
    """Break the connection off with a TCP reset."""
    linger = struct.pack("ii", 1, 0)
    asked.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    asked.connection.close()


def cut_short(asked: Asked) -> None:
    """Promise 10,000 bytes and send 20."""
    asked.connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n<p>only a beginning</p>"
    )


def not_http(asked: Asked) -> None:
    """Answer in something that is not HTTP."""
    asked.connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")


def redirect(target: str, status: int = 302, **headers: str) -> Answer:
    """Send the caller on; a loop is a redirect to itself or back."""
    return Answer(b"", status, {"Location": target, **headers})


def gzip_bomb(megabytes: int = 512) -> Answer:
    """A small gzip body that unpacks to ``megabytes`` of spaces."""
    spaces, head = b" " * 1_000_000, b"<html><body><p>"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush nothing refers to what was before, so that one part stands for all.
    part = packer.compress(spaces) + packer.flush(zlib.Z_FULL_FLUSH)
    check = zlib.crc32(head)
    for _ in range(megabytes):
        check = zlib.crc32(spaces, check)
    size = len(head) + megabytes * len(spaces)
    body = _GZIP + first + part * megabytes + packer.flush() + struct.pack("<II", check, size)
    return Answer(body, headers={"Content-Encoding": "gzip"})


def huge_body(megabytes: int = 64) -> Callable[[Asked], None]:
    """A plain body of ``megabytes``, sent without a stated length."""

    def route(asked: Asked) -> None:
        asked.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
        block = b"word " * 200_000
        for _ in range(megabytes):
            asked.connection.sendall(block)

    return route


def empty_page() -> Answer:
    """A 200 with a page that says nothing."""
    return Answer(b"<!doctype html><html><head><title></title></head><body></body></html>")


def status(code: int, body: str = "", **headers: str) -> Answer:
    """A bare status with a short body; header names take "_" for "-"."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer((body or f"<h1>{code}</h1>").encode(), code, named)


def rate_limited(retry_after: str = "120") -> Answer:
    """A 429 that names its time."""
    return Answer(b"slow down", 429, {"Retry-After": retry_after})


def robots(*disallowed: str, agent: str = "*") -> Answer:
    """A robots.txt that forbids these paths."""
    lines = [f"User-agent: {agent}", *(f"Disallow: {path}" for path in disallowed)]
    return Answer("\n".join(lines).encode(), headers={"Content-Type": "text/plain"})


def article(title: str, *paragraphs: str, head: str = "", language: str = "en") -> str:
    """A plain news page: a headline and paragraphs, ready to be served."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}</article><footer>Imprint</footer></body></html>"
    )


def broken_charset() -> Answer:
    """A page in windows-1251 that says it is UTF-8."""
    text = (
        "Городской совет утвердил бюджет на следующий год. Расходы вырастут на семь "
        "процентов, сообщила мэрия в понедельник вечером. Депутаты спорили три часа."
    )
    body = f"<html><head><title>Бюджет</title></head><body><p>{text}</p></body></html>"
    return Answer(body.encode("cp1251"), headers={"Content-Type": "text/html; charset=utf-8"})


def wrong_type() -> Answer:
    """A readable page that calls itself a stream of octets."""
    text = article("Harbour reopens", "The harbour reopened on Monday after repairs. " * 12)
    return Answer(text.encode(), headers={"Content-Type": "application/octet-stream"})


def picture() -> Answer:
    """An image: nothing to read."""
    return Answer(b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, headers={"Content-Type": "image/png"})


def login_form() -> str:
    """A page that asks for a password and shows nothing else."""
    return (
        "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1>"
        "<form method='post' action='/session'><label>E-mail <input name='email'></label>"
        "<label>Password <input type='password' name='password'></label>"
        "<button>Sign in</button></form></body></html>"
    )


def bot_wall() -> str:
    """A page that wants proof of a human."""
    return (
        "<!doctype html><html><head><title>Just a moment...</title>"
        "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate'></script></head>"
        "<body><h1>Checking your browser before you proceed</h1>"
        "<noscript>Enable JavaScript and cookies to continue</noscript></body></html>"
    )


def not_found_page() -> str:
    """A missing page that answers 200."""
    return (
        "<!doctype html><html><head><title>Page not found</title></head>"
        "<body><h1>Page not found</h1><p>The page you asked for has moved or never was.</p>"
        "<p><a href='/'>Home</a></p></body></html>"
    )
