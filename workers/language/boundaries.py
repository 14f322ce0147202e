"""A proposed boundary in, whether a sentence really ends there out. Pure."""

import re

from workers.language.abbreviations import BEFORE_NUMBER, INSIDE_NAMES, STARTERS, TITLES
from workers.language.speech_tags import SPEECH_TAGS, UNSPACED_SPEECH_TAG

# All rules look at this much text before and after the cut, so each costs a constant.
_WINDOW = 80

_LAST_WORD = re.compile(r"([^\s(\[“„«\"'’—–/]+)\.$")
# A dash may lead a speaker on, and Dutch begins a sentence with "'s Avonds".
_FIRST_WORD = re.compile(r"\s*(?:[’']\w\s+(?=[A-Z]))?[\s\"'“„«(\[¿¡–—]*([^\W\d_][\w'’\-]*)")
_INITIAL = re.compile(r"(?:^|[\s.(\"“„«\-])[^\W\d_]\.$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_ORDINAL_LANGUAGES = frozenset(
    ("de", "da", "no", "nb", "nn", "fi", "cs", "sk", "hu", "pl", "tr", "hr", "sl", "et", "lv", "is")
)
_FIRST_INITIAL = re.compile(r"(?:^|[a-zà-ÿ,])\s*[A-Z]\.$")
_FRENCH_PARTICLE = re.compile(r"\s*(?:Le|La|De|Du|Des)\s+[A-Z]")
_ELIDED_STARTER = {
    "fr": re.compile(r"(?:[LCJSN]|Qu)['’]"),
    "it": re.compile(r"(?:[LC]|Un|All|Dall|Dell|Nell|Sull)['’]"),
}
_STREET = re.compile(r"(?i:str)\.$")
_LIST_NUMBER = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|[a-zA-Z][.)])$")
_CLOCK = re.compile(r"\b[ap]\.\s?m\.$")
_AFTER_CLOCK = re.compile(
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]?[A-Z]?T\b|GMT|UTC|Eastern|"
    r"Central|Mountain|Pacific|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
_ENDS_IN_CALL = re.compile(r"[!?…؟！？][\"'”’»]\s*$")
_ENDS_IN_QUOTED_STOP = re.compile(r"[.।][\"'”’»]\s*$")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)$")
# Korean ends its sentences in this syllable, so an ellipsis after it ends one too.
_KOREAN_FINAL = re.compile(r"다(?:\.\.\.|…)$")
_WESTERN_MARKS = ".!?…\"'”’»)"
_WIDE_STOP = "．"
_CLOSED_QUOTE = re.compile(r"[」』”\"]$")
# "2023. 3. 5." is how Korean writes a date; a sentence that ends in one is rare.
_SPACED_DATE = re.compile(r"(?:^|\s)\d{4}\.(?:\s?\d{1,2}\.){0,2}$")


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
    language = (language or "en").split("-")[0]
    if _goes_on_after_stop(before, after, language, is_spaced=_is_spaced(text, cut)):
        return False
    return not _is_abbreviation(before, after, language)


def _is_inside_word(text: str, cut: int) -> bool:
    """Whether a Western stop has no space after it, as in "3.5" and "U.S."."""
    last, first = text[cut - 1], text[cut]
    if last in _WESTERN_MARKS:
        return not (first.isspace() or _is_ideographic(first))
    return last == _WIDE_STOP and first.isdigit()


def _is_spaced(text: str, cut: int) -> bool:
    return text[cut - 1].isspace() or text[cut].isspace()


def _goes_on_after_stop(before: str, after: str, language: str, *, is_spaced: bool) -> bool:
    """Tell a stop within a sentence: an ellipsis, a quotation and its speaker."""
    if _ELLIPSIS.search(before) and _has_no_case(after.lstrip()[0]):
        return not _KOREAN_FINAL.search(before)
    if not is_spaced and _CLOSED_QUOTE.search(before) and UNSPACED_SPEECH_TAG.match(after):
        return True
    if language in SPEECH_TAGS and _ENDS_IN_QUOTED_STOP.search(before):
        return language != "en" and SPEECH_TAGS[language].match(after) is not None
    tag = SPEECH_TAGS.get(language, SPEECH_TAGS["en"])
    return _ENDS_IN_CALL.search(before) is not None and tag.match(after) is not None


def _is_ideographic(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


def _has_no_case(char: str) -> bool:
    return char.isalpha() and char.upper() == char.lower()


def _goes_on_in_lower_case(after: str) -> bool:
    """Say whether a lower-case word follows, but for names such as iPhone."""
    word = _FIRST_WORD.match(after)
    return bool(word and word[1][0].islower() and word[1] == word[1].lower())


def _is_abbreviation(before: str, after: str, language: str) -> bool:
    starts_sentence = _starts_sentence(after, language)
    if before.endswith("."):
        if _CLOCK.search(before):
            return _AFTER_CLOCK.match(after) is not None
        if _INITIAL.search(before):
            return not starts_sentence or _is_french_name(before, after, language)
        if _is_ordinal(before, language):
            return not starts_sentence
    before = before.rstrip(")]")  # "(Ariz.) Sheriff" as well
    return before.endswith(".") and _is_known_abbreviation(
        before, after, language, starts_sentence=starts_sentence
    )


def _is_french_name(before: str, after: str, language: str) -> bool:
    """Tell "J. Le Goff", where an article with a capital goes on with the name."""
    if language != "fr" or not _FIRST_INITIAL.search(before):
        return False
    return _FRENCH_PARTICLE.match(after) is not None


def _is_ordinal(before: str, language: str) -> bool:
    if language == "ko":
        return _SPACED_DATE.search(before) is not None
    return language in _ORDINAL_LANGUAGES and _ORDINAL.search(before) is not None


def _is_known_abbreviation(
    before: str, after: str, language: str, *, starts_sentence: bool
) -> bool:
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found[1]
    if language in {"de", "nl"} and _STREET.search(before) and after.lstrip()[:1].isdigit():
        return True
    if found.start() == 0:  # "Approx. 3 million": the capital is the sentence's
        word = word if word in TITLES.get(language, ()) else word[0].lower() + word[1:]
    if word in TITLES.get(language, ()):
        return True
    if word in BEFORE_NUMBER.get(language, ()):
        return after.lstrip()[:1].isdigit()
    return word in INSIDE_NAMES.get(language, ()) and not starts_sentence


def _starts_sentence(after: str, language: str) -> bool:
    word = _FIRST_WORD.match(after)
    if word is None or after[word.end() :].startswith("."):  # "J. A. Smith": an initial
        return False
    elided = _ELIDED_STARTER.get(language)
    if elided and elided.match(word[1]):
        return True
    return word[1] in STARTERS.get(language, ())
