"""A written word in, its base form out, where no stemmer finds that they are one. Pure.

English has its own list (``irregular.py``); those of other languages are derived by
tests/eval/forms.py, and read when the first word of their language is.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workers.language.irregular import IRREGULAR

_LISTED = frozenset(("ca", "da", "de", "es", "fr", "it", "nl", "no", "pt", "ro", "ru", "sv"))


def base_of(word: str, language: str) -> str:
    """Give the base form of a word as it is written, or the word itself.

    A capital is taken for that of a name, and in German for that of a noun.
    """
    return _bases("no" if language == "nb" else language).get(word, word)


@cache
def _bases(language: str) -> Mapping[str, str]:
    if language == "en":
        return IRREGULAR
    if language not in _LISTED:
        return {}
    text = (files("workers.language") / "forms" / f"{language}.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if line[0] != "#")
    return {form: base for base, *forms in rows for form in forms}
