"""Takes a Draft; gives it with its closing lists of sources told from its text. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.domain import BlockKind
from workers.reading.draft import Draft, DraftBlock, Link, links_by_block

_NAMES = (
    # English, German, French, Spanish, Portuguese, Italian, Dutch
    r"(?:list of |our |my |all |key |main |primary |cited |further |selected |reference |web )?"
    r"(?:sources?(?: cited| consulted| used| and (?:references|further reading|links|notes))?|"
    r"references?(?: cited| and (?:sources|notes|further reading))?|works cited|bibliography|"
    r"citations|links and sources|source links|sources & references|"
    r"(?:end|foot)?notes(?: and (?:sources|references))?)|"
    r"quellen(?:angaben?|verzeichnis|nachweise?)?|quelle|literatur(?:verzeichnis)?|einzelnachweise|"
    r"belege|fußnoten|"
    r"références(?: bibliographiques)?|bibliographie|les sources|"
    r"fuentes?|referencias|bibliografía|"
    r"fontes?|referências|bibliografia|"
    r"fonti|fonte|riferimenti|"
    r"bronnen|bron|bronvermelding|källor|kilder|lähteet|źródła|источники|джерела|"
    r"kaynaklar|kaynakça|المصادر|المراجع|出典|参考文献|参考资料|来源|資料來源|출처|참고문헌"
)
_HEADING = re.compile(rf"\W*(?:{_NAMES})\s*[:：]?\W*", re.IGNORECASE)
_LEAD = re.compile(rf"\W*(?:{_NAMES})\s*[:：]\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\[(\d{1,3})\]|\(?(\d{1,3})[.)])(?=\s|\D)\s*")
_URL = re.compile(r"https?://|www\.", re.IGNORECASE)
_LINKED_ENOUGH = 0.5
_LONGEST_ENTRY = 300  # characters of an entry without a link


def is_source_heading(text: str) -> bool:
    """Whether a line is the name of a list of sources, as "Sources" or "Quellen:"."""
    return len(text) < 60 and bool(_HEADING.fullmatch(text))  # noqa: PLR2004  a heading


def find_source_lists(draft: Draft) -> Draft:
    """Mark the headings and entries of lists of sources as ``SOURCE_LIST``.

    An entry's ``label`` becomes the number it bears or has in its list.
    """
    links = links_by_block(draft)
    listed = frozenset(_listed(draft, links))
    if not listed:
        return draft
    blocks = []
    for index, block in enumerate(draft.blocks):
        if index in listed and block.kind is not BlockKind.NOTE:
            label = entry_number(draft.block_text(block)) or block.ordinal
            block = replace(block, kind=BlockKind.SOURCE_LIST, label=label)  # noqa: PLW2901
        blocks.append(block)
    return replace(draft, blocks=tuple(blocks))


def entry_number(text: str) -> str | None:
    """Give the number that an entry bears, as in "[3] Reuters" or "3. Reuters"."""
    match = _NUMBER.match(text)
    return (match[1] or match[2]).lstrip("0") or None if match else None


def _listed(draft: Draft, links: Sequence[Sequence[Link]]) -> Iterator[int]:
    open_list = False
    for index, block in enumerate(draft.blocks):
        text = draft.block_text(block)
        if _is_heading(block, text) and _has_entries(draft, links, index + 1):
            open_list = True
            yield index
        elif (open_list and _is_entry(block, text, links[index])) or (
            open_list and _is_unlinked(block) and _has_entries(draft, links, index + 1)
        ):
            yield index
        else:
            open_list = False
            if _is_inline_list(text, links[index], block):
                yield index


def _is_heading(block: DraftBlock, text: str) -> bool:
    if not is_source_heading(text):
        return False
    return (
        block.kind is BlockKind.HEADLINE
        or block.is_bold
        or block.kind is BlockKind.PARAGRAPH
        or block.kind is BlockKind.SOURCE_LIST
    )


def _has_entries(draft: Draft, links: Sequence[Sequence[Link]], index: int) -> bool:
    if index >= len(draft.blocks):
        return False
    block = draft.blocks[index]
    return _is_entry(block, draft.block_text(block), links[index])


def _is_entry(block: DraftBlock, text: str, links: Sequence[Link]) -> bool:
    """Tell a list item, a numbered line, or a paragraph that points somewhere."""
    if block.kind in {BlockKind.LIST_ITEM, BlockKind.NOTE, BlockKind.SOURCE_LIST}:
        return True
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return bool(links or entry_number(text) or _URL.search(text))


def _is_unlinked(block: DraftBlock) -> bool:
    """Tell an entry that points nowhere, between others that do."""
    return block.kind is BlockKind.PARAGRAPH and block.end - block.start <= _LONGEST_ENTRY


def _is_inline_list(text: str, links: Sequence[Link], block: DraftBlock) -> bool:
    """Tell a paragraph of its own such as "Sources: Reuters, AFP", whose names are links."""
    lead = _LEAD.match(text)
    if lead is None or block.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return False
    rest = len(text) - lead.end()
    linked = sum(min(x.end, block.end) - max(x.start, block.start) for x in links)
    linked = linked or sum(len(word) for word in text[lead.end() :].split() if _URL.match(word))
    return rest > 0 and linked >= _LINKED_ENOUGH * rest
