"""A new revision's report and the one before in, what receivers are told of sources out. Pure.

Only what a reader would miss counts: a passage that verdicts rested on and that reads
otherwise or is gone, or its page. What moved, and what changed beside it, is noise here.
Private sources are not spoken of.
"""

import json
from collections.abc import Iterator

from service.domain import Access, ChangeKind, Report, SignName, Source
from service.policy import RESTING_ON_EVIDENCE

MAX_BYTES = 15_000  # of what is told in JSON; a webhook has 20 kB in all

PAGE_GONE = "page_gone"
_TOLD = {ChangeKind.GONE, ChangeKind.CHANGED}
_GONE_STATUS = {"404", "410"}

Change = dict[str, str | None]


def source_changes(report: Report, before: Report) -> dict[str, object] | None:
    """Give the changes, as they go into the event; None where there is nothing to tell."""
    found = [*_passages(report), *_pages(report, before)]
    unique = list({tuple(each.values()): each for each in found}.values())
    if not unique:
        return None
    kept = _within(unique)
    return {"changes": kept, "left_out": len(unique) - len(kept)}


def _passages(report: Report) -> Iterator[Change]:
    sources = {source.id: source for source in report.sources}
    for change in report.changes:
        source = sources[change.source_id]
        if change.kind in _TOLD and not source.private:
            yield _change(source, change.statement_id, change.kind.value)


def _pages(report: Report, before: Report) -> Iterator[Change]:
    """Tell of pages that verdicts of the revision before rested on, and that are there no more."""
    rested = {
        (evidence.source_id, assessment.statement.id)
        for assessment in before.assessments
        if assessment.verdict in RESTING_ON_EVIDENCE
        for evidence in assessment.evidence
    }
    urls = {source.id: source.url for source in before.sources}
    gone = {source.url: source for source in report.sources if _is_gone(source)}
    for source_id, statement_id in sorted(rested):
        source = gone.get(urls.get(source_id))
        if source is not None and not source.private:
            yield _change(source, statement_id, PAGE_GONE)


def _is_gone(source: Source) -> bool:
    """Whether its host says so; one that does not answer may well be back tomorrow."""
    if source.access is Access.SOFT_404:
        return source.url is not None
    signs = () if source.outcome is None else source.outcome.signs
    deciding = next(iter(signs), None)
    return (
        source.access is Access.DEAD
        and deciding is not None
        and deciding.name is SignName.STATUS
        and deciding.value in _GONE_STATUS
    )


def _change(source: Source, statement_id: str, kind: str) -> Change:
    return {
        "source_id": source.id,
        "url": source.url,
        "statement_id": statement_id,
        "change": kind,
    }


def _within(changes: list[Change]) -> list[Change]:
    """Keep as many, from the first on, as a thin event has room for."""
    room = MAX_BYTES
    for count, change in enumerate(changes):
        room -= len(json.dumps(change)) + 2
        if room < 0:
            return changes[:count]
    return changes
