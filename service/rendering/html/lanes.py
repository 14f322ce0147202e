"""An article and its statements in; a map of it, a lane a verdict, out. Pure.

A mark stands where its statement stands in the text and is as wide as that is long. What it is
says its lane, by name; the colour only repeats it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from service.domain import Article, Verdict
from service.rendering import words
from service.rendering.html.cards import Card
from service.rendering.html.labels import RIGHT_TO_LEFT

WIDTH: Final = 1000  # units; the picture is stretched to the width there is
MIN_TICK: Final = 4  # units, of a book's shortest sentence
GAP: Final = 1.5  # units between neighbours
NAMED: Final = 30  # statements that the text alternative names


@dataclass(frozen=True, slots=True)
class Tick:
    """The mark of a statement: where it begins and how wide it is, in units of WIDTH."""

    x: float
    width: float
    card: Card


@dataclass(frozen=True, slots=True)
class Lane:
    """The statements of one verdict; ``told`` says in words where they are."""

    verdict: Verdict
    ticks: tuple[Tick, ...]
    told: str

    @property
    def path(self) -> str:
        """All its marks as one path."""
        return "".join(f"M{t.x:g} 0h{t.width:g}v10h-{t.width:g}z" for t in self.ticks)


def draw_lanes(article: Article, cards: Iterable[Card]) -> tuple[Lane, ...]:
    """Draw a lane for each verdict that there is, worst first, from the reader's side on."""
    of_verdict: defaultdict[Verdict, list[Card]] = defaultdict(list)
    for card in cards:
        of_verdict[card.assessment.verdict].append(card)
    unit = WIDTH / max(1, len(article.text))
    is_mirrored = article.language in RIGHT_TO_LEFT
    return tuple(
        Lane(
            verdict,
            tuple(_tick(card, unit, is_mirrored=is_mirrored) for card in of_verdict[verdict]),
            _told(of_verdict[verdict]),
        )
        for verdict in words.VERDICTS
        if of_verdict[verdict]
    )


def _tick(card: Card, unit: float, *, is_mirrored: bool) -> Tick:
    statement = card.assessment.statement
    width = max(MIN_TICK, (statement.end - statement.start) * unit - GAP)
    x = min(statement.start * unit, WIDTH - width)
    return Tick(round(WIDTH - x - width if is_mirrored else x, 1), round(width, 1), card)


def _told(cards: list[Card]) -> str:
    named = ", ".join(str(card.number) for card in cards[:NAMED])
    more = f" and {len(cards) - NAMED} more" if len(cards) > NAMED else ""
    return f"{'Statement' if len(cards) == 1 else 'Statements'} {named}{more}"
