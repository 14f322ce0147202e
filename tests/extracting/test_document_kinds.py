"""Feeds, data, saved pages and light pages are read for what they are, by their bytes first."""

import json
from datetime import UTC, datetime

import pytest
from troubles import article

from service.domain import Access, Page, Reply, Unread
from workers.extracting import extract
from workers.extracting.kinds import kind_of

NOW = datetime(2024, 5, 10, tzinfo=UTC)
URL = "https://news.example/feed.xml"
SENTENCES = [f"On day {n} the port authority counted {n * 7} ships outside." for n in range(1, 30)]
BODY = " ".join(SENTENCES)
ITEMS = f"""
<item><title>Harbour &amp; city</title><link>https://news.example/harbour</link>
<guid isPermaLink="false">item-1</guid><dc:creator>Ada Byron</dc:creator>
<pubDate>Tue, 30 Apr 2024 22:15:00 -0500</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>The end.</p>]]></content:encoded></item>
<item><title>Bridge</title><link>https://news.example/bridge</link><guid>item-2</guid>
<description>&lt;p&gt;The bridge was closed.&lt;/p&gt;</description></item>"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Gull</title>
<link>https://news.example/</link><language>en-gb</language>{ITEMS}</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Gull</title>
<entry><id>tag:news.example,2024:1</id><title>Harbour</title><author><name>Ada Byron</name></author>
<link rel="self" href="/self"/><link href="/harbour"/><published>2024-04-30T08:15:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p></div></content>
</entry></feed>"""


def read(content, stated, url=URL):
    raw = content.encode() if isinstance(content, str) else content
    headers = {"content-type": stated} if stated else {}
    return extract(Reply(url, url, 200, headers, raw, NOW))


@pytest.mark.parametrize(
    "stated", ["application/rss+xml", "text/xml", "text/plain", "text/html", None]
)
def test_a_feed_is_known_by_its_root_whatever_it_is_called(stated):
    page = read(RSS, stated)
    assert (page.kind, page.access, page.publisher) == ("feed", Access.OK, "The Gull")
    assert page.text.startswith(f"Harbour & city\n{BODY}\nThe end.\nBridge\n")
    assert (page.canonical_url, page.language) == (None, "en")


@pytest.mark.parametrize("fragment", ["item-1", "https://news.example/harbour", "harbour"])
def test_a_fragment_picks_its_item_of_a_feed(fragment):
    page = read(RSS, "text/xml", f"{URL}#{fragment}")
    assert page.text == f"Harbour & city\n{BODY}\nThe end."
    assert (page.title, page.author) == ("Harbour & city", "Ada Byron")
    assert page.canonical_url == "https://news.example/harbour"
    assert page.published_at == datetime(2024, 5, 1, 3, 15, tzinfo=UTC)


def test_a_fragment_that_names_no_item_leaves_all():
    assert "Bridge" in read(RSS, "text/xml", f"{URL}#top").text


