"""Statements and sources in; which rests on which, as a drawn matrix, out. Pure.

A row a source, a column a statement; of a long article a column for several, whose cell shows
the worst of them. A cell tells by its shape. The same is told in numbers beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from service.domain import Source, Verdict
from service.rendering.html.cards import Card
from service.rendering.html.sources import SourceRow

MAX_ROWS: Final = 100
MAX_COLUMNS: Final = 100
MIN_ROWS: Final = 2  # of one source the list says all
CELL: Final = 9  # pixels, the width of a column
ROW: Final = 18  # pixels
HEAD: Final = 18  # pixels above the rows, for the numbers of statements
TOLD_EVERY: Final = 5  # columns


class Cell(StrEnum):
    """What a source has of a statement, the worst first."""

    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    PARTIALLY_SUPPORTED = "partially_supported"
    COULD_NOT_CHECK = "could_not_check"
    SUPPORTED = "supported"
    CITED = "cited"  # cited, and another source has what there is


CELLS: Final = {
    Cell.CONTRADICTED: "says otherwise",
    Cell.NOT_FOUND: "does not say it",
    Cell.PARTIALLY_SUPPORTED: "says a part",
    Cell.COULD_NOT_CHECK: "could not be read",
    Cell.SUPPORTED: "says so",
    Cell.CITED: "cited, not used",
}

# Drawn in a square of 8 pixels, as relative path data.
SHAPES: Final = {
    Cell.CONTRADICTED: "m0 0 8 8m-8 0 8-8",
    Cell.NOT_FOUND: "m.5.5h7v7h-7z",
    Cell.PARTIALLY_SUPPORTED: "m0 0v8h8z",
    Cell.COULD_NOT_CHECK: "m0 8 8-8",
    Cell.SUPPORTED: "m0 0h8v8h-8z",
    Cell.CITED: "m2.5 2.5h3v3h-3z",
}
_WORST: Final = {cell: place for place, cell in enumerate(Cell)}
_SAYS_SO: Final = frozenset({Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.CONTRADICTED})


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A source, and how many statements it has in each way."""

    row: SourceRow
    counts: Counter[Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``paths`` are path data by the shape they draw; sizes in pixels.

    ``heads`` are the places and the texts of the numbers above, ``per_column`` how many
    statements share a column, ``left_out`` how many sources have no row.
    """

    rows: tuple[MatrixRow, ...]
    paths: tuple[tuple[Cell, str], ...]
    heads: tuple[tuple[int, int], ...]
    width: int
    height: int
    per_column: int
    left_out: int


def draw_matrix(cards: Sequence[Card], rows: Sequence[SourceRow]) -> Matrix | None:
    """Draw it for the sources that some statement is about, the most used if there are many."""
    used = Counter(number for card in cards for number in card.pertinent)
    kept = [row for row in rows if used[row.number]]
    if len(kept) < MIN_ROWS:
        return None
    busiest = sorted(kept, key=lambda row: -used[row.number])[:MAX_ROWS]
    shown = sorted(busiest, key=lambda row: row.number)
    places = {row.number: place for place, row in enumerate(shown)}
    per_column = -(-len(cards) // MAX_COLUMNS)
    columns = -(-len(cards) // per_column)
    counts: defaultdict[int, Counter[Cell]] = defaultdict(Counter)
    cells: dict[tuple[int, int], Cell] = {}
    for number, cell, column in _cells(cards, rows, per_column):
        counts[number][cell] += 1
        if number in places:
            spot = (places[number], column)
            cells[spot] = min(cells.get(spot, cell), cell, key=_WORST.__getitem__)
    return Matrix(
        rows=tuple(MatrixRow(row, counts[row.number]) for row in shown),
        paths=_paths(cells),
        heads=tuple((at * CELL, at * per_column + 1) for at in range(0, columns, TOLD_EVERY)),
        width=columns * CELL,
        height=HEAD + len(shown) * ROW,
        per_column=per_column,
        left_out=len(kept) - len(shown),
    )


def _cells(
    cards: Iterable[Card], rows: Sequence[SourceRow], per_column: int
) -> Iterable[tuple[int, Cell, int]]:
    """Give of every pair that belongs together the source's number, the cell, and its column."""
    for place, card in enumerate(cards):
        said = {passage.evidence.source_id for passage in card.passages}
        for number in card.pertinent:
            source = rows[number - 1].source
            cell = _cell(card.assessment.verdict, source, has=source.id in said)
            yield number, cell, place // per_column


def _cell(verdict: Verdict, source: Source, *, has: bool) -> Cell:
    if source.page is None:
        return Cell.COULD_NOT_CHECK
    if has and verdict in _SAYS_SO:
        return Cell(verdict.value)
    return Cell.NOT_FOUND if verdict is Verdict.NOT_FOUND else Cell.CITED


def _paths(cells: dict[tuple[int, int], Cell]) -> tuple[tuple[Cell, str], ...]:
    data: defaultdict[Cell, list[str]] = defaultdict(list)
    for (row, column), cell in cells.items():
        x = column * CELL + (CELL - 8) // 2
        y = HEAD + row * ROW + (ROW - 8) // 2
        data[cell].append(f"M{x} {y}{SHAPES[cell]}")
    return tuple((cell, "".join(data[cell])) for cell in Cell if data[cell])
