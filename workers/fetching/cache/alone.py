"""An Ask that gives kept answers, however old, and makes no request. I/O: a shelf."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import httpx2

from service.domain import Access, SignName, Unread, sign
from workers.fetching.answers import Setback
from workers.fetching.asking import Answered
from workers.fetching.cache.asking import ROBOTS, answered, kept_for, key_of
from workers.fetching.cache.shelf import Shelf

OFFLINE: Final = "offline: no request was made"
# No rules, and nothing that a memory of rules would keep: nobody was asked.
UNASKED: Final = 403


@dataclass(frozen=True, slots=True)
class ShelfAlone:
    """The cache without the web. ``scope`` names the guard's policy."""

    shelf: Shelf
    scope: str

    async def __call__(
        self,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        *,
        max_bytes: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answered | Setback:
        """Give what is kept of the URL; else say that nobody was asked."""
        if url.path == ROBOTS:
            return Setback(Unread(str(url), Access.REFUSED, OFFLINE, status=UNASKED))
        if not headers:
            kept = await kept_for(self.shelf, key_of(self.scope, url), client)
            if kept is not None:
                return answered(kept, max_bytes)
        seen = (sign(SignName.OFFLINE, "yes"),)
        return Setback(Unread(str(url), Access.REFUSED, OFFLINE, signs=seen))
