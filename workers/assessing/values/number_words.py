"""What a lexicon of number words holds, and how its lists are written. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field

from workers.assessing.values.model import Approximation

Small = dict[tuple[str, ...], int]


def no_compound(word: str) -> None:
    """Read nothing: in most languages a number of several words is written in several."""
    del word


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How a language writes its numbers in words. All keys are folded.

    ``small`` has every number below 100 by its words; ``hundreds`` words that are worth
    hundreds by themselves; ``hundred`` words that multiply; ``scales`` the magnitudes;
    ``vague`` plurals that name only an order of magnitude ("dozens").
    """

    small: Small = field(default_factory=dict)
    hundreds: dict[str, int] = field(default_factory=dict)
    hundred: frozenset[str] = frozenset()
    scales: dict[str, float] = field(default_factory=dict)
    vague: dict[str, float] = field(default_factory=dict)
    joins: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    point: frozenset[str] = frozenset()
    half: frozenset[str] = frozenset()
    fractions: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    loose: dict[tuple[str, ...], Approximation] = field(default_factory=dict)
    loose_after: dict[tuple[str, ...], Approximation] = field(default_factory=dict)
    compound: Callable[[str], float | None] = no_compound
    about: frozenset[str] = frozenset()


def listed(words: str) -> list[str]:
    """Read a list of words from one string."""
    return words.split()


def loosening(**groups: str) -> dict[tuple[str, ...], Approximation]:
    """Give each phrase, parted by commas, the approximation that it is listed under."""
    return {
        tuple(phrase.split()): Approximation(name)
        for name, phrases in groups.items()
        for phrase in phrases.split(",")
    }


def tens_of(ones: list[str], tens: dict[int, str], join: tuple[str, ...] = ()) -> Small:
    """Give every number below 100 by its words, from the ones and the tens."""
    small: Small = {(word,): i for i, word in enumerate(ones)}
    for ten, word in tens.items():
        small[(word,)] = ten
        small |= {(word, *join, ones[one]): ten + one for one in range(1, 10)}
    return small
