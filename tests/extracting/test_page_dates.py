"""The day of a page is one that the page tells of itself, and no year that its text mentions."""

from datetime import UTC, datetime

import pytest
from troubles import article

from service.domain import Page, Reply
from workers.extracting import extract

URL = "https://news.example/burst"
NOW = datetime(2026, 5, 10, tzinfo=UTC)
SAID = "They were told in 2021 that this pipe would go, and nobody did a thing about it."


def read(head: str = "") -> Page:
    told = [f"On day {n} the works counted {n * 7} leaks in the town." for n in range(2, 30)]
    content = article("Burst main", SAID, *told, head=head).encode()
    page = extract(Reply(URL, URL, 200, {"content-type": "text/html"}, content, NOW))
    assert isinstance(page, Page)
    return page


def test_a_year_in_the_text_is_no_day_of_publication() -> None:
    page = read()
    assert SAID in page.text
    assert page.published_at is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2021-01-01">', "2021-01-01"),
        ('<meta property="article:published_time" content="2025-03-04">', "2025-03-04"),
    ],
)
def test_a_day_that_the_page_states_is_kept_if_only_new_years_day(head: str, day: str) -> None:
    page = read(head)
    assert page.published_at is not None
    assert page.published_at.date().isoformat() == day
