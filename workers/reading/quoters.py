"""A sentence and the place of a quotation in, who its words say speaks it out. Pure.

For quotations that no verb of saying introduces: "Roe dismissed the plan as “a toy”". The
subject of the clause is taken for the speaker, where it is somebody who can speak.
"""

import re
from dataclasses import dataclass

from service.domain import AttributionClass
from workers.reading.cues import Cues
from workers.reading.speakers import classify_speaker

_LOOK = 300
_CLAUSE_END = re.compile(r"[;:—–]|\.\s|[”»\"],?\s(?:and|but|while|as)\s")
_NAMES = re.compile(
    r"(?<![\w'’-])(?:(?:[Tt]he|[Aa]n?|[Dd]er|[Dd]ie|[Ll]e|[Ll]a|[Ee]l)\s)?"
    r"(?:[^\W\d_a-z][\w.'’-]*\s){0,4}[^\W\d_a-z][\w'’-]*"
)
_SPEAKS = frozenset(
    {
        AttributionClass.NAMED_PERSON,
        AttributionClass.ROLE_ONLY,
        AttributionClass.NAMED_OUTLET,
        AttributionClass.VAGUE_PLURAL,
    }
)


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
    pronoun = re.compile(rf"\b(?:{'|'.join(sorted(cues.pronouns))})\b", re.IGNORECASE)
    found = [
        Quoter(match[0], *match.span())
        for match in _NAMES.finditer(sentence, low, at)
        if classify_speaker(match[0]) in _SPEAKS
    ]
    found += [
        Quoter(match[0], *match.span(), is_pronoun=True)
        for match in pronoun.finditer(sentence, low, at)
        if match[0].lower() not in {"it", "es", "him", "her", "them"}
    ]
    return min(found, key=lambda quoter: quoter.start, default=None)
