"""A DOCX Reply in, Page or Unread out: paragraphs and tables in order. Pure."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document
from docx.table import Table

from service.domain import Access, Page, ReaderAccess, Reply, Unread
from workers.extracting.cleaning import clean
from workers.extracting.credit import credit_of
from workers.extracting.languages import language_of

MAX_UNPACKED = 60_000_000  # bytes of all members together
MAX_MEMBERS = 5_000


def read_docx(reply: Reply) -> Page | Unread:
    """Read the text of a word processor's document."""
    try:
        if not _is_modest(reply.content):
            words = "the document unpacks to more than is read"
            return Unread(reply.url, Access.TOO_LARGE, words)
        document = docx.Document(BytesIO(reply.content))
        text = clean("\n".join(_paragraphs(document)))
    except Exception:  # noqa: BLE001  python-docx raises of all kinds at broken files
        return Unread(reply.url, Access.UNSUPPORTED_TYPE, "the document is broken")
    if not text:
        return Unread(reply.url, Access.UNSUPPORTED_TYPE, "the document holds no text")
    return _page(reply, document, text)


def _is_modest(content: bytes) -> bool:
    """Whether the archive unpacks to a bearable size, by its own word.

    zipfile reads no more of a member than its stated size, so the word binds.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = archive.infolist()
    return len(members) <= MAX_MEMBERS and sum(m.file_size for m in members) <= MAX_UNPACKED


def _paragraphs(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(cell.text for cell in row.cells)
        else:
            yield block.text


def _page(reply: Reply, document: Document, text: str) -> Page:
    said = document.core_properties
    return Page(
        url=reply.url,
        text=text,
        reader_access=ReaderAccess.OPEN,
        title=said.title or None,
        author=said.author or None,
        language=language_of(text, said.language),
        kind="docx",
        credit=credit_of(text),
    )
