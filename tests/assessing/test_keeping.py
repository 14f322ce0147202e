"""A scorer that keeps the indexes of sources for the articles that follow."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from service.domain import Page, Reading, Submission
from workers.assessing import KeepingScorer, SourceIndex, SourceLike, load_scorer
from workers.assessing.article import assess_article
from workers.assessing.scorer import LexicalScorer
from workers.reading import read_article

PORT, PILOTS = "https://port.example/2025", "https://pilots.example/staff"
SHIPS = "The Port Authority of Lindholm (PAL) recorded 412 ships yesterday."
HIRED = "The Pilot Service of Lindholm hired nine pilots."
DRAFTS = (
    f"[The PAL counted 412 ships on 3 March 2025.]({PORT})\n\n[{HIRED}]({PILOTS})\n",
    f"[{HIRED}]({PILOTS})\n\n[Lindholm recorded 512 shipss on 3 March 2025.]({PORT})\n",
    f"[The harbour of Lindholm recorded 412 ships yesterday.]({PORT})\n",
)


def _reading(draft: str, *, language: str | None = "en", day: int = 4, author: str = "") -> Reading:
    """Read a draft whose sources were written on a day of March 2025."""
    dated = datetime(2025, 3, day, tzinfo=UTC)
    pages = {
        PORT: Page(PORT, SHIPS, language=language, published_at=dated, author=author),
        PILOTS: Page(PILOTS, HIRED, language=language, published_at=dated),
    }
    submission = Submission(content=draft.encode(), filename="draft.md", language="en")
    read = read_article(submission, max_bytes=10**6, max_sources=9, max_statements=9)
    article = replace(read.article, published_at=datetime(2025, 3, day + 1, tzinfo=UTC))
    sources = tuple(replace(s, outcome=pages[s.url or ""]) for s in read.sources)
    return replace(read, article=article, sources=sources)


READINGS = [
    reading
    for draft in DRAFTS
    for reading in (
        _reading(draft),
        _reading(draft, day=12),
        _reading(draft, language=None),
        _reading(draft, author="The Harbour Gazette"),
        _reading(draft, language="de"),
    )
]


@dataclass(frozen=True, slots=True)
class Counting(LexicalScorer):
    """Notes the text of each source that it indexes."""

    indexed: list[str] = field(default_factory=list)

    def index(self, source: SourceLike, about: str = "") -> SourceIndex:
        self.indexed.append(source.text)
        return LexicalScorer.index(self, source, about)


@pytest.fixture
def counting() -> Counting:
    scorer = load_scorer()
    assert isinstance(scorer, LexicalScorer)
    return Counting(scorer.weights)


@pytest.mark.parametrize("most", [0, len(SHIPS), 10**6])
def test_what_is_kept_of_articles_before_changes_nothing(most: int) -> None:
    """Whatever their languages, dates, authors and the numbers of their sources are."""
    keeping = KeepingScorer(load_scorer(), most)
    for reading in [*READINGS, *reversed(READINGS)]:
        assert assess_article(reading, keeping) == assess_article(reading, load_scorer())


def test_a_text_is_indexed_once_for_all_articles(counting: Counting) -> None:
    keeping = KeepingScorer(counting)
    for draft in DRAFTS:
        assess_article(_reading(draft), keeping)
    assert sorted(counting.indexed) == [HIRED, SHIPS]


def test_no_more_is_kept_than_is_allowed(counting: Counting) -> None:
    """What was asked for longest ago is let go first, and made again where it is wanted."""
    keeping = KeepingScorer(counting, most=len(SHIPS))
    for draft in (DRAFTS[2], DRAFTS[2], DRAFTS[0], DRAFTS[2]):
        assess_article(_reading(draft), keeping)
    assert counting.indexed == [SHIPS, HIRED, SHIPS]
