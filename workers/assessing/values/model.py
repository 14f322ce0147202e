"""A value that a text states: its kind, amount, unit and how firmly it is given. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.domain import ValueKind


class Approximation(StrEnum):
    """How firmly a value is given; ``exact`` where nothing loosens it."""

    EXACT = "exact"
    ABOUT = "about"  # "about", "some", "roughly", "around"
    ALMOST = "almost"  # "nearly", "almost", "just under"
    OVER = "over"  # "more than", "over", "at least", "50+"
    UNDER = "under"  # "fewer than", "up to", "at most"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """The parts of a date that the text gives; what it does not give is ``None``.

    ``weekday`` counts from Monday, 0. ``swappable`` marks a date of digits whose
    day and month could be read either way ("03/04/2024" in English). ``span`` is the first
    and the last day of a stretch of time ("last week", "the 1990s"), ``choices`` the days
    that a bare weekday may be; ``relative`` says that either was told by the day on which
    the text was written.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    swappable: bool = False
    span: tuple[date, date] | None = None
    choices: tuple[date, ...] = ()
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One value, as written and as meant: ``text`` is the given text's ``[start:end]``.

    ``amount`` is in the base unit that ``unit`` names (``m``, ``kg``, ``second``,
    ``month``, ``percent``, ``point``, a currency code, …; ``None`` for a plain
    number). ``upper`` is the other end of a range, or of a score such as "3-1".
    ``quantum`` is what one step in the last digit written is worth, in the same unit.
    ``approximate`` includes words such as "nearly", which ``text`` takes in.
    ``nouns`` are stems of what is counted, ``context`` stems of the words around;
    both are empty where they are not known. ``direction`` is 1 for how much more, -1 for
    how much less, 0 where neither is said; ``phrase`` takes in the word that says it.
    ``topic`` are stems of what the figure is of, where a verb says so (``topics.py``); ``aside``
    is a year that only says in a bracket whose the next figure is.
    ``deed`` is what is done to what is counted, where it has an opposite (``deeds.py``).
    ``counted`` are stems of what a year would count, were it none (``yearlike.py``); ``beside``
    are the years told by a year or date, ``compared`` marks a year that something is compared
    with (``beside.py``).
    """

    kind: ValueKind
    text: str
    start: int
    end: int
    amount: float | None = None
    unit: str | None = None
    approximate: Approximation = Approximation.EXACT
    upper: float | None = None
    quantum: float = 1.0
    date: CalendarDate | None = None
    nouns: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    direction: int = 0
    phrase: str = ""
    deed: tuple[str, int] | None = None
    topic: frozenset[str] = frozenset()
    aside: bool = False
    counted: frozenset[str] = frozenset()
    beside: tuple["Value", ...] = ()
    compared: bool = False
