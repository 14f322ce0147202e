"""Takes a block of a page and its links; tells whether it only leads elsewhere. Pure."""

import re
from collections.abc import Sequence

from workers.reading.draft import Draft, DraftBlock, Link

_TEASER = re.compile(
    r"\W*(?:related|read (?:more|also|next|the full)|also read|more (?:on|from|about|in)|see also|"
    r"you (?:may|might) also like|"
    r"don['’]t miss|recommended|must read|watch|listen|tags?|filed under|"
    r"topics?|categor(?:y|ies)|follow|share|"
    r"posted in|"
    r"mehr (?:zum thema|dazu)|lesen sie (?:auch|mehr)|siehe auch|schlagw[oö]rter|"
    r"(?:à )?lire aussi|voir aussi|sur le même sujet|"
    r"(?:lea|lee|leer|ver) (?:también|más)|relacionad[oa]s?|etiquetas|"
    r"(?:leia|veja) (?:também|mais)|leggi anche|lees ook)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’»)\]]*\s*$")
_MOSTLY = 0.8


def linked_share(block: DraftBlock, links: Sequence[Link]) -> float:
    """Give the share of a block's characters that stand in links, 0 to 1."""
    linked = sum(min(x.end, block.end) - max(x.start, block.start) for x in links)
    return min(linked / max(block.end - block.start, 1), 1.0)


def is_link_only(draft: Draft, block: DraftBlock, links: Sequence[Link]) -> bool:
    """Whether a block of a page is a teaser, a tag list or a bare link, not a statement."""
    if not links:
        return False
    text = draft.block_text(block)
    share = linked_share(block, links)
    if share >= _MOSTLY:
        return bool(_TEASER.match(text)) or not _SENTENCE_END.search(text)
    outside = (block.end - block.start) * (1 - share)
    is_labelled = ":" in text[: max(links[0].start - block.start, 0)] or share >= 1 - _MOSTLY
    return bool(_TEASER.match(text)) and is_labelled and outside < 60  # noqa: PLR2004  a label
