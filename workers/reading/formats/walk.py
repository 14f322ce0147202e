"""Takes the tree of a marked HTML draft; gives the Draft: words, blocks, links. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.domain import BlockKind
from workers.reading.draft import Draft, DraftBlock, DraftBuilder
from workers.reading.formats.anchors import Anchors, anchor_text, looks_like_marker, survey
from workers.reading.formats.chrome import NEVER_TEXT, is_hidden, is_page_chrome
from workers.reading.formats.sharing import only_shares
from workers.reading.formats.tree import IGNORE_TAG, Element, steps, text_lengths
from workers.reading.ignores import Asked, in_comment
from workers.reading.marks import stretches, unmarked
from workers.reading.urls import citable_url, is_relative

_BLOCK_NAMES = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section
summary table tbody tfoot thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_ITEMS = frozenset({"li", "dt", "dd", "tr"})
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|subtitle|sub-?head(?:line|ing)?|lede)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-)?caption(?:-text)?(?:$|[\s_-])", re.IGNORECASE)
KIND_ATTRIBUTE = "data-sourceproof-kind"  # set by our own writers of markup
_PARAGRAPH = DraftBlock(BlockKind.PARAGRAPH, 0, 0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds inside an element, and where its anchor began."""

    block: DraftBlock = _PARAGRAPH
    is_bold: bool = False
    opened_at: int = 0


@dataclass(frozen=True, slots=True)
class WalkOptions:
    """How to read a tree: as a whole page or as content, and against which base URL."""

    is_page: bool = False
    base_url: str | None = None
    trusts_kinds: bool = False


