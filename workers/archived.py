"""Cited sources in, each read, or its nearest good snapshot, or why not, out. I/O.

Between fetching, which finds pages and snapshots, and extracting, which reads them.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import anyio
import anyio.to_thread

from service.domain import Access, Page, Reply, Source, Unread
from workers.extracting import extract
from workers.extracting.earlier import with_earlier
from workers.extracting.toolbars import without_toolbar
from workers.fetching import Fetcher
from workers.fetching.archives import Archives, Snapshot
from workers.fetching.mementos import Memento, in_utc, original_of

# What an archive may help with: the page is gone, or its host does not answer. Where a
# site says no (robots.txt, a wall, a login, a refusal), a copy would get round its word.
LOST = frozenset({Access.DEAD, Access.SOFT_404, Access.TIMEOUT})
GOOD = frozenset({Access.OK, Access.PARTIAL_TEXT})
# Of an article without a date the newest copy is read. Archives answer a date to come with
# it (RFC 7089, section 4.5.3), and the same question each time can be replayed.
LATEST = datetime(2099, 12, 31, tzinfo=UTC)
_LOG = logging.getLogger(__name__)
OnSource = Callable[[str, Page | Unread], None]
Read = Callable[[Reply], Page | Unread]
READERS = 2  # snapshots taken apart at a time


class CopyReader:
    """Reads copies of the pages of one article, each as near to ``near`` as there is one."""

    def __init__(self, archives: Archives, near: datetime | None, read: Read = extract) -> None:
        self._archives = archives
        self._read = read
        self._near = near or LATEST
        self._readers = anyio.CapacityLimiter(READERS)

    def may_help(self, outcome: Page | Unread, url: str, *, is_private: bool) -> bool:
        """Whether a copy is to be looked for.

        The snapshot that the article links to is what it cites, so it is read whatever
        stands before the page.
        """
        if isinstance(outcome, Page):
            return self._has_changed(outcome, url, is_private=is_private)
        linked = outcome.archived_url is not None
        return linked or self._may_ask(outcome, url, is_private=is_private)

    async def read(self, original: Unread, url: str, *, is_private: bool) -> Page | Unread:
        """Give the page as the nearest good copy shows it, or ``original``."""

        async def take(snapshot: Snapshot) -> Page | None:
            page = await self._extracted(snapshot)
            if isinstance(page, Unread) or page.access not in GOOD:
                return None
            return _copy(page, original, snapshot)

        page = None
        if original.archived_url is not None:
            memento = Memento(original.archived_url)
            linked = await self._archives.read(url, memento, private=is_private)
            page = None if linked is None else await take(linked)
        if page is None and self._may_ask(original, url, is_private=is_private):
            page = await self._archives.find(url, self._near, take)
        return page or original

    def _may_ask(self, original: Unread, url: str, *, is_private: bool) -> bool:
        """Whether archives are asked; they are told of no source that is private."""
        return original.access in LOST and not is_private and self._archives.know_of(url)

    def _has_changed(self, page: Page, url: str, *, is_private: bool) -> bool:
        """Whether a page states that it was written or changed after the article citing it."""
        dates = [date for date in (page.published_at, page.modified_at) if date is not None]
        is_newer = any(in_utc(date) > in_utc(self._near) for date in dates)
        # Pages of a PDF are numbered by offsets, and nothing else states when it changed.
        is_read = page.access in GOOD and page.kind == "html"
        return is_newer and is_read and not is_private and self._archives.know_of(url)

    async def read_earlier(self, page: Page, url: str) -> Page:
        """Put behind a page what its copy nearest to the article's date says besides."""

        async def take(snapshot: Snapshot) -> Page | None:
            copy = await self._extracted(snapshot)
            if isinstance(copy, Unread) or copy.access not in GOOD:
                return None
            whole = with_earlier(page, copy)
            if whole is page:
                return page
            return replace(whole, archived_url=snapshot.url, archived_at=snapshot.at)

        return await self._archives.find(url, self._near, take) or page

    async def _extracted(self, snapshot: Snapshot) -> Page | Unread:
        reply = replace(snapshot.reply, content=without_toolbar(snapshot.reply.content))
        return await anyio.to_thread.run_sync(self._read, reply, limiter=self._readers)


def _copy(page: Page, original: Unread, snapshot: Snapshot) -> Page:
    """Tell of a copy that it is one, and what stood before the page itself."""
    whole = page.access is Access.OK
    canonical = page.canonical_url
    return replace(
        page,
        url=original.url,
        access=Access.ARCHIVED_COPY_USED if whole else page.access,
        canonical_url=canonical and (original_of(canonical) or canonical),
        archived_url=snapshot.url,
        archived_at=snapshot.at,
        obstacle=page.obstacle or f"The page itself: {original.obstacle}",
        signs=(*original.signs, *page.signs),
    )


async def _looked_for(
    copies: CopyReader, known: Page | Unread, url: str, *, is_private: bool
) -> Page | Unread:
    """Read the copy that may help; a fault of ours there leaves what is known of the page."""
    try:
        if isinstance(known, Unread):
            return await copies.read(known, url, is_private=is_private)
        return await copies.read_earlier(known, url)
    except Exception:  # noqa: BLE001  ours; what is known of the page itself stands
        _LOG.exception("a copy could not be looked for")
        return known


async def read_sources(
    cited: Mapping[str, Source],
    fetcher: Fetcher,
    copies: CopyReader,
    *,
    on_source: OnSource | None = None,
    scope: anyio.CancelScope,
    read: Read = extract,
) -> dict[str, Page | Unread]:
    """Fetch and read what is cited, by URL; what is not done when ``scope`` ends is absent.

    The page itself is always tried first. A copy is looked for as soon as it is known to
    be lost or changed, while others are still read; what time leaves without one stays what
    it was.
    """
    outcomes: dict[str, Page | Unread] = {}
    waiting: dict[str, Page | Unread] = {}

    def tell(url: str, outcome: Page | Unread) -> None:
        outcomes[url] = outcome
        if on_source is not None:
            on_source(url, outcome)

    async def look_for_copy(url: str) -> None:
        found = await _looked_for(copies, waiting[url], url, is_private=cited[url].private)
        del waiting[url]
        tell(url, found)

    with scope:
        async with anyio.create_task_group() as tasks:

            def keep(url: str, outcome: Page | Unread) -> None:
                known = replace(outcome, archived_url=cited[url].archived_url)
                if copies.may_help(known, url, is_private=cited[url].private):
                    waiting[url] = known
                    tasks.start_soon(look_for_copy, url)
                else:
                    tell(url, known)

            private = {url for url, source in cited.items() if source.private}
            await fetcher.read_all(cited, read, on_done=keep, private=private)
    for url, known in waiting.items():
        tell(url, known)
    return outcomes
