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
_HTML_START = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script"
    rb"|style|article|main|div|p|h1|table|a|br|b|iframe|font)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_TYPES = {
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
    """A reader's name ("html", "pdf", "docx", "text") or "other", and words for a reader."""

    name: str
    named: str = ""


def kind_of(content: bytes, content_type: str | None) -> Kind:
    """Decide what a document is."""
    stated = (content_type or "").partition(";")[0].strip().lower()
    head = content[:_HEAD]
    signed = _signed(content, head)
    if signed is not None:
        return signed
    if _TYPES.get(stated) == "text" or stated in _UNKNOWN:
        return _sniffed(head)
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
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 holds zero bytes by right
        return Kind("text")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    is_text = controls <= 1 + _MAX_CONTROLS * len(head)
    return Kind("text") if is_text else Kind("other", "a binary file")


def _is_docx(content: bytes) -> bool:
    """Look for the name of the part that makes one; the archive itself is opened apart."""
    return b"word/document.xml" in content
