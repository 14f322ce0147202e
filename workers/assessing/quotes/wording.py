"""Text in, its words as a quotation compares them out, each with its place. Pure.

Both sides go through the same folding: case, ligatures, diacritics, quotation marks,
dashes, white space, invisible characters, British and American spelling.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workers.language.folding import fold

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_SEPARATORS = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf"
    r"\u2000-\u200a\u200e-\u205f\u2061-\u206f\u2190-\u23ff\u2500-\u2bff\u3000-\u3004"
    r"\u3008-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_UNSEGMENTED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff"
# "n’avons", "l’on", "qu’elle": French and Italian write two words as one.
_ELIDED = r"(?i:[ldnmtscj]|qu|jusqu|lorsqu|puisqu|un|dell|nell|all|sull)['’ʼ](?=[^\W\d_]{2})"
_WORD = re.compile(
    rf"[{_UNSEGMENTED}]|[$€£¥₹%]|(?<![^\W_'’ʼ]){_ELIDED}"
    rf"|[^{_SEPARATORS}{_UNSEGMENTED}]+(?:['’ʼ][^{_SEPARATORS}{_UNSEGMENTED}]+)*"
)
_DROPPED = re.compile(rf"[{_INVISIBLE}]")
_SPELLINGS = (
    (re.compile(r"is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"(?<=\w{4})our(?=(?:s|ed|ing|able|ite|ites|al|ful)?$)"), "or"),
    (re.compile(r"(?<=\w{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=\w{3})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=\w{3})ell(?=(?:ed|ing|er|ers)$)"), "el"),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
)
_SHORTEST_VARIANT = 6
_SHORT_TEXT = 2_000
_WHOLE = {"grey": "gray", "programme": "program", "programmes": "programs", "per": "per"}


# Compared by identity, so that caches need not read a whole source to find it.
@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a text: ``forms[i]`` stood at ``starts[i]:ends[i]`` (code points).

    ``line`` is all forms between single spaces, with one before and one after;
    ``at`` has the place in it where each form begins.
    """

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    line: str
    at: tuple[int, ...]

    @classmethod
    def of(
        cls, text: str, forms: Sequence[str], starts: Sequence[int], ends: Sequence[int]
    ) -> "Wording":
        """Make the wording of the given words of ``text``."""
        at: list[int] = []
        place = 1
        for form in forms:
            at.append(place)
            place += len(form) + 1
        line = f" {' '.join(forms)} "
        return cls(text, tuple(forms), tuple(starts), tuple(ends), line, tuple(at))

    def word_at(self, place: int) -> int:
        """Give the index of the word that holds ``place`` in ``line``."""
        return max(0, bisect_right(self.at, place) - 1)

    def raw(self, first: int, last: int) -> str:
        """Give the text from word ``first`` up to, not including, word ``last``, as written."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


@lru_cache(maxsize=1 << 16)
def _form(raw: str) -> str:
    folded = fold(_DROPPED.sub("", raw)).replace("’", "'").replace("ʼ", "'")
    if folded in _WHOLE:
        return _WHOLE[folded]
    if len(folded) >= _SHORTEST_VARIANT:
        for pattern, spelling in _SPELLINGS:
            folded = pattern.sub(spelling, folded)
    return folded.replace(" ", "")


def read_wording(text: str) -> Wording:
    """Read the words of ``text`` as quotations compare them; the last texts are remembered."""
    return _read_short(text) if len(text) < _SHORT_TEXT else _read_long(text)


@lru_cache(maxsize=512)
def _read_short(text: str) -> Wording:
    return _read(text)


# Few, since a source of 5 MB has a million words.
@lru_cache(maxsize=16)
def _read_long(text: str) -> Wording:
    return _read(text)


def _read(text: str) -> Wording:
    found = [(m.start(), m.end(), _form(m.group())) for m in _WORD.finditer(text)]
    found = [word for word in found if word[2]]
    return Wording.of(
        text, [word[2] for word in found], [word[0] for word in found], [word[1] for word in found]
    )
