"""A proposed boundary in, whether a sentence really ends there out. Pure."""

import re

from workers.language.abbreviations import BEFORE_NUMBER, INSIDE_NAMES, STARTERS, TITLES

# All rules look at this much text before and after the cut, so each costs a constant.
_WINDOW = 80

_LAST_WORD = re.compile(r"([^\s(\[“„«\"'’—–/]+)\.$")
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
_ENDS_IN_CALL = re.compile(r"[!?…][\"'”’»]\s*$")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)$")
_WESTERN_MARKS = ".!?…\"'”’»)"
_CLOSED_QUOTE = re.compile(r"[」』”\"]$")
# What goes on after a closed quotation, where no space and no capital tells.
_GOES_ON_AFTER_QUOTE = re.compile(
    r"(?:と|って|という|との)|[^，。！？：“”\s]{0,8}?(?:说|表示|称|问道|写道|指出|强调|回应)(?!：)"
)
_SPEECH_TAG = re.compile(
    r"\s*(?!(?:He|She|They|It|I|We|Then|But|And|The|A|One)\s)[^\W\d_][\w.'’\-]*"
    r"(?:\s+[A-Z][\w.'’\-]*){0,3}\s+"
    r"(?:said|says|asked|asks|added|adds|wrote|writes|told|replied|continued|insisted)\b"
)


def is_sentence_end(text: str, start: int, cut: int, language: str | None) -> bool:
    """Whether the sentence begun at ``start`` ends at ``cut``, given what comes after.

    Offsets are code points into ``text``. Looks at 80 of them either side, so its cost
    does not depend on the length of the text.
    """
    if _is_inside_word(text, cut):
        return False
    before = text[max(start, cut - _WINDOW) : cut].strip()
    after = text[cut : cut + _WINDOW]
    if not any(map(str.isalnum, before)) or not after.strip():
        return False
    if _LIST_NUMBER.match(before) or _goes_on_in_lower_case(after):
        return False
    if _goes_on_after_stop(before, after, is_spaced=_is_spaced(text, cut)):
        return False
    return not _is_abbreviation(before, after, (language or "en").split("-")[0])


def _is_inside_word(text: str, cut: int) -> bool:
    """Whether a Western stop has no space after it, as in "3.5" and "U.S."."""
    if text[cut - 1] not in _WESTERN_MARKS or _is_spaced(text, cut):
        return False
    return not _is_ideographic(text[cut])


def _is_spaced(text: str, cut: int) -> bool:
    return text[cut - 1].isspace() or text[cut].isspace()


def _goes_on_after_stop(before: str, after: str, *, is_spaced: bool) -> bool:
    """Tell a stop within a sentence: an ellipsis, a quotation and its speaker."""
    if _ELLIPSIS.search(before) and _has_no_case(after.lstrip()[0]):
        return True
    if not is_spaced and _CLOSED_QUOTE.search(before) and _GOES_ON_AFTER_QUOTE.match(after):
        return True
    return _ENDS_IN_CALL.search(before) is not None and _SPEECH_TAG.match(after) is not None


def _is_ideographic(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


def _has_no_case(char: str) -> bool:
    return char.isalpha() and char.upper() == char.lower()


def _goes_on_in_lower_case(after: str) -> bool:
    """Say whether a lower-case word follows, but for names such as iPhone."""
    word = _FIRST_WORD.match(after)
    return bool(word and word[1][0].islower() and word[1] == word[1].lower())


def _is_abbreviation(before: str, after: str, language: str) -> bool:
    before = before.rstrip(")]")  # "(Ariz.) Sheriff" as well
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
