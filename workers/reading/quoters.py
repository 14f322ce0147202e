"""A sentence and the place of a quotation in, who its words say speaks it out. Pure.

For quotations that no verb of saying introduces: "Roe dismissed the plan as “a toy”". The
subject of the clause is taken for the speaker, where it is somebody who can speak.
"""

import re
from dataclasses import dataclass
from functools import cache

from service.domain import AttributionClass
from workers.reading.cues import Cues
from workers.reading.speakers import classify_speaker

_LOOK = 300
_CLAUSE_END = re.compile(r"[;:—–]|\.\s|[”»\"],?\s(?:and|but|while|as)\s")
_NAMES = re.compile(
    r"(?<![\w'’-])(?:(?:[Tt]he|[Aa]n?|[Dd]er|[Dd]ie|[Ll]e|[Ll]a|[Ee]l)\s)?"
    r"(?:[^\W\d_a-z][\w.'’-]*\s){0,4}[^\W\d_a-z][\w'’-]*"
)
_DETERMINER = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_NOUN = re.compile(r"\s[a-z][\w-]+")
_VERB = re.compile(r"\s(?:\w+(?:ed|[^n]s|te)|said|also|never|once|put|made|took|gave|saw|has|had)$")
_NO_NAME = re.compile(
    r"(?:When |While |As |After |Before |If )?\w+ing|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen|"
    r"Last|Next|Earlier|Later|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|(?:When|While|As|After|Before|If)\s.*"
)
_SPEAKS = frozenset(
    {
        AttributionClass.NAMED_PERSON,
        AttributionClass.ROLE_ONLY,
        AttributionClass.NAMED_OUTLET,
        AttributionClass.VAGUE_PLURAL,
    }
)


@cache
def _pronouns(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoter:
    """The words that name who speaks a quotation; offsets into the sentence."""

    words: str
    start: int
    end: int
    is_pronoun: bool = False


def find_quoter(sentence: str, at: int, cues: Cues) -> Quoter | None:
    """Give the subject of the clause before offset ``at``; ``None`` where none is plain."""
    low = max(0, at - _LOOK)
    for end in _CLAUSE_END.finditer(sentence, low, max(at - 1, low)):
        low = end.end()
    pronoun = _pronouns(cues.pronouns)
    spans = (_whole(sentence, *match.span(), at) for match in _NAMES.finditer(sentence, low, at))
    found = [
        Quoter(sentence[start:end], start, end)
        for start, end in spans
        if classify_speaker(sentence[start:end]) in _SPEAKS
        and not _NO_NAME.fullmatch(sentence, start, end)
    ]
    found += [
        Quoter(match[0], *match.span(), is_pronoun=True)
        for match in pronoun.finditer(sentence, low, at)
        if match[0].lower() not in {"it", "es", "him", "her", "them"}
    ]
    return min(found, key=lambda quoter: quoter.start, default=None)


def _whole(sentence: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Let "the Trump" go on to "the Trump administration"; nothing of "The NATO talks began"."""
    noun = _NOUN.match(sentence, end, at)
    if noun is None or not _DETERMINER.match(sentence, start, end):
        return start, end
    whole = sentence[start : noun.end()]
    if classify_speaker(whole) is AttributionClass.ROLE_ONLY:
        return start, noun.end()
    return (start, end) if _VERB.search(whole) else (start, start)
