"""What a draft asks to have passed over, as written, in; InlineIgnores out. Pure.

In a comment: ``sourceproof-ignore SP202 reason="…" until=2026-12-31``, for the block that it
stands in or before. In a header: a list ``ignore`` of tables within ``sourceproof``.
Nothing is judged here: what names no rule or gives no reason is told where findings are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from service.domain import InlineIgnore, Limit

WORD: Final = "sourceproof-ignore"
MOST: Final = 1_000  # of one draft; each is held against every finding
_COMMENT: Final = re.compile(rf"\s*{WORD}\b(.*)", re.DOTALL)
# Word processors turn quotation marks into typographic ones.
_PAIR: Final = re.compile(r"\b(\w+)\s*=\s*(?:\"([^\"]*)\"|“([^”]*)”|'([^']*)'|([^\s\"'“]+))")
_BETWEEN: Final = re.compile(r"[\s,]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """An ignore, and the offset in the draft's source where it stands, if that is known."""

    ignore: InlineIgnore
    source: int | None = None


def in_comment(text: str) -> tuple[InlineIgnore, ...]:
    """Give the ignores of a comment, one a rule that it names; none of any other comment."""
    found = _COMMENT.fullmatch(text)
    if found is None:
        return ()
    said = {pair[1].lower(): _value(pair) for pair in _PAIR.finditer(found[1])}
    words = _BETWEEN.split(_PAIR.sub(" ", found[1]).strip(" ,:\n\t"))
    return tuple(
        InlineIgnore(word, said.get("reason", ""), said.get("until", ""), said.get("by", ""))
        for word in words
    )


def _value(pair: re.Match[str]) -> str:
    return " ".join(next(filter(None, pair.groups()[1:]), "").split())


def in_header(fields: Mapping[str, object]) -> Iterator[InlineIgnore]:
    """Give the ignores of a draft's header, for the whole draft."""
    own = fields.get("sourceproof")
    listed = own.get("ignore") if isinstance(own, Mapping) else None
    for each in listed if isinstance(listed, list) else [listed] if listed else []:
        table = each if isinstance(each, Mapping) else {"rule": each}
        said = {str(key): str(value).strip() for key, value in table.items()}
        yield InlineIgnore(
            said.get("rule", ""), said.get("reason", ""), said.get("until", ""), said.get("by", "")
        )


def placed(
    asked: Sequence[Asked], source: str | None
) -> tuple[tuple[InlineIgnore, ...], tuple[Limit, ...]]:
    """Give the ignores with their lines, and a limit where there are too many of them."""
    lines = [0, *accumulate(len(line) + 1 for line in (source or "").split("\n"))]
    ignores = tuple(
        replace(a.ignore, line=None if a.source is None else bisect_right(lines, a.source))
        for a in asked[:MOST]
    )
    if len(asked) <= MOST:
        return ignores, ()
    note = f"{len(asked) - MOST:,} ignores of the draft beyond the limit were not looked at."
    return ignores, (Limit("max_ignores", MOST, note),)
