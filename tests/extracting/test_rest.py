"""What extraction drops of a page is kept behind its body, and looked at only in need."""

from datetime import UTC, datetime

import pytest
from troubles import article

from service.domain import (
    Article,
    Attribution,
    AttributionClass,
    Page,
    Reading,
    Reply,
    Source,
    Statement,
    StatementKind,
    Verdict,
)
from workers.assessing.article import assess_article
from workers.assessing.rereading import OUTSIDE
from workers.assessing.scorer import load_scorer
from workers.extracting import extract

LINKED = Attribution(AttributionClass.LINKED)
URL = "https://news.example/2024/harbour"
NOW = datetime(2024, 5, 1, tzinfo=UTC)
BODY = [f"On day {n} the port authority counted {n * 7} ships outside." for n in range(1, 30)]
CLAUSE = "The dredging company Marlin paid a fine of 480,000 euros in October."
BOX = f"<aside class='factbox'><p>{CLAUSE}</p></aside>"
OUTSIDE_BODY = {
    "info box": BOX,
    "table": "<table><tr><th>Company<th>Fine in October<th>Paid</tr>"
    "<tr><td>The dredging company Marlin<td>480,000 euros<td>yes</tr></table>",
    "caption": "<figure><img src='/a.jpg'><figcaption>The dredging company Marlin paid a fine of"
    " 480,000 euros in October</figcaption></figure>",
    "list": "<ul><li><a href='/a'>Maps</a></li><li>The dredging company Marlin paid a fine of"
    " 480,000 euros in October</li></ul>",
    "paragraph after the article": f"<div class='note'><p>{CLAUSE}</p></div>",
}
FOREIGN = {
    "comments": f"<div id='comments'><ol><li class='comment'><p>{CLAUSE}</p></li></ol></div>",
    "a comment thread": f"<section class='post-comments-list'><p>{CLAUSE}</p></section>",
    "a teaser with its blurb": (
        f"<div><h3><a href='/other'>Marlin fined</a></h3><p>{CLAUSE}</p></div>"
    ),
    "a teaser that is one link": f"<a href='/other'><h3>Marlin fined</h3><p>{CLAUSE}</p></a>",
    "related stories": f"<div class='related-stories'><p>{CLAUSE}</p></div>",
    "a menu": f"<nav><p>{CLAUSE}</p></nav>",
    "what is hidden": f"<div style='display: none'><p>{CLAUSE}</p></div>",
}


def read(extra="", head="", inside=""):
    content = article("Harbour", *BODY, head=head).replace("</body>", f"{extra}</body>")
    content = content.replace("</article>", f"{inside}</article>").encode()
    return extract(Reply(URL, URL, 200, {"content-type": "text/html"}, content, NOW))


def with_rest(text: str) -> Page:
    """Give a page whose body lacks ``text``, which stands behind it."""
    body = "\n".join(BODY)
    return Page(URL, f"{body}\n{text}", language="en", main_length=len(body))


def assess(text: str, page: Page):
    statement = Statement(
        "st1", text, 0, len(text), 0, 1, 1, StatementKind.FACT, LINKED, citations=("s1",)
    )
    source = Source("s1", URL, outcome=page)
    made = Article(text, language="en", statements=(statement,))
    (assessment,) = assess_article(Reading(made, (source,)), load_scorer())
    return assessment


def test_a_sentence_outside_the_body_is_kept_behind_it():
    page = read(BOX)
    assert CLAUSE in page.text
    assert all(sentence in page.main_text for sentence in BODY)
    assert page.text.startswith(page.main_text)
    assert page.text.count(BODY[3]) == 1


@pytest.mark.parametrize("name", OUTSIDE_BODY)
def test_what_extraction_drops_is_found_when_the_page_is_read_again(name):
    page = read(OUTSIDE_BODY[name])
    found = assess(CLAUSE, page)
    assert found.verdict is Verdict.SUPPORTED, page.text[page.main_length or 0 :]
    evidence = found.evidence[0]
    assert page.text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("name", FOREIGN)
def test_what_belongs_to_others_vouches_for_nothing(name):
    page = read(FOREIGN[name])
    assert "480,000" not in page.text
    assert assess(CLAUSE, page).verdict is Verdict.NOT_FOUND


def test_a_line_that_leads_to_another_story_is_no_word_of_this_one():
    page = read(inside="<p>Read more: Marlin paid a fine of 480,000 euros in October</p>")
    assert "480,000" not in page.text
    assert all(sentence in page.main_text for sentence in BODY)


def test_a_page_of_nothing_but_marked_boxes_is_still_read():
    page = extract(
        Reply(URL, URL, 200, {}, f"<html><body><div class='comments'><p>{CLAUSE}".encode(), NOW)
    )
    assert CLAUSE in page.text


def test_a_page_that_is_all_body_has_no_rest():
    page = read()
    assert (page.main_length, page.main_text) == (None, page.text)


def test_what_stands_elsewhere_on_the_page_supports_and_says_so():
    page = with_rest(CLAUSE)
    found = assess(CLAUSE, page)
    assert found.verdict is Verdict.SUPPORTED
    assert OUTSIDE in found.reason
    evidence = found.evidence[0]
    assert page.text[evidence.start : evidence.end] == evidence.text == CLAUSE


def test_a_teaser_that_says_part_of_it_does_not_support():
    page = with_rest("The dredging company Marlin is looking for a new harbour this year.")
    assert assess(CLAUSE, page).verdict is Verdict.NOT_FOUND


def test_the_rest_of_a_page_never_contradicts():
    page = with_rest(CLAUSE.replace("480,000", "730,000"))
    assert assess(CLAUSE, page).verdict is Verdict.NOT_FOUND


def test_a_licence_is_read_from_its_link_and_absent_without_one():
    link = "<link rel='license' href='https://creativecommons.org/licenses/by/4.0/'>"
    assert read(head=link).licence == "https://creativecommons.org/licenses/by/4.0/"
    assert read().licence is None


def test_the_day_of_publication_is_that_of_the_newsroom():
    meta = '<meta property="article:published_time" content="2024-04-30T22:15:00-05:00">'
    published = read(head=meta).published_at
    assert published == datetime(2024, 5, 1, 3, 15, tzinfo=UTC)
    assert published.date().isoformat() == "2024-04-30"
