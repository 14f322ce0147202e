"""Assessments and sources in, counts and shares out. Pure.

A share is ``None`` where nothing is known to count: never 0 and never 1.
"""

from collections.abc import Iterable

from service.domain import (
    CHECKED_VERDICTS,
    Assessment,
    Page,
    ReaderAccess,
    Source,
    Verdict,
)

# Only these rest on a passage; a passage beside another verdict is a near miss.
RESTING_ON_EVIDENCE = frozenset(
    {Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.CONTRADICTED}
)


def count(assessments: Iterable[Assessment]) -> dict[Verdict, int]:
    """Count the statements of each verdict; every verdict has an entry."""
    counts = dict.fromkeys(Verdict, 0)
    for assessment in assessments:
        counts[assessment.verdict] += 1
    return counts


def checkable(assessments: Iterable[Assessment]) -> int:
    """Count the statements that a source could speak to."""
    return sum(a.verdict is not Verdict.NOT_APPLICABLE for a in assessments)


def checked(assessments: Iterable[Assessment]) -> int:
    """Count the statements that were held against a source that was read."""
    return sum(a.verdict in CHECKED_VERDICTS for a in assessments)


def coverage(assessments: Iterable[Assessment]) -> float | None:
    """Give checked / checkable, 0 to 1; ``None`` where nothing was checked."""
    kept = tuple(assessments)
    return checked(kept) / checkable(kept) if checked(kept) else None


def could_not_check_share(assessments: Iterable[Assessment]) -> float | None:
    """Give could-not-check / checkable, 0 to 1; ``None`` where nothing was checkable."""
    kept = tuple(assessments)
    total = checkable(kept)
    missed = sum(a.verdict is Verdict.COULD_NOT_CHECK for a in kept)
    return missed / total if total else None


def reader_verifiable(assessments: Iterable[Assessment], sources: Iterable[Source]) -> int:
    """Count the statements of which a reader can open a source with a located passage."""
    open_ids = {source.id for source in sources if _is_open(source)}
    return sum(
        a.verdict in RESTING_ON_EVIDENCE and any(e.source_id in open_ids for e in a.evidence)
        for a in assessments
    )


def reader_verifiable_share(
    assessments: Iterable[Assessment], sources: Iterable[Source]
) -> float | None:
    """Give reader-verifiable / checkable, 0 to 1.

    ``None`` where nothing was checkable, or where some sources remain unread and none was
    read. Where no statement gives a source it is 0: that is known without reading any.
    """
    kept = tuple(assessments)
    unread = any(a.verdict is Verdict.COULD_NOT_CHECK for a in kept)
    if not checkable(kept) or (unread and not checked(kept)):
        return None
    return reader_verifiable(kept, sources) / checkable(kept)


def _is_open(source: Source) -> bool:
    return (
        isinstance(source.outcome, Page)
        and source.outcome.reader_access is ReaderAccess.OPEN
        and source.url is not None
        and not source.private
    )
