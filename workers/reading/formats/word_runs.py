"""Takes a paragraph's XML of a Word document; gives its words as marked-up text. Pure.

WordprocessingML, ECMA-376 part 1, section 17: runs, hyperlinks, fields and notes.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

Element = Any  # lxml ships no types

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LINKED = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"", re.IGNORECASE)
# What was taken out while changes were tracked, and what is said beside the text.
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "pict"))
_SPACES = frozenset({f"{W}tab", f"{W}br", f"{W}cr"})
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def inline(paragraph: Element, relations: Mapping[str, Any]) -> Iterator[str]:
    """Give the words of a paragraph in order, with links, bold runs and markers of notes.

    ``relations`` are those of the part, by id. Insertions that were tracked are text.
    """
    fields: list[_Field] = []
    for element in paragraph:
        yield from _element(element, relations, fields)
    yield "".join("</a>" for field in fields if field.is_open)


class _Field:
    """A field ("HYPERLINK ...") that is being read: its code first, its result after."""

    def __init__(self) -> None:
        self.code = ""
        self.is_open = False


def _element(element: Element, relations: Mapping[str, Any], fields: list[_Field]) -> Iterator[str]:
    tag = element.tag
    if tag in _GONE or tag == _ALTERNATIVES or not isinstance(tag, str):
        return
    if tag == f"{W}t":
        yield escape(element.text or "")
    elif tag in _SPACES:
        yield " "
    elif tag == f"{W}noBreakHyphen":
        yield "-"
    elif tag in _NOTES:
        number = escape(element.get(f"{W}id") or "")
        yield f'<sup><a href="#{_NOTES[tag]}-{number}">{number}</a></sup>'
    elif tag == f"{W}fldChar":
        yield from _turn(element.get(f"{W}fldCharType"), fields)
    elif tag == f"{W}instrText":
        if fields:
            fields[-1].code += element.text or ""
    else:
        yield from _container(element, relations, fields)


def _container(
    element: Element, relations: Mapping[str, Any], fields: list[_Field]
) -> Iterator[str]:
    before, after = _around(element, relations)
    yield before
    for child in element:
        if child.tag != f"{W}p":  # a text box has paragraphs of its own, beside this one
            yield from _element(child, relations, fields)
    yield after


def _around(element: Element, relations: Mapping[str, Any]) -> tuple[str, str]:
    if element.tag == f"{W}hyperlink":
        relation = relations.get(element.get(f"{_R}id") or "")
        fragment = element.get(f"{W}anchor")
        target = relation.target_ref if relation is not None and relation.is_external else ""
        target = f"{target}#{fragment}" if target and fragment else target
        return f'<a href="{escape(target)}">', "</a>"
    if element.tag == f"{W}fldSimple":
        linked = _LINKED.match(element.get(f"{W}instr") or "")
        return (f'<a href="{escape(linked[1])}">', "</a>") if linked else ("", "")
    return ("<b>", "</b>") if element.tag == f"{W}r" and _is_bold(element) else ("", "")


def _is_bold(run: Element) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(f"{W}val") not in {"0", "false", "off"}


def _turn(kind: str | None, fields: list[_Field]) -> Iterator[str]:
    """Follow a field from its code to its result to its end."""
    if kind == "begin":
        fields.append(_Field())
    elif kind == "separate" and fields:
        linked = _LINKED.match(fields[-1].code)
        if linked:
            fields[-1].is_open = True
            yield f'<a href="{escape(linked[1])}">'
    elif kind == "end" and fields and fields.pop().is_open:
        yield "</a>"
