"""HTML text in, a tree, its JSON-LD and its visible text out; no network, no entities. Pure."""

import re
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from workers.extracting.cleaning import clean

_UNPARSEABLE = bytes([*range(9), 11, *range(14, 32)])
# An inner DTD: nothing of it is obeyed, so that nothing of it is to be seen.
_SUBSET = re.compile(r"(<!(?i:doctype)[^\[<>]{0,500})\[.{0,100000}?\]\s*>", re.DOTALL)
_START = 200_000  # code points in which such a DTD stands
_BLOCK_NAMES = """
address article aside blockquote body br caption center dd details dialog dir div dl dt
fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu
nav ol option p pre section select summary table tbody td tfoot th thead title tr ul
"""
_UNSEEN_NAMES = """
script style noscript template svg math iframe object select datalist button head textarea
canvas audio video
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
UNSEEN = frozenset(_UNSEEN_NAMES.split())
CHROME = frozenset({"nav", "footer", "aside"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


LONG = 10_000  # elements; trafilatura takes about 0.4 ms for each (2.3, one core)
MAX_ELEMENTS = 50_000  # more make no tree at all
MAX_DEPTH = 250  # libxml2 cuts a tree at 256
MAX_ATTRIBUTES = 1_000  # of one element; the time of lxml grows with their square
LONGEST_TAG = 20_000  # bytes up to the next "<"; no shorter stretch has too many attributes
_IS_DEEP = etree.XPath(f"boolean({'/*' * MAX_DEPTH})")


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page. ``tree`` is ``None`` where a tree would be empty or dangerous."""

    source: bytes = field(repr=False)  # UTF-8
    tree: lxml.html.HtmlElement | None
    is_long: bool = False

    def seen(self) -> str:
        """Give all that a reader sees, menus included; made anew at each call."""
        return clean(visible_text(self.source))


def parse(text: str) -> Markup:
    """Parse a page. Broken markup is mended, never refused."""
    source = source_of(text)
    # Elements and attributes are counted only where there can be too many: most pages are
    # parsed once.
    if source.count(b"<") <= LONG and max(map(len, source.split(b"<"))) <= LONGEST_TAG:
        return Markup(source, _shallow_tree(source))
    gatherer = _Gatherer(UNSEEN)
    _gathered(source, gatherer)
    if gatherer.elements > MAX_ELEMENTS or gatherer.attributes > MAX_ATTRIBUTES:
        return Markup(source, None)
    return Markup(source, _shallow_tree(source), is_long=gatherer.elements > LONG)


def source_of(text: str) -> bytes:
    """Give UTF-8 that parsers take, without an inner DTD and characters that they refuse."""
    start = _SUBSET.sub(r"\1>", text[:_START], count=1)
    return (start + text[_START:]).encode("utf-8", "replace").translate(None, _UNPARSEABLE)


def _shallow_tree(source: bytes) -> lxml.html.HtmlElement | None:
    tree = _tree(source)
    return None if tree is None or _IS_DEEP(tree) else tree


def _tree(source: bytes) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    try:
        return lxml.html.document_fromstring(source, parser=parser)
    except etree.LxmlError:
        return None


def visible_text(source: bytes, *, skip: frozenset[str] = frozenset()) -> str:
    """Return the text that a reader sees, blocks on lines of their own.

    Reads a stream of events and builds no tree, so depth costs nothing. ``skip`` names
    elements to leave out beside those never seen.
    """
    return _gathered(source, _Gatherer(UNSEEN | skip))


def _gathered(source: bytes, gatherer: "_Gatherer") -> str:
    parser = etree.HTMLParser(target=gatherer, encoding="utf-8", no_network=True, huge_tree=True)
    try:
        return str(etree.fromstring(source, parser=parser))
    except etree.LxmlError:
        return ""


class _Gatherer:
    """A parser target that gathers text outside unseen elements, and takes measure."""

    def __init__(self, unseen: frozenset[str]) -> None:
        self._unseen = unseen
        self._parts: list[str] = []
        self._open: list[bool] = []  # for each open element: is it unseen?
        self._depth = 0  # how many open elements are unseen
        self.elements = 0
        self.attributes = 0  # the most of one element
        self.deepest = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        unseen = tag in self._unseen or "hidden" in attributes
        unseen = unseen or bool(HIDDEN.search(attributes.get("style", "")))
        self._open.append(unseen)
        self._depth += unseen
        self._measure(len(attributes))
        if tag in BLOCKS:
            self._parts.append("\n")

    def _measure(self, attributes: int) -> None:
        self.elements += 1
        self.attributes = max(self.attributes, attributes)
        self.deepest = max(self.deepest, len(self._open))

    def end(self, tag: str) -> None:
        if self._open:
            self._depth -= self._open.pop()
        if tag in BLOCKS:
            self._parts.append("\n")

    def data(self, text: str) -> None:
        if not self._depth:
            # A newline of the source is white space; only blocks break lines.
            self._parts.append(text.replace("\n", " ").replace("\r", " "))

    def comment(self, text: str) -> None:
        """Leave comments out."""

    def close(self) -> str:
        return "".join(self._parts)
