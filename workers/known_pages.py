"""A reply in, what was made of the same bytes before or is made of them now, out. I/O: a shelf.

Taking a page apart costs a hundred times what reading its text back does. What was made of it
holds for the same URL, the same answer and the same extractor; rules and thresholds come after it.
"""

import hashlib
import zlib
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from pydantic import TypeAdapter

from service.domain import Page, Reply, Unread
from workers.extracting import extract
from workers.fetching.cache import FolderShelf
from workers.fetching.cache.freshness import NOT_KEPT, directives
from workers.versions import EXTRACTOR_VERSION

MAGIC: Final = b"SPP1"
MAX_UNPACKED: Final = 128_000_000  # bytes; more was never put here by us
_DIGEST: Final = 32  # bytes of SHA-256


@dataclass(frozen=True, slots=True)
class KnownPages:
    """Pages beside the answers that they were made of. Only successes are kept.

    What its host lets nobody keep is taken apart each time. ``version`` names the extractor.
    """

    shelf: FolderShelf
    version: str = EXTRACTOR_VERSION

    def __call__(self, reply: Reply) -> Page | Unread:
        """Give the page, as ``extract`` does."""
        if not _is_keepable(reply):
            return extract(reply)
        key = self._key(reply)
        blob = self.shelf.get_now(key)
        known = None if blob is None else _unpacked(blob)
        if known is not None:
            return replace(known, retrieved_at=reply.retrieved_at)
        page = extract(reply)
        if isinstance(page, Page):
            self.shelf.put_now(key, _packed(page))
        return page

    def _key(self, reply: Reply) -> str:
        kept = sorted(
            (name, value)
            for name, value in reply.headers.items()
            if name not in NOT_KEPT and name != "date"
        )
        told = (self.version, reply.url, reply.final_url, reply.status, kept)
        content = hashlib.sha256(reply.content).hexdigest()
        return hashlib.sha256(f"page\n{told!r}\n{content}".encode()).hexdigest()


def _is_keepable(reply: Reply) -> bool:
    said = directives(reply.headers).keys()
    return not said & {"no-store", "private"} and "set-cookie" not in reply.headers


@cache
def _page() -> TypeAdapter[Page]:
    return TypeAdapter(Page)  # milliseconds to make, and few runs keep pages


def _packed(page: Page) -> bytes:
    body = zlib.compress(_page().dump_json(page), 1)
    return MAGIC + hashlib.sha256(body).digest() + body


def _unpacked(blob: bytes) -> Page | None:
    """Read a page; ``None`` where the bytes are not one, or not whole."""
    start = len(MAGIC) + _DIGEST
    body = blob[start:]
    if blob[:start] != MAGIC + hashlib.sha256(body).digest():
        return None
    try:
        return _page().validate_json(zlib.decompressobj().decompress(body, MAX_UNPACKED))
    except (ValueError, zlib.error):
        return None
