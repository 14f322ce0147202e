"""A DOCX Reply in, Page or Unread out: paragraphs and tables in order. I/O (a child)."""

from service.domain import Access, Page, ReaderAccess, Reply, SignName, Unread, sign
from workers.extracting.apart import parse_apart
from workers.extracting.cleaning import clean, count_words
from workers.extracting.credit import credit_of
from workers.extracting.dating import iso_moment, sensible
from workers.extracting.languages import language_of

_UNREAD = {
    "broken": (Access.UNSUPPORTED_TYPE, "the document is broken"),
    "unpacked": (Access.TOO_LARGE, "the document unpacks to more than is read"),
    "memory": (Access.TOO_LARGE, "reading the document takes more memory than is allowed"),
    "stopped": (Access.TOO_LARGE, "reading the document takes more time or memory than is allowed"),
}


def read_docx(reply: Reply) -> Page | Unread:
    """Read the text of a word processor's document."""
    parsed = parse_apart("docx", reply.content)
    if parsed.error is not None:
        access, words = _UNREAD.get(parsed.error, _UNREAD["broken"])
        return Unread(reply.url, access, words, signs=(sign(SignName.FILE_KIND, words),))
    text = clean("\n".join(parsed.pages))
    if not text:
        words = "the document holds no text"
        return Unread(
            reply.url, Access.UNSUPPORTED_TYPE, words, signs=(sign(SignName.FILE_KIND, words),)
        )
    return Page(
        url=reply.url,
        text=text,
        reader_access=ReaderAccess.OPEN,
        title=clean(parsed.title or "") or None,
        author=clean(parsed.author or "") or None,
        published_at=sensible(iso_moment(parsed.date), reply.retrieved_at),
        language=language_of(text, parsed.language),
        kind="docx",
        credit=credit_of(text),
        signs=(sign(SignName.WORDS_READ, count_words(text)),),
    )
