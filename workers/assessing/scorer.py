"""A statement and its indexed sources in, a verdict with its passages and reasons out. Pure.

``Scorer`` is the seam: the lexical scorer here stands alone, runs offline and gives the same
answer every time; a small entailment model may later stand behind the same protocol.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from service.domain import Accounted, Differing, ValueCheck, Verdict
from workers.assessing.accounted import locate_accounted
from workers.assessing.clauses import find_unsupported
from workers.assessing.coverage import Accounting, Claim, Span, read_claim, share_of
from workers.assessing.features import Case, extract_features
from workers.assessing.judging import COULD_NOT, explain, find_differences, judge, missing_parts
from workers.assessing.passages import Passage, SourceIndex, index_source
from workers.assessing.verbatim import stands_verbatim
from workers.assessing.weights import Weights, load_weights
from workers.language.scripts import is_other_script

__all__ = ["Passage", "Score", "Scorer", "SourceIndex", "SourceLike", "load_scorer"]


class SourceLike(Protocol):
    """What a scorer needs of a source; ``language`` is a BCP 47 primary subtag or ``None``."""

    @property
    def source_id(self) -> str: ...  # noqa: D102  described by the class
    @property
    def text(self) -> str: ...  # noqa: D102  described by the class
    @property
    def language(self) -> str | None: ...  # noqa: D102  described by the class


NEARLY_ALL = 0.99  # of a statement's weight in one passage: only there can it stand verbatim


@dataclass(frozen=True, slots=True)
class Score:
    """What the sources say of one statement, before the article's own concerns.

    ``support`` and ``contradiction`` are calibrated probabilities (0 to 1), ``None`` where
    nothing could be compared. ``missing``, ``differing``, ``accounted`` and ``unsupported``
    have offsets into the statement; the last is the clause that no passage has, where a
    partially supported one has such. Each passage of
    ``evidence`` gives its text back: ``source.text[start:end]``. ``reason`` is for an editor;
    ``reason_code`` is its stable short form.
    """

    support: float | None
    contradiction: float | None
    verdict: Verdict
    reason: str
    missing: tuple[tuple[int, int], ...] = ()
    evidence: tuple[Passage, ...] = ()
    values: tuple[ValueCheck, ...] = ()
    reason_code: str = ""
    differing: tuple[Differing, ...] = ()
    accounted: tuple[Accounted, ...] = ()
    unsupported: Span | None = None


class Scorer(Protocol):
    """Decides what sources say of a statement, the same whatever it was asked before."""

    @property
    def version(self) -> str:
        """Names rules and weights together; scores compare only within one version."""

    def index(self, source: SourceLike, about: str = "") -> SourceIndex:
        """Make a source ready for an article; ``about`` names its publisher and author."""

    def score(
        self,
        statement: str,
        language: str | None,
        indexes: Sequence[SourceIndex],
        frame: Sequence[Span] = (),
    ) -> Score:
        """Decide. The order of ``indexes`` never matters.

        ``frame`` holds spans of the statement that say who says so, not what is said.
        """


@cache
def load_scorer() -> Scorer:
    """Return the scorer that ships, with its own weights."""
    return LexicalScorer(load_weights())


@dataclass(frozen=True, slots=True)
class LexicalScorer:
    """Coverage of the statement's words by located passages, and guards against changed facts."""

    weights: Weights

    @property
    def version(self) -> str:
        """The version of the weights, which names that of the rules they were fitted on."""
        return self.weights.version

    def index(self, source: SourceLike, about: str = "") -> SourceIndex:
        """Index a source; linear in its length."""
        return index_source(source.source_id, source.text, source.language, about)

    def score(
        self,
        statement: str,
        language: str | None,
        indexes: Sequence[SourceIndex],
        frame: Sequence[Span] = (),
    ) -> Score:
        """Decide what the sources say of ``statement``."""
        claim = read_claim(statement, language, tuple(frame))
        if not claim.parts:
            return _could_not("nothing_to_compare")
        if not any(index.units for index in indexes):
            return _could_not("no_text")
        same = [index for index in indexes if is_comparable(statement, language, index)]
        if not any(index.units for index in same):
            return _could_not("other_language")
        return _decide(self.weights, Case(claim, same))


def is_comparable(statement: str, language: str | None, index: SourceIndex) -> bool:
    """Whether a statement's words can be found in a source: one language, and one script."""
    if None not in {language, index.language} and language != index.language:
        return False
    return not is_other_script(statement, language, index.scripts)


def _could_not(code: str) -> Score:
    return Score(None, None, Verdict.COULD_NOT_CHECK, COULD_NOT[code], reason_code=code)


def _decide(weights: Weights, case: Case) -> Score:
    claim, accounting = case.claim, case.accounting
    differences = find_differences(case)
    features = extract_features(case)
    is_verbatim = features["best"] > NEARLY_ALL and stands_verbatim(claim, case.aligned)
    judgement = judge(weights, features, differences, is_verbatim=is_verbatim)
    missing = missing_parts(claim, accounting)
    in_part = judgement.verdict is Verdict.PARTIALLY_SUPPORTED
    unsupported = find_unsupported(claim, accounting) if in_part else None
    return Score(
        support=judgement.support,
        contradiction=judgement.contradiction,
        verdict=judgement.verdict,
        reason=explain(judgement.verdict, claim, missing, differences, unsupported),
        missing=missing,
        evidence=_evidence(claim, accounting),
        values=case.values,
        reason_code=judgement.verdict.value,
        differing=tuple(difference.data for difference in differences),
        accounted=locate_accounted(claim, accounting, case.values),
        unsupported=unsupported,
    )


def _evidence(claim: Claim, accounting: Accounting) -> tuple[Passage, ...]:
    """Passages in the order of what they add."""
    return tuple(
        Passage(window.index.source_id, *window.span, round(share_of(claim, row), 4))
        for window, row in zip(accounting.windows, accounting.matches, strict=True)
    )
