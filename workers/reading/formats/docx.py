"""Takes the bytes of a Word document (DOCX); gives the Draft. Pure.

Paragraphs, headings, lists, tables, hyperlinks, footnotes and endnotes in document order.
What was deleted while changes were tracked is no text, and no comment is; those that ask to
have a finding passed over are kept beside it.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import escape

import docx
from docx.document import Document
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from service.errors import TooLarge, UnreadableArticle
from workers.reading.draft import Draft
from workers.reading.formats.html import read_tree
from workers.reading.formats.tree import Element, parse
from workers.reading.formats.word_runs import W, inline
from workers.reading.ignores import WORD
from workers.reading.marks import clean

_EXPANSION = 10  # times the largest article; what a package unpacks to at most
_MOST_PARTS = 2_000
_NOTE_PARTS = ("footnotes", "endnotes")
_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"})
# No part of a Word document has a document type, and text has its "<" escaped.
_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_HEADING = re.compile(r"heading\s*([1-6])?")


def read_docx(content: bytes, url: str | None, *, max_bytes: int) -> Draft:
    """Give the draft in a DOCX.

    Raises ``TooLarge`` for one that unpacks to too much, and ``UnreadableArticle`` for one
    that is damaged or declares entities.
    """
    _refuse_bomb(content, max_bytes)
    try:
        _refuse_entities(content)
        document = docx.Document(io.BytesIO(content))
        markup = "".join(_body(document))
        properties = document.core_properties
        # Not ``created`` nor ``author``: they name when and by whom its template was made.
        title, language = properties.title, properties.language
    except UnreadableArticle:
        raise
    except Exception as err:  # a damaged package fails in more ways than can be listed
        raise UnreadableArticle("The Word document is damaged and cannot be read.") from err
    draft = read_tree(parse(f"<div>{clean(markup)}</div>", keeps_ignores=True), url)
    return replace(
        draft,
        title=title.strip() or None,
        language=language.strip().lower().split("-")[0] or None,
    )


def _refuse_bomb(content: bytes, max_bytes: int) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
    size = sum(part.file_size for part in parts)
    if size > _EXPANSION * max_bytes or len(parts) > _MOST_PARTS:
        raise TooLarge(
            f"The Word document unpacks to {size:,} bytes in {len(parts):,} parts; "
            f"at most {_EXPANSION * max_bytes:,} bytes are read."
        )


def _refuse_entities(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")) and _DOCTYPE.search(package.read(name)):
                raise UnreadableArticle(
                    "The Word document declares XML entities, which no Word document needs; "
                    "it is not read."
                )


def _body(document: Document) -> Iterator[str]:
    yield from _blocks(document.element.body, document.part, document)
    for name in _NOTE_PARTS:
        yield from _notes(document, name)


def _blocks(parent: Element, part: Part, document: Document) -> Iterator[str]:
    """Give paragraphs and tables in order, also those inside content controls."""
    for element in parent:
        if element.tag == f"{W}p":
            yield _paragraph(element, part, document)
        elif element.tag == f"{W}tbl":
            yield f"<table>{''.join(_rows(element, part))}</table>"
        elif element.tag in _WRAPPERS:
            yield from _blocks(element, part, document)


def _rows(table: Element, part: Part) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        own = (cell for cell in row.iter(f"{W}tc") if _within(cell, "tr") is row)
        cells = (_cell(cell, part) for cell in own)
        yield f"<tr>{''.join(f'<td>{text}</td>' for text in cells)}</tr>"


def _cell(cell: Element, part: Part) -> str:
    """Give the words of a cell's own paragraphs; a table within it has rows of its own."""
    paragraphs = (p for p in cell.iter(f"{W}p") if _within(p, "tc") is cell)
    return " ".join("".join(inline(p, part.rels)) for p in paragraphs)


def _within(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(f"{W}{name}"), None)


def _paragraph(element: Element, part: Part, document: Document) -> str:
    tag = _tag(Paragraph(element, document))
    words = "".join((*_asked(element, document), *inline(element, part.rels)))
    if tag == "li":
        return f"<ul><li>{words}</li></ul>"
    return f"<{tag}>{words}</{tag}>"


def _asked(paragraph: Element, document: Document) -> Iterator[str]:
    """Give the comments on a paragraph that ask to have something passed over, as of HTML."""
    for reference in paragraph.iter(f"{W}commentReference"):
        comment = document.comments.get(int(reference.get(f"{W}id") or 0))
        if comment is not None and comment.text.strip().startswith(WORD):
            author = comment.author.replace('"', "'")
            said = f'{comment.text} by="{author}"'.replace("--", "—")
            yield f"<!-- {said} -->"


def _tag(paragraph: Paragraph) -> str:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if style == "title":
        return "h1"
    if heading := _HEADING.match(style):
        return f"h{heading[1] or 6}"
    if "quote" in style:
        return "blockquote"
    if style == "caption":
        return "figcaption"
    properties = paragraph._p.pPr  # noqa: SLF001  python-docx has no name for numbering
    is_listed = properties is not None and properties.numPr is not None
    return "li" if is_listed or style.startswith("list") else "p"


def _notes(document: Document, name: str) -> Iterator[str]:
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(f"/{name}"):
            continue
        part = relation.target_part
        for note in parse_xml(part.blob):
            words = " ".join("".join(inline(p, part.rels)) for p in note.iter(f"{W}p"))
            yield f'<p id="{name}-{escape(note.get(f"{W}id") or "")}">{words}</p>'
