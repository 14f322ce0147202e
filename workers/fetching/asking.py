"""One GET, no redirect followed: a URL in, an answer with its body or a setback out. I/O."""

from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol

import anyio
import httpx2

from service.domain import Access, SignName, Unread, sign
from workers.fetching.answers import TELLING, Setback, setback_of
from workers.fetching.failures import setback_from
from workers.fetching.refreshing import refresh_of

EXCERPT = 64_000  # bytes of a refusal that are looked at
EXCERPT_SECONDS = 3.0
NOT_MODIFIED = 304
CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as it came: lower-case header names, the body decoded.

    A redirect has no body, nor has the 304 that a conditional request may bring.
    ``is_whole`` is false where the body was cut at the limit.
    ``received_at`` is when it came from its host, or its host last said that it holds.
    """

    url: httpx2.URL
    status: int
    headers: dict[str, str]
    content: bytes = b""
    is_whole: bool = True
    received_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def location(self) -> str | None:
        """Where it redirects to: by its head, or as a page that only sends on."""
        if self.status in REDIRECTS:
            return self.headers.get("location")
        target = refresh_of(self.content, self.headers.get("content-type", ""))
        return None if target in {None, str(self.url)} else target


class BrokenOff(Exception):
    """The time was up in the midst of an exchange; only a replay knows that beforehand."""


class Ask(Protocol):
    """How one GET is made: ``ask`` itself, or what stands before it (a cache, a recording)."""

    async def __call__(
        self,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        *,
        max_bytes: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answered | Setback:
        """Ask for a URL; ``headers`` are sent beside those of the client."""


async def ask(
    client: httpx2.AsyncClient,
    url: httpx2.URL,
    *,
    max_bytes: int,
    headers: Mapping[str, str] | None = None,
) -> Answered | Setback:
    """Ask for a URL and read at most ``max_bytes`` of its decoded body.

    Never raises for what the web does.
    """
    try:
        async with client.stream("GET", url, headers=headers) as response:
            if response.status_code == NOT_MODIFIED and _is_conditional(headers):
                return Answered(response.url, NOT_MODIFIED, dict(response.headers))
            return await _received(response, max_bytes)
    except Exception as err:  # noqa: BLE001  one bad source never sinks the rest
        return setback_from(str(url), err)


def _is_conditional(headers: Mapping[str, str] | None) -> bool:
    return any(name.lower() in CONDITIONS for name in headers or ())


async def _received(response: httpx2.Response, max_bytes: int) -> Answered | Setback:
    headers = dict(response.headers)
    head = Answered(response.url, response.status_code, headers)
    if head.location is not None:
        return head
    excerpt = await _excerpt(response)
    setback = setback_of(str(response.url), response.status_code, headers, excerpt)
    if setback is not None:
        return replace(setback, headers=headers, body=excerpt)
    content, is_whole = await _body(response.aiter_bytes(), max_bytes)
    return Answered(response.url, response.status_code, headers, content, is_whole)


async def _excerpt(response: httpx2.Response) -> bytes:
    """Read the beginning of a refusal, whose status alone does not tell what it is.

    Whatever goes wrong with it, the head has said enough.
    """
    if response.status_code not in TELLING:
        return b""
    with anyio.move_on_after(EXCERPT_SECONDS), suppress(Exception):
        return (await _body(response.aiter_bytes(), EXCERPT))[0]
    return b""


async def _body(chunks: AsyncIterator[bytes], max_bytes: int) -> tuple[bytes, bool]:
    """Gather chunks up to the limit. A packed bomb is unpacked no further than that."""
    content = bytearray()
    async for chunk in chunks:
        content += chunk
        if len(content) > max_bytes:
            return bytes(content[:max_bytes]), False
    return bytes(content), True


def too_large(url: str, max_bytes: int) -> Unread:
    """Say that a body went over the limit, in bytes."""
    words = f"the page is larger than {max_bytes / 1_000_000:g} MB"
    return Unread(url, Access.TOO_LARGE, words, signs=(sign(SignName.SIZE_LIMIT, max_bytes),))


def cookie_state(client: httpx2.AsyncClient) -> str:
    """Tell the cookies of a client apart from those it had before. For comparing only.

    By the jar, for ``cookies.items()`` raises where two hosts of one chain set the same name.
    """
    return str(sorted((c.domain, c.path, c.name, c.value or "") for c in client.cookies.jar))
