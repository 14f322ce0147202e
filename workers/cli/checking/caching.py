"""``--cache``: where answers and pages are kept, and how a report tells of it. I/O: a folder."""

from dataclasses import replace

from service.domain import Limit, Page, Reading
from service.errors import UsageError
from workers.archived import Read
from workers.cli.configuration import Configuration
from workers.collecting import cache_size
from workers.extracting import extract
from workers.fetching import Commons
from workers.fetching.cache import FolderShelf
from workers.known_pages import KnownPages

OFFLINE = "offline"  # the limit of a run that made no request


def open_cache(configuration: Configuration) -> tuple[Commons, Read]:
    """Open what the drafts of a run have in common, and how pages are read. Raises UsageError.

    Nothing is kept but by ``--cache``: a draft's sources are looked at as they are now, unless
    its author says otherwise.
    """
    if configuration.cache is None:
        return Commons(), extract
    if configuration.cache.exists() and not configuration.cache.is_dir():
        raise UsageError(f"--cache {configuration.cache}: this is no folder")
    shelf = FolderShelf(configuration.cache, cache_size(configuration.settings))
    return Commons(shelf=shelf), KnownPages(shelf)


def as_kept(reading: Reading) -> Reading:
    """Say of a run without requests how old what it read is."""
    moments = [
        source.page.retrieved_at
        for source in reading.sources
        if isinstance(source.outcome, Page) and source.page and source.page.retrieved_at
    ]
    if not moments:
        return reading
    note = (
        f"Offline: {len(moments):,} of {len(reading.sources):,} sources are as the cache has them, "
        f"the oldest of {min(moments):%Y-%m-%d}. They may read otherwise by now."
    )
    return replace(reading, limits=(*reading.limits, Limit(OFFLINE, len(moments), note)))
