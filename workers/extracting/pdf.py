"""A PDF Reply in, Page or Unread out: text with the start offset of each page. Pure."""

import threading
import time

import pypdfium2

from service.domain import Access, Page, ReaderAccess, Reply, Unread
from workers.extracting.cleaning import clean
from workers.extracting.credit import credit_of
from workers.extracting.lines import joined_lines
from workers.language import detect_language

MAX_PAGES = 500
MAX_CHARACTERS = 3_000_000
MAX_SECONDS = 20.0  # looked at between pages, so that a hostile file costs itself alone

# PDFium is not safe to use from several threads: "PDFium is inherently not thread-safe"
# (pypdfium2's README).
_ONE_AT_A_TIME = threading.Lock()


def read_pdf(reply: Reply) -> Page | Unread:
    """Read the text of a PDF; a scan without text is unread."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(reply.content)
        except pypdfium2.PdfiumError as err:
            words = "locked with a password" if "password" in str(err).lower() else "broken"
            return Unread(reply.url, Access.UNSUPPORTED_TYPE, f"the PDF is {words}")
        try:
            texts, total, title, author = _contents(document)
        finally:
            document.close()
    return _page(reply, texts, total, title, author)


def _contents(
    document: pypdfium2.PdfDocument,
) -> tuple[list[str], int, str | None, str | None]:
    total = len(document)
    texts: list[str] = []
    started = time.monotonic()
    size = 0
    for number in range(min(total, MAX_PAGES)):
        texts.append(_page_text(document, number))
        size += len(texts[-1])
        if size > MAX_CHARACTERS or time.monotonic() - started > MAX_SECONDS:
            break
    said = document.get_metadata_dict(skip_empty=True)
    return texts, total, clean(said.get("Title", "")) or None, clean(said.get("Author", "")) or None


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    """Return the text of a page, "" for a page that is broken."""
    try:
        page = document[number]
        try:
            text_page = page.get_textpage()
            try:
                return clean(joined_lines(text_page.get_text_bounded()))
            finally:
                text_page.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return ""


def _page(
    reply: Reply, texts: list[str], total: int, title: str | None, author: str | None
) -> Page | Unread:
    text, starts = _joined(texts)
    if not text:
        words = "the PDF holds no text, only pictures of pages"
        return Unread(reply.url, Access.UNSUPPORTED_TYPE, words)
    is_whole = len(texts) == total
    obstacle = None if is_whole else f"only {len(texts)} of {total} pages were read"
    return Page(
        url=reply.url,
        text=text,
        access=Access.OK if is_whole else Access.PARTIAL_TEXT,
        reader_access=ReaderAccess.OPEN,
        title=title,
        author=author,
        language=detect_language(text),
        kind="pdf",
        obstacle=obstacle,
        credit=credit_of(text),
        pages=starts,
    )


def _joined(texts: list[str]) -> tuple[str, tuple[int, ...]]:
    """Join pages by a newline; the start of an empty page is that of what follows it."""
    starts: list[int] = []
    parts: list[str] = []
    position = 0
    for text in texts:
        starts.append(position)
        if text:
            parts.append(text)
            position += len(text) + 1
    whole = "\n".join(parts)
    return whole, tuple(min(start, len(whole)) for start in starts)
