"""Hosts that hang, break off, babble, or send without an end."""

import troubles
from web import Answer, Asked

from faultweb.fault import MAX_BYTES, TIMEOUT, Fault, fault
from service.domain import Access, SignName

A, S = Access, SignName


def hang_in_body(asked: Asked) -> None:
    """Send the head and a beginning, and then nothing until the web closes."""
    asked.connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<p>Well"
    )
    asked.closing.wait(120)


def hang_in_head(asked: Asked) -> None:
    """Send half of the head, and then nothing until the web closes."""
    asked.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Ty")
    asked.closing.wait(120)


def huge_header(asked: Asked) -> None:
    """Send one header of a megabyte."""
    asked.connection.sendall(b"HTTP/1.1 200 OK\r\nX-Filler: " + b"y" * 1_000_000 + b"\r\n\r\n<p>x")


def bad_chunks(asked: Asked) -> None:
    """Promise chunks and send what are none."""
    asked.connection.sendall(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nno chunk\r\n0\r\n\r\n"
    )


def two_lengths(asked: Asked) -> None:
    """State two lengths of one body, as smuggled requests do."""
    asked.connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 7\r\n\r\n<p>hello"
    )


def nothing(asked: Asked) -> None:
    """Close without a word."""


def packed(*codings: str, body: bytes = b"?") -> Answer:
    return Answer(body, headers={"Content-Encoding": ", ".join(codings)})


_BROKEN = "broken off, or not HTTP"

CONNECTIONS: tuple[Fault, ...] = (
    fault("hang before the head", troubles.hang, A.TIMEOUT, S.TIME_LIMIT, f"{TIMEOUT:g}"),
    fault("hang in the head", hang_in_head, A.TIMEOUT, S.TIME_LIMIT, f"{TIMEOUT:g}"),
    fault("hang in the body", hang_in_body, A.TIMEOUT, S.TIME_LIMIT, f"{TIMEOUT:g}"),
    fault("slow drip", troubles.slow_drip, A.TIMEOUT, S.TIME_LIMIT, f"{TIMEOUT:g}"),
    fault("endless headers", troubles.endless_headers, A.DEAD, S.CONNECTION, _BROKEN),
    fault("huge header", huge_header, A.DEAD, S.CONNECTION, _BROKEN),
    fault("reset", troubles.reset, A.DEAD, S.CONNECTION, "broken off"),
    fault("closed without a word", nothing, A.DEAD, S.CONNECTION, _BROKEN),
    fault("cut short", troubles.cut_short, A.DEAD, S.CONNECTION, _BROKEN),
    fault("bad chunks", bad_chunks, A.DEAD, S.CONNECTION, _BROKEN),
    fault("two lengths", two_lengths, A.DEAD, S.CONNECTION, _BROKEN),
    fault("not HTTP", troubles.not_http, A.DEAD, S.CONNECTION, _BROKEN),
    fault("gzip bomb", troubles.gzip_bomb(64), A.TOO_LARGE, S.SIZE_LIMIT, str(MAX_BYTES)),
    fault("huge body", troubles.huge_body(16), A.TOO_LARGE, S.SIZE_LIMIT, str(MAX_BYTES)),
    fault("false gzip", packed("gzip", body=b"plain"), A.UNSUPPORTED_TYPE, S.CONTENT_ENCODING),
    fault("gzip upon gzip", packed(*["gzip"] * 9), A.UNSUPPORTED_TYPE, S.CONTENT_ENCODING),
    fault("brotli unasked", packed("br"), A.UNSUPPORTED_TYPE, S.CONTENT_ENCODING, "br"),
)
