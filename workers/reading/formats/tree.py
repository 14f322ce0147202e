"""Takes HTML source; gives its element tree, and walks over it without recursion. Pure."""

import re
from collections.abc import Generator
from typing import Any

from lxml import etree, html

from service.errors import TooLarge, UnreadableArticle
from workers.reading.ignores import WORD

Element = Any  # lxml ships no types
_DEEPEST = 2_048  # libxml2's own bound for nested elements (XML_MAX_HTML_DEPTH)
_TAG = re.compile(r"<[a-zA-Z]")
IGNORE_TAG = "sourceproof-ignore"  # stands where a comment of that word stood
MOST_TAGS = 100_000  # each costs two to three kilobytes on its way to a block of the draft


def parse(source: str, *, most_tags: int = MOST_TAGS, keeps_ignores: bool = False) -> Element:
    """Give the root of the tree, without comments; with ``keeps_ignores`` elements for some.

    Raises ``UnreadableArticle`` where nothing can be read, ``TooLarge`` for more start
    tags than ``most_tags``.
    """
    if sum(1 for _ in _TAG.finditer(source)) > most_tags:
        raise TooLarge(
            f"The article has more than {most_tags:,} HTML elements; at most so many are read."
        )
    keeps = keeps_ignores and WORD in source
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_pis=True, remove_comments=not keeps
    )
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as err:
        raise UnreadableArticle("The article's HTML holds no text.") from err
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableArticle(
            f"The article's HTML is nested more than {_DEEPEST} elements deep, "
            "so its text cannot be read whole."
        )
    if keeps:
        _turn_comments(root)
    return root


def _turn_comments(root: Element) -> None:
    """Put elements in the place of the comments that ask for something, and drop the others."""
    for comment in list(root.iter(etree.Comment)):
        if WORD not in (comment.text or ""):
            comment.drop_tree()
            continue
        element = root.makeelement(IGNORE_TAG, said=comment.text)
        element.tail = comment.tail
        comment.getparent().replace(comment, element)
    body = root.find("body")
    for comment in () if body is None else root.itersiblings(etree.Comment, preceding=True):
        if WORD in (comment.text or ""):  # before the page: for what it begins with
            element = root.makeelement(IGNORE_TAG, said=comment.text)
            element.tail, body.text = body.text, None
            body.insert(0, element)


def steps(root: Element) -> Generator[tuple[str, Element], bool | None, None]:
    """("start" | "end", element) in document order; send ``True`` after a start to skip.

    After "end" comes the element's tail, which the caller reads.
    """
    stack = [(root, iter(root))]
    if (yield "start", root):
        stack[0] = (root, iter(()))
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif isinstance(child.tag, str):
            skip = yield "start", child
            stack.append((child, iter(() if skip else child)))


def text_lengths(root: Element) -> dict[Element, int]:
    """How many characters of text stand in each element."""
    lengths: dict[Element, int] = {}
    for step, element in steps(root):
        if step == "start":
            lengths[element] = len((element.text or "").strip())
            continue
        parent = element.getparent()
        if parent is not None and element is not root:
            lengths[parent] += lengths[element] + len((element.tail or "").strip())
    return lengths
