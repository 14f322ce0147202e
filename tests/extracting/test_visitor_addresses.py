"""What stood for our visit alone in an address is kept nowhere; all else comes back as it was."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain import Reply
from service.domain.addresses import without_visitor
from workers.extracting import extract

PAGE = "https://paper.example/a/b.html"


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (f"{PAGE}?id=7&utm_source=x&page=2", f"{PAGE}?id=7&page=2"),
        (f"{PAGE}?PHPSESSID=ab12", PAGE),
        (
            "https://paper.example/a;jsessionid=1A2B.n1/b?x=%C3%A9",
            "https://paper.example/a/b?x=%C3%A9",
        ),
        (f"{PAGE}?access_token=s3cr3t&lang=en#top", f"{PAGE}?lang=en#top"),
        (f"{PAGE}?X-Amz-Signature=ff&X-Amz-Date=1&versionId=3", f"{PAGE}?versionId=3"),
        (f"{PAGE}#id_token=abc&state=1", PAGE),
        ("https://ann:pw@paper.example:8443/x", "https://paper.example:8443/x"),
        (
            f"{PAGE}?q=token&design=1&keyword=k&tokens=3",
            f"{PAGE}?q=token&design=1&keyword=k&tokens=3",
        ),
        ("http://[broken", "http://[broken"),
    ],
)
def test_sessions_tokens_and_trackers_go_and_nothing_else(found, shown):
    assert without_visitor(found, "https://paper.example/short") == shown


def test_what_the_article_itself_cites_stays():
    """It is what readers follow; only what a redirect put in was ours."""
    cited = f"{PAGE}?token=guest&utm_medium=mail"
    assert without_visitor(cited, cited) == cited
    assert without_visitor(f"{cited}&sessionid=9", cited) == cited


@given(st.text(max_size=60))
def test_no_address_breaks_it_and_once_is_enough(text):
    for url in (text, f"https://paper.example/{text}"):
        once = without_visitor(url)
        assert without_visitor(once) == once


def test_a_page_is_placed_at_the_address_without_them():
    """So reports, links to passages and events never carry a session of ours."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    final = f"{PAGE}?sessionid=9f8e&part=2"
    page = extract(Reply("https://s.example/1", final, 200, {}, b"<p>Nine cranes.</p>", at))
    assert page.final_url == f"{PAGE}?part=2"
