"""SP206 name-differs: a report in, its hits out. Pure.

Only the sure case is told: the same words beside one name in the article and beside another
name in the passage, by the scorer's word for it or, in reports without that, by the passage's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.domain import Assessment, DifferingKind, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import quoted, source_of

# Every noun has a capital there, so a name is told by the title or given name before it.
NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
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


@dataclass(frozen=True, slots=True)
class _Swap:
    """A name of the article, its span there, and the name that a source has for it."""

    ours: str
    span: tuple[int, int]
    theirs: str
    source_id: str


def _told(assessment: Assessment) -> Iterator[_Swap]:
    """Give the names that the scorer found in the very place of the article's."""
    for each in assessment.differing:
        if each.kind is DifferingKind.NAME and each.in_place:
            yield _Swap(each.in_article, (each.start, each.end), each.in_source, each.source_id)


def _follows_capital(word: str, words: list[str]) -> bool:
    """Tell whether a capital stands before a word that no opening of a sentence gave it."""
    at = words.index(word) if word in words else 0
    return at > 1 and words[at - 1][:1].isupper()


def _framed(assessment: Assessment, language: str | None) -> Iterator[_Swap]:
    """Give the names that stand between the words that frame a missing one."""
    statement = _words(assessment.statement.text)
    for missing in filter(lambda word: _is_name(word.text), assessment.missing):
        if language in NOUNS_HAVE_CAPITALS and not _follows_capital(missing.text, statement):
            continue
        for evidence in assessment.evidence:
            other = _in_its_place(missing.text, statement, _words(evidence.text))
            if other is not None:
                span = (missing.start, missing.end)
                yield _Swap(missing.text, span, other, evidence.source_id)


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in report.assessments:
        swaps: dict[tuple[int, int], _Swap] = {}
        framed = _framed(assessment, report.article.language)
        for swap in (*framed, *_told(assessment)):
            swaps.setdefault(swap.span, swap)
        for swap in swaps.values():
            source = source_of(report, swap.source_id)
            yield Hit(
                f"The article has the name “{swap.ours}” where {quoted(source)} has "
                f"“{swap.theirs}”.",
                assessment=assessment,
                source=source,
                span=swap.span,
                detail=swap.ours,
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