class _Walk:
    def __init__(self, root: Element, options: WalkOptions, anchors: Anchors) -> None:
        self.options = options
        self.anchors = anchors
        self.builder = DraftBuilder()
        self.frames = [_Frame()]
        self.breaks = 0
        self.quotations = 0
        self.items: dict[Element, int] = {}
        self.lengths = text_lengths(root) if options.is_page else {}
        self.total = max(self.lengths.get(root, 0), 1)

    def start(self, element: Element) -> bool:
        """Enter an element; true where its content is to be skipped."""
        outer = self.frames[-1]
        self.frames.append(_Frame(outer.block, outer.is_bold, self.builder.position))
        if element.tag == IGNORE_TAG:
            self.builder.ignore(_asked(element.get("said") or ""))
            return True
        if self._is_skipped(element):
            if element in self.anchors.returns:  # a way back often bears the note's own name
                self._name_note(element)
            return True
        if element.tag in _BLOCKS:
            self._open_block(element)
        elif element.tag in _CELLS:
            self.builder.gap()
        elif element.tag == "br":
            self._break_line()
        if element.tag in {"b", "strong"}:
            self.frames[-1] = replace(self.frames[-1], is_bold=True)
        self._name_note(element)
        self.text(element.text)
        return False

    def end(self, element: Element) -> None:
        """Leave an element: end its block, make its link or marker."""
        frame = self.frames.pop()
        if element.tag == "a":
            self._anchor(element, frame.opened_at)
        elif element.tag == "sup":
            self._superscript(element, frame.opened_at)
        elif element.tag == "blockquote":
            self._link(element.get("cite"), frame.opened_at)
        if element.tag in _BLOCKS:
            self.builder.close_block()
        self.text(element.tail)

    def text(self, marked: str | None) -> None:
        """Append a text node."""
        if not marked:
            return
        frame = self.frames[-1]
        for offset, words in stretches(marked):
            if words.strip():
                self.breaks = 0
            self.builder.words(words, offset, frame.block, is_bold=frame.is_bold)

    def _is_skipped(self, element: Element) -> bool:
        if element.tag in NEVER_TEXT or element in self.anchors.returns or is_hidden(element):
            return True
        if not self.options.is_page:
            return False
        return is_page_chrome(element, self.lengths.get(element, 0) / self.total)

    def _open_block(self, element: Element) -> None:
        self.builder.close_block()
        self.breaks = 0
        block = self.frames[-1].block
        if element.tag == "blockquote":
            self.quotations += 1
            block = replace(block, kind=BlockKind.QUOTATION, group=self.quotations)
        elif block.kind is not BlockKind.NOTE:
            kind = self._kind(element, block.kind)
            block = block if kind is block.kind else replace(block, kind=kind)
        if element.tag in _HEADINGS:
            block = replace(block, level=int(element.tag[1]))
        if element.tag == "li":
            block = replace(block, ordinal=self._ordinal(element))
        if block is not self.frames[-1].block:
            self.frames[-1] = replace(self.frames[-1], block=block)

    def _kind(self, element: Element, outer: BlockKind) -> BlockKind:
        told = element.get(KIND_ATTRIBUTE)
        if told and self.options.trusts_kinds:
            return BlockKind(told)
        names = element.get("class") or ""
        if element.tag in {"figcaption", "caption"} or _CAPTION.search(names):
            return BlockKind.CAPTION
        if _STANDFIRST.search(names) and (element.tag in _HEADINGS or element.tag == "p"):
            return BlockKind.STANDFIRST
        if element.tag in _HEADINGS:
            return BlockKind.HEADLINE
        if element.tag in _ITEMS and outer is not BlockKind.QUOTATION:
            return BlockKind.LIST_ITEM
        return outer

    def _ordinal(self, item: Element) -> str | None:
        """Give the number of an item in a numbered list, as a reader sees it."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return None
        first = parent.get("start") or "1"
        count = self.items.get(parent, int(first) - 1 if first.isdecimal() else 0) + 1
        self.items[parent] = count
        return str(count)

    def _break_line(self) -> None:
        """One ``<br>`` is white space, two in a row end a paragraph."""
        self.breaks += 1
        self.builder.gap()
        if self.breaks > 1:
            self.builder.close_block()

    def _name_note(self, element: Element) -> None:
        name = element.get("id") or (element.get("name") if element.tag == "a" else None)
        label = unmarked(name) if name else None
        if label not in self.anchors.targets or element.tag in {"html", "body"}:
            return
        if element.tag in _BLOCKS:
            block = replace(self.frames[-1].block, kind=BlockKind.NOTE, label=label)
            self.frames[-1] = replace(self.frames[-1], block=block)
        else:
            self.builder.name_block(label)

    def _anchor(self, element: Element, opened_at: int) -> None:
        label = self.anchors.markers.get(element)
        if label is not None:
            self.builder.marker(opened_at, label, is_anchor=True)
            return
        url = self._url(element.get("href"))
        if url and (_is_in_superscript(element) or looks_like_marker(anchor_text(element))):
            self.builder.marker(opened_at, url, is_anchor=True)
        elif url:
            self.builder.link(opened_at, url)
        elif not self.options.is_page and self.options.base_url is None:
            target = unmarked(element.get("href") or "")
            self.builder.unplaced += [target] if is_relative(target) else []

    def _superscript(self, element: Element, opened_at: int) -> None:
        if next(element.iter("a"), None) is None:
            words = anchor_text(element).strip("[]() ")
            self.builder.marker(opened_at, words, is_anchor=False)

    def _link(self, target: str | None, opened_at: int) -> None:
        url = self._url(target)
        if url:
            self.builder.link(opened_at, url)

    def _url(self, target: str | None) -> str | None:
        url = citable_url(unmarked(target), self.options.base_url) if target else None
        return None if url is None or only_shares(url) else url


def _asked(marked: str) -> Iterator[Asked]:
    """Give what a comment asks for; the mark in it tells where it stands."""
    offset = next((offset for offset, _ in stretches(marked) if offset is not None), None)
    return (Asked(ignore, offset) for ignore in in_comment(unmarked(marked)))


def _is_in_superscript(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "sup"


def walk(root: Element, options: WalkOptions) -> Draft:
    """Read a tree of marked HTML as a draft; its offsets count in the marked source."""
    walker = _Walk(root, options, survey(root))
    course = steps(root)
    step = next(course, None)
    while step is not None:
        name, element = step
        skip = False
        if name == "start":
            skip = walker.start(element)
        else:
            walker.end(element)
        try:
            step = course.send(skip)
        except StopIteration:
            step = None
    return walker.builder.finish()
