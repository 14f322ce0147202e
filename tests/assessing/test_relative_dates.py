"""The law of relative dates: "yesterday" means the day before its own text was written."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.domain import Page, Submission
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.reading import read_article

URL = "https://a.example/ferry"


def values_of(sentence, source, *, dated=True):
    day = datetime(2024, 5, 14, tzinfo=UTC) if dated else None
    draft = f"[{sentence[:-1]}]({URL}).".encode()
    submission = Submission(content=draft, filename="a.md", language="en", published_at=day)
    reading = read_article(submission, max_bytes=10**5, max_sources=9, max_statements=9)
    page = Page(URL, source, language="en", published_at=datetime(2024, 5, 10, tzinfo=UTC))
    reading = replace(reading, sources=tuple(replace(s, outcome=page) for s in reading.sources))
    return [v.result.value for a in assess_article(reading, load_scorer()) for v in a.values]


@pytest.mark.parametrize(
    ("sentence", "source", "results"),
    [
        ("The ferry Aurora sank yesterday.", "The ferry Aurora sank on 13 May 2024.", ["equal"]),
        ("The ferry Aurora sank yesterday.", "The ferry Aurora sank on 3 May 2024.", ["different"]),
        ("The ferry Aurora sank on 9 May 2024.", "The ferry Aurora sank yesterday.", ["equal"]),
        ("The ferry Aurora sank yesterday.", "The ferry Aurora sank with all its cargo.", []),
    ],
)
def test_both_sides_are_told_by_their_own_day(sentence, source, results):
    """The article's words by the article's date, the source's by the source's."""
    assert values_of(sentence, source) == results


def test_without_a_date_nothing_is_told():
    """Of an article without a date, "yesterday" is no value."""
    sentence, source = "The ferry Aurora sank yesterday.", "The ferry Aurora sank on 3 May 2024."
    assert values_of(sentence, source, dated=False) == []
