"""Reply in, Page or Unread out: picks the reader by kind. Never raises for bad content. Pure.

The reader of web pages brings trafilatura and all that it needs, so it is imported for the
first page: drafts checked against texts and documents, or against pages that were read before,
never load it. A worker loads it before it forks, see ``load_readers``.
"""

import logging
from collections.abc import Callable
from dataclasses import replace

from service.domain import (
    Access,
    Page,
    ReaderAccess,
    Reply,
    Sign,
    SignName,
    SuppliedSource,
    Unread,
    sign,
)
from service.domain.addresses import without_visitor
from workers.extracting.charsets import decode
from workers.extracting.cleaning import clean, clean_breaks, count_words
from workers.extracting.credit import credit_of
from workers.extracting.data import read_data
from workers.extracting.docx import read_docx
from workers.extracting.emptiness import empty_page
from workers.extracting.feeds import read_feed
from workers.extracting.kinds import kind_of
from workers.extracting.lines import unwrapped
from workers.extracting.pdf import read_pdf
from workers.language import detect_language

_LOG = logging.getLogger(__name__)


def extract(reply: Reply) -> Page | Unread:
    """Read the text and metadata of what came back, and say how much of it that is."""
    kind = kind_of(reply.content, reply.headers.get("content-type"))
    reader = _READERS.get(kind.name)
    if not reply.content.strip():
        outcome: Page | Unread = empty_page(reply)
    elif reader is None:
        words = f"{kind.named} holds no text that can be read"
        seen = (sign(SignName.FILE_KIND, kind.named or "of no known kind"),)
        outcome = Unread(reply.url, Access.UNSUPPORTED_TYPE, words, signs=seen)
    else:
        outcome = _read(reader, reply)
    return _placed(outcome, reply)


def page_from_text(source: SuppliedSource) -> Page:
    """Make the page of a source whose text the user supplied."""
    text = clean(unwrapped(clean_breaks(source.text or "")))
    return Page(
        url=source.url,
        text=text,
        access=Access.SUPPLIED_BY_USER,
        title=source.label,
        language=detect_language(text),
        kind="text",
        credit=credit_of(text),
    )


def _read(reader: Callable[[Reply], Page | Unread], reply: Reply) -> Page | Unread:
    try:
        return reader(reply)
    except Exception:  # noqa: BLE001  one bad source never sinks the rest
        # The traceback may quote the page, which may be private: only its kind is told.
        _LOG.warning("a page could not be taken apart")
        broken = (sign(SignName.FILE_KIND, "markup that breaks its reader"),)
        words = "the page could not be taken apart"
        return Unread(reply.url, Access.UNSUPPORTED_TYPE, words, signs=broken)


def _placed(outcome: Page | Unread, reply: Reply) -> Page | Unread:
    placed = replace(
        outcome,
        url=reply.url,
        final_url=without_visitor(reply.final_url, reply.url),
        retrieved_at=reply.retrieved_at,
        signs=(*outcome.signs, *_head_signs(reply)),
    )
    return replace(placed, status=reply.status) if isinstance(placed, Unread) else placed


def _head_signs(reply: Reply) -> tuple[Sign, ...]:
    """Give what the head of the answer said; it comes behind what decided."""
    kind = reply.headers.get("content-type", "").partition(";")[0].strip()
    stated = (sign(SignName.CONTENT_TYPE, kind),) if kind else ()
    return (sign(SignName.STATUS, reply.status), *stated)


def load_readers() -> None:
    """Load what reading web pages takes, once for all children that are forked after it."""
    import workers.extracting.html  # noqa: F401, PLC0415  loaded is all that is wanted of it


def _read_html(reply: Reply) -> Page | Unread:
    from workers.extracting.html import read_html  # noqa: PLC0415  see the module's docstring

    return read_html(reply)


def _read_mhtml(reply: Reply) -> Page | Unread:
    from workers.extracting.mhtml import read_mhtml  # noqa: PLC0415  see the module's docstring

    return read_mhtml(reply)


def _read_text(reply: Reply) -> Page | Unread:
    decoded = decode(reply.content, reply.headers.get("content-type"), is_html=False)
    text = clean(unwrapped(clean_breaks(decoded)))
    if not text:
        return empty_page(reply)
    return Page(
        url=reply.url,
        text=text,
        reader_access=ReaderAccess.OPEN,
        language=detect_language(text),
        kind="text",
        credit=credit_of(text),
        signs=(sign(SignName.WORDS_READ, count_words(text)),),
    )


_READERS: dict[str, Callable[[Reply], Page | Unread]] = {
    "html": _read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "text": _read_text,
    "feed": read_feed,
    "json": read_data,
    "mhtml": _read_mhtml,
}
