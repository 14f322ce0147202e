"""A source's text in, its passages with offsets out: an index to search within it. Pure.

Retrieval is BM25-like within the source (Robertson and Zaragoza, 2009): a sentence counts the
rarity of the statement's stems in it. Term frequency is left out, since a sentence seldom
repeats a word; so is length normalisation, since windows are weighed against each other later.
"""

from __future__ import annotations  # array is generic from Python 3.12 on only

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import nsmallest
from math import log

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from workers.assessing.acronyms import read_acronyms
from workers.assessing.values import Value
from workers.language.scripts import scripts_of
from workers.language.sentences import split_sentences
from workers.language.words import Token, read_word, read_words

_LINE = re.compile(r"[^\n]+")
UNIT_WORDS = 60  # a "sentence" without stops is cut into units of so many words
WINDOW_UNITS = 3
CANDIDATES = 8  # sentences around which windows are tried, a source
FUZZY_LEAST = 5  # letters; shorter words resemble each other by accident
ROOT_LEAST = 3  # letters of an Arabic stem: consonants, and seldom the same by accident
FUZZY_CUTOFF = 0.90  # Jaro-Winkler similarity: the same word in another spelling or inflection

Looked = tuple[int, int, str | None, date | None]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source: ``start``/``end`` are offsets into the source's own text.

    ``score`` is the share of the statement's weight that it alone accounts for.
    """

    source_id: str
    start: int
    end: int
    score: float


@dataclass(slots=True)
class SourceIndex:
    """One source, made ready for an article. Columns, not objects: a source may have 5 MB.

    ``stems[i]`` stood at ``text[starts[i]:ends[i]]``; unit ``u`` holds the words
    ``first[u]`` to ``first[u + 1]`` and stands at ``text[opens[u]:closes[u]]``; ``places`` has the
    word positions of each stem; ``values`` keeps what was read of sentences already looked at,
    by their units, and the language and the day that they were read by.
    """

    source_id: str
    text: str
    language: str | None
    about: frozenset[str] = frozenset()  # stems of the names of its publisher and author
    dated: date | None = None  # the day it was written on, and the day the article was:
    cited_on: date | None = None  # they tell what "yesterday" means in the one and the other
    stems: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    first: array[int] = field(default_factory=lambda: array("I"))
    opens: array[int] = field(default_factory=lambda: array("I"))
    closes: array[int] = field(default_factory=lambda: array("I"))
    unit_of: array[int] = field(default_factory=lambda: array("I"))
    places: dict[str, array[int]] = field(default_factory=dict)
    values: dict[Looked, tuple[Value, ...]] = field(default_factory=dict)
    _likes: dict[str, tuple[str, float] | None] = field(default_factory=dict)
    _units: dict[str, frozenset[int]] = field(default_factory=dict)
    _content: list[str] | None = None
    _acronyms: dict[str, str] | None = None
    _scripts: frozenset[str] | None = None

    def of(self, source_id: str) -> SourceIndex:
        """Give the index of the same text for another article, which shares what was learnt."""
        return replace(self, source_id=source_id, dated=None, cited_on=None)

    @property
    def scripts(self) -> frozenset[str]:
        """The scripts that it is written in."""
        if self._scripts is None:
            self._scripts = scripts_of(self.text)
        return self._scripts

    @property
    def units(self) -> int:
        """How many sentences, or pieces of endless ones, the source has."""
        return max(len(self.first) - 1, 0)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the units ``first`` to ``last``, inclusive."""
        return self.opens[first], self.closes[last]

    def units_with(self, stem: str) -> frozenset[int]:
        """Give the units in which a stem stands. Kept, since statements share their names."""
        if stem not in self._units:
            self._units[stem] = frozenset(self.unit_of[i] for i in self.places.get(stem, ()))
        return self._units[stem]

    def within(self, stem: str, low: int, high: int) -> tuple[int, ...]:
        """Positions of a stem from ``low`` up to, not including, ``high``."""
        places = self.places.get(stem)
        if places is None:
            return ()
        return tuple(places[bisect_left(places, low) : bisect_left(places, high)])

    def like(self, stem: str) -> tuple[str, float] | None:
        """Find the source's own word nearest to ``stem``, and how near, 0 to 1."""
        if stem in self.places:
            return stem, 1.0
        if self._acronyms is None:
            self._acronyms = self._read_acronyms()
        if stem in self._acronyms:
            return self._acronyms[stem], 1.0
        if len(stem) < self._least_letters or stem[0].isdigit():
            return None
        if stem not in self._likes:
            self._likes[stem] = self._nearest(stem)
        return self._likes[stem]

    @property
    def _least_letters(self) -> int:
        return ROOT_LEAST if self.language == "ar" else FUZZY_LEAST

    def _read_acronyms(self) -> dict[str, str]:
        """Give the longest word of each name that is known by its acronym, by that."""
        found: dict[str, str] = {}
        for acronym, words in read_acronyms(self.text):
            start, end = max(words, key=lambda span: (span[1] - span[0], -span[0]))
            stem = read_word(self.text[start:end], self.language).stem
            if stem in self.places:
                found.setdefault(acronym, stem)
        return found

    def _nearest(self, stem: str) -> tuple[str, float] | None:
        if self._content is None:
            # Sorted, so that a tie does not depend on where the word stands in the source.
            self._content = sorted(s for s in self.places if len(s) >= self._least_letters)
        found = process.extractOne(
            stem, self._content, scorer=JaroWinkler.similarity, score_cutoff=FUZZY_CUTOFF
        )
        return (found[0], found[1]) if found else None


