"""Takes a Draft; gives it with the DOIs, arXiv ids and RFCs of its words made links. Pure.

Such an identifier has one address by rule, so it cites as well as a link does.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from workers.reading.bare_links import outside_links
from workers.reading.draft import Draft, Link

# https://www.crossref.org/blog/dois-and-matching-regular-expressions/; bounded, so that a
# slash among endless letters costs no more than its length.
_DOI = re.compile(
    r"(?<![\w/.@-])((?:dx\.)?doi\.org/|doi:?[ \u00a0]?)?"
    r"(10\.\d{4,9}/[-._;()/:<>\[\]+A-Z0-9]{1,250})",
    re.IGNORECASE,
)
# https://info.arxiv.org/help/arxiv_identifier.html
_ARXIV = re.compile(
    r"(?<![\w/.])(?:arxiv\.org/abs/|arxiv:[ \u00a0]?)"
    r"(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,2})?)(?!\w)",
    re.IGNORECASE,
)
_RFC = re.compile(r"(?<![\w.-])RFC[ \u00a0-]?(\d{3,5})(?![\w,]?\d|\w)")
# "Leicester RFC 1872": a rugby club and a year.
_NAME_BEFORE = re.compile(
    r"(?:^|[^.!?:\s]\s)(?!(?:See|The|In|By|Under|Per|And|Siehe|Voir)\b)"
    r"[A-Z][\w'’-]+\s$"
)
_SHORTEST = 5  # characters after the slash, where no "doi" leads: "version 10.2000/3" is none
_CLOSING = {")": "(", "]": "[", ">": "<"}
_LOOSE = ".,;:-_/"


def find_identifiers(draft: Draft) -> Draft:
    """Add a link for each identifier outside an anchor or an address."""
    found = tuple(outside_links(draft, iter(sorted(_found(draft.text), key=lambda x: x.start))))
    if not found:
        return draft
    links = sorted((*draft.links, *found), key=lambda x: (x.start, x.end))
    return replace(draft, links=tuple(links))


def _found(text: str) -> Iterator[Link]:
    yield from _dois(text)
    for match in _ARXIV.finditer(text):
        yield _link(match, f"https://arxiv.org/abs/{match[1]}")
    for match in _RFC.finditer(text):
        if not _NAME_BEFORE.search(text[max(match.start() - 40, 0) : match.start()]):
            yield _link(match, f"https://www.rfc-editor.org/rfc/rfc{int(match[1])}")


def _dois(text: str) -> Iterator[Link]:
    for match in _DOI.finditer(text):
        doi = _without_loose_ends(match[2])
        if len(doi.partition("/")[2]) >= (1 if match[1] else _SHORTEST):
            end = match.start(2) + len(doi)
            yield Link(
                match.start(), end, f"https://doi.org/{quote(doi, safe='/:;()')}", is_bare=True
            )


def _link(match: re.Match[str], url: str) -> Link:
    return Link(match.start(), match.end(), url, is_bare=True)


def _without_loose_ends(doi: str) -> str:
    """Drop the stop of the sentence, and a bracket that was opened before the identifier."""
    while doi:
        last = doi[-1]
        opened = _CLOSING.get(last)
        if last not in _LOOSE and (opened is None or doi.count(last) <= doi.count(opened)):
            break
        doi = doi[:-1]
    return doi
