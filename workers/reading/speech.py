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
from workers.reading.phrases import (
    LOOSE_ENDS,
    NOWHERE,
    QUOTE_MARKS,
    WINDOW,
    is_date,
    words_after,
    words_before,
)
from workers.reading.quotations import Span
from workers.reading.quoters import find_quoter
from workers.reading.speakers import classify_noun, classify_speaker

_MAX_CUES = 12
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
_VOICED = re.compile(
    r"(?:[”\"»]|\0?'')\s+((?:[Hh]e|[Ss]he|[Tt]hey)\b|(?:(?:[Tt]he|[Aa]n?|[Oo]ne)\s(?:[a-z-]+\s){0,2})?"
    r"(?:[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}|(?<=\s)[a-z-]+))\s(?:\w+ly\s)?"
    r"([a-z]{2,}ed|went on|began|sang|reads?|laughs?|wr[io]tes?|s[ao]ys?|quotes?)\b"
)
_NAMED = re.compile(
    r"(?:[^:]{1,80}\s[-–—]\s)?([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4})(?:\s\([^()]{1,40}\))?(:)"
    r"\s*(?:[“„\"«»]|'')\0?$"
)
_ENCLITIC = re.compile(r"-t-(ils?|elles?|on)\b", re.IGNORECASE)  # "a-t-elle dit"
_OBJECTS = frozenset(("him", "her", "them"))
_HELPING = re.compile(
    r"\b(?:is|are|was|were|be|been)(?: not|n['’]t)?(?: (?:now|also|already|still))?\s+$"
)
_COORDINATED = re.compile(r"\b(?:and|but|then)\s+(?:\w+ly\s+|also\s+|later\s+)?$")
_BEFORE_PARTICIPLE = re.compile(
    r"(?:[,\"”“'’]|\b(?:statement|message|post|letter|e-?mail|and|while|by|for|in|before|after|without))\s+$"
)
_SUBJECT = re.compile(
    r"(?:(?:And|But|So|Yet|Then|Still)(?: then)?,?\s)?(?:[^,]{1,80},\s)?"
    r"((?:[Hh]e|[Ss]he|[Tt]hey)\b|"
    r"(?:(?:[Tt]he|[Aa]n?|His|Her)\s)?(?:[A-Z][\w.'’-]+\s){0,3}[A-Z][\w'’-]+)"
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
        before = found[-1].spoken_at if found else NOWHERE
        cue = _read_cue(sentence, match, place, cues, before)
        if cue is not None and (not found or cue.start >= _reach(found[-1])):
            found.append(cue)
    return tuple(found) or tuple(_beside_quotation(sentence, quoted))


def _beside_quotation(sentence: str, quoted: Sequence[Span]) -> Iterator[Cue]:
    """Read "Roe: “…" and "…,” Roe went on": right behind a quotation, any verb is one of saying."""
    named = _NAMED.match(sentence, 0, quoted[0][0]) if quoted else None
    if named and classify_speaker(named[1]) is not AttributionClass.NONE:
        yield Cue(
            ":", *named.span(2), named[1], classify_speaker(named[1]), Place.VERB, named.span(1)
        )
        return
    for _, end in quoted[:_MAX_CUES]:
        found = _VOICED.match(sentence, end, end + WINDOW)
        if found is None:
            continue
        words, (start, stop) = found[1], found.span(2)
        is_pronoun = words.lower() in {"he", "she", "they"}
        cls = AttributionClass.NONE if is_pronoun else classify_noun(words)
        if is_pronoun or cls is not AttributionClass.NONE:
            yield Cue(found[2], start, stop, words, cls, Place.VERB, found.span(1), is_pronoun)
            return


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
    if place is Place.VERB and match[0].split()[0].lower().endswith("ing"):
        place = Place.PARTICIPLE
    for start, end in _phrases(sentence, match, place, cues, before):
        words = _DATED.sub("", sentence[start:end])
        spoken_at = (start, start + len(words))
        if words.lower() in _OBJECTS and start < match.start():
            return None  # "hearing him say"
        is_pronoun = words.lower() in cues.pronouns
        cls = AttributionClass.NONE if is_pronoun else _class_of(words, match[0], place)
        if is_pronoun or cls is not AttributionClass.NONE:
            return Cue(match[0], *match.span(), words, cls, place, spoken_at, is_pronoun)
    return None


def _class_of(words: str, cue: str, place: Place) -> AttributionClass:
    """Class the words beside a cue; none where they name nobody who could speak."""
    if words.endswith(("'s", "’s", "s'", "s’")):
        return AttributionClass.NONE  # "Smith's claims": the cue is a noun here.
    last = words.rsplit(" ", maxsplit=1)[-1]
    if is_date(last) or last in LOOSE_ENDS:
        return AttributionClass.NONE
    return classify_noun(words) if _speaks(cue, place) else classify_speaker(words)


def _speaks(cue: str, place: Place) -> bool:
    """Whether whoever stands beside the cue speaks, as with "said" but not with "noted"."""
    return place is not Place.PARTICIPLE and _PLAIN.fullmatch(cue) is not None


def _phrases(
    sentence: str, match: re.Match[str], place: Place, cues: Cues, spoke: Span
) -> Iterator[Span]:
    """Give the places of the words that may name the speaker, the likeliest first."""
    at, end = match.span()
    before = sentence[max(0, at - WINDOW) : at]
    if place is Place.BEFORE:
        yield words_after(sentence, end, cues)
        return
    if place is Place.PARTICIPLE:
        yield from _doing(sentence, match, cues)
        if _BEFORE_PARTICIPLE.search(before):
            yield from (spoke, _subject(sentence))
            quoter = find_quoter(sentence, at, cues)
            yield (quoter.start, quoter.end) if quoter else NOWHERE
        return
    if within := _ENCLITIC.search(match[0]):
        yield at + within.start(1), at + within.end(1)
        return
    is_verb = place is Place.VERB
    if is_verb and not cues.inverts and _is_inverted(sentence, at):
        yield _closed_words_after(sentence, end, cues)
    yield from words_before(sentence, at, cues)
    if is_verb and _COORDINATED.search(before):
        yield from (spoke, _subject(sentence))
    if is_verb and (cues.inverts or _is_inverted(sentence, at)):
        yield words_after(sentence, end, cues)


def _doing(sentence: str, match: re.Match[str], cues: Cues) -> Iterator[Span]:
    """Read who "is saying", and "most voters saying" that follows no comma."""
    helped = _HELPING.search(sentence, max(0, match.start() - WINDOW), match.start())
    at = helped.start() if helped else match.start()
    if helped or sentence[:at].rstrip()[-1:].isalpha():
        yield from words_before(sentence, at, cues)


def _subject(sentence: str) -> Span:
    """Give the subject of the sentence, to which "…, saying that" belongs."""
    found = _SUBJECT.match(sentence)
    return found.span(1) if found else NOWHERE


def _closed_words_after(sentence: str, at: int, cues: Cues) -> Span:
    """Give the words after the verb if they end there, as in "…, said Jane Smith."."""
    start, end = words_after(sentence, at, cues)
    first, *others = sentence[start:end].lower().split(" ")
    if first in cues.prepositions or (others and first in cues.pronouns):
        return NOWHERE
    if first in _POSSESSIVES and not _QUOTED_BEFORE.search(sentence, max(0, at - WINDOW), at):
        return NOWHERE
    if sentence.endswith(("told", "tells"), 0, at):
        return NOWHERE
    rest = sentence[end : end + WINDOW].lstrip()
    closed = not rest or rest[0] in ",.;:—" or rest.startswith(("who ", "on "))
    return (start, end) if closed else NOWHERE


def _is_inverted(sentence: str, at: int) -> bool:
    """Whether the verb follows a quotation or a comma, as in ``…," said Smith``."""
    before = sentence[max(0, at - WINDOW) : at].rstrip()
    return before.endswith(tuple(QUOTE_MARKS + "',")) or not before
