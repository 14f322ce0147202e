"""Bytes and a Content-Type in, the kind of document out. Pure.

What the bytes plainly are goes before what the header says; the header goes before a
guess. Signatures: WHATWG MIME Sniffing, section 6 and 7.
"""

import re
from dataclasses import dataclass

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
# Without a way back into a comment once it was passed: else a head of comments takes for ever.
_PROLOGUE = rb"\s*+(?>(?:(?:<\?xml[^>]*>|<!--.*?-->)\s*+)*)"
_HTML_START = re.compile(
    _PROLOGUE + rb"<(?:!doctype\s+html|html|head|body|title|meta|script"
    rb"|style|article|main|div|p|h1|table|a|br|b|iframe|font)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_FEED_START = re.compile(
    _PROLOGUE
    + rb"(?:<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)?(?:<!--.*?-->\s*)?<(?:\w+:)?(?:rss|feed|rdf)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE_START = re.compile(
    rb"\s*(?:From: <Saved by|MIME-Version:\s*1\.0\s|Content-Type:\s*multipart/related)",
    re.IGNORECASE,
)
_TYPES = {
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/json": "json",
    "application/ld+json": "json",
    "application/feed+json": "json",
    "multipart/related": "mhtml",
    "message/rfc822": "mhtml",
    "application/x-mimearchive": "mhtml",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "text/plain": "text",
    "text/markdown": "text",
    "text/x-markdown": "text",
    "text/csv": "text",
}
_UNKNOWN = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"})
_HEAD = 2048  # bytes looked at
_MAX_CONTROLS = 0.02  # share of control bytes that a text may hold
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32)])


@dataclass(frozen=True, slots=True)
class Kind:
    """The name of a reader, or "other", and words for whoever asks why it was not read.

    Readers are "html", "pdf", "docx", "text", "feed", "json" and "mhtml".
    """

    name: str
    named: str = ""


def kind_of(content: bytes, content_type: str | None) -> Kind:
    """Decide what a document is."""
    stated = (content_type or "").partition(";")[0].strip().lower()
    head = content[:_HEAD]
    signed = _signed(content, head)
    if signed is not None:
        return signed
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16: its ASCII, to be recognised
        head = head[2:].replace(b"\0", b"")
    if _FEED_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Kind("feed")
    if _ARCHIVE_START.match(head):
        return Kind("mhtml")
    return _stated(stated, head)


def _stated(stated: str, head: bytes) -> Kind:
    if _TYPES.get(stated) == "text" or stated in _UNKNOWN:
        return _sniffed(head)
    if _TYPES.get(stated) == "feed":  # by its root element it is none
        return Kind("html") if _HTML_START.match(head) else Kind("other", "XML that is no feed")
    if stated in _TYPES:
        # A "PDF" without the signature of one is most often a page that says sorry.
        return _sniffed(head) if _TYPES[stated] == "pdf" else Kind(_TYPES[stated])
    return Kind("other", stated)


def _signed(content: bytes, head: bytes) -> Kind | None:
    if b"%PDF-" in head[:1024]:
        return Kind("pdf")
    if head.startswith(b"PK\x03\x04"):
        return Kind("docx") if _is_docx(content) else Kind("other", "a packed file")
    for signature, named in _SIGNATURES:
        if head.startswith(signature):
            return Kind("other", named)
    return None


def _sniffed(head: bytes) -> Kind:
    if _HTML_START.match(head):
        return Kind("html")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    is_text = controls <= 1 + _MAX_CONTROLS * len(head)
    return Kind("text") if is_text else Kind("other", "a binary file")


def _is_docx(content: bytes) -> bool:
    """Look for the name of the part that makes one; the archive itself is opened apart."""
    return b"word/document.xml" in content
