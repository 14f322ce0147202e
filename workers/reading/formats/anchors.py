"""Takes a parsed draft; gives its in-page anchors that are note markers, or go back. Pure."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from workers.reading.marks import unmarked

Element = Any  # lxml ships no types

_MARKER = re.compile(
    r"[\[(]?\s*(?:note\s+)?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶]+)\s*[\])]?", re.IGNORECASE
)
_RETURN = re.compile(r"[\s\[\]()^↑↩↵⤴⏎️︎\d*†‡§]*|\[?[a-z]\]?|jump up:?|back|return", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchors:
    """In-page anchors by the identity of their element.

    ``markers`` name the id of the note they point down to; ``returns`` are those that
    lead from a note back up to its marker, and say nothing to a reader of plain text.
    """

    markers: dict[Element, str]
    returns: frozenset[Element]
    targets: frozenset[str]


def survey(root: Element) -> Anchors:
    """Tell markers from ways back: a note stands after its marker."""
    order: dict[str, int] = {}
    links: list[tuple[int, Element, str]] = []
    for index, element in enumerate(root.iter("*")):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                order.setdefault(unmarked(name), index)
        href = element.get("href") or ""
        if element.tag == "a" and href.startswith("#") and len(href) > 1:
            links.append((index, element, unquote(unmarked(href[1:]))))
    return _sorted_out(order, links)


def _sorted_out(order: dict[str, int], links: list[tuple[int, Element, str]]) -> Anchors:
    markers: dict[Element, str] = {}
    returns = set()
    for index, element, target in links:
        place = order.get(target)
        if place is None:
            continue
        words = anchor_text(element)
        if place > index and _MARKER.fullmatch(words):
            markers[element] = target
        elif place <= index and _RETURN.fullmatch(words):
            returns.add(element)
    return Anchors(markers, frozenset(returns), frozenset(markers.values()))


def looks_like_marker(words: str) -> bool:
    """Whether the words of an anchor are only a number or sign in brackets, as "[1]"."""
    return bool(re.fullmatch(r"\[\s*(?:\d{1,3}|[*†‡§])\s*\]", words))


def anchor_text(element: Element) -> str:
    """Give the words of an element, white space folded; cut off where they grow long."""
    words: list[str] = []
    length = 0
    for piece in element.itertext():
        words.append(unmarked(piece))
        length += len(piece)
        if length > 2_000:  # noqa: PLR2004  no marker is that long
            break
    return " ".join("".join(words).split())
