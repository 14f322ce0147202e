"""Takes the words of a draft in order; gives its text, blocks, links and note markers. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain import BlockKind
from workers.reading.ignores import Asked

SEPARATOR = "\n\n"
# Marks without width are no words, though they are no white space to Unicode either.
_THIN = r"\u200b-\u200f\u2060\ufeff"
_WORD = re.compile(rf"[{_THIN}]*[^\s{_THIN}]\S*")
# Words with one space between them: what need not be folded. Marks without width are
# tried from the first of a row alone, else a long row would cost its square.
_WORDS = re.compile(rf"(?<![{_THIN}]){_WORD.pattern}(?: {_WORD.pattern})*")


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block of the draft's text, with what its markup told.

    ``label`` names the note it is ("fn1"), ``ordinal`` its number in a numbered list;
    ``group`` is the number of the quotation it stands in, 0 outside any; ``is_bold``
    says that all of its words are set in bold; ``level`` is that of a heading, 1 to 6.
    """

    kind: BlockKind
    start: int
    end: int
    label: str | None = None
    group: int = 0
    ordinal: str | None = None
    is_bold: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor in the draft's text and the absolute URL it points to."""

    start: int
    end: int
    url: str
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """A note's marker in the text: the id of an element, or a number, that it names."""

    start: int
    end: int
    label: str
    is_anchor: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """From ``start`` of the text on, text and draft run in parallel from ``source`` on."""

    start: int
    source: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft without its markup. Offsets are code points into ``text``."""

    text: str
    blocks: tuple[DraftBlock, ...] = ()
    links: tuple[Link, ...] = ()
    markers: tuple[Marker, ...] = ()
    places: tuple[Place, ...] = ()
    title: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    author: str | None = None
    url: str | None = None  # where it says that it stands, or will
    ignores: tuple[Asked, ...] = ()
    unplaced: tuple[str, ...] = ()  # relative links of a draft without an address of its own

    def block_text(self, block: DraftBlock) -> str:
        """Give the words of a block."""
        return self.text[block.start : block.end]


class DraftBuilder:
    """Collects words, folding white space, and remembers where each came from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = False
        self._broke = False  # a line ended since the last word
        self._block: DraftBlock | None = None
        self._started = 0
        self._has_plain = False
        self._label: str | None = None
        self._places: list[Place] = []
        self._asked: list[Asked] = []  # for the open block, or the next where none is open
        self.blocks: list[DraftBlock] = []
        self.links: list[Link] = []
        self.markers: list[Marker] = []
        self.ignores: list[Asked] = []
        self.unplaced: list[str] = []

    @property
    def position(self) -> int:
        """Where the next word would end up touching the last one."""
        return self._length

    def words(self, text: str, source: int | None, block: DraftBlock, *, is_bold: bool) -> None:
        """Append ``text``, which stands at ``source`` in the draft, to the open block.

        ``block`` gives the properties of the block that is opened where none is.
        """
        done = 0
        for match in _WORDS.finditer(text):
            self._gap = self._gap or match.start() > done
            broke = self._broke or "\n" in text[done : match.start()]
            is_new = self._block is None or broke
            self._word(match.group(), block)
            self._broke = False
            self._has_plain = self._has_plain or not is_bold
            if source is not None:
                word_start = self._length - len(match.group())
                self._place(word_start, source + match.start(), is_new=is_new)
            done = match.end()
        self._gap = self._gap or done < len(text)
        self._broke = self._broke or "\n" in text[done:]

    def _word(self, word: str, block: DraftBlock) -> None:
        if self._block is None:
            if self._length:
                self._append(SEPARATOR)
            self._block = block
            self._started = self._length
            self._has_plain = False
        elif self._gap:
            self._append(" ")
        self._gap = False
        self._append(word)

    def _append(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)

    def _place(self, start: int, source: int, *, is_new: bool) -> None:
        last = self._places[-1] if self._places else None
        if last and not is_new and last.source + (start - last.start) == source:
            return
        self._places.append(Place(start, source))

    def gap(self) -> None:
        """Let white space stand between the last word and the next."""
        self._gap = True

    def close_block(self) -> None:
        """End the open block, if there is one."""
        if self._block is not None:
            self.blocks.append(self._finished(self._block))
            self._label = None
            self._answer_for(self._started)
        self._block = None
        self._gap = False

    def _answer_for(self, start: int) -> None:
        """Let what was asked hold for the text from ``start`` on."""
        self.ignores += [spanning(a, start, self._length) for a in self._asked]
        self._asked.clear()

    def _finished(self, block: DraftBlock) -> DraftBlock:
        is_named = self._label is not None
        return DraftBlock(
            kind=BlockKind.NOTE if is_named else block.kind,
            start=self._started,
            end=self._length,
            label=self._label if is_named else block.label,
            group=block.group,
            ordinal=block.ordinal,
            is_bold=not self._has_plain,
            level=block.level,
        )

    def name_block(self, label: str) -> None:
        """Make a note of the open block, or of the next where none is open."""
        self._label = label

    def link(self, start: int, url: str) -> None:
        """Make a link of the words since position ``start``, if there are any."""
        if start < self._length:
            self.links.append(Link(start, self._length, url))

    def marker(self, start: int, label: str, *, is_anchor: bool) -> None:
        """Make a note's marker of the words since position ``start``, if there are any."""
        if start < self._length:
            self.markers.append(Marker(start, self._length, label, is_anchor))

    def ignore(self, asked: Iterable[Asked]) -> None:
        """Have something passed over in the open block, or in the next where none is open."""
        self._asked += asked

    def finish(self) -> Draft:
        """Give the draft as collected."""
        self.close_block()
        self._answer_for(self._length)
        text = "".join(self._parts)
        links = [replace(x, start=_first_word(text, x.start)) for x in self.links]
        return Draft(
            text=text,
            blocks=tuple(self.blocks),
            links=tuple(sorted(links, key=lambda x: (x.start, x.end))),
            markers=tuple(replace(m, start=_first_word(text, m.start)) for m in self.markers),
            places=tuple(self._places),
            ignores=tuple(self.ignores),
            unplaced=tuple(self.unplaced),
        )


def spanning(asked: Asked, start: int, end: int) -> Asked:
    """Let what is asked hold for a stretch of the text."""
    return replace(asked, ignore=replace(asked.ignore, start=start, end=end))


def links_by_block(draft: Draft) -> list[list[Link]]:
    """For each block the links that have words in it, in text order."""
    starts = [block.start for block in draft.blocks]
    found: list[list[Link]] = [[] for _ in draft.blocks]
    for link in draft.links:
        index = max(bisect_right(starts, link.start) - 1, 0)
        while index < len(starts) and starts[index] < link.end:
            if link.start < draft.blocks[index].end:
                found[index].append(link)
            index += 1
    return found


def _first_word(text: str, offset: int) -> int:
    match = _WORD.search(text, offset)
    return match.start() if match else offset
