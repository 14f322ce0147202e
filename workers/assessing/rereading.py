"""What was not found in the body of a page in, what all of the page says of it out. Pure.

Extraction drops clauses and boxes, but the rest of a page also holds teasers and comments,
and a copy of an earlier day what the page may have taken back: so they may support, in one
passage and nearly whole, and never contradict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from service.domain import Page, QuoteResult, Statement, Verdict
from workers.assessing.framing import frame_of
from workers.assessing.quotes import Quote, QuoteMatch, SourceText, match_quotes
from workers.assessing.scorer import Score, Scorer, SourceIndex

LEAST_SHARE = 0.9  # of the statement's weight, in one passage; chosen, not fitted
OUTSIDE = "It stands outside the article's body, elsewhere on the page."
EARLIER = "It stands in the archived copy{} alone: the page has been changed since."
_SOUND = frozenset({QuoteResult.EXACT, QuoteResult.NORMALISED})


def score_again(
    score: Score,
    statement: Statement,
    language: str | None,
    rests: Sequence[SourceIndex],
    pages: Mapping[str, Page],
    scorer: Scorer,
) -> Score:
    """Give the score by the rest of the pages where it plainly supports, else ``score``.

    ``pages`` has the page of each rest, by source id.
    """
    if not rests:
        return score
    again = scorer.score(statement.text, language, rests, frame_of(statement))
    best = max(again.evidence, key=lambda passage: passage.score, default=None)
    if again.verdict is not Verdict.SUPPORTED or best is None or best.score < LEAST_SHARE:
        return score
    return replace(again, reason=f"{again.reason} {_place(pages[best.source_id], best.start)}")


def _place(page: Page, start: int) -> str:
    if not page.is_earlier(start):
        return OUTSIDE
    return EARLIER.format(f" of {page.archived_at.date()}" if page.archived_at else "")


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
