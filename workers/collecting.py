"""A submission in, its Reading out, every source read or with the reason why not. I/O.

The first half of a check, shared by the command and by the task.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Protocol

import anyio.to_thread

from service.domain import (
    Access,
    DraftMarks,
    Page,
    Reading,
    Reply,
    Source,
    Submission,
    SuppliedSource,
    Unread,
)
from service.errors import UnreadableArticle
from service.settings import Settings
from workers.archived import CopyReader, OnSource, Read, read_sources
from workers.ending import TIME_BUDGET, Ending, TimeBudget
from workers.extracting import extract, page_from_text
from workers.extracting.marks import Beside, read_marks
from workers.fetching import Commons, Fetcher, FetchPolicy
from workers.fetching.archives import Archives
from workers.fetching.cache.shelf import DAY, ShelfSize
from workers.reading import read_article

OnArticle = Callable[[Reading], None]
OnSources = Callable[[int], None]


class Limits(Protocol):
    """How much of an article is read; ``Settings`` fits."""

    @property
    def max_article_bytes(self) -> int:
        """Bytes of a draft; more is refused."""

    @property
    def max_sources(self) -> int:
        """Sources of one article; those beyond are not read, and the report says so."""

    @property
    def max_statements(self) -> int:
        """Statements of one article; those beyond are not checked, and the report says so."""


def fetch_policy(settings: Settings, *, offline: bool = False) -> FetchPolicy:
    """Take from the settings what the fetcher needs to know."""
    return FetchPolicy(
        timeout=settings.fetch_timeout,
        connect_timeout=settings.fetch_connect_timeout,
        max_bytes=settings.fetch_max_bytes,
        max_redirects=settings.fetch_max_redirects,
        concurrency=settings.fetch_concurrency,
        per_host=settings.fetch_per_host,
        robots=settings.fetch_robots,
        host_rate=settings.fetch_host_rate,
        user_agent=settings.user_agent,
        allow_networks=settings.allow_networks,
        resolve=settings.resolve,
        offline=offline,
    )


def open_commons(settings: Settings) -> Commons:
    """Open what all fetchers of a service have in common.

    On a Redis that other workers may use too, it is shared through that. The embedded
    broker has one worker alone: what it keeps is kept in the data directory, and not in
    the broker's own file of all that was ever put into it.
    """
    size = cache_size(settings) if settings.fetch_cache else None
    broker = settings.broker_url or ""
    if broker.startswith(("redis://", "rediss://")):
        return Commons.on_redis(broker, size)
    return Commons() if size is None else Commons.in_folder(settings.data_dir / "answers", size)


def cache_size(settings: Settings) -> ShelfSize:
    """Take from the settings how much is kept, and how long; never past the retention."""
    days = min(settings.fetch_cache_days, settings.retention_days)
    return ShelfSize(settings.fetch_cache_bytes, days * DAY)


async def collect(
    submission: Submission,
    fetcher: Fetcher,
    *,
    settings: Limits,
    archives: tuple[str, ...] = (),
    on_article: OnArticle | None = None,
    on_sources: OnSources | None = None,
    on_source: OnSource | None = None,
    time_budget: float | None = None,
) -> Reading:
    """Read the article, fetching it first where only its URL is given, and then its sources.

    ``on_article`` is given the article before any source is read, in a thread, for it may
    wait; ``on_sources`` is told once how many are to be fetched, ``on_source`` of each as it
    is done. What is not read within ``time_budget`` seconds is a timeout, and a limit of the
    reading says so. ``archives`` are the templates of those that are asked for a page that is
    gone. Raises UnreadableArticle or TooLarge for the article; a source never raises.
    """
    reading = await read_draft(submission, fetcher, settings=settings)
    if on_article is not None:
        await anyio.to_thread.run_sync(on_article, reading)
    return await read_cited(
        reading,
        fetcher,
        archives=archives,
        on_sources=on_sources,
        on_source=on_source,
        ending=TimeBudget.of(time_budget),
    )


async def read_draft(
    submission: Submission, fetcher: Fetcher, *, settings: Limits, beside: Beside | None = None
) -> Reading:
    """Read the article, fetching it first where only its URL is given, and no source yet.

    Raises UnreadableArticle or TooLarge.
    """
    whole = await _with_content(submission, fetcher)
    return await anyio.to_thread.run_sync(partial(read_content, whole, settings, beside))


def read_content(whole: Submission, settings: Limits, beside: Beside | None = None) -> Reading:
    """Read an article whose content is there. Raises UnreadableArticle or TooLarge."""
    reading = read_article(
        whole,
        max_bytes=settings.max_article_bytes,
        max_sources=settings.max_sources,
        max_statements=settings.max_statements,
    )
    sources = _with_supplied(reading.sources, whole.sources)
    return replace(reading, sources=sources, marks=_marks(whole, beside))


async def collect_unread(
    reading: Reading,
    fetcher: Fetcher,
    *,
    settings: Limits,
    archives: tuple[str, ...] = (),
    on_sources: OnSources | None = None,
    on_source: OnSource | None = None,
    time_budget: float | None = None,
) -> Reading:
    """Read again what a reading could not read, and leave the rest as it is; see ``collect``."""
    limits = tuple(limit for limit in reading.limits if limit.name != TIME_BUDGET)
    asked = [s.id for s in reading.sources if s.url and isinstance(s.outcome, Unread)]
    again = frozenset(asked[: settings.max_sources])
    sources = tuple(replace(s, outcome=None) if s.id in again else s for s in reading.sources)
    return await read_cited(
        replace(reading, sources=sources, limits=limits),
        fetcher,
        archives=archives,
        on_sources=on_sources,
        on_source=on_source,
        ending=TimeBudget.of(time_budget),
    )


async def read_cited(
    reading: Reading,
    fetcher: Fetcher,
    *,
    ending: Ending,
    archives: tuple[str, ...] = (),
    on_sources: OnSources | None = None,
    on_source: OnSource | None = None,
    read: Read = extract,
) -> Reading:
    """Fetch the sources that have a URL and no outcome yet, and read them; see ``collect``."""
    sources = reading.sources
    cited = {s.url: s for s in sources if s.outcome is None and s.url is not None}
    if on_sources is not None:
        on_sources(len(cited))
    copies = CopyReader(Archives(fetcher, archives), reading.article.published_at, read)
    outcomes = await read_sources(
        cited, fetcher, copies, on_source=on_source, scope=ending.scope, read=read
    )
    left_out = len(cited) - len(outcomes)
    done = tuple(_with_outcome(source, outcomes, ending) for source in sources)
    limits = (ending.limit(left_out),) if left_out else ()
    return replace(reading, sources=done, limits=(*reading.limits, *limits))


def _marks(whole: Submission, beside: Beside | None) -> DraftMarks:
    content = whole.content or b""
    return read_marks(content, media_type=whole.media_type, url=whole.url, beside=beside)


def run_collecting(work: Coroutine[object, object, Reading]) -> Reading:
    """Run what collects in a loop of its own, and give its reading.

    It is handed over beside the task: at the end of ``asyncio.run`` CPython 3.11 writes
    out the task with its result (``signal.getsignal`` looks for the handler of Ctrl-C in
    an enum, whose error tells what it was given), 160 MB for a long draft.
    """
    kept: list[Reading] = []

    async def keep() -> None:
        kept.append(await work)

    asyncio.run(keep())
    return kept[0]


async def _with_content(submission: Submission, fetcher: Fetcher) -> Submission:
    if submission.content is not None:
        return submission
    if submission.url is None:
        raise UnreadableArticle("neither a text nor a URL was given", pointer="/article")
    outcome = await fetcher.fetch(submission.url, private=True)  # a draft is nobody else's
    if isinstance(outcome, Unread):
        raise UnreadableArticle(
            f"the article could not be read ({outcome.access}: {outcome.obstacle})",
            pointer="/article/url",
        )
    return _from_reply(submission, outcome)


def _from_reply(submission: Submission, reply: Reply) -> Submission:
    """Take the draft from the reply; relative links hold from where it was found at last."""
    return replace(
        submission,
        content=reply.content,
        media_type=reply.headers.get("content-type"),
        url=reply.final_url,
    )


def _with_supplied(
    sources: tuple[Source, ...], supplied: tuple[SuppliedSource, ...]
) -> tuple[Source, ...]:
    """Give the sources supplied as text their pages; supplied ones stand last, in order."""
    first = len(sources) - len(supplied)
    return (
        *sources[:first],
        *(_page_of(s, given) for s, given in zip(sources[first:], supplied, strict=True)),
    )


def _page_of(source: Source, given: SuppliedSource) -> Source:
    if source.outcome is not None or given.text is None:
        return source
    return replace(source, outcome=page_from_text(given))


def _with_outcome(source: Source, outcomes: dict[str, Page | Unread], ending: Ending) -> Source:
    if source.outcome is not None or source.url is None:
        return source
    late = Unread(source.url, Access.TIMEOUT, ending.words, signs=(ending.sign,))
    return replace(source, outcome=outcomes.get(source.url, late))
