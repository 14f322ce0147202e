"""A draft's tree in, the links of its sources that only subscribers are shown out. Pure.

A source is hidden where the publisher gates the list that names it, or its very link,
and shows the text. Where a whole part of the article is for subscribers, those who read
the statement also see its link: nothing is hidden from its readers.

Source: schema.org ``hasPart`` with ``isAccessibleForFree`` and ``cssSelector`` (Google,
"Structured data for subscription and paywalled content").
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin

import lxml.html

from workers.extracting.structured import read_nodes

_CLASSES = frozenset(
    {
        "members-only", "member-only", "subscribers-only", "subscriber-only", "paid-only",
        "paywall", "paywalled", "paywall-content", "premium-content", "premium-only",
        "locked-content", "content-locked", "login-required",
    }
)  # fmt: skip
_ATTRIBUTES = ("data-paywall", "data-members-only", "data-subscribers-only")
_SOURCES = re.compile(
    r"\b(?:sources?|references|quellen\w*|nachweise|références|fuentes|referencias)\b",
    re.IGNORECASE,
)
_SELECTOR = re.compile(r"\.([\w-]{1,100})")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "strong", "summary")
_MOSTLY = 0.5  # the share of a list's text that its links make up
_MOST_GATES = 50  # gated elements that are looked at


def find_hidden_urls(root: lxml.html.HtmlElement, url: str | None) -> tuple[str, ...]:
    """Give the absolute addresses that stand in gated lists of sources, and nowhere else."""
    names = _CLASSES | frozenset(declared_classes(root))
    gates = (e for e in root.iter() if isinstance(e.tag, str) and _is_gate(e, names))
    lists = [gate for gate in islice(gates, _MOST_GATES) if _lists(gate)]
    within = {link for gate in lists for link in _links(gate)}
    hidden: dict[str, None] = {}
    shown: set[str] = set()
    for link in _links(root) if within else ():
        address = urljoin(url or "", link.get("href", "").strip())
        if link not in within:
            shown.add(address)
        elif address.startswith(("http://", "https://")):
            hidden[address] = None
    return tuple(address for address in hidden if address not in shown)


def _links(element: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    found: list[lxml.html.HtmlElement] = element.xpath("descendant-or-self::a[@href]")
    return found


def _is_gate(element: lxml.html.HtmlElement, names: frozenset[str]) -> bool:
    classes = (element.get("class") or "").lower().split()
    return not names.isdisjoint(classes) or any(name in element.attrib for name in _ATTRIBUTES)


def _lists(element: lxml.html.HtmlElement) -> bool:
    """Whether an element is a list of sources: by its heading, or as it is mostly links."""
    links = _links(element)
    if not links:
        return False
    before = element.getprevious()
    heads = [before] if before is not None and before.tag in _HEADINGS else []
    heads += [head for name in _HEADINGS for head in element.findall(f".//{name}")[:1]]
    if any(_SOURCES.search(head.text_content()[:200]) for head in heads):
        return True
    whole = len("".join(element.text_content().split()))
    linked = sum(len("".join(link.text_content().split())) for link in links)
    return linked > _MOSTLY * whole


def declared_classes(root: lxml.html.HtmlElement) -> Iterator[str]:
    """Give the classes that the page's own markup declares not to be free."""
    for node in read_nodes(root):
        selectors = node.get("cssSelector")
        if str(node.get("isAccessibleForFree")).lower() != "false":
            continue
        for selector in selectors if isinstance(selectors, list) else [selectors]:
            found = _SELECTOR.fullmatch(selector.strip()) if isinstance(selector, str) else None
            if found:
                yield found[1].lower()
