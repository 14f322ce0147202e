"""Takes the bytes of a Word document (DOCX); gives the Draft. Pure.

Paragraphs, headings, lists, tables, hyperlinks and footnotes in document order.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import escape

import docx
from docx.document import Document
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from service.errors import TooLarge, UnreadableArticle
from workers.reading.draft import Draft
from workers.reading.formats.html import read_tree
from workers.reading.formats.tree import Element, parse
from workers.reading.marks import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EXPANSION = 10  # times the largest article; what a package unpacks to at most
_MOST_PARTS = 2_000
_NOTE_PARTS = ("footnotes", "endnotes")


def is_docx(content: bytes) -> bool:
    """Whether the bytes are a zip that holds a Word document."""
    if not content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return False


def read_docx(content: bytes, url: str | None, *, max_bytes: int) -> Draft:
    """Give the draft in a DOCX. Raises ``TooLarge`` for one that unpacks to too much."""
    _refuse_bomb(content, max_bytes)
    try:
        document = docx.Document(io.BytesIO(content))
        markup = "".join(_body(document))
        properties = document.core_properties
        # Not ``created``: that is when its template was made, and no date of publication.
        title, language = properties.title, properties.language
    except Exception as err:  # a damaged package fails in more ways than can be listed
        raise UnreadableArticle("The Word document is damaged and cannot be read.") from err
    draft = read_tree(parse(f"<div>{clean(markup)}</div>"), url)
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


def _body(document: Document) -> Iterator[str]:
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield "".join(_rows(item))
        else:
            yield _paragraph(item)
    for name in _NOTE_PARTS:
        yield from _notes(document, name)


def _rows(table: Table) -> Iterator[str]:
    yield "<table>"
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)  # noqa: SLF001  merged cells repeat
        texts = (_cell(tc, table) for tc in cells)
        yield f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>"
    yield "</table>"


def _cell(cell: Element, table: Table) -> str:
    return " ".join(_inline(Paragraph(element, table)) for element in cell.iter(f"{_W}p"))


def _paragraph(paragraph: Paragraph) -> str:
    tag = _tag(paragraph)
    words = _inline(paragraph)
    if tag == "li":
        return f"<ul><li>{words}</li></ul>"
    return f"<{tag}>{words}</{tag}>"


def _tag(paragraph: Paragraph) -> str:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if style == "title":
        return "h1"
    if style.startswith("heading"):
        level = style.removeprefix("heading").strip()
        return f"h{level}" if level in set("123456") else "h6"
    if "quote" in style:
        return "blockquote"
    if style == "caption":
        return "figcaption"
    properties = paragraph._p.pPr  # noqa: SLF001  python-docx has no name for numbering
    is_listed = properties is not None and properties.numPr is not None
    return "li" if is_listed or style.startswith("list") else "p"


def _inline(paragraph: Paragraph) -> str:
    parts = []
    for item in paragraph.iter_inner_content():
        if isinstance(item, Hyperlink):
            target = escape(item.url or "")
            parts.append(f'<a href="{target}">{escape(item.text)}</a>')
        else:
            words = escape(item.text)
            parts.append(f"<b>{words}</b>" if item.bold else words)
            parts += _markers(item._r)  # noqa: SLF001  nor for references to notes
    return "".join(parts)


def _markers(run: Element) -> Iterator[str]:
    for name in _NOTE_PARTS:
        for reference in run.iter(f"{_W}{name.removesuffix('s')}Reference"):
            number = escape(reference.get(f"{_W}id") or "")
            yield f'<sup><a href="#{name}-{number}">{number}</a></sup>'


def _notes(document: Document, name: str) -> Iterator[str]:
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(f"/{name}"):
            continue
        part = relation.target_part
        for note in parse_xml(part.blob):
            words = "".join(_note_words(note, part))
            yield f'<p id="{name}-{escape(note.get(f"{_W}id") or "")}">{words}</p>'


def _note_words(note: Element, part: Part) -> Iterator[str]:
    """Give the runs and hyperlinks of a note; its own number is no word of it."""
    for element in note.iter(f"{_W}t", f"{_W}hyperlink", f"{_W}p"):
        if element.tag == f"{_W}p":
            yield " "
        elif element.tag == f"{_W}hyperlink":
            relation = part.rels.get(element.get(f"{_R}id"))
            target = escape(relation.target_ref) if relation is not None else ""
            words = escape("".join(t.text or "" for t in element.iter(f"{_W}t")))
            yield f'<a href="{target}">{words}</a>'
        elif next(element.iterancestors(f"{_W}hyperlink"), None) is None:
            yield escape(element.text or "")
