"""The report: the one model behind every format. Pure.

Mirrors ``report.json`` of the contract, ``schema_version`` 1.
"""

from dataclasses import dataclass
from datetime import date, datetime

from service.domain.article import Article, Statement
from service.domain.changes import EarlierCheck, SourceChange
from service.domain.publication import PublicationNote
from service.domain.source import Source
from service.domain.vocabulary import (
    DifferingKind,
    GateResult,
    IndependenceBasis,
    JobStatus,
    QuoteResult,
    Severity,
    SuppressionKind,
    ValueKind,
    ValueResult,
    Verdict,
)

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage: ``text == source_text[start:end]``, exactly.

    ``score`` is the share of the statement's weight that this passage alone
    accounts for, 0 to 1. ``page`` is 1-based, for paged documents. ``prefix`` and
    ``suffix`` are what stands beside the passage, to tell it from others of its words.
    """

    source_id: str
    text: str
    start: int
    end: int
    score: float
    page: int | None = None
    fragment_url: str | None = None
    prefix: str | None = None
    suffix: str | None = None


@dataclass(frozen=True, slots=True)
class MissingWord:
    """A part of the statement that no passage accounts for; offsets into the article."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnsupportedPart:
    """A clause that no passage accounts for, of a statement that has another that one does.

    Offsets are into the article.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Accounted:
    """A word, name or value of the article, and what a passage has of it.

    ``start``/``end`` are offsets into the article, ``source_start``/``source_end`` into the stored
    text of the source. They and ``in_source`` are ``None`` for a name that is the publisher's or
    author's own, and that the passage need not repeat.
    """

    text: str
    start: int
    end: int
    source_id: str
    in_source: str | None = None
    source_start: int | None = None
    source_end: int | None = None


def _are_same_word(ours: str, theirs: str | None) -> bool:
    return theirs is not None and ours.lower() == theirs.lower()


@dataclass(frozen=True, slots=True)
class Differing:
    """What the article has in one way and the passage in another.

    ``start``/``end`` are offsets into the article, ``source_start``/``source_end`` into the stored
    text of the source (``None`` where only the words are known). ``in_place`` is said of a name
    that stands in the very place of the article's: the words beside it are the same.
    """

    kind: DifferingKind
    in_article: str
    in_source: str
    start: int
    end: int
    source_id: str
    source_start: int | None = None
    source_end: int | None = None
    in_place: bool = False

    @property
    def is_same_word(self) -> bool:
        """As of a value: one word, in texts of different days."""
        return _are_same_word(self.in_article, self.in_source)

    @property
    def is_otherwise(self) -> bool:
        """Whether the source plainly has other words for it, which can be set against ours."""
        kind = DifferingKind
        return self.kind in {
            kind.NEGATION,
            kind.OPPOSITE,
            kind.CLASS,
            kind.CERTAINTY,
            kind.QUANTITY,
        }


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """A quotation of the article (offsets into the article) against its sources."""

    text: str
    start: int
    end: int
    speaker: str | None
    result: QuoteResult
    source_id: str | None = None
    diff: str | None = None


@dataclass(frozen=True, slots=True)
class ValueCheck:
    """A value of the statement, as written, beside the value of the source, as written.

    ``start``/``end`` give the value's place in the article where it is known.
    """

    kind: ValueKind
    in_article: str
    in_source: str | None
    result: ValueResult
    source_id: str | None = None
    start: int | None = None
    end: int | None = None

    @property
    def is_same_word(self) -> bool:
        """Whether both have one word for it: "today" is another day in a text of another day."""
        return _are_same_word(self.in_article, self.in_source)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was decided of one statement, and on what it rests.

    ``support`` and ``contradiction`` are probabilities, 0 to 1, or ``None``
    where nothing was compared. ``unsupported_part`` is known of some that are partially supported.
    """

    statement: Statement
    verdict: Verdict
    reason: str
    support: float | None = None
    contradiction: float | None = None
    missing: tuple[MissingWord, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    quotes: tuple[QuoteCheck, ...] = ()
    values: tuple[ValueCheck, ...] = ()
    advice: str | None = None
    differing: tuple[Differing, ...] = ()
    accounted: tuple[Accounted, ...] = ()
    unsupported_part: UnsupportedPart | None = None


@dataclass(frozen=True, slots=True)
class IndependenceCluster:
    """Sources that come down to one origin.

    ``named`` are outlets that the article names elsewhere without a link, and that are
    this same origin: with one of them, a single source makes a cluster.
    """

    origin: str
    basis: IndependenceBasis
    source_ids: tuple[str, ...]
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count: who said so, for what reason, since when, until when.

    ``until`` is the last day on which it holds. What was not said is ``None``.
    """

    kind: SuppressionKind
    reason: str
    by: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's word on one place. Always points: span, statement or source.

    ``suppressed_by`` says in a few words by what it was suppressed, ``suppression`` all
    that is known of that.
    """

    rule: str
    severity: Severity
    message: str
    statement_id: str | None = None
    source_id: str | None = None
    start: int | None = None
    end: int | None = None
    line: int | None = None
    column: int | None = None
    advice: str | None = None
    fingerprint: str = ""
    suppressed_by: str | None = None
    suppression: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """Pass, fail or inconclusive, and by which rules, verdicts or limits it failed."""

    result: GateResult
    failed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's word on a statement; the computed verdict stays visible beside it.

    ``action`` is a ``DecisionAction``, or whatever word a report of another version has.
    ``verdict`` is the editor's own, of an override. ``revision`` is that of the report it was
    made on. It stands no longer, and the statement is open again, where the statement's
    evidence is another than the decision was made on.
    """

    statement_id: str
    action: str
    by: str
    reason: str
    at: datetime
    verdict: Verdict | None = None
    revision: int | None = None
    is_standing: bool = True


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that was hit, and what was left out because of it."""

    name: str
    limit: float
    note: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What made the report; scores compare only within equal versions."""

    sourceproof: str
    rules: str
    extractor: str
    scorer: str


@dataclass(frozen=True, slots=True)
class Report:
    """A finished check. ``None`` in a share means nothing was there to count.

    ``earlier`` is the check whose passages were looked for again, ``changes`` what became
    of those that no longer stand as they did.
    """

    id: str
    revision: int
    checked_at: datetime
    status: JobStatus
    gate: Gate
    article: Article
    assessments: tuple[Assessment, ...]
    sources: tuple[Source, ...]
    counts: dict[Verdict, int]
    coverage: float | None
    reader_verifiable_share: float | None
    independence: tuple[IndependenceCluster, ...] | None
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    limits: tuple[Limit, ...]
    versions: Versions
    publication: tuple[PublicationNote, ...] = ()
    earlier: EarlierCheck | None = None
    changes: tuple[SourceChange, ...] = ()
