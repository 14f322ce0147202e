"""What a publication says of its own work, as the rules ask for it: a report in, hits out. Pure."""

from collections.abc import Iterator

from service.domain import (
    Access,
    BlockKind,
    CitationBasis,
    PublicationKind,
    PublicationNote,
    ReaderAccess,
    Report,
    Source,
)
from service.policy.rule import Hit

_GONE = frozenset({Access.DEAD, Access.SOFT_404})
_PRINTED = frozenset({BlockKind.SOURCE_LIST, BlockKind.NOTE})


def notes_of(report: Report, *kinds: PublicationKind) -> Iterator[PublicationNote]:
    """Yield the notes of some kinds, in the order of the article."""
    return (note for note in report.publication if note.kind in kinds)


def hit_of(report: Report, note: PublicationNote, message: str) -> Hit:
    """Point to the sentence that a note rests on."""
    assessments = (a for a in report.assessments if a.statement.id == note.statement_id)
    return Hit(
        message,
        assessment=next(assessments, None),
        span=None if note.start is None or note.end is None else (note.start, note.end),
        detail=note.detail or note.kind.value,
    )


def gives_readers_sources(report: Report) -> bool:
    """Whether a reader finds a source to go to: a link that leads somewhere, or a printed list.

    A link whose access is not known counts: what was not seen is no reason to accuse.
    """
    shown = {c.source_id for c in report.article.citations if c.basis != CitationBasis.SUPPLIED}
    if any(source.id in shown and _is_reachable(source) for source in report.sources):
        return True
    # Books and files are listed without a link, and are given all the same.
    return any(block.kind in _PRINTED for block in report.article.blocks)


def _is_reachable(source: Source) -> bool:
    outcome = source.outcome
    if outcome is None:
        return True
    hidden = outcome.reader_access is ReaderAccess.HIDDEN_BY_PUBLISHER
    return not hidden and source.access not in _GONE
