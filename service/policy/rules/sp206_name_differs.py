"""SP206 name-differs: a report in, its hits out. Pure.

No check of names is in the report, so only the sure case is told: the same words on both
sides of one name in the article and of another name in the passage.
"""

import re
from collections.abc import Iterator

from service.domain import Assessment, Evidence, MissingWord, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import quoted, source_of

WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _frames(words: list[str], at: int) -> set[tuple[str, ...]]:
    """Give the folded words that frame a place: one on either side, two before, two after.

    One word on one side alone frames too much: "President" stands before many names.
    """
    folded = ["", "", *(word.casefold() for word in words), "", ""]
    at += 2
    framed = {
        ("around", folded[at - 1], folded[at + 1]),
        ("before", folded[at - 2], folded[at - 1]),
        ("after", folded[at + 1], folded[at + 2]),
    }
    return {frame for frame in framed if all(frame)}


def _in_its_place(word: str, statement: list[str], passage: list[str]) -> str | None:
    """Find the name that stands in the passage between the words that frame ``word``."""
    if word not in statement or word in passage:
        return None
    frames = _frames(statement, statement.index(word))
    for at, other in enumerate(passage):
        is_another = _is_name(other) and other not in statement
        if is_another and frames & _frames(passage, at):
            return other
    return None


def _other_name(assessment: Assessment, missing: MissingWord) -> tuple[str, Evidence] | None:
    statement = _words(assessment.statement.text)
    for evidence in assessment.evidence:
        other = _in_its_place(missing.text, statement, _words(evidence.text))
        if other is not None:
            return other, evidence
    return None


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in report.assessments:
        for missing in assessment.missing:
            found = _other_name(assessment, missing) if _is_name(missing.text) else None
            if found is None:
                continue
            other, evidence = found
            source = source_of(report, evidence.source_id)
            yield Hit(
                f"The article has the name “{missing.text}” where {quoted(source)} has “{other}”.",
                assessment=assessment,
                source=source,
                span=(missing.start, missing.end),
                detail=missing.text,
            )


RULE = Rule(
    id="SP206",
    name="name-differs",
    severity=Severity.WARNING,
    finds="A name in the place where the source, in the same words, has another name.",
    why="A wrong name accuses or credits the wrong person.",
    example="The article: “minister Jane Doe resigned”; the source: “minister Joan Doe resigned”.",
    advice="Compare with the passage and correct the name, or cite the source that gives it.",
    hits=_hits,
)
