"""What came back becomes a page with its text, or an honest word on why it did not."""

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
import troubles
from troubles import article

from service.domain import Access, Page, ReaderAccess, Reply, SuppliedSource, Unread
from workers.extracting import extract, page_from_text
from workers.extracting.cleaning import clean

URL = "https://news.example/2024/harbour-reopens"
NOW = datetime(2024, 5, 1, tzinfo=UTC)
SENTENCES = [
    f"On day {n} of the repairs the port authority counted {n * 7} ships outside the harbour."
    for n in range(1, 40)
]


def read(content, content_type="text/html; charset=utf-8", *, url=URL, final_url=None):
    raw = content.encode() if isinstance(content, str) else content
    headers = {"content-type": content_type} if content_type else {}
    return extract(Reply(url, final_url or url, 200, headers, raw, NOW))


def paid(words: int | None) -> str:
    count = f', "wordCount": {words}' if words else ""
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        f'"isAccessibleForFree": false{count}}}</script>'
    )


def test_an_article_gives_its_text_in_order_and_open_to_readers():
    page = read(article("Harbour reopens", *SENTENCES))
    assert isinstance(page, Page)
    assert (page.access, page.reader_access, page.kind) == (Access.OK, ReaderAccess.OPEN, "html")
    places = [page.text.find(sentence) for sentence in SENTENCES]
    assert -1 not in places
    assert places == sorted(places)
    assert "Imprint" not in page.text


def test_metadata_is_read_with_the_moment_of_publication():
    head = (
        '<link rel="canonical" href="/harbour"><meta property="og:site_name" content="The Gull">'
        '<meta name="author" content="Ada Byron">'
        '<meta property="article:published_time" content="2024-04-30T08:15:00+02:00">'
    )
    page = read(article("Harbour reopens", *SENTENCES, head=head))
    assert page.title == "Harbour reopens"
    assert page.publisher == "The Gull"
    assert page.author == "Ada Byron"
    assert page.language == "en"
    assert page.canonical_url == "https://news.example/harbour"
    assert page.published_at == datetime(2024, 4, 30, 6, 15, tzinfo=UTC)
    assert (page.url, page.final_url, page.retrieved_at) == (URL, URL, NOW)


def test_a_short_notice_is_a_page_like_any_other():
    page = read(article("Notice", "The harbour reopened on Monday."))
    assert page.access is Access.OK
    assert "The harbour reopened on Monday." in page.text
    assert "Home" not in page.text


def test_a_longer_article_body_in_json_ld_is_the_text():
    body = " ".join(SENTENCES)
    said = f'{{"@type": "Article", "articleBody": "{body}"}}'
    head = f'<script type="application/ld+json">{said}</script>'
    page = read(article("Harbour reopens", SENTENCES[0], head=head))
    assert page.text == f"Harbour reopens\n{body}"


WALLS = [
    ("empty page", troubles.empty_page().body, Access.SOFT_404),
    ("no byte at all", b"", Access.SOFT_404),
    ("white space", b" \n\t ", Access.SOFT_404),
    ("not found with status 200", troubles.not_found_page(), Access.SOFT_404),
    ("login form", troubles.login_form(), Access.LOGIN),
    ("bot wall", troubles.bot_wall(), Access.BOT_BLOCKED),
    (
        "text by script alone",
        "<script src='/a.js'></script><div id='root'></div>",
        Access.UNSUPPORTED_TYPE,
    ),
    (
        "cookies first",
        article("Before you continue", "We use cookies. Accept all?"),
        Access.BOT_BLOCKED,
    ),
    ("paid, teaser only", article("Paid", "Two words of it.", head=paid(900)), Access.PAYWALLED),
]


@pytest.mark.parametrize(("content", "access"), [w[1:] for w in WALLS], ids=[w[0] for w in WALLS])
def test_what_stands_in_place_of_the_text_is_named(content, access):
    outcome = read(content)
    assert isinstance(outcome, Unread)
    assert outcome.access is access, outcome.obstacle
    assert (outcome.status, outcome.url) == (200, URL)


def test_no_title_alone_makes_a_full_article_a_wall():
    for title in ("404: how a number became a joke", "Just a moment", "Sign in", "Page not found"):
        page = read(article(title, *SENTENCES, "<input type='password'>"))
        assert page.access is Access.OK, title


def test_a_paid_page_is_whole_only_if_the_stated_length_was_read():
    words = sum(len(sentence.split()) for sentence in SENTENCES)
    whole = read(article("Paid", *SENTENCES, head=paid(words)))
    part = read(article("Paid", *SENTENCES, head=paid(3 * words)))
    unsaid = read(article("Paid", *SENTENCES, head=paid(None)))
    assert (whole.access, whole.reader_access) == (Access.OK, ReaderAccess.PAID)
    assert (part.access, part.reader_access) == (Access.PARTIAL_TEXT, ReaderAccess.PAID)
    assert (unsaid.access, unsaid.reader_access) == (Access.PARTIAL_TEXT, ReaderAccess.PAID)


def test_a_deep_address_that_leads_to_the_front_page_was_not_read():
    page = article("The Gull", *SENTENCES)
    assert read(page, final_url="https://news.example/").access is Access.SOFT_404
    assert (
        read(page, url="https://sho.rt/x1", final_url="https://news.example/").access is Access.OK
    )


