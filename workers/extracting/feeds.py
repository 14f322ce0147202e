"""An RSS or Atom Reply in, Page or Unread out: the item that the address points at, or all. Pure.

Sources: RSS 2.0; RSS 1.0 with ``content:encoded``; Atom, RFC 4287. Read with lxml: no entity
is expanded, nothing fetched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from service.domain import Access, Page, ReaderAccess, Reply, SignName, Unread, sign
from workers.extracting.charsets import decode
from workers.extracting.cleaning import clean, count_words
from workers.extracting.credit import credit_of
from workers.extracting.dating import sensible
from workers.extracting.languages import language_of
from workers.extracting.markup import source_of
from workers.extracting.structured import plain_text

MAX_ITEMS = 200
MAX_BODY = 200_000  # code points of one item
MAX_TEXT = 3_000_000  # code points of all together

_ITEMS = frozenset({"item", "entry"})
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a feed; ``names`` are the addresses and identifiers that it goes by."""

    title: str
    body: str
    names: tuple[str, ...]
    link: str | None
    author: str | None
    published_at: datetime | None

    @property
    def text(self) -> str:
        return f"{self.title}\n{self.body}".strip()


def read_feed(reply: Reply) -> Page | Unread:
    """Read the items of a feed."""
    root = _root(decode(reply.content, reply.headers.get("content-type"), is_html=True))
    items = [] if root is None else list(islice(_items(root, reply), MAX_ITEMS))
    named = _named(items, unquote(urlsplit(reply.url).fragment))
    text = "\n".join(item.text for item in ([named] if named else items) if item.text)[:MAX_TEXT]
    if root is None or not text:
        words = "the feed is broken or holds no text"
        seen = (sign(SignName.FILE_KIND, words),)
        return Unread(reply.url, Access.UNSUPPORTED_TYPE, words, signs=seen)
    return _page(reply, root, named, text)


def _page(reply: Reply, root: etree._Element, named: _Item | None, text: str) -> Page:
    channel = next((e for e in root if _name(e) == "channel"), root)
    title = _first(channel, ("title",)) or None
    author = named.author if named else _first(channel, ("creator", "author")) or None
    return Page(
        url=reply.url,
        text=text,
        reader_access=ReaderAccess.OPEN,
        canonical_url=named.link if named else None,
        title=named.title if named and named.title else title,
        publisher=title,
        author=author,
        published_at=named.published_at if named else None,
        language=language_of(text, _first(channel, ("language",)) or _language(root)),
        kind="feed",
        credit=credit_of(text, author),
        licence=_first(channel, ("rights", "copyright", "license")) or None,
        signs=(sign(SignName.WORDS_READ, count_words(text)),),
    )


def _root(text: str) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: etree._Element | None = etree.fromstring(source_of(text.lstrip()), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def _items(root: etree._Element, reply: Reply) -> Iterator[_Item]:
    for element in root.iter():
        if _name(element) in _ITEMS:
            yield _item(element, reply)


def _item(element: etree._Element, reply: Reply) -> _Item:
    bodies = [_body(e) for e in element if _name(e) in _BODIES]
    links = [
        e.get("href") or e.text or ""
        for e in element
        if _name(e) == "link" and e.get("rel", "alternate") == "alternate"
    ]
    names = [*links, *(e.text or "" for e in element if _name(e) in {"guid", "id"})]
    link = urljoin(reply.final_url, links[0].strip()) if links and links[0].strip() else None
    return _Item(
        title=plain_text(_first(element, ("title",))),
        body=max(bodies, key=count_words, default=""),
        names=tuple(name.strip() for name in names if name.strip()),
        link=link if link and link.startswith(("http://", "https://")) else None,
        author=_author(element),
        published_at=sensible(_moment(_first(element, _DATES)), reply.retrieved_at),
    )


def _body(element: etree._Element) -> str:
    """Give the text of a body: escaped markup, or elements of XHTML (RFC 4287, section 3.1)."""
    if len(element):
        inner = etree.tostring(element, encoding="unicode", method="html")
        return plain_text(inner[:MAX_BODY])
    return plain_text((element.text or "")[:MAX_BODY])


def _author(element: etree._Element) -> str | None:
    for child in element:
        if _name(child) in {"creator", "author"}:
            found = _first(child, ("name",)) or clean(child.text or "")
            if found:
                return found
    return None


def _named(items: list[_Item], fragment: str) -> _Item | None:
    """Give the one item that a fragment names by its identifier or its address."""
    if not fragment:
        return items[0] if len(items) == 1 else None
    found = [
        item
        for item in items
        if any(
            name == fragment or name.endswith((f"/{fragment}", f"#{fragment}"))
            for name in item.names
        )
    ]
    return found[0] if len(found) == 1 else None


def _first(element: etree._Element, names: tuple[str, ...]) -> str:
    """Give the text of the first child of the first of these names that there is."""
    for name in names:
        for child in element:
            if _name(child) == name and (text := clean("".join(child.itertext()))):
                return text
    return ""


def _name(element: etree._Element) -> str:
    """Give the local name; feeds differ in namespaces, and some forget theirs."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _language(root: etree._Element) -> str | None:
    found = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return None if found is None else str(found)


def _moment(text: str) -> datetime | None:
    """Read a date of RFC 822 or of ISO 8601."""
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
