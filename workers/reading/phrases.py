"""A sentence and a place in it in, the words there that may name a speaker out. Pure.

Each look is bounded, to so many letters and so many words.
"""

import re
from collections.abc import Iterator, Sequence

from service.domain import AttributionClass
from workers.reading.cues import Cues
from workers.reading.quotations import Span
from workers.reading.speakers import classify_speaker

WINDOW = 200
NOWHERE: Span = (0, 0)
QUOTE_MARKS = '"“”„«»'
_MAX_WORDS = 14
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s[A-Z])|\w[\w'’&/-]*|[^\w\s]")
_TITLE_STOP = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|Inc|Corp|Co)$")
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|yesterday|today|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|januar|februar|märz|mai|juni|juli|oktober|"
    r"dezember|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|"
    r"viernes|sábado|domingo",
    re.IGNORECASE,
)
_ENDS_PHRASE = frozenset(
    ("on", "during", "after", "before", "at", "via", "am", "im", "um", "seit", "lors", "tras")
)

LOOSE_ENDS = frozenset(
    ("the", "a", "in", "of", "for", "el", "la", "los", "le", "les", "den", "der", "de")
)
_DETERMINERS = frozenset(
    ("a", "an", "the", "his", "her", "its", "one", "ein", "eine", "der", "die", "un")
)
_RELATIVES = frozenset(("who", "that", "which"))


def is_date(word: str) -> bool:
    """Whether the word is a day or a month."""
    return _CALENDAR.fullmatch(word) is not None


def words_after(sentence: str, at: int, cues: Cues) -> Span:
    """Give the place of the words right after ``at`` that may name a speaker."""
    taken: list[re.Match[str]] = []
    for token in _TOKEN.finditer(sentence, at, min(len(sentence), at + WINDOW)):
        word = token[0]
        lower = word.lower()
        if not taken and (lower in cues.fillers or _CALENDAR.fullmatch(word)):
            continue
        if not taken and lower in _ENDS_PHRASE and cues.inverts:
            continue
        if not _is_word(word, taken) or lower in cues.stops or lower in _ENDS_PHRASE:
            break
        if _is_past_nouns(word, taken, cues):
            break
        if len(taken) >= _MAX_WORDS or (cues.inverts and _CALENDAR.fullmatch(word)):
            break
        if word != ".":
            taken.append(token)
        if cues.inverts and len(taken) == 1 and lower in cues.pronouns:
            break
    taken = _before_relay(sentence, taken, cues)
    while taken and taken[-1][0].lower() in LOOSE_ENDS:
        taken.pop()
    return (taken[0].start(), taken[-1].end()) if taken else NOWHERE


def _before_relay(sentence: str, taken: list[re.Match[str]], cues: Cues) -> list[re.Match[str]]:
    """Leave out the outlet spoken to, where it follows the speaker: "dit Roe à Reuters"."""
    if not cues.inverts or not taken:
        return taken
    leads = cues.relay.finditer(sentence, taken[0].start(), taken[-1].end())
    lead = next((found.start() for found in leads if found.start() > taken[0].start()), None)
    return [token for token in taken if lead is None or token.start() < lead]


def _is_past_nouns(word: str, taken: Sequence[re.Match[str]], cues: Cues) -> bool:
    """Whether, in German, the verb has come: "Laut einem Bericht steigt …"."""
    if not cues.joints or not word.islower() or word in cues.joints:
        return False
    return any(token[0][0].isupper() for token in taken)


def _is_word(word: str, before: Sequence[re.Match[str]]) -> bool:
    """Whether the token goes on with the phrase: words do, and the stop of "Sen."."""
    if word[0].isalnum():
        return True
    return word == "." and bool(before) and _TITLE_STOP.match(before[-1][0]) is not None


