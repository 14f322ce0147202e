"""Takes the URLs that an article points to; gives its sources, each once. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.domain import Access, Limit, SignName, Source, SuppliedSource, Unread, sign
from service.errors import TooLarge
from workers.reading.unwrapping import Unwrapped, unwrap
from workers.reading.urls import url_identity

_MOST_CITED = 10_000  # each is listed in the report, read or not, with a finding of its own


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources in order of first citation, those supplied last, and limits hit."""

    cited: tuple[Source, ...]
    supplied: tuple[Source, ...]
    ids: dict[str, str]  # identity of a URL -> source id
    limits: tuple[Limit, ...] = ()

    def id_of(self, url: str) -> str:
        """Give the id of the source that a cited URL stands for."""
        return self.ids[url_identity(url)]


def list_sources(
    urls: Iterable[str], supplied: Sequence[SuppliedSource], *, max_sources: int
) -> SourceList:
    """List the sources; those beyond the limit are listed, but will not be read.

    Raises ``TooLarge`` for more than a report can list.
    """
    first = _each_once(urls)
    if len(first) > _MOST_CITED:
        raise TooLarge(
            f"The article cites {len(first):,} sources; a report lists at most {_MOST_CITED:,}."
        )
    ids = {identity: f"s{number}" for number, identity in enumerate(first, start=1)}
    room = max(max_sources - len(supplied), 0)
    cited = tuple(
        Source(id=ids[identity], url=found.url, archived_url=found.archived_url)
        for identity, found in first.items()
    )
    added = tuple(
        Source(f"s{number}", source.url, source.label, source.private)
        for number, source in enumerate(supplied, start=len(ids) + 1)
    )
    refused = (*cited[room:], *added[max_sources:])
    return SourceList(
        (*cited[:room], *(_refused(s, max_sources) for s in cited[room:])),
        (*added[:max_sources], *(_refused(s, max_sources) for s in added[max_sources:])),
        ids,
        (_limit(len(refused), max_sources),) if refused else (),
    )


def _each_once(urls: Iterable[str]) -> dict[str, Unwrapped]:
    """Give each page by its identity, at the first address that names it, and a snapshot of it."""
    first: dict[str, Unwrapped] = {}
    for url in dict.fromkeys(urls):
        found = unwrap(url)
        known = first.setdefault(url_identity(url), found)
        if known.archived_url is None and found.archived_url is not None:
            first[url_identity(url)] = replace(known, archived_url=found.archived_url)
    return first


def _refused(source: Source, limit: int) -> Source:
    obstacle = f"Not read: the article cites more than {limit:,} sources, the limit."
    signs = (sign(SignName.SOURCE_LIMIT, limit),)
    outcome = Unread(
        source.url, Access.REFUSED, obstacle, archived_url=source.archived_url, signs=signs
    )
    return replace(source, outcome=outcome)


def _limit(count: int, limit: int) -> Limit:
    return Limit("max_sources", limit, f"{count:,} sources beyond the limit were not read.")
