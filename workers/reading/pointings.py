"""What points from an article to a source, before sources have ids. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain import Citation, CitationBasis


@dataclass(frozen=True, slots=True)
class Pointing:
    """An anchor, the URL it points to, and the indices of its statements."""

    start: int
    end: int
    url: str
    basis: CitationBasis
    statements: tuple[int, ...]


def as_citation(pointing: Pointing, source_id: str, ids: Sequence[str]) -> Citation:
    """Give a citation of a source; ``ids`` are those of all statements."""
    return Citation(
        source_id=source_id,
        url=pointing.url,
        start=pointing.start,
        end=pointing.end,
        basis=pointing.basis,
        statement_ids=tuple(ids[i] for i in pointing.statements),
    )
