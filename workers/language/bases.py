"""A written word in, its base form out, where no stemmer finds that they are one. Pure."""

import re
from collections.abc import Mapping
from functools import cache

from workers.language.irregular import IRREGULAR
from workers.language.irregular_abroad import list_forms

_IEREN = re.compile(r"^(\w{2,}ier)t(?:e|en)?$")  # "sanierte"; "vierte" is a number
_LISTED = frozenset(("de", "es", "fr", "it", "nl", "pt"))


def base_of(word: str, language: str) -> str:
    """Give the base form of a word as it is written, or the word itself.

    A capital is taken for that of a name, or of a noun: no verb has one but at an opening.
    """
    if language == "en":
        return IRREGULAR.get(word, word)
    if language == "de" and (found := _IEREN.match(word)):
        return f"{found[1]}en"
    return _bases(language).get(word, word) if language in _LISTED else word


@cache
def _bases(language: str) -> Mapping[str, str]:
    """List the forms of a language when its first word is read."""
    return dict(list_forms(language))
