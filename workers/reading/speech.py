"""A sentence in, its cues of attribution and the words of their speakers out. Pure.

A cue inside quotation marks is the quoted speaker's, not the article's, and is passed
over. Each look around a cue is bounded, and so are the cues of a sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service.domain import AttributionClass
from workers.reading.cues import Cues
from workers.reading.quotations import Span
from workers.reading.quoters import find_quoter
from workers.reading.speakers import classify_noun, classify_speaker

_WINDOW = 200
_MAX_CUES = 12
_MAX_WORDS = 14
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s[A-Z])|\w[\w'’&/-]*|[^\w\s]")
_TITLE_STOP = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|Inc|Corp|Co)$")
_NOWHERE: Span = (0, 0)
_QUOTE_MARKS = '"“”„«»'
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

_DATED = re.compile(
    r"(?:\s(?:released|issued|published|filed|obtained|conducted|reviewed|posted)\b.*"
    r"|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
_PLAIN = re.compile(
    r"said|says?|told|tells|according to|wrote|sagten?|sagt|zufolge|laut|nach angaben|"
    r"a dit|ont dit|a déclaré|selon|dijo|dijeron|según",
    re.IGNORECASE,
)
_POSSESSIVES = frozenset(("their", "its", "that", "there", "this", "these", "those"))
_QUOTED_BEFORE = re.compile(r"[\"”“'’],?\s+\w+$")
_OBJECTS = frozenset(("him", "her", "them"))
_HELPING = re.compile(
    r"\b(?:is|are|was|were|be|been)(?: not|n['’]t)?(?: (?:now|also|already|still))?\s+$"
)
_RELATIVES = frozenset(("who", "that", "which"))
_COORDINATED = re.compile(r"\b(?:and|but|then)\s+(?:\w+ly\s+|also\s+|later\s+)?$")
_BEFORE_PARTICIPLE = re.compile(
    r"(?:[,\"”“'’]|\b(?:statement|message|post|letter|e-?mail|and|while|by|for|in|before|after|without))\s+$"
)
_SUBJECT = re.compile(
    r"(?:(?:And|But|So|Yet|Then|Still)(?: then)?,?\s)?(?:[^,]{1,80},\s)?"
    r"((?:[Hh]e|[Ss]he|[Tt]hey)\b|"
    r"(?:(?:[Tt]he|[Aa]n?|His|Her)\s)?(?:[A-Z][\w.'’-]+\s){0,3}[A-Z][\w'’-]+)"
)
_DETERMINERS = frozenset(
    ("a", "an", "the", "his", "her", "its", "one", "ein", "eine", "der", "die", "un")
)
# Left over where a phrase is cut before a date or a place.
_LOOSE_ENDS = frozenset(
    ("the", "a", "in", "of", "for", "el", "la", "los", "le", "les", "den", "der", "de")
)


class Place(StrEnum):
    """Where a cue stands: before its speaker, after it, or as a verb."""

    BEFORE = "before"
    AFTER = "after"
    VERB = "verb"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and its speaker; offsets into the sentence, ``speaker`` as written."""

    text: str
    start: int
    end: int
    speaker: str
    cls: AttributionClass
    place: Place
    spoken_at: Span  # where the words of the speaker stand
    is_pronoun: bool = False


def find_cues(sentence: str, cues: Cues, quoted: Sequence[Span]) -> tuple[Cue, ...]:
    """Find the cues outside quotation marks that have a speaker, in text order.

    ``quoted`` are the spans of the sentence that stand in quotation marks, in order.
    """
    found: list[Cue] = []
    for match, place in _matches(sentence, cues, quoted):
        before = found[-1].spoken_at if found else _NOWHERE
        cue = _read_cue(sentence, match, place, cues, before)
        if cue is not None and (not found or cue.start >= _reach(found[-1])):
            found.append(cue)
    return tuple(found)


def _reach(cue: Cue) -> int:
    return max(cue.end, cue.spoken_at[1])


def _matches(
    sentence: str, cues: Cues, quoted: Sequence[Span]
) -> list[tuple[re.Match[str], Place]]:
    patterns = ((cues.before, Place.BEFORE), (cues.after, Place.AFTER), (cues.verbs, Place.VERB))
    starts = [start for start, _ in quoted]
    matches = [
        (match, place)
        for pattern, place in patterns
        if pattern is not None
        for match in pattern.finditer(sentence)
        if not _is_quoted(match.start(), starts, quoted)
    ]
    return sorted(matches, key=lambda m: m[0].start())[:_MAX_CUES]


def _is_quoted(at: int, starts: Sequence[int], quoted: Sequence[Span]) -> bool:
    place = bisect_right(starts, at) - 1
    return place >= 0 and at < quoted[place][1]


def _read_cue(
    sentence: str, match: re.Match[str], place: Place, cues: Cues, before: Span
) -> Cue | None:
    """Read one cue; ``before`` is where the speaker of the cue before it is named."""
    if place is Place.VERB and match[0].lower().endswith("ing"):
        place = Place.PARTICIPLE
    for start, end in _phrases(sentence, match, place, cues, before):
        words = sentence[start:end]
        found = (match[0], *match.span(), words)
        if words.lower() in _OBJECTS and start < match.start():
            return None  # "hearing him say"
        if words.lower() in cues.pronouns:
            none = AttributionClass.NONE
            return Cue(*found, none, place, (start, end), is_pronoun=True)
        if words.endswith(("'s", "’s", "s'", "s’")):
            continue  # "Smith's claims": the cue is a noun here.
        end = _without_date(words, start)
        words = sentence[start:end]
        last = words.split(" ")[-1]
        if _CALENDAR.fullmatch(last) or last in _LOOSE_ENDS:
            continue
        cls = classify_noun(words) if _speaks(match[0], place) else classify_speaker(words)
        if cls is not AttributionClass.NONE:
            return Cue(*found, cls, place, (start, end))
    return None


