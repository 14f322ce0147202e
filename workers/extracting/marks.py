"""A draft's bytes in, what its markup shows of its making out: the DraftMarks. Pure.

Looked at are the metadata of an HTML page (generator, authors), the front matter of a
Markdown draft (generator), images that the draft carries as ``data:`` URIs or that
``beside`` can hand over, and links that only subscribers are shown. Images elsewhere
on the web are not opened.
"""

import base64
import binascii
import logging
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes, urlsplit

import lxml.html
from lxml import etree

from service.domain import DraftImage, DraftMarks
from workers.extracting.charsets import decode
from workers.extracting.gates import find_hidden_urls
from workers.extracting.images import MADE_BY_AI, MAX_BYTES, read_origin
from workers.extracting.structured import is_article, read_nodes

_LOG = logging.getLogger(__name__)
Beside = Callable[[str], bytes | None]

MAX_IMAGES = 50  # of a draft; later ones are not opened
_MOST_NAMES = 20  # generators or authors
_LONGEST_NAME = 200
# Only a draft with one of these has anything to show.
_MARKUP = re.compile(rb"<(?:img|meta|a)\b|ld\+json", re.IGNORECASE)
_PICTURE = re.compile(r"!\[([^\]\n]{0,300})\]\(\s*<?([^)>\s]+)")
_FRONT_MATTER = re.compile(r"\A---\r?\n(.{0,20000}?)\r?\n---\r?\n", re.DOTALL)
_FRONT_GENERATOR = re.compile(
    r"^generator\s*:\s*[\"'\[]*([^\"'\]\n]{1,200})", re.MULTILINE | re.IGNORECASE
)


def read_marks(
    content: bytes,
    *,
    media_type: str | None = None,
    url: str | None = None,
    beside: Beside | None = None,
) -> DraftMarks:
    """Read the marks of a draft, whatever its format; none where there are none.

    ``beside`` gives the bytes of a file named in the draft, or ``None``.
    """
    try:
        return _read_marks(content, media_type, url, beside)
    except Exception:  # noqa: BLE001  odd markup never sinks the check of the text
        # The traceback may quote the draft: only that there was one is told.
        _LOG.warning("the markup of a draft could not be taken apart")
        return DraftMarks()


def _read_marks(
    content: bytes, media_type: str | None, url: str | None, beside: Beside | None
) -> DraftMarks:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")):
        return DraftMarks()
    source = decode(content, media_type, is_html=bool(_MARKUP.search(content[:100_000])))
    root = _parsed(source) if _MARKUP.search(content) else None
    generators = _front_matter(source)
    authors: list[str] = []
    if root is not None:
        generators += _metas(root, "generator")
        authors += _unseen(root, [*_metas(root, "author"), *_linked_authors(root)])
    return DraftMarks(
        generators=tuple(dict.fromkeys(generators))[:_MOST_NAMES],
        authors=tuple(dict.fromkeys(authors))[:_MOST_NAMES],
        images=tuple(_made_by_ai(source, root, beside)),
        hidden_urls=() if root is None else find_hidden_urls(root, url),
    )


def _parsed(source: str) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _front_matter(source: str) -> list[str]:
    """Give the generator that Markdown names. Its author is set above the text, for readers."""
    found = _FRONT_MATTER.match(source)
    return [value.strip() for value in _FRONT_GENERATOR.findall(found[1])] if found else []


def _unseen(root: lxml.html.HtmlElement, names: list[str]) -> list[str]:
    """Give the names that stand nowhere on the page itself: a byline in view is disclosed."""
    words = root.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
    seen = " ".join(" ".join(words).split()).casefold()
    return [name for name in names if name.casefold() not in seen]


def _metas(root: lxml.html.HtmlElement, name: str) -> list[str]:
    metas = root.xpath("//meta[translate(@name, 'AEGHNORTU', 'aeghnortu') = $name]", name=name)
    return [meta.get("content", "").strip()[:_LONGEST_NAME] for meta in metas[:_MOST_NAMES]]


def _linked_authors(root: lxml.html.HtmlElement) -> list[str]:
    """Give the authors that schema.org markup names for the page's articles."""
    names: list[str] = []
    for node in read_nodes(root):
        author = node.get("author") if is_article(node) else None
        for each in author if isinstance(author, list) else [author]:
            name = each.get("name") if isinstance(each, dict) else each
            names += [name.strip()[:_LONGEST_NAME]] if isinstance(name, str) else []
    return names


def _made_by_ai(
    source: str, root: lxml.html.HtmlElement | None, beside: Beside | None
) -> Iterator[DraftImage]:
    """Give the images whose own metadata say that AI made or edited them."""
    opened = 0
    for number, (src, caption, line) in enumerate(_images(source, root), start=1):
        content = _content(src, beside)
        if content is None:
            continue
        opened += 1
        if opened > MAX_IMAGES:
            return
        origin = read_origin(content)
        if origin.source_type in MADE_BY_AI:
            yield DraftImage(_name(src, number), origin, caption, line)


def _images(
    source: str, root: lxml.html.HtmlElement | None
) -> Iterator[tuple[str, str | None, int | None]]:
    """Give the address, caption and line of each image, Markdown's first."""
    line, place = 1, 0
    for match in _PICTURE.finditer(source):
        line += source.count("\n", place, match.start())
        place = match.start()
        yield match[2], None, line
    for image in () if root is None else root.iter("img"):
        figure = next(image.iterancestors("figure"), None)
        caption = None if figure is None else figure.find(".//figcaption")
        words = None if caption is None else " ".join(caption.text_content().split())
        yield image.get("src", "").strip(), words, image.sourceline


def _content(src: str, beside: Beside | None) -> bytes | None:
    if src[:5].lower() == "data:":
        return _of_data_uri(src)
    try:
        is_elsewhere = bool(urlsplit(src).scheme or urlsplit(src).netloc)
    except ValueError:
        return None
    return None if is_elsewhere or beside is None or not src else beside(src)


def _of_data_uri(src: str) -> bytes | None:
    """Give the bytes of a ``data:`` URI (RFC 2397)."""
    head, _, body = src.partition(",")
    if len(body) > 2 * MAX_BYTES:
        return None
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(unquote_to_bytes(body))
    except (binascii.Error, ValueError):
        return None


def _name(src: str, number: int) -> str:
    if src[:5].lower() == "data:":
        return f"image {number}"
    return urlsplit(src).path.rpartition("/")[2][:_LONGEST_NAME] or f"image {number}"
