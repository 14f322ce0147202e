"""A word in, how much its presence in a source proves out. Pure.

English has counts; other languages have Zipf's law of abbreviation, that what is said often is
short. Its figures lie between how often words of news stand in texts of 300 words (wordfreq:
German, French, Spanish, Italian, Portuguese, Dutch, Polish, Arabic; 1.0 and 0.4 for common words)
and what tells edited statements from honest ones best (tests/eval/contrasts, round "abroad").
"""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from workers.language.east_asian import grammar_of

LEAST_WEIGHT = 0.5
MOST_WEIGHT = 6.0  # of what stands in one document of 400, or in fewer


class Law(NamedTuple):
    """The weight of a word without letters, what each letter of its stem adds, and the most."""

    base: float
    each: float
    most: float = MOST_WEIGHT

    def weigh(self, stem: str) -> float:
        """Give the weight of a stem."""
        return max(LEAST_WEIGHT, min(self.base + self.each * len(stem), self.most))


COMMON = Law(1.7, 0.5, 5.7)  # a word in small letters
NAME = Law(3.5, 0.3)  # one with a capital that no sentence gave it
NOUN = Law(2.0, 0.5)  # the same in German, which gives it to every noun
CASELESS = Law(1.3, 0.6)  # of an alphabet without capitals, and mostly without vowels
PAIRS = (4.0, 2.0, 0.5)  # of characters without spaces, by how many of them carry grammar
_GERMAN = frozenset({"de", "lb"})


@cache
def _commonness() -> dict[str, float]:
    """Weights of frequent English stems, derived by tests/eval/commonness.py."""
    path = files("workers.assessing") / "commonness.json"
    weights: dict[str, float] = json.loads(path.read_text("utf-8"))["weights"]
    return weights


def rarity(stem: str, language: str | None, *, is_capital: bool = False) -> float:
    """How much a word's presence proves, 0.5 to 6: minus the log of its share of documents.

    ``is_capital``: it has a capital that no opening of a sentence gave it. Numbers are written
    alike everywhere, so they weigh as in English.
    """
    if language in {None, "en"} or stem[0].isdigit():
        return max(_commonness().get(stem, MOST_WEIGHT), LEAST_WEIGHT)
    if stem.upper() != stem:
        return _law(language, is_capital=is_capital).weigh(stem)
    grammar = grammar_of(stem)
    return CASELESS.weigh(stem) if grammar is None else PAIRS[grammar]


def _law(language: str | None, *, is_capital: bool) -> Law:
    if not is_capital:
        return COMMON
    return NOUN if language in _GERMAN else NAME
