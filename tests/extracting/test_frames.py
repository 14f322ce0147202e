"""Pages as web archives show them, cited as they are: what the archive put around goes."""

from datetime import UTC, datetime

import pytest

from service.domain import Page, Reply
from workers.extracting import extract

SAID = "The harbour board of Tornvik sold nine cranes to a yard in the north last autumn."
MORE = "It had run them for a generation. " * 9
STORY = f"<article><h1>Nine cranes sold</h1><p>{SAID} {MORE}</p></article>"
AROUND = (
    '<div id="HEADER"><form action="https://archive.ph/search/"><input name="q" '
    'value="https://tornvik.example/cranes"></form>'
    '<a href="https://archive.ph/">webpage capture</a>'
    "<p>Saved from a reader of Tornvik on 3 April, all snapshots of this host.</p>{}</div>"
)
MARKS = '<div id="hashtags"><p>Share this capture with everybody.</p><a>10%</a></div>'


def read(html: str, url: str = "https://archive.ph/kQ3xT") -> Page:
    headers = {"content-type": "text/html; charset=utf-8"}
    page = extract(Reply(url, url, 200, headers, html.encode(), datetime(2026, 4, 3, tzinfo=UTC)))
    assert isinstance(page, Page)
    return page


HEADER = AROUND.format("")
NESTED = f'<div class="html"><div class="body">{STORY}</div></div>'


@pytest.mark.parametrize(
    "body",
    [
        f'{HEADER}<div id="SOLID"><div id="CONTENT">{STORY}</div>{MARKS}</div>',
        f'<center>{HEADER}</center><div id="CONTENT">{NESTED}</div>{MARKS}tail',
    ],
)
def test_of_a_page_of_archive_today_what_it_shows_is_read(body):
    """Neither its header, nor its marks; where the page stands among them is no matter."""
    text = read(
        f"<html><head><title>Nine cranes sold</title></head><body>{body}</body></html>"
    ).text
    assert SAID in text
    for theirs in ("Saved from", "snapshots", "Share this", "10%", "webpage capture"):
        assert theirs not in text


@pytest.mark.parametrize(
    "body",
    [
        f'<div id="HEADER"><p>Tornvik daily.</p></div><div id="CONTENT">{STORY}</div>',
        f'<div id="HEADER"><a href="/archive.php">Old</a><div id="CONTENT">{STORY}</div></div>',
        AROUND.format(f"<div id=CONTENT>{STORY}</div>"),
        f'<div id="CONTENT">{HEADER}{STORY}</div>',
    ],
)
def test_a_page_that_only_looks_alike_stays_as_it_is(body):
    """Ids are common words: without the archive's links above the page, nothing is dropped."""
    assert SAID in read(f"<html><body>{body}</body></html>", "https://tornvik.example/cranes").text


def test_of_a_snapshot_that_is_cited_itself_the_toolbar_is_not_read():
    """As of one that an archive gave for a lost page."""
    toolbar = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>The archive holds 88 captures of this page, "
        "and asks its readers for a gift.</p></div><!-- END WAYBACK TOOLBAR INSERT -->"
    )
    page = read(f"<html><body>{toolbar}{STORY}</body></html>", "https://web.archive.org/web/2026/x")
    assert SAID in page.text
    assert "captures" not in page.text
