"""A page's tree in, what its JSON-LD and meta elements say of it out. Pure.

Source: schema.org Article; Google's "Structured data for subscription and paywalled
content" for ``isAccessibleForFree``.
"""

import html
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import lxml.html

from workers.extracting.cleaning import clean
from workers.extracting.dating import iso_moment
from workers.extracting.markup import visible_text

MAX_JSON = 2_000_000  # characters of one script
MAX_NODES = 20_000  # of all scripts of a page
_ARTICLES = ("Article", "Posting", "WebPage", "Report", "CreativeWork", "AnalysisNews")
_DATES = frozenset({"article:published_time", "datepublished"})  # of meta elements
_PUBLISHED = frozenset({"datePublished"})
_MODIFIED = frozenset({"article:modified_time", "og:updated_time", "datemodified"})
MAX_LICENCE = 500  # code points

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Structured:
    """What a page says of itself; ``None`` where it says nothing.

    ``is_free`` is ``isAccessibleForFree`` or the content tier. ``word_count`` is the
    stated length of the article. ``moments`` are stated times of publication, ``modified``
    the latest one of a change.
    """

    body: str | None = None
    is_free: bool | None = None
    word_count: int | None = None
    moments: tuple[datetime, ...] = ()
    modified: datetime | None = None
    licence: str | None = None


def structured(tree: lxml.html.HtmlElement) -> Structured:
    """Gather JSON-LD and meta elements."""
    articles = [node for node in read_nodes(tree) if is_article(node)]
    metas = _metas(tree)
    bodies = {str(n["articleBody"]) for n in articles if isinstance(n.get("articleBody"), str)}
    stated = [n.get("wordCount") for n in articles]
    stated += [content for name, content in metas if name == "wordcount"]
    counts = [count for words in stated if (count := _number(words)) is not None]
    dates = [n["datePublished"] for n in articles if isinstance(n.get("datePublished"), str)]
    dates += [content for name, content in metas if name in _DATES]
    dates += [t.get("datetime", "") for t in tree.iter("time") if t.get("itemprop") in _PUBLISHED]
    return Structured(
        # Of several bodies none is plainly this page's own.
        body=plain_text(bodies.pop()) if len(bodies) == 1 else None,
        is_free=_is_free(articles, metas),
        word_count=max(counts) if counts else None,
        moments=tuple(moment for text in dates if (moment := _moment(str(text))) is not None),
        modified=_modified(articles, metas),
        licence=_licence(tree, articles, metas),
    )


def _metas(tree: lxml.html.HtmlElement) -> list[tuple[str, str]]:
    """Give the name, property or itemprop of each meta element, in lower case, and its content."""
    return [
        ((meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(), content)
        for meta in tree.iter("meta")
        if (content := meta.get("content"))
    ]


def _modified(articles: list[Node], metas: list[tuple[str, str]]) -> datetime | None:
    stated = [str(n.get("dateModified", "")) for n in articles]
    stated += [content for name, content in metas if name in _MODIFIED]
    return max((moment for text in stated if (moment := iso_moment(text))), default=None)


def _licence(
    tree: lxml.html.HtmlElement, articles: list[Node], metas: list[tuple[str, str]]
) -> str | None:
    """Give the licence that a page states, an address before words; ``None`` without one."""
    stated = [str(n["license"]) for n in articles if isinstance(n.get("license"), str)]
    # The tags of <a> and <link> alike (HTML, section 4.6.7.5), then Dublin Core.
    stated += [
        link.get("href", "")
        for link in tree.xpath("//a[contains(@rel, 'license')] | //link[@rel='license']")
        if "license" in link.get("rel", "").split()
    ]
    stated += [content for name, content in metas if name == "dc.rights"]
    return next((words for found in stated if (words := clean(found)[:MAX_LICENCE])), None)


def moment_of(day: str | None, moments: tuple[datetime, ...]) -> datetime | None:
    """Turn an ISO date into the stated moment of that day, else into its midnight, UTC.

    The moment keeps its own zone: the day of publication is that of the newsroom.
    """
    try:
        found = date.fromisoformat(day or "")
    except ValueError:
        return None
    exact = (m for m in moments if found in {m.date(), m.astimezone(UTC).date()})
    midnight = datetime(found.year, found.month, found.day, tzinfo=UTC)
    return next(exact, midnight)


def read_nodes(tree: lxml.html.HtmlElement) -> Iterator[Node]:
    """Walk all JSON-LD objects of the page, up to a limit."""
    values: list[object] = []
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            values += load_json(script.text or "")
    return walk_nodes(values)


def walk_nodes(values: list[object]) -> Iterator[Node]:
    """Walk the objects in ``values``, outer ones first, without recursion and up to a limit."""
    waiting = deque(values)
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict):
            yield node
            waiting += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += node[:MAX_NODES]


def load_json(text: str) -> list[object]:
    """Read JSON; nothing for what is none, or too long or too deep."""
    if len(text) > MAX_JSON:
        return []
    try:
        return [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []


def is_article(node: Node) -> bool:
    """Whether a JSON-LD object describes an article, by its ``@type``."""
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(_ARTICLES) for name in names)


def _is_free(articles: list[Node], metas: list[tuple[str, str]]) -> bool | None:
    said = {str(n["isAccessibleForFree"]).lower() for n in articles if "isAccessibleForFree" in n}
    said |= {content.lower() for name, content in metas if name == "isaccessibleforfree"}
    tiers = [content for name, content in metas if name == "article:content_tier"]
    said |= {{"locked": "false", "free": "true"}.get(t.strip().lower(), "") for t in tiers}
    if any(word.endswith("false") for word in said):  # also "http://schema.org/False"
        return False
    return True if any(word.endswith("true") for word in said) else None


def _number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 9 else None  # noqa: PLR2004  no article has a billion words


def plain_text(body: str) -> str:
    """Give the text of a body that may be plain, escaped, or marked up."""
    text = html.unescape(body)
    if "</" in text or "<br" in text or "<p>" in text:
        text = visible_text(f"<div>{text}</div>".encode("utf-8", "replace"))
    return clean(text)


def _moment(text: str) -> datetime | None:
    """Read an ISO 8601 time that has a zone; without one it is no better than a date."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None
