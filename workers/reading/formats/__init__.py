"""Takes a draft's bytes and what is known of them; gives the Draft, whatever its format. Pure."""

# ruff: noqa: PLC0415  a parser of Markdown or of Word is loaded for a draft that needs it

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from service.domain import Submission
from service.errors import UnreadableArticle
from workers.reading.decoding import decode
from workers.reading.draft import Draft
from workers.reading.formats.html import read_html
from workers.reading.formats.text import read_text
from workers.reading.formats.word_files import is_docx


class Format(StrEnum):
    """The formats of a draft."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A draft, and the source text that its places count in (``None`` for a document)."""

    draft: Draft
    source: str | None


_MEDIA_TYPES = {
    "text/markdown": Format.MARKDOWN,
    "text/x-markdown": Format.MARKDOWN,
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
}
_SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}
_FILES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive that holds no Word document"),
    (b"\xd0\xcf\x11\xe0", "an old binary Office file (.doc); save it as .docx"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"{\\rtf", "an RTF file; save it as .docx or plain text"),
)
_HTML = re.compile(
    r"<!doctype html|<(?:html|head|body|article|section|div|p|h[1-6]|ul|ol|table|blockquote|"
    r"figure|span|br|a\s+href)\b[^<>]*>",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"\A(?:---|\+\+\+)\n|^#{1,6} \S|\]\((?:<|https?://)|^\[[^\]\n]{1,200}\]:\s*\S|^```|\[\^[^\]\s]{1,40}\]|"
    r"\*\*\S[^*\n]{0,200}\S\*\*",
    re.MULTILINE,
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LOOKED_AT = 20_000  # characters from the start in which a format shows


def read_draft(submission: Submission, content: bytes, *, max_bytes: int) -> Decoded:
    """Read a draft in the format it says, or else looks like, it is in."""
    if is_docx(content):
        from workers.reading.formats.docx import read_docx

        return Decoded(read_docx(content, submission.url, max_bytes=max_bytes), None)
    for magic, name in _FILES:
        if content.startswith(magic):
            raise UnreadableArticle(
                f"The article is {name}; Markdown, HTML, text and DOCX are read."
            )
    media_type, charset = _media_type(submission.media_type)
    if _claims_word(media_type, submission.filename):
        raise UnreadableArticle("The article is called a Word document, and is none.")
    source = decode(content, charset)
    match format_of(source, media_type, submission.filename):
        case Format.MARKDOWN:
            from workers.reading.formats.markdown import read_markdown

            return Decoded(read_markdown(source, submission.url), source)
        case Format.HTML:
            return Decoded(read_html(source, submission.url), source)
        case _:
            return Decoded(read_text(source, submission.url), source)


def _claims_word(media_type: str | None, filename: str | None) -> bool:
    return media_type == _WORD or (filename or "").lower().endswith(".docx")


def format_of(source: str, media_type: str | None, filename: str | None) -> Format:
    """Give the format told by the media type, then by the file name, then by the text."""
    told = _MEDIA_TYPES.get(media_type or "")
    named = _SUFFIXES.get(PurePath(filename).suffix.lower()) if filename else None
    if told or named:
        return told or named or Format.TEXT
    if media_type == "text/plain":
        return Format.TEXT
    return _sniffed(source[:_LOOKED_AT])


def _sniffed(start: str) -> Format:
    stripped = start.lstrip()
    if stripped.startswith("<") and _HTML.match(stripped):
        return Format.HTML
    if _MARKDOWN.search(start):
        return Format.MARKDOWN
    return (
        Format.HTML if re.search(r"</(?:p|a|div|h[1-6])\s*>", start, re.IGNORECASE) else Format.TEXT
    )


def _media_type(header: str | None) -> tuple[str | None, str | None]:
    """Give a media type and its charset parameter (RFC 9110, section 8.3.1)."""
    if not header:
        return None, None
    media_type, _, parameters = header.partition(";")
    charset = re.search(r"charset\s*=\s*\"?([\w.:-]+)", parameters, re.IGNORECASE)
    return media_type.strip().lower() or None, charset[1] if charset else None
