"""What was read of each page in a run: read once, for however many articles cite it. Pure: memory.

A page goes by its URL without a fragment. A feed alone is read by its fragment, which names one
of its entries, so what was read of it holds for no other.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from service.domain import Page, Unread
from workers.fetching.flights import Flights

T = TypeVar("T")
_MISSING = object()
BY_FRAGMENT = "feed"  # the kind of page whose text depends on the fragment


class Readings:
    """What was read, by page and by how it was read. For one event loop."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, object], dict[str, Any]] = {}
        self._under_way: Flights[bool] = Flights()

    async def share(
        self,
        names: Sequence[str],
        read: object,
        work: Callable[[Sequence[str]], Awaitable[dict[str, T]]],
    ) -> dict[str, T]:
        """Give what was read of a page under each of its names, doing the work if need be.

        Who asks while it is being read gets what comes of that. ``names`` differ in their
        fragments alone; ``read`` tells one way of reading from another.
        """
        key = (names[0].partition("#")[0], read)

        async def read_missing() -> bool:
            missing = [name for name in names if self._recall(key, name) is _MISSING]
            if missing:
                self._kept.setdefault(key, {}).update(await work(missing))
            return True

        while True:
            found = {name: self._recall(key, name) for name in names}
            if _MISSING not in found.values():
                return found
            await self._under_way.share(key, read_missing)

    def _recall(self, key: tuple[str, object], name: str) -> Any:  # noqa: ANN401  what was read
        known = self._kept.get(key, {})
        if name in known:
            return known[name]
        for other in known.values():
            if isinstance(other, Unread) or (isinstance(other, Page) and other.kind != BY_FRAGMENT):
                return replace(other, url=name)
        return _MISSING
