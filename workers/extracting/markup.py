"""HTML text in, a tree, its JSON-LD and its visible text out; no network, no entities. Pure."""

import re
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from workers.extracting.cleaning import clean

_UNPARSEABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
# An inner DTD: nothing of it is obeyed, so that nothing of it is to be seen.
_SUBSET = re.compile(r"(<!DOCTYPE[^\[<>]{0,500})\[.{0,100000}?\]\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK_NAMES = """
address article aside blockquote body br caption center dd details dialog dir div dl dt
fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu
nav ol option p pre section select summary table tbody td tfoot th thead title tr ul
"""
_UNSEEN_NAMES = """
script style noscript template svg math iframe object select datalist button head textarea
canvas audio video
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
CHROME = frozenset({"nav", "footer", "aside"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


LONG = 10_000  # elements; trafilatura takes about 0.4 ms for each (2.3, one core)
MAX_ELEMENTS = 50_000  # more make no tree at all
MAX_DEPTH = 250  # libxml2 cuts a tree at 256
MAX_ATTRIBUTES = 1_000  # of one element; the time of lxml grows with their square


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page. ``tree`` is ``None`` where a tree would be empty or dangerous.

    ``seen`` is all that a reader sees, menus included.
    """

    source: bytes = field(repr=False)  # UTF-8
    seen: str
    tree: lxml.html.HtmlElement | None
    is_long: bool = False


def parse(text: str) -> Markup:
    """Parse a page. Broken markup is mended, never refused."""
    text = _SUBSET.sub(r"\1>", _UNPARSEABLE.sub("", text), count=1)
    source = text.encode("utf-8", "replace")
    gatherer = _Gatherer(_UNSEEN)
    seen = clean(_gathered(source, gatherer))
    if gatherer.elements > MAX_ELEMENTS or gatherer.attributes > MAX_ATTRIBUTES:
        return Markup(source, seen, None)
    tree = _tree(source) if gatherer.deepest <= MAX_DEPTH else None
    return Markup(source, seen, tree, is_long=gatherer.elements > LONG)


def _tree(source: bytes) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return lxml.html.document_fromstring(source, parser=parser)
    except etree.LxmlError:
        return None


def visible_text(source: bytes, *, skip: frozenset[str] = frozenset()) -> str:
    """Return the text that a reader sees, blocks on lines of their own.

    Reads a stream of events and builds no tree, so depth costs nothing. ``skip`` names
    elements to leave out beside those never seen.
    """
    return _gathered(source, _Gatherer(_UNSEEN | skip))


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
        unseen = unseen or bool(_HIDDEN.search(attributes.get("style", "")))
        self._open.append(unseen)
        self._depth += unseen
        self._measure(len(attributes))
        if tag in _BLOCKS:
            self._parts.append("\n")

    def _measure(self, attributes: int) -> None:
        self.elements += 1
        self.attributes = max(self.attributes, attributes)
        self.deepest = max(self.deepest, len(self._open))

    def end(self, tag: str) -> None:
        if self._open:
            self._depth -= self._open.pop()
        if tag in _BLOCKS:
            self._parts.append("\n")

    def data(self, text: str) -> None:
        if not self._depth:
            # A newline of the source is white space; only blocks break lines.
            self._parts.append(text.replace("\n", " ").replace("\r", " "))

    def comment(self, text: str) -> None:
        """Leave comments out."""

    def close(self) -> str:
        return "".join(self._parts)