def words_before(sentence: str, at: int, cues: Cues) -> Iterator[Span]:
    """Give the places of the words before ``at`` that may, those around an apposition too."""
    start = max(0, at - WINDOW)
    tokens = list(_TOKEN.finditer(sentence, start, at))
    while tokens and _is_filler(tokens[-1][0], cues):
        tokens.pop()
    tokens = _behind_marks(tokens)
    if tokens and tokens[-1][0] in _RELATIVES:
        tokens.pop()
        if tokens and tokens[-1][0] == ",":
            yield _collect(tokens[:-1], cues)
            return
    if not tokens or tokens[-1][0] in QUOTE_MARKS:
        return
    if tokens[-1][0] != ",":
        yield _collect(tokens, cues)
        return
    yield from _around_apposition(sentence, tokens[:-1], cues)


def _behind_marks(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out what was quoted before the speaker: he is not named in there."""
    for i in range(len(tokens) - 1, 0, -1):
        mark = tokens[i][0]
        if mark in QUOTE_MARKS or (mark == "'" and tokens[i - 1][0] == "'"):
            return tokens[i + 1 :] if i + 1 < len(tokens) else tokens
    return tokens


def _is_filler(word: str, cues: Cues) -> bool:
    lower = word.lower().replace("’", "'")
    return (
        lower in cues.fillers or lower.endswith("n't") or (lower.endswith("ly") and word.islower())
    )


def _around_apposition(
    sentence: str, tokens: Sequence[re.Match[str]], cues: Cues
) -> Iterator[Span]:
    """Both sides of the comma in "Jane Smith, a spokeswoman for the bank, said"."""
    commas = [i for i, token in enumerate(tokens) if token[0] == ","]
    candidates = [_collect(tokens[:i], cues) for i in reversed(commas[-4:])]
    candidates += [
        _collect(tokens[i + 1 :], cues)
        for i in commas[-1:]
        if tokens[i + 1 :] and _begins_phrase(tokens[i + 1][0])
    ]
    named = [
        (start, end)
        for start, end in candidates
        if classify_speaker(sentence[start:end]) is AttributionClass.NAMED_PERSON
    ]
    yield from (*named, *candidates)


def _begins_phrase(word: str) -> bool:
    return word[0].isupper() or word in _DETERMINERS


def _collect(tokens: Sequence[re.Match[str]], cues: Cues) -> Span:
    """Give the place of the run of words that ends with the last token."""
    tokens = _without_brackets(tokens)
    taken: list[re.Match[str]] = []
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i][0]
        if len(taken) >= _MAX_WORDS or not _joins(tokens, i, cues):
            break
        if word != ".":
            taken.insert(0, tokens[i])
    taken = _without_lead(taken, cues)
    return (taken[0].start(), taken[-1].end()) if taken else NOWHERE


def _without_brackets(tokens: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Drop the "(D-Calif.)" that stands between a speaker and the verb."""
    if not tokens or tokens[-1][0] != ")":
        return tokens
    opened = [i for i, token in enumerate(tokens) if token[0] == "("]
    return tokens[: opened[-1]] if opened else tokens


def _joins(tokens: Sequence[re.Match[str]], i: int, cues: Cues) -> bool:
    word = tokens[i][0]
    if word.lower() in {"and", "und", "et", "y"} and 0 < i < len(tokens) - 1:
        return tokens[i - 1][0][:1].isupper() and tokens[i + 1][0][:1].isupper()
    if not word[0].isalnum():
        return word == "." and i > 0 and _TITLE_STOP.match(tokens[i - 1][0]) is not None
    return word.lower() not in cues.stops


def _without_lead(tokens: list[re.Match[str]], cues: Cues) -> list[re.Match[str]]:
    """Drop "On Tuesday" or "was named by" and the like before the speaker."""
    by = [i for i, token in enumerate(tokens) if token[0].lower() == "by"]
    tokens = tokens[by[-1] + 1 :] if by else tokens
    while tokens and tokens[0][0].lower().endswith("ly") and len(tokens) > 1:
        tokens = tokens[1:]
    while tokens and tokens[0][0].lower() in cues.prepositions:
        tokens = tokens[1:]
        while tokens and (_CALENDAR.fullmatch(tokens[0][0]) or tokens[0][0].isdigit()):
            tokens = tokens[1:]
    return tokens
