"""Text in, words with offsets out: folded, stemmed, and told apart by what they are. Pure.

Scripts that do not part their words with spaces (Han, kana, Thai, Lao, Khmer, Burmese), and
Korean, whose particles grow onto the word, are taken as overlapping pairs of characters: the
unit that needs no dictionary and matches across inflection. A Korean particle stands apart.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import Stemmer

from workers.language.bases import base_of
from workers.language.east_asian import split_tail
from workers.language.folding import fold
from workers.language.stopwords import NUMBER_WORDS, STOP_WORDS

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "nb": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
_ELIDING = frozenset({"fr", "it", "ca", "ga"})
_APOSTROPHES = "'’ʼ"
_ELISION = re.compile(rf"^[^\W\d_]{{1,2}}[{_APOSTROPHES}](?=\w)")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s?$")
_PROCLITICS = {"ar": "وف", "he": "וש"}
_THOUSANDS = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$")


def _ranges(points: list[int]) -> str:
    """Write code points as the inside of a regular expression's character class."""
    parts: list[str] = []
    start = last = points[0]
    for point in [*points[1:], sys.maxunicode + 2]:
        if point != last + 1:
            parts.append(f"{chr(start)}-{chr(last)}")
            start = point
        last = point
    return "".join(parts)


# Han, Hangul and what is for private use lie between these, and have no marks: two thirds less to
# look at each time that a process starts.
_MAY_BE_MARKS = (*range(0x300, 0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0xFFFF))
# Python's \w leaves out combining marks, which are letters of Indic and Semitic words.
_MARKS = _ranges([c for c in _MAY_BE_MARKS if unicodedata.category(chr(c))[0] == "M"])
_UNSEGMENTED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003fffd"
)
_LETTER = rf"[^\W_{_UNSEGMENTED}]"
_LETTERS = rf"{_LETTER}++(?:[{_MARKS}]++{_LETTER}*+)*"  # no mark is a letter to Python
_WORD = re.compile(
    rf"(?P<number>\d++(?>(?:[.,]\d++)*)(?:(?:st|nd|rd|th)(?![^\W_]))?)"
    rf"|(?P<pairs>[{_UNSEGMENTED}]+)"
    rf"|(?P<initials>(?:[^\W\d_]\.){{2,}})"
    rf"|(?P<word>{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})?)"
)


_CLUSTER = re.compile(rf".[{_MARKS}]*", re.DOTALL)


class WordKind(StrEnum):
    """What sort of token a word is."""

    WORD = "word"
    NUMBER = "number"
    STOP = "stop"  # a function word: it carries grammar, not content


@dataclass(frozen=True, slots=True)
class Word:
    """A word apart from its place: ``form`` is folded, ``stem`` is what inflections share."""

    form: str
    stem: str
    kind: WordKind
    capital: bool


class Token(NamedTuple):
    """A word at its place: ``text[start:end]`` is how it was written (code points).

    A named tuple, since there is one for each word of a source, and it is sooner made.
    """

    word: Word
    start: int
    end: int


@cache
def find_stemmer(language: str) -> Stemmer.Stemmer | None:
    """Give the stemmer of a language, if Snowball has one."""
    name = _STEMMERS.get(language)
    return Stemmer.Stemmer(name, 0) if name else None


@lru_cache(maxsize=1 << 16)
def read_word(raw: str, language: str | None = None) -> Word:
    """Look at one written word; ``language`` is a BCP 47 primary subtag, ``None`` if unknown."""
    tongue = language or "en"
    bare = _POSSESSIVE.sub("", raw) or raw
    if tongue in _ELIDING:
        bare = _ELISION.sub("", bare) or bare
    acronym = len(bare) > 1 and bare.isupper()
    form = fold(bare).replace(".", "").replace("’", "'")
    capital = bare[:1].isupper()
    form = _without_proclitic(form, tongue)
    if form in NUMBER_WORDS.get(tongue, {}):
        return Word(form, NUMBER_WORDS[tongue][form], WordKind.NUMBER, capital)
    if not acronym and form in STOP_WORDS.get(tongue, frozenset()):
        return Word(form, form, WordKind.STOP, capital)
    stemmer = find_stemmer(tongue)
    # The stemmer takes UTF-8, which has no lone surrogates.
    whole = bare.replace("’", "'").encode("utf-8", "replace").decode("utf-8")
    whole = whole.replace(".", "") or whole  # "U.S." is the "US"
    whole = base_of(whole.lower() if tongue == "en" else whole, tongue).lower()
    stem = fold(stemmer.stemWord(whole)) if stemmer else form
    return Word(form, stem or form, WordKind.WORD, capital)


def _without_proclitic(form: str, language: str) -> str:
    """Take "and", "so" and the like off a word of grammar that they are written together with."""
    apart = form[1:]
    joined = form[:1] in _PROCLITICS.get(language, "") and form not in STOP_WORDS[language]
    return apart if joined and apart in STOP_WORDS[language] else form


@lru_cache(maxsize=1 << 14)
def _read_number(raw: str) -> Word:
    digits = raw.rstrip("stndrh")
    if _THOUSANDS.match(digits):
        digits = digits.replace(",", "") if digits.count(",") else digits.replace(".", "")
    form = digits.replace(",", ".")
    return Word(form, form, WordKind.NUMBER, capital=False)


def _pairs(run: str, offset: int) -> Iterator[Token]:
    """Give overlapping pairs of characters, each with the vowel signs and tones that it bears."""
    edges = [match.end() for match in _CLUSTER.finditer(run)]
    if len(edges) == 1:
        word = Word(run, run, WordKind.WORD, capital=False)
        yield Token(word, offset, offset + len(run))
    begin = 0
    for middle, end in pairwise(edges):
        pair = unicodedata.normalize("NFKC", run[begin:end])
        yield Token(_pair(pair), offset + begin, offset + end)
        begin = middle


@lru_cache(maxsize=1 << 16)
def _pair(pair: str) -> Word:
    return Word(pair, pair, WordKind.WORD, capital=False)


@lru_cache(maxsize=1 << 10)
def _tail(tail: str) -> Word:
    return Word(tail, tail, WordKind.STOP, capital=False)


def read_words(text: str, language: str | None = None) -> Iterator[Token]:
    """Words of ``text`` in order, with half-open code-point offsets into it.

    Pairs of characters of an unsegmented script overlap; all else stands apart.
    """
    for match in _WORD.finditer(text):
        kind, raw = match.lastgroup, match.group()
        if kind == "pairs":
            cut, start = split_tail(raw), match.start()
            yield from _pairs(raw[:cut], start)
            if cut < len(raw):
                yield Token(_tail(raw[cut:]), start + cut, match.end())
        else:
            word = _read_number(raw) if kind == "number" else read_word(raw, language)
            yield Token(word, *match.span())
