"""A JSON Reply in, Page or Unread out: the article body that it holds. Pure.

Read are the articles of schema.org, what WordPress serves at ``/wp-json``, and JSON Feed 1.1.
"""

from dataclasses import replace
from urllib.parse import urlsplit

from service.domain import Access, Page, ReaderAccess, Reply, SignName, Unread, sign
from workers.extracting.charsets import decode
from workers.extracting.cleaning import clean, count_words
from workers.extracting.credit import credit_of
from workers.extracting.dating import iso_moment, sensible
from workers.extracting.languages import language_of
from workers.extracting.structured import Node, load_json, plain_text, walk_nodes

_BODIES = ("articleBody", "content", "content_html", "content_text", "text")
_TITLES = ("headline", "title", "name")
_DATES = ("datePublished", "date_published", "date_gmt", "date")
_IDS = ("url", "link", "id", "@id", "mainEntityOfPage")
LEAST_WORDS = 20  # of a body under a name that other data use too


def read_data(reply: Reply) -> Page | Unread:
    """Read the article in a JSON document: the one its address names, else all."""
    text = decode(reply.content, reply.headers.get("content-type"), is_html=False)
    found = [(node, body) for node in walk_nodes(load_json(text)) if (body := _body(node))]
    fragment = urlsplit(reply.url).fragment
    named = [each for each in found if fragment and _goes_by(each[0], fragment)]
    chosen = named or found
    if not chosen:
        words = "the data holds no article"
        seen = (sign(SignName.FILE_KIND, words),)
        return Unread(reply.url, Access.UNSUPPORTED_TYPE, words, signs=seen)
    page = _page(reply, "\n".join(_headed(node, body) for node, body in chosen))
    return page if len(chosen) > 1 else _described(page, chosen[0][0], reply)


def _page(reply: Reply, text: str) -> Page:
    return Page(
        url=reply.url,
        text=text,
        reader_access=ReaderAccess.OPEN,
        language=language_of(text, None),
        kind="json",
        credit=credit_of(text),
        signs=(sign(SignName.WORDS_READ, count_words(text)),),
    )


def _described(page: Page, node: Node, reply: Reply) -> Page:
    """Add what the one article says of itself."""
    address = next((a for n in ("url", "link") if isinstance(a := node.get(n), str)), None)
    is_web = address is not None and address.startswith(("http://", "https://"))
    moments = (iso_moment(_words(node.get(name))) for name in _DATES)
    return replace(
        page,
        canonical_url=address if is_web else None,
        title=_title(node) or None,
        publisher=_words(node.get("publisher")) or None,
        author=_words(node.get("author")) or _words(node.get("authors")) or None,
        published_at=sensible(next((m for m in moments if m), None), reply.retrieved_at),
        licence=_words(node.get("license")) or None,
    )


def _body(node: Node) -> str:
    for name in _BODIES:
        value = node.get(name)
        text = value.get("rendered") if isinstance(value, dict) else value
        if isinstance(text, str) and (body := plain_text(text)):
            return body if name == "articleBody" or count_words(body) >= LEAST_WORDS else ""
    return ""


def _headed(node: Node, body: str) -> str:
    return f"{_title(node)}\n{body}".strip()


def _title(node: Node) -> str:
    return next((words for name in _TITLES if (words := _words(node.get(name)))), "")


def _goes_by(node: Node, fragment: str) -> bool:
    return any(
        isinstance(value, str | int) and str(value).endswith(fragment)
        for value in (node.get(name) for name in _IDS)
    )


def _words(value: object) -> str:
    """Give the words of a value: a text, or what has a name, or the first of several."""
    if isinstance(value, list):
        return ", ".join(words for each in value[:10] if (words := _words(each)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("rendered"))
    return clean(plain_text(value)) if isinstance(value, str) else ""
