"""A text and a script in, how well each language of the script fits it out. Pure.

Naive Bayes over runs of one to six bytes. ``ngrams.zip`` is derived from the model of py3langid
by tests/eval/ngrams.py, which tells what its members are; its licence stands in the file. The
package reads the same in half a second and 90 MB, with numpy, for it carries 142 languages.
"""

import json
import sys
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log1p
from struct import unpack
from typing import Literal
from zipfile import ZipFile

STEP = 512  # weights are whole numbers of its parts
_WIDTH = 2  # bytes of a weight


@dataclass(frozen=True, slots=True)
class _Automaton:
    """Aho and Corasick's, as a double array: each state stands for the longest run known."""

    base: "array[int]"
    owner: "array[int]"
    fail: "array[int]"
    feature: "array[int]"  # of each state, 0 is none

    def features(self, text: bytes) -> Counter[int]:
        """Count the features of the states that ``text`` leads through."""
        base, owner, fail, feature = self.base, self.owner, self.fail, self.feature
        state = 0
        met: list[int] = []
        for byte in text:
            while owner[following := base[state] + byte] != state:
                state = fail[state]
            state = following
            if found := feature[state]:
                met.append(found)
        return Counter(met)


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages that share a script, with the weight of each feature for each of them."""

    languages: tuple[str, ...]
    priors: tuple[float, ...]  # natural logarithms
    rows: "array[int]"  # of each feature, where its weights stand
    weights: bytes

    def fits(self, text: str) -> dict[str, float]:
        """Give the log-likelihood of ``text`` in each language, all above one level.

        A language that is written in two scripts has two models, of which the better counts.
        Where nothing was met all fit equally.
        """
        met = _automaton().features(_encoded(text))
        fits = list(self.priors) if met else [0.0] * len(self.priors)
        for count, summed in self._summed(met).items():
            times = log1p(count) / STEP
            fits = [fit + times * weight for fit, weight in zip(fits, summed, strict=True)]
        best: dict[str, float] = {}
        for language, fit in zip(self.languages, fits, strict=True):
            best[language] = max(fit, best.get(language, fit))
        return best

    def _summed(self, met: Counter[int]) -> dict[int, tuple[int, ...]]:
        """Sum the weights of the features that were met once, twice, and so on.

        A row is taken as one whole number, so that adding two of them adds the weights of all
        languages at once; every other one is set apart, which leaves the sums room to grow.
        """
        size = len(self.languages) * _WIDTH
        room = int.from_bytes(b"\xff\xff\0\0" * (size // 4 + 1), "little")
        even: dict[int, int] = defaultdict(int)
        odd: dict[int, int] = defaultdict(int)
        for feature, count in met.items():
            at = self.rows[feature] * size
            row = int.from_bytes(self.weights[at : at + size], "little")
            even[count] += row & room
            odd[count] += row >> 16 & room
        return {count: self._parted(even[count], odd[count]) for count in even}

    def _parted(self, even: int, odd: int) -> tuple[int, ...]:
        pairs = (len(self.languages) + 1) // 2
        firsts = unpack(f"<{pairs}I", even.to_bytes(4 * pairs, "little"))
        seconds = unpack(f"<{pairs}I", odd.to_bytes(4 * pairs, "little"))
        both = [one for pair in zip(firsts, seconds, strict=True) for one in pair]
        return tuple(both[: len(self.languages)])


@cache
def tongues(script: str) -> Tongues:
    """Read the weights of the languages of a script, such as ``LATIN``; once a process.

    The automaton is read with them, which all scripts share.
    """
    _automaton()
    with _archive() as archive:
        told = json.loads(archive.read("about.json"))["scripts"][script]
        rows = _numbers("H", archive.read(f"{script}.rows"))
        weights = archive.read(f"{script}.weights")
    return Tongues(tuple(told["languages"]), tuple(told["priors"]), rows, weights)


@cache
def _automaton() -> _Automaton:
    names = ("base", "owner", "fail", "feature")
    with _archive() as archive:
        return _Automaton(*(_numbers("I", archive.read(name)) for name in names))


@contextmanager
def _archive() -> Iterator[ZipFile]:
    with (files("workers.language") / "ngrams.zip").open("rb") as file, ZipFile(file) as archive:
        yield archive


def _numbers(code: Literal["H", "I"], stored: bytes) -> "array[int]":
    numbers = array(code, stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _encoded(text: str) -> bytes:
    """Write ``text`` as the model was trained: what is all in capitals in small letters."""
    lowered = text.lower() if text.isupper() else text
    return unicodedata.normalize("NFC", lowered).encode("utf-8", "surrogatepass")
