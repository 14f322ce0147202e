"""Sources in another language than the statement in, what can be told of them out. Pure.

Across languages words prove nothing. Names, values and quotations are written alike, so they are
matched: passages where they meet are shown, and values that agree. That is a lead, never a
verdict; a value that is not there may be there in other words, so none is called different.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.domain import ValueCheck, ValueResult
from workers.assessing.coverage import Accounting, Claim, account, read_claim
from workers.assessing.figures import check_values
from workers.assessing.library import Volume
from workers.assessing.scorer import Passage, Score, SourceIndex, is_comparable

# A passage is a lead where this many of the statement's names and values meet in it.
LEAST_MET = 2
UNREADABLE_SCRIPT = (
    "unsupported_language: the words of this script are written without spaces, and cannot be "
    "told apart here"
)
# Scripts without spaces between words, and without a tokenizer here: Tai Le, New Tai Lue,
# Tai Tham, Balinese, Javanese, Cham, Tai Viet (Unicode blocks of those names).
_UNREADABLE = re.compile(
    r"[\u1950-\u197f\u1980-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9df\uaa00-\uaa5f\uaa80-\uaadf]"
)
_LOOK = 2_000  # code points that tell what a text is written in
_MUCH = 0.3  # share of the text; its vowel signs are no letters of their own


def is_unreadable(text: str) -> bool:
    """Whether a text is written in a script whose words cannot be told apart here."""
    head = text[:_LOOK]
    return len(_UNREADABLE.findall(head)) > _MUCH * max(len(head), 1)


def foreign(volumes: Sequence[Volume], statement: str, language: str | None) -> tuple[str, ...]:
    """Say, a line each, which of the sources cannot be held against the words of a statement."""
    return tuple(
        f"{v.text.source_id} is in another language ({v.text.language or 'unknown'}) than the "
        "statement"
        if not is_unreadable(v.text.text)
        else f"{v.text.source_id} is in a script whose words cannot be told apart here"
        for v in volumes
        if not is_comparable(statement, language, v.index) or is_unreadable(v.text.text)
    )


def look_abroad(
    score: Score, statement: str, language: str | None, indexes: Sequence[SourceIndex]
) -> Score:
    """Add to a score that could not be made what names and values tell of its sources."""
    if score.reason_code != "other_language":
        return score
    claim = _names_and_numbers(read_claim(statement, language))
    found = account(claim, indexes)
    values = tuple(map(_agreeing, check_values(claim, found)))
    return replace(score, evidence=tuple(_leads(found)), values=values)


def _names_and_numbers(claim: Claim) -> Claim:
    return replace(claim, parts=tuple(p for p in claim.parts if p.is_name or p.is_number))


def _leads(found: Accounting) -> list[Passage]:
    return [
        Passage(window.index.source_id, *window.span, 0.0)
        for window, row in zip(found.windows, found.matches, strict=True)
        if sum(match > 0 for match in row) >= LEAST_MET
    ]


def _agreeing(check: ValueCheck) -> ValueCheck:
    if check.result is not ValueResult.DIFFERENT:
        return check
    return replace(check, result=ValueResult.ABSENT, in_source=None, source_id=None)
