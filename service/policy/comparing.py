"""Two reports in, what has changed from one to the other and why, out. Pure.

Statements are the same where their words are, wherever they stand; those said twice are
paired in their order. Sources are the same where their address is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from service.domain import Access, Assessment, Report, Source
from service.domain.addresses import same_page_key
from service.policy.identity import normal_text


class Why(StrEnum):
    """Why a verdict may have become another; several may hold."""

    SOURCE_NOW_READ = "source_now_read"
    SOURCE_NO_LONGER_READ = "source_no_longer_read"
    SOURCE_TEXT_CHANGED = "source_text_changed"
    SOURCE_ADDED = "source_added"
    SOURCE_REMOVED = "source_removed"
    CHECKED_BY_ANOTHER_VERSION = "checked_by_another_version"


@dataclass(frozen=True, slots=True)
class ChangedVerdict:
    """A statement of both reports that is judged otherwise, and what may have done it."""

    before: Assessment
    after: Assessment
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class ChangedSource:
    """A source whose access or text is another; ``None`` where it is absent."""

    url: str
    before: Access | None
    after: Access | None
    text_changed: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What has changed between two reports, in the order of the later article."""

    before: Report
    after: Report
    changed: tuple[ChangedVerdict, ...]
    added: tuple[Assessment, ...]
    removed: tuple[Assessment, ...]
    unchanged: int
    sources: tuple[ChangedSource, ...]


def compare(before: Report, after: Report) -> Comparison:
    """Tell what has changed from ``before`` to ``after``."""
    pairs, added, removed = paired(before.assessments, after.assessments)
    changed = tuple(
        ChangedVerdict(old, new, tuple(_why(old, new, before, after)))
        for old, new in pairs
        if old.verdict is not new.verdict
    )
    sources = tuple(_changed_sources(before, after))
    return Comparison(before, after, changed, added, removed, len(pairs) - len(changed), sources)


def paired(
    before: Iterable[Assessment], after: Iterable[Assessment]
) -> tuple[
    tuple[tuple[Assessment, Assessment], ...], tuple[Assessment, ...], tuple[Assessment, ...]
]:
    """Pair the statements of equal words; then those added and those removed."""
    waiting: dict[str, list[Assessment]] = defaultdict(list)
    for old in before:
        waiting[normal_text(old.statement.text)].append(old)
    pairs, added = [], []
    for new in after:
        same = waiting[normal_text(new.statement.text)]
        if same:
            pairs.append((same.pop(0), new))
        else:
            added.append(new)
    removed = (old for left in waiting.values() for old in left)
    return tuple(pairs), tuple(added), tuple(removed)


def _why(old: Assessment, new: Assessment, before: Report, after: Report) -> Iterator[Why]:
    was, now = _cited(old, before), _cited(new, after)
    seen: set[Why] = set()
    for key in was.keys() | now.keys():
        seen.update(_why_of(was.get(key), now.get(key)))
    if before.versions != after.versions:
        seen.add(Why.CHECKED_BY_ANOTHER_VERSION)
    yield from (why for why in Why if why in seen)


def _why_of(was: Source | None, now: Source | None) -> Iterator[Why]:
    if was is None or now is None:
        yield Why.SOURCE_ADDED if was is None else Why.SOURCE_REMOVED
    elif was.page is None or now.page is None:
        if now.page is not None:
            yield Why.SOURCE_NOW_READ
        if was.page is not None:
            yield Why.SOURCE_NO_LONGER_READ
    elif was.page.text != now.page.text:
        yield Why.SOURCE_TEXT_CHANGED


def _cited(assessment: Assessment, report: Report) -> dict[str, Source]:
    cited = set(assessment.statement.citations)
    return {_key(source): source for source in report.sources if source.id in cited}


def _changed_sources(before: Report, after: Report) -> Iterator[ChangedSource]:
    was = {_key(source): source for source in before.sources}
    now = {_key(source): source for source in after.sources}
    for key in (*now, *(key for key in was if key not in now)):
        old, new = was.get(key), now.get(key)
        text_changed = Why.SOURCE_TEXT_CHANGED in _why_of(old, new)
        was_access, is_access = _access(old), _access(new)
        if old is None or new is None or was_access is not is_access or text_changed:
            url = (new or old or _NOWHERE).url
            yield ChangedSource(url or "", was_access, is_access, text_changed)


def _access(source: Source | None) -> Access | None:
    return None if source is None else source.access


def _key(source: Source) -> str:
    """Name a source by its page; one without an address by its label or text."""
    if source.url is not None:
        return same_page_key(source.url) or source.url
    text = source.page.text if source.page is not None else ""
    return f"text:{source.label or text}"


_NOWHERE = Source("")
