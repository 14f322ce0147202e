"""An HTML Reply in, Page or Unread out: trafilatura, then what it left behind. Pure."""

import logging
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from urllib.parse import urljoin

import lxml.html
import trafilatura
from trafilatura.settings import Document

from service.domain import Page, ReaderAccess, Reply, SignName, Unread, sign
from workers.extracting.charsets import decode
from workers.extracting.cleaning import clean, count_words
from workers.extracting.credit import credit_of
from workers.extracting.dating import sensible
from workers.extracting.emptiness import empty_page
from workers.extracting.gathering import Line, gather
from workers.extracting.languages import language_of
from workers.extracting.markup import CHROME, Markup, parse, visible_text
from workers.extracting.metadata import metadata_of
from workers.extracting.rest import rest_of
from workers.extracting.seen import first_text, seen_of
from workers.extracting.selling import terms_of
from workers.extracting.structured import Structured, moment_of, structured
from workers.extracting.teasers import without_teasers
from workers.extracting.toolbars import without_frame, without_toolbar
from workers.extracting.wall import Wall
from workers.extracting.walls import wall_of

SMALL = 40  # words of an extraction below which all of the page is taken, without its menus
TOP = 1_000  # characters in which a text that has its headline would have it
MUCH_MORE = 1.5  # times the words extracted, for another reading to be taken

# They log the addresses of pages, which may be private.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_html(reply: Reply) -> Page | Unread:
    """Read the text and metadata of a web page."""
    content = without_toolbar(reply.content)
    markup = parse(decode(content, reply.headers.get("content-type"), is_html=True))
    tree = markup.tree
    if tree is None:
        return _plain_page(reply, markup.seen())
    without_frame(tree)
    said = structured(tree)
    terms = terms_of(tree, said)
    # Of a very long page all is taken that is seen, without its menus.
    body = "" if markup.is_long else _body(tree, reply.final_url)
    document = metadata_of(tree, reply.final_url)
    text = _text(body, said, markup, tree)
    seen = seen_of(reply, markup=markup, said=said, terms=terms, title=document.title, text=text)
    wall = wall_of(seen).measured(seen)
    if not wall.is_read:
        return Unread(
            reply.url,
            wall.access,
            wall.obstacle or "",
            reader_access=wall.reader_access,
            signs=wall.signs,
        )
    page = _page(reply, tree, document, said, text, wall)
    return _with_rest(page, gather(tree))


def _plain_page(reply: Reply, text: str) -> Page | Unread:
    """Make the page of markup that no tree should be made of: all that is seen, as it is."""
    if not text:
        return empty_page(reply)
    return Page(
        url=reply.url,
        text=text,
        reader_access=ReaderAccess.OPEN,
        language=language_of(text, None),
        kind="html",
        credit=credit_of(text),
        signs=(sign(SignName.WORDS_READ, count_words(text)),),
    )


def _body(tree: lxml.html.HtmlElement, url: str) -> str:
    """Let trafilatura read the text of the page; nothing where it finds none."""
    try:
        found = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    except Exception:  # noqa: BLE001  odd markup breaks it now and then; the page still has text
        return ""
    return (found.text or "") if isinstance(found, Document) else ""


def _text(body: str, said: Structured, markup: Markup, tree: lxml.html.HtmlElement) -> str:
    """Choose the reading: trafilatura's, the page's own article body, or all that is seen."""
    text = clean(body)
    words = count_words(text)
    # An empty shell that a script would fill may still carry its text as data.
    least = max(SMALL, MUCH_MORE * words) if words else 0
    if said.body and count_words(said.body) > least:
        return said.body
    if words >= SMALL:
        return text
    lines = clean("\n".join(line.text for line in gather(deepcopy(tree))))
    return lines or clean(visible_text(markup.source, skip=CHROME)) or text


def _page(
    reply: Reply,
    tree: lxml.html.HtmlElement,
    document: Document,
    said: Structured,
    text: str,
    wall: Wall,
) -> Page:
    declared = first_text(tree, "/html/@lang") or first_text(tree, "/html/@xml:lang")
    return Page(
        url=reply.url,
        text=_headed(without_teasers(text), document.title),
        licence=said.licence,
        access=wall.access,
        reader_access=wall.reader_access,
        canonical_url=_canonical(tree, reply.final_url),
        title=document.title or first_text(tree, "//head/title//text()") or None,
        publisher=document.sitename or None,
        author=document.author or None,
        published_at=sensible(moment_of(document.date, said.moments), reply.retrieved_at),
        modified_at=sensible(said.modified, reply.retrieved_at),
        language=language_of(text, declared or document.language),
        kind="html",
        obstacle=wall.obstacle,
        credit=credit_of(text, document.author),
        signs=wall.signs,
    )


def _with_rest(page: Page, lines: Sequence[Line]) -> Page:
    """Put behind the body what the page says besides."""
    rest = rest_of(lines, page.text)
    if not rest:
        return page
    return replace(page, text=f"{page.text}\n{rest}", main_length=len(page.text))


def _headed(text: str, title: str | None) -> str:
    """Put the headline on top where extraction left it out: it says who and when, once for all."""
    headline = clean(title or "")
    if not headline or headline.casefold() in text[:TOP].casefold():
        return text
    return f"{headline}\n{text}"


def _canonical(tree: lxml.html.HtmlElement, base: str) -> str | None:
    """Return the page's own word on its address, made absolute; http and https alone."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    if not links:
        return None
    try:
        url = urljoin(base, str(links[0]).strip())
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None