def test_the_only_entry_of_an_atom_feed_is_the_page():
    page = read(ATOM, "application/atom+xml")
    assert page.text == f"Harbour\n{BODY}"
    assert (page.author, page.publisher) == ("Ada Byron", "The Gull")
    assert page.canonical_url == "https://news.example/harbour"
    assert page.published_at == datetime(2024, 4, 30, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize("charset", ["windows-1251", "utf-16", "koi8-r"])
def test_a_feed_is_read_in_the_charset_it_names(charset):
    text = "Городской совет утвердил бюджет на следующий год, сообщила мэрия."
    feed = (
        f'<?xml version="1.0" encoding="{charset}"?><rss><channel><title>Газета</title>'
        f"<item><title>Бюджет</title><description>{text}</description></item></channel></rss>"
    )
    page = read(feed.encode(charset), "text/xml")
    assert (page.text, page.publisher) == (f"Бюджет\n{text}", "Газета")


HOSTILE_FEEDS = {
    "inner entities": '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>',
    "a file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE rss [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>',
    "an outer DTD": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
    "a parameter entity": '<!DOCTYPE rss [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
}


@pytest.mark.parametrize("name", HOSTILE_FEEDS)
def test_no_entity_of_a_feed_is_expanded_and_nothing_fetched(name):
    feed = RSS.replace("<rss", f"{HOSTILE_FEEDS[name]}<rss", 1).replace("In short", "&a;&b;")
    page = read(feed, "text/xml")
    assert isinstance(page, Page)
    assert BODY in page.text
    assert "root:" not in page.text
    assert "lol" not in page.text


BROKEN = {
    "nothing in it": "<rss></rss>",
    "nested without end": "<rss>" + "<item>" * 50_000,
    "cut off": RSS[:200],
    "no root at all": "<?xml version='1.0'?>",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_feed_is_unread_in_plain_words(name):
    outcome = read(BROKEN[name], "application/rss+xml")
    assert isinstance(outcome, Unread)
    assert outcome.access is Access.UNSUPPORTED_TYPE
    assert "feed" in outcome.obstacle


def test_a_head_full_of_comments_is_sniffed_at_once():
    assert kind_of(b"<!-- -->" * 250 + b"<", "text/plain").name == "text"
    assert kind_of(b"<!-- -->" * 20 + b"<html>", None).name == "html"


DATA = {
    "schema.org": {"@type": "NewsArticle", "headline": "Harbour", "articleBody": BODY,
                   "url": "https://news.example/harbour", "publisher": {"name": "The Gull"},
                   "author": [{"name": "Ada Byron"}], "datePublished": "2024-04-30T08:15:00Z",
                   "license": "https://creativecommons.org/licenses/by/4.0/"},
    "in a graph": {"@graph": [{"@type": "WebSite", "name": "x"},
                              {"@type": "Article", "headline": "Harbour", "articleBody": BODY}]},
    "a post": {"id": 7, "title": {"rendered": "Harbour"}, "content": {"rendered": f"<p>{BODY}</p>"},
               "link": "https://news.example/harbour", "date_gmt": "2024-04-30T08:15:00"},
    "a feed": {"version": "https://jsonfeed.org/version/1.1", "title": "The Gull",
               "items": [{"id": "1", "title": "Harbour", "content_html": f"<p>{BODY}</p>"}]},
}  # fmt: skip


@pytest.mark.parametrize("name", DATA)
def test_an_article_served_as_data_is_read(name):
    page = read(json.dumps(DATA[name]), "application/ld+json; charset=utf-8")
    assert (page.kind, page.title) == ("json", "Harbour")
    assert page.text == f"Harbour\n{BODY}"


def test_data_tell_who_wrote_them_and_when():
    page = read(json.dumps(DATA["schema.org"]), "application/json")
    assert (page.publisher, page.author) == ("The Gull", "Ada Byron")
    assert page.canonical_url == "https://news.example/harbour"
    assert page.published_at == datetime(2024, 4, 30, 8, 15, tzinfo=UTC)
    assert page.licence == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("content", ['{"a": 1}', "[" * 100_000, '{"text": "too short"}', "{"])
def test_data_without_an_article_are_unread(content):
    outcome = read(content, "application/json")
    assert isinstance(outcome, Unread)
    assert outcome.obstacle == "the data holds no article"


def test_an_empty_shell_is_read_by_the_data_it_carries():
    said = json.dumps({"@type": "NewsArticle", "headline": "Harbour", "articleBody": BODY})
    head = f'<title>Harbour</title><script type="application/ld+json">{said}</script>'
    shell = f"<html><head>{head}</head><body><div id=root></div><script src=/a.js></script></body>"
    page = read(shell, "text/html")
    assert isinstance(page, Page), page
    assert BODY in page.text


def test_a_light_page_is_read_and_names_its_original():
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    amp = (
        "<!doctype html><html ⚡ lang=en><head><meta charset=utf-8><title>Harbour</title>"
        '<link rel=canonical href="https://news.example/harbour"></head><body><amp-sidebar>'
        "<ul><li><a href=/>Home</a></li></ul></amp-sidebar><article><h1>Harbour</h1>"
        f"<amp-img src=/a.jpg></amp-img>{body}<amp-ad>Buy this</amp-ad></article></body></html>"
    )
    page = read(amp, "text/html", "https://news.example/amp/harbour")
    assert all(sentence in page.main_text for sentence in SENTENCES)
    assert page.canonical_url == "https://news.example/harbour"
    assert "Buy this" not in page.text


@pytest.mark.parametrize("stated", ["application/xhtml+xml", "text/xml", "application/xml"])
def test_a_page_of_xhtml_is_a_page(stated):
    page = article("Harbour", *SENTENCES).replace("<!doctype html>", "")
    strict = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0'
        ' Strict//EN" "http://127.0.0.1:9/xhtml1-strict.dtd">' + page
    )
    read_page = read(strict, stated)
    assert (read_page.kind, read_page.title) == ("html", "Harbour")
    assert all(sentence in read_page.text for sentence in SENTENCES)


def test_other_xml_is_unsupported():
    assert read("<catalog><b>1</b></catalog>", "text/xml").access is Access.UNSUPPORTED_TYPE


SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/harbour\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b\r\nContent-Type: text/html\r\n"
    "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://news.example/harbour\r\n\r\n"
    + article("Harbour", *SENTENCES)
    + "\r\n--b--\r\n"
)


@pytest.mark.parametrize("stated", ["multipart/related", "message/rfc822", "text/plain", None])
def test_a_saved_page_is_read_and_names_where_it_was_saved(stated):
    page = read(SAVED, stated, "https://files.example/saved.mhtml")
    assert all(sentence in page.text for sentence in SENTENCES)
    assert page.canonical_url == "https://news.example/harbour"


def test_a_saved_page_without_a_page_is_unread():
    assert isinstance(read("MIME-Version: 1.0\r\n\r\nwords", "message/rfc822"), Unread)


def test_no_date_of_a_document_is_absurd():
    def dated(day):
        head = f'<meta property="article:published_time" content="{day}T10:00:00+00:00">'
        return read(article("Harbour", *SENTENCES, head=head), "text/html").published_at

    assert dated("2024-05-09").date().isoformat() == "2024-05-09"
    assert dated("2031-01-01") is None
    assert dated("1970-01-01") is None
