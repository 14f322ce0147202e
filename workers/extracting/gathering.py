"""A page's tree in, the lines that a reader sees of its own story out. Pure.

Left out are menus, comments, and teasers for other stories: what stands there must not
vouch for anything. The text comes of libxml2's own serialiser, with marks set before it
where lines begin and where links run; that is some ten times faster than a walk.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import lxml.html
from lxml import etree

from workers.extracting.markup import BLOCKS, HIDDEN, UNSEEN

_BREAK = "\u2028"  # cleaning makes a newline of it
# Noncharacters, which no text holds (Unicode, section 23.7).
_LINK, _LINK_END, _ITEM = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKS = re.compile(f"[{_LINK}{_LINK_END}{_ITEM}]")
_MARGIN = f" |\t{_LINK_END}{_ITEM}"
_LINKED = re.compile(f"{_LINK}[^{_LINK_END}]*{_LINK_END}?")

_CELLS = ("td", "th")
_ITEMS = frozenset({"figcaption", "caption", "tr", "li", "dd"})
_MARKED = tuple(sorted(BLOCKS - {"nav", "footer"} | {"a"}))
_GONE = (*sorted(UNSEEN), "nav", "footer", etree.Comment, etree.ProcessingInstruction)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BOXES = frozenset({"div", "section", "ul", "ol", "aside", "form", "article", "li", "table", "dl"})
# Names in class and id of what belongs to others: readers' comments, other stories, offers.
_FOREIGN = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|discussion|replies|kommentare?"
    r"|comentarios?|commentaires?|related|recommend\w*|recirc\w*|teasers?|promos?|newsletters?"
    r"|shar(?:e|ing)|social|breadcrumbs?|cookies?|consent|advert\w*|sponsor\w*|outbrain|taboola"
    r"|trending|popular|most-?read|more-?(?:stories|news|articles|from|on)|read-?(?:more|next|also)"
    r"|similar|widgets?|subscri\w*|paywall|menu|navigation|footer|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEASER = 1_000  # code points; a box with a linked heading and more text is a story itself


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, not cleaned yet. ``linked`` is the share of it that links cover, 0 to 1.

    ``is_item`` tells a caption, a row, or an entry of a list: these close without a stop.
    """

    text: str
    is_item: bool
    linked: float


def gather(tree: lxml.html.HtmlElement) -> tuple[Line, ...]:
    """Give the lines of a page in their order. The tree is used up by it."""
    body = tree.find("body")
    root = tree if body is None else body
    etree.strip_elements(root, *_GONE, with_tail=False)
    for element in _marked(root):
        if element.getparent() is not None and element.find(".//h1") is None:
            element.drop_tree()
    text = etree.tostring(root, method="text", encoding="unicode", with_tail=False)
    return _lines(text.replace("\n", " ").replace("\r", " "))


def _marked(root: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Set the marks, and give what is to be dropped: hidden, foreign, or a teaser."""
    dropped = [e for e in root.xpath(".//*[@hidden or @style]") if _is_hidden(e)]
    for element in root.iter(*_MARKED):
        tag = element.tag
        if tag == "a":
            element.text = _LINK + (element.text or "")
            element.tail = _LINK_END + (element.tail or "")
            if (box := _teaser(element)) is not None:
                dropped.append(box)
            continue
        if tag in _CELLS:
            # The cells of a row make one line, as trafilatura writes it.
            element.text = " | " + (element.text or "")
            continue
        mark = _BREAK + _ITEM if tag in _ITEMS else _BREAK
        element.text = mark + (element.text or "")
        element.tail = _BREAK + (element.tail or "")
        if (
            tag in _BOXES
            and element.attrib
            and _is_foreign(element.get("class"), element.get("id"))
        ):
            dropped.append(element)
    return dropped


@lru_cache(maxsize=4_096)  # pages of a site share their names
def _is_foreign(classes: str | None, ident: str | None) -> bool:
    return bool(_FOREIGN.search(f"{classes} {ident}"))


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(HIDDEN.search(element.get("style", "")))


def _teaser(link: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """Give the box around a heading that is wholly a link to another page."""
    heading = link.getparent()
    if heading is None or heading.tag not in _HEADINGS or link.get("href", "#").startswith("#"):
        return None
    if len(_signs(link)) < len(_signs(heading)):
        return None
    box = heading.getparent()
    while box is not None and box.tag in {"header", "hgroup"}:
        box = box.getparent()
    if box is None or box.tag in {"body", "main"} or len(box.text_content()) > _TEASER:
        return heading
    return box


def _signs(element: lxml.html.HtmlElement) -> str:
    return _MARKS.sub("", "".join(element.itertext()).replace(_BREAK, "")).strip()


def _lines(text: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    is_open = False  # does a link run on from the line before?
    for raw in text.split(_BREAK):
        marked = _LINK + raw if is_open else raw
        if _LINK not in marked:
            is_item, shown, free = _ITEM in marked, marked.strip(_MARGIN), None
        else:
            is_open = marked.rfind(_LINK) > marked.rfind(_LINK_END)
            is_item, shown = _ITEM in marked, _MARKS.sub("", marked).strip(_MARGIN)
            free = _MARKS.sub("", _LINKED.sub("", marked)).strip(_MARGIN)
        if shown:
            linked = 0.0 if free is None else 1 - len(free) / len(shown)
            lines.append(Line(shown, is_item, linked))
    return tuple(lines)
