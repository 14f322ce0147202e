"""Takes plain text; gives the Draft: paragraphs, headlines, lists, the site's chrome. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from service.domain import BlockKind
from service.errors import TooLarge
from workers.reading.boilerplate import mark_chrome
from workers.reading.draft import Draft
from workers.reading.formats.html import read_tree
from workers.reading.formats.tree import parse
from workers.reading.formats.walk import KIND_ATTRIBUTE
from workers.reading.marks import mark
from workers.reading.source_lists import is_source_heading

_LINE = re.compile(r"[^\n]+")
_VISIBLE = re.compile(r"\S")
_ITEM = re.compile(r"\s*(?:[-*•‣◦–]\s+|\[(\d{1,3})\]\s*|\(?(\d{1,3})[.)]\s+)(?=\S)")
_QUOTED = re.compile(r"\s*>+ ?")
_CAPTION = re.compile(
    r"(?:AI[- ]generated (?:image|illustration)|photo(?:graph)?|image|illustration|picture|credit|"
    r"foto|bild|imagen|crédit photo)\b[^.]{0,40}:",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？:;,]['\"”’»)\]]*$")
_WIDEST_WRAP = 120  # characters; text whose lines are all shorter is taken for wrapped
_FULL_LINE = 0.6  # of the widest line; a shorter one ends its paragraph
_LEAST_WRAP = 45
_LONGEST_HEADLINE = 160
_LONGEST_STANDFIRST = 300
_LONGEST_CROSSHEAD = 90
_MOST_LINES = 100_000  # a line may be a block, and costs about a kilobyte


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines of the text that make one block: (offset, words) of each."""

    lines: tuple[tuple[int, str], ...]
    is_after_blank: bool

    @property
    def words(self) -> str:
        """The block on one line."""
        return " ".join(line.strip() for _, line in self.lines)


def read_text(source: str, url: str | None) -> Draft:
    """Give the draft in plain text ``source``; ``url`` is where it stands.

    Raises ``TooLarge`` for more lines than any article has.
    """
    pieces = _pieces(source)
    markup = "".join(_markup(piece, kind) for piece, kind in _kinds(pieces))
    return read_tree(parse(f"<div>{markup}</div>"), url, trusts_kinds=True)


def _pieces(source: str) -> list[_Piece]:
    lines = [(m.start(), m.group()) for m in _LINE.finditer(source) if _VISIBLE.search(m.group())]
    if len(lines) > _MOST_LINES:
        raise TooLarge(f"The article has {len(lines):,} lines; at most {_MOST_LINES:,} are read.")
    width = max((len(line.rstrip()) for _, line in lines), default=0)
    is_wrapped = _LEAST_WRAP <= width <= _WIDEST_WRAP
    pieces: list[_Piece] = []
    for before, line in pairwise([(-1, ""), *lines]):
        gap = source[before[0] + len(before[1]) : line[0]] if before[0] >= 0 else "\n\n"
        is_after_blank = gap.count("\n") > 1
        if pieces and not is_after_blank and is_wrapped and _runs_on(before[1], line[1], width):
            last = pieces.pop()
            pieces.append(_Piece((*last.lines, line), last.is_after_blank))
        else:
            pieces.append(_Piece((line,), is_after_blank))
    return pieces


def _runs_on(before: str, line: str, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph of the line before it."""
    if _ITEM.match(line) or bool(_QUOTED.match(line)) != bool(_QUOTED.match(before)):
        return False
    return len(before.rstrip()) >= _FULL_LINE * width


def _kinds(pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, BlockKind]]:
    words = [piece.words for piece in pieces]
    chrome = mark_chrome(words)
    seen_headline = seen_text = False
    for index, (piece, is_chrome) in enumerate(zip(pieces, chrome, strict=True)):
        rest = words[index + 1 : index + 2]
        kind = _kind(words[index], rest, seen_headline=seen_headline, seen_text=seen_text)
        if is_chrome and not is_source_heading(words[index]):
            yield piece, BlockKind.BOILERPLATE
            continue
        seen_text = seen_text or kind in {BlockKind.PARAGRAPH, BlockKind.STANDFIRST}
        seen_headline = seen_headline or kind is BlockKind.HEADLINE
        yield piece, kind


def _kind(words: str, after: Sequence[str], *, seen_headline: bool, seen_text: bool) -> BlockKind:
    told = _told_kind(words)
    if told is not None:
        return told
    if not after or _SENTENCE_END.search(words):
        return BlockKind.PARAGRAPH
    if not seen_headline and not seen_text and len(words) <= _LONGEST_HEADLINE:
        return BlockKind.HEADLINE
    if seen_headline and not seen_text and len(words) <= _LONGEST_STANDFIRST:
        return BlockKind.STANDFIRST
    is_crosshead = len(words) <= _LONGEST_CROSSHEAD and len(after[0]) > len(words)
    return BlockKind.HEADLINE if is_crosshead else BlockKind.PARAGRAPH


def _told_kind(words: str) -> BlockKind | None:
    """Give the kind of block that its first signs tell."""
    if _QUOTED.match(words):
        return BlockKind.QUOTATION
    if _ITEM.match(words):
        return BlockKind.LIST_ITEM
    if _CAPTION.match(words) and len(words) < _LONGEST_STANDFIRST:
        return BlockKind.CAPTION
    return BlockKind.HEADLINE if is_source_heading(words) else None


def _markup(piece: _Piece, kind: BlockKind) -> str:
    if kind is BlockKind.LIST_ITEM:
        return _item(piece)
    tag = {BlockKind.QUOTATION: "blockquote", BlockKind.HEADLINE: "h2"}.get(kind, "p")
    told = "" if kind is BlockKind.QUOTATION else f' {KIND_ATTRIBUTE}="{kind}"'
    quoted = _QUOTED if kind is BlockKind.QUOTATION else None
    return f"<{tag}{told}>{_lines(piece, quoted)}</{tag}>"


def _item(piece: _Piece) -> str:
    found = _ITEM.match(piece.lines[0][1])
    number = (found[1] or found[2]) if found else None
    tag, start = ("ol", f' start="{int(number)}"') if number else ("ul", "")
    return f"<{tag}{start}><li>{_lines(piece, _ITEM)}</li></{tag}>"


def _lines(piece: _Piece, lead: re.Pattern[str] | None) -> str:
    """Give the lines, marked, without the sign that begins each."""
    parts = []
    for index, (offset, line) in enumerate(piece.lines):
        found = lead.match(line) if lead and (index == 0 or lead is _QUOTED) else None
        done = found.end() if found else len(line) - len(line.lstrip())
        parts.append(f"{mark(offset + done)}{escape(line[done:], quote=False)}")
    return "\n".join(parts)
