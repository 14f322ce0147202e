"""Texts in, whether they are written in the same script out. Pure.

Two texts may be guessed to be in one language, or in none, and still have no letter in common:
words of one script are never found in another.
"""

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
    ours = count_scripts(statement)
    if sum(ours.values()) < _LEAST_LETTERS or not scripts or language in _EITHER_ALPHABET:
        return False
    script = leading_script(ours)
    return scripts.isdisjoint(_JAPANESE if script in _JAPANESE else {script})
