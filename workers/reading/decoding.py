"""Takes the bytes of a draft; gives its text, with line ends as newlines. Pure."""

import codecs
import re

import chardet

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


def decode(content: bytes, charset: str | None = None) -> str:
    """Decode by byte-order mark, UTF-8, the charset declared, then a guess.

    Raises ``UnreadableArticle`` for what is empty, binary or in no known charset.
    """
    if not content.strip():
        raise UnreadableArticle("The article is empty.")
    text = _by_mark(content)
    if text is None:
        if b"\x00" in content:
            raise UnreadableArticle("The article is binary data (it holds NUL bytes), not text.")
        text = _first(content, ("utf-8", charset, _declared(content))) or _guessed(content)
    return _checked(text)


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
