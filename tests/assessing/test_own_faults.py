"""An error of our own in one statement or source: the others are decided as ever."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from service.domain import (
    Access,
    JobStatus,
    Page,
    Reading,
    SignName,
    Submission,
    Unread,
    Verdict,
    sign,
)
from service.policy import Policy
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.assessing.coverage import Span
from workers.assessing.faults import NOT_DECIDED, has_fault
from workers.assessing.report import make_report
from workers.assessing.scorer import Score, SourceIndex, SourceLike
from workers.reading import read_article
from workers.versions import current_versions

DRAFT = """\
The council of Marlow [bought nine trams](https://a.example/) for 12 million crowns.

The old depot of Marlow [burned down in 1987](https://b.example/).

We think that this is a shame.
"""
PAGES = {
    "https://a.example/": "The council of Marlow bought nine trams for 12 million crowns.",
    "https://b.example/": "The old tram depot of Marlow burned down in 1987.",
}


@dataclass(frozen=True)
class Failing:
    """The scorer that ships, which fails at texts that hold a word."""

    word: str

    @property
    def version(self) -> str:
        return load_scorer().version

    def index(self, source: SourceLike, about: str = "") -> SourceIndex:
        if self.word in source.text and "tram depot" in source.text:
            raise ZeroDivisionError
        return load_scorer().index(source, about)

    def score(
        self,
        statement: str,
        language: str | None,
        indexes: Sequence[SourceIndex],
        frame: Sequence[Span] = (),
    ) -> Score:
        if self.word in statement:
            raise ZeroDivisionError
        return load_scorer().score(statement, language, indexes, frame)


@pytest.fixture
def reading() -> Reading:
    submission = Submission(content=DRAFT.encode(), filename="draft.md", language="en")
    read = read_article(submission, max_bytes=10**6, max_sources=100, max_statements=100)
    sources = [replace(s, outcome=Page(s.url, PAGES[s.url], language="en")) for s in read.sources]
    return replace(read, sources=tuple(sources))


def _report(reading: Reading, assessed):
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return make_report(
        reading, assessed, Policy(), report_id="r", checked_at=now, versions=current_versions()
    )


@pytest.mark.parametrize("word", ["trams for", "1987"], ids=["statement", "source"])
def test_one_that_fails_could_not_be_checked_and_the_others_are_decided(reading, word):
    """As the report says, which is not called complete."""
    sound = assess_article(reading, load_scorer())
    assessed = assess_article(reading, Failing(word))
    failed = [each.reason == NOT_DECIDED for each in assessed]
    assert failed == [word in each.statement.text for each in sound]
    assert [each.verdict for each in assessed if each.reason == NOT_DECIDED] == [
        Verdict.COULD_NOT_CHECK
    ]
    pairs = zip(assessed, sound, failed, strict=True)
    assert all(each == before for each, before, is_failed in pairs if not is_failed)
    report = _report(reading, assessed)
    assert has_fault(report)
    assert report.status is JobStatus.COMPLETED_WITH_GAPS
    assert "statements 1, sources 0" in report.limits[0].note
    assert not has_fault(_report(reading, sound))


def test_a_source_that_an_error_of_ours_left_unread_is_told_in_the_report(reading):
    first, second = reading.sources
    seen = (sign(SignName.INTERNAL_ERROR, "reading the source"),)
    lost = replace(first, outcome=Unread(first.url, Access.UNSUPPORTED_TYPE, "", signs=seen))
    reading = replace(reading, sources=(lost, second))
    report = _report(reading, assess_article(reading, load_scorer()))
    assert "statements 0, sources 1" in report.limits[0].note
    assert report.assessments[0].verdict is Verdict.COULD_NOT_CHECK
    assert report.assessments[1].verdict is Verdict.SUPPORTED
