"""A proposed boundary in, whether a sentence really ends there out. Pure."""

import re

from workers.language.abbreviations import BEFORE_NUMBER, INSIDE_NAMES, STARTERS, TITLES

# All rules look at this much text before and after the cut, so each costs a constant.
_WINDOW = 80

_LAST_WORD = re.compile(r"([^\W_][\w.'’\-]*)\.$")
_FIRST_WORD = re.compile(r"[\s\"'“„«(\[¿¡]*([^\W\d_][\w'’\-]*)")
_INITIAL = re.compile(r"(?:^|[\s.(\"“„«\-])[^\W\d_]\.$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_ORDINAL_LANGUAGES = frozenset(
    ("de", "da", "no", "nb", "nn", "fi", "cs", "sk", "hu", "pl", "tr", "hr", "sl", "et", "lv", "is")
)
_LIST_NUMBER = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|[a-zA-Z][.)])$")
_CLOCK = re.compile(r"\b[ap]\.\s?m\.$")
_AFTER_CLOCK = re.compile(
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]?[A-Z]?T\b|GMT|UTC|Eastern|"
    r"Central|Mountain|Pacific|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
_ENDS_WITH_QUOTE = re.compile(r"[.!?,…][\"'”’»]\s*$")
_SPEECH_TAG = re.compile(
    r"\s*[^\W\d_][\w.'’\-]*(?:\s+[\w.'’\-]+){0,4}?\s+"
    r"(?:said|says|asked|asks|added|adds|wrote|writes|told|replied|continued|insisted)\b"
)


def is_sentence_end(text: str, start: int, cut: int, language: str | None) -> bool:
    """Whether the sentence begun at ``start`` ends at ``cut``, given what comes after.

    Offsets are code points into ``text``. Looks at 80 of them either side, so its cost
    does not depend on the length of the text.
    """
    before = text[max(start, cut - _WINDOW) : cut].strip()
    after = text[cut : cut + _WINDOW]
    if not before or not after.strip():
        return False
    if _LIST_NUMBER.match(before) or _goes_on_in_lower_case(after):
        return False
    if _ENDS_WITH_QUOTE.search(before) and _SPEECH_TAG.match(after):
        return False
    return not _is_abbreviation(before, after, (language or "en").split("-")[0])


def _goes_on_in_lower_case(after: str) -> bool:
    """Say whether a lower-case word follows, but for names such as iPhone."""
    word = _FIRST_WORD.match(after)
    return bool(word and word[1][0].islower() and word[1] == word[1].lower())


def _is_abbreviation(before: str, after: str, language: str) -> bool:
    if not before.endswith("."):
        return False
    if _CLOCK.search(before):
        return _AFTER_CLOCK.match(after) is not None
    starts_sentence = _starts_sentence(after, language)
    if _INITIAL.search(before):
        return not starts_sentence
    if _ORDINAL.search(before) and language in _ORDINAL_LANGUAGES:
        return not starts_sentence
    return _is_known_abbreviation(before, after, language, starts_sentence=starts_sentence)


def _is_known_abbreviation(
    before: str, after: str, language: str, *, starts_sentence: bool
) -> bool:
    word = _LAST_WORD.search(before)
    if not word:
        return False
    if word[1] in TITLES.get(language, ()):
        return True
    if word[1] in BEFORE_NUMBER.get(language, ()):
        return after.lstrip()[:1].isdigit()
    return word[1] in INSIDE_NAMES.get(language, ()) and not starts_sentence


def _starts_sentence(after: str, language: str) -> bool:
    word = _FIRST_WORD.match(after)
    return word is not None and word[1] in STARTERS.get(language, ())