KINDS = [
    ("picture", troubles.picture().body, "image/png"),
    ("picture that says it is a page", troubles.picture().body, "text/html"),
    ("film", b"\x00\x00\x00 ftypisom", "video/mp4"),
    ("packed file", b"PK\x03\x04 and more", "application/zip"),
    ("program", b"\x7fELF\x02\x01", None),
    ("noise", bytes(range(256)) * 40, None),
    ("data", b'{"a": 1}', "application/json"),
    ("broken PDF", b"%PDF-1.7 and nothing", "application/pdf"),
]


@pytest.mark.parametrize(("content", "stated"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS])
def test_what_holds_no_text_is_unsupported_whatever_it_calls_itself(content, stated):
    assert read(content, stated).access is Access.UNSUPPORTED_TYPE


@pytest.mark.parametrize("stated", ["application/octet-stream", "text/plain", None, "text/html"])
def test_a_page_under_a_wrong_type_is_read_for_what_it_is(stated):
    page = read(article("Harbour reopens", *SENTENCES), stated)
    assert (page.kind, page.access) == ("html", Access.OK)


def test_plain_text_is_stored_clean():
    page = read(b"First line.\r\n\r\n\r\n Second\x00 line.\xc2\xa0End. \n", "text/plain")
    assert page.text == "First line.\nSecond line. End."
    assert page.kind == "text"


HOSTILE = {
    "deep nesting": "<div>" * 100_000 + "words at the bottom" + "</div>" * 100_000,
    "open tags": "<p>" * 60_000 + "words at the bottom",
    "tables in tables": "<table><tr><td>" * 20_000 + "words at the bottom",
    "attributes": "<p " + " ".join(f"a{n}" for n in range(50_000)) + ">words at the bottom</p>",
    "entities": '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><p>&b; at the bottom',
    "outer entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a; at the bottom',
    "cut off": "<html><body><p>words at the bottom<a href='",
    "zero bytes": "<p>words\x00 at the bottom</p>",
    "deep JSON": f"<script type='application/ld+json'>{'[' * 50_000}</script>at the bottom",
    "false depths": "</div></p></html>" * 5_000 + "words at the bottom",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_and_harms_nobody(name):
    page = read(f"<html><body>{HOSTILE[name]}")
    assert isinstance(page, Page), page
    assert "at the bottom" in page.text
    assert "root:" not in page.text


def test_angle_brackets_alone_end():
    assert isinstance(read("<" * 200_000), Page | Unread)


def document(*paragraphs: str) -> bytes:
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.add_table(1, 2).rows[0].cells[1].text = "in a cell"
    made.core_properties.title = "Minutes"
    made.core_properties.author = "Ada Byron"
    made.core_properties.modified = datetime(2024, 4, 2, 8, tzinfo=UTC)
    made.save(packed := io.BytesIO())
    return packed.getvalue()


def test_a_word_document_is_read_with_its_tables():
    page = read(document(*SENTENCES), "application/octet-stream")
    assert (page.kind, page.title, page.access) == ("docx", "Minutes", Access.OK)
    assert (page.author, page.published_at) == ("Ada Byron", datetime(2024, 4, 2, 8, tzinfo=UTC))
    assert page.text.startswith(SENTENCES[0])
    assert page.text.endswith("in a cell")


def test_a_document_that_unpacks_to_too_much_is_too_large():
    with zipfile.ZipFile(packed := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 70_000_000)
    assert read(packed.getvalue(), None).access is Access.TOO_LARGE


def test_a_supplied_text_is_a_page():
    page = page_from_text(SuppliedSource(text="BERLIN (dpa) - Words.\r\nMore.", label="Notes"))
    assert (page.access, page.title, page.credit) == (Access.SUPPLIED_BY_USER, "Notes", "dpa")
    assert page.text == "BERLIN (dpa) - Words.\nMore."


def test_the_stored_text_is_a_fixed_point_of_cleaning():
    page = read(article("Cafe\u0301", *(f"So\u00adft {s}\u200b" for s in SENTENCES)))
    assert clean(page.text) == page.text
    assert "Soft On day 1" in page.text


def test_a_very_long_page_is_read_to_its_end():
    paragraphs = [f"Ship {n} waited outside the harbour on that day." for n in range(12_000)]
    page = read(article("Harbour reopens", *paragraphs))
    assert (page.access, page.title) == (Access.OK, "Harbour reopens")
    assert page.text.endswith(paragraphs[-1])


def test_the_headline_stands_on_top_once_whether_extraction_kept_it_or_not():
    page = read(article("Minutes of Tuesday 10 March", *SENTENCES))
    assert page.text.startswith("Minutes of Tuesday 10 March\n")
    assert page.text.count("Minutes of Tuesday 10 March") == 1


def test_a_text_wrapped_by_hand_is_put_together_again():
    wrapped = "Fuel\n\nThe boats burned 1.82 million litres in 2025,\nagainst 1.79 before.\n"
    page = read(wrapped, "text/plain")
    assert page.text == "Fuel\nThe boats burned 1.82 million litres in 2025, against 1.79 before."


def test_a_text_of_long_lines_keeps_each_as_a_paragraph():
    lines = "\n".join(SENTENCES[:3]) + "\n\n" + " ".join(SENTENCES)
    page = read(lines, "text/plain")
    assert page.text.split("\n")[:3] == SENTENCES[:3]
