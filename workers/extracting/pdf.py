"""A PDF Reply in, Page or Unread out: text with the start offset of each page. I/O (a child)."""

from service.domain import Access, Page, ReaderAccess, Reply, SignName, Unread, sign
from workers.extracting.apart import Parsed, parse_apart
from workers.extracting.cleaning import clean
from workers.extracting.credit import credit_of
from workers.extracting.dating import pdf_moment, sensible
from workers.extracting.lines import joined_lines
from workers.language import detect_language

_UNREAD = {
    "broken": (Access.UNSUPPORTED_TYPE, "the PDF is broken"),
    "locked": (Access.UNSUPPORTED_TYPE, "the PDF is locked with a password"),
    "memory": (Access.TOO_LARGE, "reading the PDF takes more memory than is allowed"),
    "stopped": (Access.TOO_LARGE, "reading the PDF takes more time or memory than is allowed"),
}


def read_pdf(reply: Reply) -> Page | Unread:
    """Read the text of a PDF; a scan without text is unread."""
    parsed = parse_apart("pdf", reply.content)
    if parsed.error is not None and not any(parsed.pages):
        access, words = _UNREAD.get(parsed.error, _UNREAD["broken"])
        return Unread(reply.url, access, words, signs=(sign(SignName.FILE_KIND, words),))
    return _page(reply, parsed)


def _page(reply: Reply, parsed: Parsed) -> Page | Unread:
    text, starts = _joined([clean(joined_lines(page)) for page in parsed.pages])
    if not text:
        words = "the PDF holds no text, only pictures of pages"
        return Unread(
            reply.url, Access.UNSUPPORTED_TYPE, words, signs=(sign(SignName.FILE_KIND, words),)
        )
    is_whole = len(starts) == parsed.total
    obstacle = None if is_whole else f"only {len(starts)} of {parsed.total} pages were read"
    return Page(
        url=reply.url,
        text=text,
        access=Access.OK if is_whole else Access.PARTIAL_TEXT,
        reader_access=ReaderAccess.OPEN,
        title=clean(parsed.title or "") or None,
        author=clean(parsed.author or "") or None,
        published_at=sensible(pdf_moment(parsed.date), reply.retrieved_at),
        language=detect_language(text),
        kind="pdf",
        obstacle=obstacle,
        credit=credit_of(text),
        pages=starts,
        signs=(sign(SignName.PAGES_READ, f"{len(starts)} of {parsed.total}"),),
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