def index_source(
    source_id: str, text: str, language: str | None = None, about: str = ""
) -> SourceIndex:
    """Index a source. Linear in its length, about 60 bytes of memory a word.

    ``about`` names who speaks in the source (publisher, author): names it need not repeat.
    """
    names = frozenset(token.word.stem for token in read_words(about, language))
    index = SourceIndex(source_id, text, language, names)
    for start, end in split_sentences(text, language):
        for line in _LINE.finditer(text, start, end):
            _add_sentence(index, line.group(), line.start())
    index.first.append(len(index.stems))
    return index


def _add_sentence(index: SourceIndex, sentence: str, offset: int) -> None:
    tokens = list(read_words(sentence, index.language))
    for first in range(0, len(tokens), UNIT_WORDS):
        _add_unit(index, tokens[first : first + UNIT_WORDS], offset)
    if tokens:  # the marks that close a sentence belong to its passage
        index.closes[-1] = offset + len(sentence.rstrip())


def _add_unit(index: SourceIndex, tokens: Sequence[Token], offset: int) -> None:
    at = len(index.stems)
    index.unit_of.extend([len(index.first)] * len(tokens))
    index.first.append(at)
    index.opens.append(offset + tokens[0].start)
    index.closes.append(offset + tokens[-1].end)
    index.stems.extend([token.word.stem for token in tokens])
    index.starts.extend([offset + token.start for token in tokens])
    index.ends.extend([offset + token.end for token in tokens])
    for i in range(at, len(index.stems)):
        places = index.places.get(index.stems[i])
        if places is None:
            index.places[index.stems[i]] = places = array("I")
        places.append(i)


@dataclass(frozen=True, slots=True)
class Window:
    """One to three neighbouring units of a source."""

    index: SourceIndex
    first: int
    last: int

    @property
    def span(self) -> tuple[int, int]:
        """Offsets into the source's text."""
        return self.index.span(self.first, self.last)

    @property
    def text(self) -> str:
        """The passage as it stands in the source."""
        start, end = self.span
        return self.index.text[start:end]


def find_windows(
    units: int, stems: Iterable[tuple[frozenset[int], float]]
) -> list[tuple[int, int]]:
    """Windows worth weighing for a statement, in text order, in a source of so many units.

    ``stems`` are those of the statement that the source has: the units that each stands in, and
    its weight. A window is given by its first and last unit: most are weighed and let go.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for among, weight in stems:
        gain = weight * log(1 + units / len(among))
        for unit in among:
            scores[unit] += gain
    best = nsmallest(CANDIDATES, [(-score, unit) for unit, score in scores.items()])
    return sorted(
        {
            (first, first + more)
            for _, unit in best
            for more in range(WINDOW_UNITS)
            for first in range(max(unit - more, 0), min(unit + 1, units - more))
        }
    )
