"""A parsed page and its text in, what can be seen of it by whoever asks for its access out. Pure.

Measures that few pages need are taken when they are asked for.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

import lxml.html

from service.domain import Reply
from workers.extracting.cleaning import clean, count_words
from workers.extracting.markup import CHROME, Markup, visible_text
from workers.extracting.selling import Terms
from workers.extracting.structured import Structured

_OUTSIDE = CHROME | {"form", "header", "h1", "title"}
_REFRESH = re.compile(r"\s*([\d.]+)\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)
_ROOT = re.compile(
    rb"<(?:div|main|section|app-root)[^>]{0,200}\bid=[\"']?"
    rb"(root|app|__next|__nuxt|app-root|main-app|react-root|q-app|svelte)[\"']?[^>]{0,200}>\s*</",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be seen of a page. ``words`` are those extracted.

    ``is_dated`` says that it states when it was published, as no error page does.
    """

    title: str
    heading: str
    text: str
    words: int
    source: bytes = field(repr=False)
    tree: lxml.html.HtmlElement = field(repr=False)
    has_script: bool
    passwords: int  # fields for one
    is_dated: bool
    word_count: int | None
    terms: Terms
    reply: Reply = field(repr=False)

    @property
    def heads(self) -> tuple[str, str]:
        """The title and the first heading."""
        return self.title, self.heading

    @property
    def seen(self) -> int:
        """How many words stand on all of the page."""
        return count_words(clean(visible_text(self.source)))

    @property
    def loose_words(self) -> int:
        """How many words stand outside of forms, menus and headings."""
        return count_words(clean(visible_text(self.source, skip=_OUTSIDE)))

    @property
    def linked_share(self) -> float:
        """Which share of all words on the page are links."""
        linked = sum(count_words(link.text_content()) for link in self.tree.iter("a"))
        seen = self.seen
        return linked / seen if seen else 0.0

    @property
    def is_unlisted(self) -> bool:
        """Whether search engines are asked to leave the page out, as of an error page."""
        robots = self.tree.xpath("//meta[@name='robots']/@content")
        return any("noindex" in str(value).lower() for value in robots)

    @property
    def refresh(self) -> str | None:
        """The address that the page itself sends its reader on to."""
        for meta in self.tree.xpath("//meta[translate(@http-equiv,'EFHRS','efhrs')='refresh']"):
            found = _REFRESH.match(meta.get("content") or "")
            if found:
                return str(urljoin(self.reply.final_url, found[2]))
        return None

    @property
    def empty_root(self) -> str | None:
        """The name of the empty element that a script would fill."""
        found = _ROOT.search(self.source)
        return found[1].decode() if found else None


def seen_of(
    reply: Reply, *, markup: Markup, said: Structured, terms: Terms, title: str | None, text: str
) -> Seen:
    """Gather what can be seen of a page whose tree was made."""
    tree = markup.tree
    assert tree is not None  # noqa: S101  its caller has looked
    return Seen(
        title=first_text(tree, "//head/title//text()") or title or "",
        heading=first_text(tree, "//h1//text()"),
        text=text,
        words=count_words(text),
        source=markup.source,
        tree=tree,
        has_script=any("json" not in e.get("type", "") for e in tree.iter("script")),
        passwords=sum(e.get("type", "").lower() == "password" for e in tree.iter("input")),
        is_dated=bool(said.moments),
        word_count=said.word_count,
        terms=terms,
        reply=reply,
    )


def first_text(tree: lxml.html.HtmlElement, path: str) -> str:
    """Join the first text nodes of a path."""
    return " ".join(str(part).strip() for part in tree.xpath(path)[:8]).strip()