def _without_date(words: str, start: int) -> int:
    """Give where the speaker ends in "the order released Friday"."""
    found = _DATED.search(words)
    return start + (found.start() if found else len(words))


def _speaks(cue: str, place: Place) -> bool:
    """Whether whoever stands beside the cue speaks, as with "said" but not with "noted"."""
    return place is not Place.PARTICIPLE and _PLAIN.fullmatch(cue) is not None


def _phrases(
    sentence: str, match: re.Match[str], place: Place, cues: Cues, spoke: Span
) -> Iterator[Span]:
    """Give the places of the words that may name the speaker, the likeliest first."""
    at, end = match.span()
    before = sentence[max(0, at - _WINDOW) : at]
    if place is Place.BEFORE:
        yield _words_after(sentence, end, cues)
        return
    if place is Place.PARTICIPLE:
        yield from _doing(sentence, match, cues)
        if _BEFORE_PARTICIPLE.search(before):
            yield from (spoke, _subject(sentence))
            quoter = find_quoter(sentence, at, cues)
            yield (quoter.start, quoter.end) if quoter else _NOWHERE
        return
    is_verb = place is Place.VERB
    if is_verb and not cues.inverts and _is_inverted(sentence, at):
        yield _closed_words_after(sentence, end, cues)
    yield from _words_before(sentence, at, cues)
    if is_verb and _COORDINATED.search(before):
        yield from (spoke, _subject(sentence))
    if is_verb and (cues.inverts or _is_inverted(sentence, at)):
        yield _words_after(sentence, end, cues)


def _doing(sentence: str, match: re.Match[str], cues: Cues) -> Iterator[Span]:
    """Read who "is saying", and "most voters saying" that follows no comma."""
    helped = _HELPING.search(sentence, max(0, match.start() - _WINDOW), match.start())
    at = helped.start() if helped else match.start()
    if helped or sentence[:at].rstrip()[-1:].isalpha():
        yield from _words_before(sentence, at, cues)


def _subject(sentence: str) -> Span:
    """Give the subject of the sentence, to which "…, saying that" belongs."""
    found = _SUBJECT.match(sentence)
    return found.span(1) if found else _NOWHERE


def _closed_words_after(sentence: str, at: int, cues: Cues) -> Span:
    """Give the words after the verb if they end there, as in "…, said Jane Smith."."""
    start, end = _words_after(sentence, at, cues)
    first, *others = sentence[start:end].lower().split(" ")
    if first in cues.prepositions or (others and first in cues.pronouns):
        return _NOWHERE
    if first in _POSSESSIVES and not _QUOTED_BEFORE.search(sentence, max(0, at - _WINDOW), at):
        return _NOWHERE
    if sentence.endswith(("told", "tells"), 0, at):
        return _NOWHERE
    rest = sentence[end : end + _WINDOW].lstrip()
    closed = not rest or rest[0] in ",.;:—" or rest.startswith(("who ", "on "))
    return (start, end) if closed else _NOWHERE


def _is_inverted(sentence: str, at: int) -> bool:
    """Whether the verb follows a quotation or a comma, as in ``…," said Smith``."""
    before = sentence[max(0, at - _WINDOW) : at].rstrip()
    return before.endswith(tuple(_QUOTE_MARKS + "',")) or not before


def _words_after(sentence: str, at: int, cues: Cues) -> Span:
    taken: list[re.Match[str]] = []
    for token in _TOKEN.finditer(sentence, at, min(len(sentence), at + _WINDOW)):
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
    while taken and taken[-1][0].lower() in _LOOSE_ENDS:
        taken.pop()
    return (taken[0].start(), taken[-1].end()) if taken else _NOWHERE


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


def _words_before(sentence: str, at: int, cues: Cues) -> Iterator[Span]:
    start = max(0, at - _WINDOW)
    tokens = list(_TOKEN.finditer(sentence, start, at))
    while tokens and _is_filler(tokens[-1][0], cues):
        tokens.pop()
    tokens = _behind_marks(tokens)
    if tokens and tokens[-1][0] in _RELATIVES:
        tokens.pop()
        if tokens and tokens[-1][0] == ",":
            yield _collect(tokens[:-1], cues)
            return
    if not tokens or tokens[-1][0] in _QUOTE_MARKS:
        return
    if tokens[-1][0] != ",":
        yield _collect(tokens, cues)
        return
    yield from _around_apposition(sentence, tokens[:-1], cues)


def _behind_marks(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out what was quoted before the speaker: he is not named in there."""
    for i in range(len(tokens) - 1, 0, -1):
        mark = tokens[i][0]
        if mark in _QUOTE_MARKS or (mark == "'" and tokens[i - 1][0] == "'"):
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
    return (taken[0].start(), taken[-1].end()) if taken else _NOWHERE


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
