"""A report in; for each of its statements all that the page says of it, out. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from service.domain import (
    Assessment,
    Decision,
    Evidence,
    Finding,
    Report,
    Source,
    SourceChange,
    Statement,
)
from service.rendering import words
from service.rendering.citing import how_cited
from service.rendering.html.passages import Context, context_of, texts_of
from service.rendering.html.pertinent import pertinent_sources
from service.rendering.html.wording import (
    Compared,
    Pieces,
    compared_of,
    gone_of,
    passage_of,
    said_of,
)

SHOWN_SOURCES: Final = 8  # of a statement, by name; a closing list has hundreds, and its own place

_T = TypeVar("_T", Finding, Decision, SourceChange)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in pieces, where it stands, and what stands around it."""

    evidence: Evidence
    source: Source | None
    pieces: Pieces
    context: Context
    is_earlier: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of a statement, by its number, and how it came to be one, if not by a link."""

    number: int
    source: Source
    how: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one statement.

    ``number`` is 1-based, in the order of the article. ``pertinent`` are the numbers of the
    sources that it is about, ``rests`` the first of those it cites, ``more`` how many further.
    """

    number: int
    assessment: Assessment
    reason: str
    said: Pieces
    differs: tuple[str, ...]
    gone: tuple[str, ...]
    passages: tuple[Passage, ...]
    compared: tuple[Compared, ...]
    pertinent: tuple[int, ...]
    rests: tuple[Cited, ...]
    more: int
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    changes: tuple[SourceChange, ...]

    @property
    def classes(self) -> str:
        """By what it is found: its verdict, kind, rules, and the numbers of its sources."""
        rules = dict.fromkeys(each.rule for each in self.findings if not each.suppressed_by)
        return " ".join((self.place, *rules))

    @property
    def place(self) -> str:
        """The same without rules, for what has a rule of its own."""
        verdict, kind = self.assessment.verdict, self.assessment.statement.kind
        return " ".join((f"v-{verdict}", f"k-{kind}", *(f"c{n}" for n in self.pertinent)))


def make_cards(
    report: Report, ordered: Iterable[Assessment], source_texts: Mapping[str, str] | None
) -> tuple[Card, ...]:
    """Make the cards of these statements, which are in the order of the article."""
    maker = _Maker(report, source_texts)
    return tuple(maker.card(number, each) for number, each in enumerate(ordered, start=1))


class _Maker:
    """Looks everything up by id once, so that a long report takes no longer than its length."""

    def __init__(self, report: Report, source_texts: Mapping[str, str] | None) -> None:
        self.report = report
        self.sources = {s.id: (n, s) for n, s in enumerate(report.sources, start=1)}
        self.texts = texts_of(report, source_texts)
        self.pertinent = pertinent_sources(report)
        self.citing = how_cited(report)
        self.findings = _by_statement(report.findings)
        self.decisions = _by_statement(report.decisions)
        self.changes = _by_statement(report.changes)

    def card(self, number: int, assessment: Assessment) -> Card:
        statement = assessment.statement
        pertinent = self.pertinent.get(statement.id, ())
        rests = self._rests(statement, pertinent)
        return Card(
            number=number,
            assessment=assessment,
            reason=words.reason(assessment.reason, self.report),
            said=said_of(assessment),
            differs=tuple(dict.fromkeys(each.in_article for each in assessment.differing)),
            gone=gone_of(assessment),
            passages=tuple(
                self._passage(each, assessment)
                for each in sorted(assessment.evidence, key=lambda e: -e.score)
            ),
            compared=compared_of(assessment),
            pertinent=tuple(self.sources[id_][0] for id_ in pertinent if id_ in self.sources),
            rests=tuple(rests[:SHOWN_SOURCES]),
            more=max(0, len(rests) - SHOWN_SOURCES),
            findings=tuple(self.findings[statement.id]),
            decisions=tuple(self.decisions[statement.id]),
            changes=tuple(self.changes[statement.id]),
        )

    def _rests(self, statement: Statement, pertinent: tuple[str, ...]) -> list[Cited]:
        """Give what it cites, what it is about before what the whole article rests on."""
        cited = [
            Cited(*self.sources[id_], self.citing.get((statement.id, id_)))
            for id_ in statement.citations
            if id_ in self.sources
        ]
        return sorted(cited, key=lambda each: each.source.id not in pertinent)

    def _passage(self, evidence: Evidence, assessment: Assessment) -> Passage:
        _, source = self.sources.get(evidence.source_id, (0, None))
        page = source.page if source else None
        return Passage(
            evidence,
            source,
            passage_of(evidence, assessment),
            context_of(evidence, self.texts),
            is_earlier=page is not None and page.is_earlier(evidence.start),
        )


def _by_statement(each_of: Iterable[_T]) -> defaultdict[str | None, list[_T]]:
    found: defaultdict[str | None, list[_T]] = defaultdict(list)
    for each in each_of:
        found[each.statement_id].append(each)
    return found
