"""Texts in, whether they are written in the same script out. Pure.

Two texts may be guessed to be in one language, or in none, and still have no letter in common:
words of one script are never found in another.
"""

from functools import lru_cache

from workers.language.detect import count_scripts, leading_script

_SAMPLE = 2_000  # code points at the beginning, in the midst and at the end
_LEAST_SHARE = 0.1  # of the letters; fewer are names that are written as abroad
_LEAST_LETTERS = 4  # of a statement: fewer are a unit or a name
_JAPANESE = frozenset(("CJK", "HIRAGANA", "KATAKANA"))
# Serbian stemming writes both of its alphabets in one.
_EITHER_ALPHABET = frozenset({"sr"})


def scripts_of(text: str) -> frozenset[str]:
    """Give the scripts of at least a tenth of a text's letters, by their Unicode names."""
    middle = len(text) // 2
    sample = text if len(text) <= 3 * _SAMPLE else text[:_SAMPLE] + text[-_SAMPLE:]
    if len(text) > len(sample):
        sample += text[middle : middle + _SAMPLE]
    counts = count_scripts(sample)
    least = _LEAST_SHARE * sum(counts.values())
    return frozenset(name for name, letters in counts.items() if letters >= least)


def is_other_script(statement: str, language: str | None, scripts: frozenset[str]) -> bool:
    """Tell whether a text of these scripts has none of what a statement is mostly written in."""
    ours = _ours(statement)
    return bool(ours) and bool(scripts) and language not in _EITHER_ALPHABET and not ours & scripts


@lru_cache(maxsize=256)
def _ours(statement: str) -> frozenset[str]:
    """Give the scripts that may hold the words of a statement, read once for all its sources."""
    counts = count_scripts(statement)
    if sum(counts.values()) < _LEAST_LETTERS:
        return frozenset()
    script = leading_script(counts)
    return _JAPANESE if script in _JAPANESE else frozenset({script})
