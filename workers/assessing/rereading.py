"""What was not found in the body of a page in, what all of the page says of it out. Pure.

Extraction drops clauses and boxes, but the rest of a page also holds teasers and comments:
so it may support, in one passage and nearly whole, and never contradicts.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.domain import QuoteResult, Statement, Verdict
from workers.assessing.framing import frame_of
from workers.assessing.quotes import Quote, QuoteMatch, SourceText, match_quotes
from workers.assessing.scorer import Score, Scorer, SourceIndex

LEAST_SHARE = 0.9  # of the statement's weight, in one passage; chosen, not fitted
OUTSIDE = "It stands outside the article's body, elsewhere on the page."
_SOUND = frozenset({QuoteResult.EXACT, QuoteResult.NORMALISED})


def score_again(
    score: Score,
    statement: Statement,
    language: str | None,
    rests: Sequence[SourceIndex],
    scorer: Scorer,
) -> Score:
    """Give the score by the rest of the pages where it plainly supports, else ``score``."""
    if not rests:
        return score
    again = scorer.score(statement.text, language, rests, frame_of(statement))
    best = max((passage.score for passage in again.evidence), default=0.0)
    if again.verdict is not Verdict.SUPPORTED or best < LEAST_SHARE:
        return score
    return replace(again, reason=f"{again.reason} {OUTSIDE}")


def match_again(
    match: QuoteMatch,
    quote: Quote,
    speaker: str | None,
    rests: Sequence[SourceText],
    language: str | None,
) -> QuoteMatch:
    """Give the place of a quotation that stands word for word elsewhere on the page."""
    if match.check.result is not QuoteResult.NOT_FOUND or not rests:
        return match
    (again,) = match_quotes((quote,), speaker, rests, (), language)
    return again if again.check.result in _SOUND else match
