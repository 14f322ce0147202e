"""Takes the draft of a whole page; gives it with only its main text as content. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import ceil

from service.domain import BlockKind
from workers.reading.cutting import drop_blocks
from workers.reading.draft import Draft, DraftBlock, Link, links_by_block
from workers.reading.formats.tree import parse
from workers.reading.link_blocks import is_link_only, linked_share

_NO_LETTER = re.compile(r"[\W\d_]+")
_STEP = 8  # letters between the places of the main text that are remembered
_SHINGLE = 20  # letters of each
_SHORT = _SHINGLE + _STEP  # a block of fewer letters must equal a whole element
_MOST = 0.5  # share of a block's letters that must stand in the main text
_LEAST_MAIN = 200  # letters; below that extraction found nothing worth holding to
_LEAST_SHARE = 0.3  # of the page's own candidates; below that it found the wrong part
_KEPT_KINDS = frozenset({BlockKind.NOTE, BlockKind.SOURCE_LIST})
_BESIDE_TEXT = frozenset({BlockKind.CAPTION})  # extraction drops captions


@dataclass(frozen=True, slots=True)
class _MainText:
    shingles: frozenset[int]
    elements: frozenset[str]

    def holds(self, letters: str) -> bool:
        """Whether a block with these letters stands in the main text."""
        if len(letters) < _SHORT:
            return letters in self.elements
        enough = max(1, ceil(_MOST * (len(letters) - _SHORT) / _STEP))
        hits = (
            True
            for i in range(len(letters) - _SHINGLE + 1)
            if hash(letters[i : i + _SHINGLE]) in self.shingles
        )
        return sum(islice(hits, enough)) == enough


def keep_main_text(draft: Draft, source: str, url: str | None) -> Draft:
    """Drop what stands around the main text; call what is doubtful boilerplate."""
    main = _extract(source, url)
    letters = [_letters(draft.block_text(block)) for block in draft.blocks]
    inside = [
        block.kind in _KEPT_KINDS or (main is not None and main.holds(letters[i]))
        for i, block in enumerate(draft.blocks)
    ]
    if main is None or not _is_plausible(letters, inside):
        inside = [True] * len(inside)
    else:
        inside = _with_headlines(draft.blocks, inside)
    return _sorted_out(draft, inside)


def _extract(source: str, url: str | None) -> _MainText | None:
    from trafilatura import bare_extraction  # noqa: PLC0415  few drafts are whole pages

    try:
        found = bare_extraction(parse(source), url=url, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001  a failed guess never sinks the reading
        return None
    body = getattr(found, "body", None)
    if body is None:
        return None
    elements = [_letters("".join(element.itertext())) for element in body.iter("*")]
    whole = elements[0] if elements else ""
    if len(whole) < _LEAST_MAIN:
        return None
    starts = range(0, len(whole) - _SHINGLE + 1, _STEP)
    shingles = frozenset(hash(whole[i : i + _SHINGLE]) for i in starts)
    return _MainText(shingles, frozenset(e for e in elements if len(e) < _SHORT))


def _letters(text: str) -> str:
    """Only the letters: digits go, since markers of notes stand among them."""
    return _NO_LETTER.sub("", text).lower()


def _is_plausible(letters: Sequence[str], inside: Sequence[bool]) -> bool:
    """Whether extraction took a fair part of what reads like running text."""
    running = [i for i, text in enumerate(letters) if len(text) >= 4 * _SHORT]
    taken = sum(len(letters[i]) for i in running if inside[i])
    return taken >= _LEAST_SHARE * sum(len(letters[i]) for i in running)


def _with_headlines(blocks: Sequence[DraftBlock], inside: Sequence[bool]) -> list[bool]:
    """Keep the last headlines before the text, though extraction drops them."""
    result = list(inside)
    first = next((i for i, flag in enumerate(inside) if flag), 0)
    for index in range(first - 1, -1, -1):
        if blocks[index].kind in {BlockKind.HEADLINE, BlockKind.STANDFIRST}:
            result[index] = True
            if blocks[index].level == 1:
                break
    return result


def _sorted_out(draft: Draft, inside: Sequence[bool]) -> Draft:
    links = links_by_block(draft)
    content = [
        flag and (block.kind in _KEPT_KINDS or not is_link_only(draft, block, links[i]))
        for i, (block, flag) in enumerate(zip(draft.blocks, inside, strict=True))
    ]
    places = [i for i, flag in enumerate(content) if flag]
    if not places:
        return draft
    for index in range(places[0], places[-1]):
        content[index] = content[index] or draft.blocks[index].kind in _BESIDE_TEXT
    kept = [
        places[0] <= i <= places[-1] or _reads_on(draft, block, links[i])
        for i, block in enumerate(draft.blocks)
    ]
    blocks = tuple(
        block if flag else replace(block, kind=BlockKind.BOILERPLATE)
        for block, flag in zip(draft.blocks, content, strict=True)
    )
    return drop_blocks(replace(draft, blocks=blocks), kept)


def _reads_on(draft: Draft, block: DraftBlock, links: Sequence[Link]) -> bool:
    """Whether a block beside the main text reads like text that extraction cut off."""
    is_long = len(_letters(draft.block_text(block))) >= 4 * _SHORT
    return is_long and linked_share(block, links) < _MOST
