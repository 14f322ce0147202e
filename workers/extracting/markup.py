"""HTML text in, a tree, its JSON-LD and its visible text out; no network, no entities. Pure."""

import re
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

_UNPARSEABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
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


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page. ``is_whole`` is false where the parser gave up, as at deep nesting."""

    source: bytes = field(repr=False)  # UTF-8
    tree: lxml.html.HtmlElement | None
    is_whole: bool


def parse(text: str) -> Markup:
    """Parse a page. Broken markup is mended, never refused."""
    source = _UNPARSEABLE.sub("", text).encode("utf-8", "replace")
    # libxml2 stops at a depth of 256 elements, which keeps all that walks the tree safe.
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = lxml.html.document_fromstring(source, parser=parser)
    except etree.LxmlError:
        return Markup(source, None, is_whole=False)
    limits = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return Markup(source, tree, all(entry.type != limits for entry in parser.error_log))


def visible_text(source: bytes, *, skip: frozenset[str] = frozenset()) -> str:
    """Return the text that a reader sees, blocks on lines of their own.

    Reads a stream of events and builds no tree, so depth costs nothing. ``skip`` names
    elements to leave out beside those never seen.
    """
    parser = etree.HTMLParser(
        target=_Gatherer(_UNSEEN | skip), encoding="utf-8", no_network=True, huge_tree=True
    )
    try:
        return str(etree.fromstring(source, parser=parser))
    except etree.LxmlError:
        return ""


class _Gatherer:
    """A parser target that gathers text outside unseen elements."""

    def __init__(self, unseen: frozenset[str]) -> None:
        self._unseen = unseen
        self._parts: list[str] = []
        self._open: list[bool] = []  # for each open element: is it unseen?
        self._depth = 0  # how many open elements are unseen

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        unseen = tag in self._unseen or "hidden" in attributes
        unseen = unseen or bool(_HIDDEN.search(attributes.get("style", "")))
        self._open.append(unseen)
        self._depth += unseen
        if tag in _BLOCKS:
            self._parts.append("\n")

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
