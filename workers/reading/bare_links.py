"""Takes a Draft; gives it with the URLs that stand in its words made links. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from linkify_it import LinkifyIt

from workers.reading.draft import Draft, Link
from workers.reading.urls import LONGEST_URL, citable_url

_START = re.compile(r"(?<![\w@/.])(?:https?://|www\.(?=\w))", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"[\s—“”„«»]")  # RFC 3987 allows the dash; in running text it is one
_LINKIFY = LinkifyIt()


def find_bare_links(draft: Draft) -> Draft:
    """Add a link for each ``http(s)://`` or ``www.`` address outside an anchor."""
    bare = tuple(outside_links(draft, _bare_links(draft.text)))
    if not bare:
        return draft
    links = sorted((*draft.links, *bare), key=lambda x: (x.start, x.end))
    return replace(draft, links=tuple(links))


def _bare_links(text: str) -> Iterator[Link]:
    done = 0
    for match in _START.finditer(text):
        start = match.start()
        if start < done:
            continue
        prefix = "" if text[start].lower() == "h" else "https://"
        end = start + LONGEST_URL
        found = _LINKIFY.match_at_start(prefix + _word(text, start, end))
        url = citable_url(found.url) if found else None
        if found and url:
            done = start + found.last_index - len(prefix)
            yield Link(start, done, url, is_bare=True)


def _word(text: str, start: int, end: int) -> str:
    """Give the characters up to the next white space, or a sign that no address holds."""
    return _NO_ADDRESS.split(text[start:end], maxsplit=1)[0]


def outside_links(draft: Draft, bare: Iterator[Link]) -> Iterator[Link]:
    """Give those, in text order, that share no word with a link of the draft."""
    starts = [link.start for link in draft.links]
    for link in bare:
        index = bisect_right(starts, link.start) - 1
        before = index >= 0 and draft.links[index].end > link.start
        after = index + 1 < len(starts) and starts[index + 1] < link.end
        if not before and not after:
            yield link
