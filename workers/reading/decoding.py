"""Takes the bytes of a draft; gives its text, with line ends as newlines. Pure."""

import codecs
import re

from service.errors import UnreadableArticle
from workers.reading.marks import clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.02  # share of the text; text has next to none, binary data about a tenth
_LOOKED_AT = 200_000  # bytes that the charset is guessed from
_WIDE = 0.6  # share of NULs in one half of the bytes, and of none in the other: UTF-16
_ESCAPED = re.compile("[\udc80-\udcff]")  # what surrogateescape (PEP 383) makes of a broken byte
_NOT_ASCII = re.compile("[^\x00-\x7f]")


def decode(content: bytes, charset: str | None = None) -> str:
    """Decode by byte-order mark, UTF-8, the charset declared, mixed UTF-8, then a guess.

    Raises ``UnreadableArticle`` for what is empty, binary or in no known charset.
    """
    if not content.strip():
        raise UnreadableArticle("The article is empty.")
    text = _by_mark(content)
    if text is None:
        text = _without_mark(content, charset)
    return _checked(text)


def _without_mark(content: bytes, charset: str | None) -> str:
    if b"\x00" in content:
        text = _first(content, (_wide(content),))
        if text is None:
            raise UnreadableArticle("The article is binary data (it holds NUL bytes), not text.")
        return text
    told = ("utf-8", charset, _declared(content))
    return _first(content, told) or _mixed(content) or _guessed(content)


def _wide(content: bytes) -> str | None:
    """Tell UTF-16 without its mark: of Latin letters each second byte is NUL."""
    even, odd = content[:_LOOKED_AT:2], content[1:_LOOKED_AT:2]
    if not even.count(0) and odd.count(0) >= _WIDE * len(odd):
        return "utf-16-le"
    if not odd.count(0) and even.count(0) >= _WIDE * len(even):
        return "utf-16-be"
    return None


def _mixed(content: bytes) -> str | None:
    """Read UTF-8 into which Windows-1252 was pasted; ``None`` where that is not it."""
    text = content.decode("utf-8", "surrogateescape")
    broken = len(_ESCAPED.findall(text))
    if 2 * broken >= len(_NOT_ASCII.findall(text)):
        return None
    return _ESCAPED.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _by_mark(content: bytes) -> str | None:
    for mark, charset in _MARKS:
        if content.startswith(mark):
            text = _first(content[len(mark) :] if charset == "utf-8" else content, (charset,))
            if text is None:
                raise UnreadableArticle(
                    f"The article begins with the mark of {charset.upper()}, but is not in it."
                )
            return text
    return None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content, 0, 4_096)
    return found[1].decode("ascii") if found else None


def _first(content: bytes, charsets: tuple[str | None, ...]) -> str | None:
    for charset in filter(None, charsets):
        try:
            if codecs.lookup(charset)._is_text_encoding:  # noqa: SLF001  no public name; keeps out "zip", "rot13"
                return content.decode(charset)
        except (LookupError, ValueError):
            continue
    return None


def _guessed(content: bytes) -> str:
    import chardet  # noqa: PLC0415  it unpacks its models, and most drafts need no guess

    guess = chardet.detect(content[:_LOOKED_AT])
    text = _first(content, (guess["encoding"],))
    if text is None:
        kind = guess.get("mime_type") or "unknown data"
        raise UnreadableArticle(
            f"The article is in no charset that can be told (it looks like {kind})."
        )
    return text


def _checked(text: str) -> str:
    if not text.strip():
        raise UnreadableArticle("The article is empty.")
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise UnreadableArticle("The article is binary data, not text.")
    return clean(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
