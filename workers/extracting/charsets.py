"""Bytes and a Content-Type in, text out; never raises. Pure.

In order: byte order mark, UTF-8 where the bytes are that beyond doubt, the header, the
page's own word, and last a guess. Labels are mapped as WHATWG Encoding section 4.2 does.
"""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-euc-jp": "euc-jp",
    "utf-16": "utf-16-le",
}
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_PAGE = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
# Python's codecs that are no charset of the web: the standard calls for U+FFFD (section 14.1),
# and some turn plain letters into markup.
_NEVER = frozenset(
    {"utf-7", "unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined", "hz"}
)
# What bytes of seven bits shift to another charset by (ISO 2022, HZ), or of wider units have.
_SHIFTS = re.compile(rb"[\x00\x0e\x0f\x1b~]")
_PAGE_HEAD = 4096  # bytes in which a page may name its charset
_GUESSED = 65_536  # bytes given to the guess
_FEW = 0.002  # share of broken characters that is a slip and no other charset


def decode(content: bytes, content_type: str | None, *, is_html: bool) -> str:
    """Turn a body into text."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    if not content.isascii() and (text := _strictly(content, "utf-8")) is not None:
        return text
    best: tuple[float, str] | None = None
    for name in _candidates(content, content_type, is_html=is_html):
        text = content.decode(name, "replace")
        broken = text.count("\ufffd") / max(1, len(text))
        if broken <= _FEW:
            return text
        if best is None or broken < best[0]:
            best = (broken, text)
    return best[1] if best else content.decode("utf-8", "replace")


def _candidates(content: bytes, content_type: str | None, *, is_html: bool) -> list[str]:
    names: list[str | None] = []
    if stated := _IN_HEADER.search(content_type or ""):
        names.append(_codec(stated[1]))
    if is_html and (named := _IN_PAGE.search(_COMMENT.sub(b"", content[:_PAGE_HEAD]))):
        label = (named[1] or named[2]).decode("ascii")
        # A page that names UTF-16 in ASCII bytes is not in UTF-16 (HTML, section 13.2.3.2).
        names.append("utf-8" if label.lower().startswith("utf-16") else _codec(label))
    names += [_codec(_guess(content)), "utf-8", "cp1252"]
    return list(dict.fromkeys(name for name in names if name))


def _guess(content: bytes) -> str:
    if content.isascii() and not _SHIFTS.search(content):
        return "ascii"
    import chardet  # noqa: PLC0415  it unpacks its models, and most texts need no guess

    return chardet.detect(content[:_GUESSED]).get("encoding") or "utf-8"


def _codec(label: str) -> str | None:
    name = _LABELS.get(label.strip().lower(), label.strip())
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    if found.name.replace("_", "-") in _NEVER:
        return None
    # Python also has codecs from bytes to bytes, such as "zip"; those are no charset.
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _strictly(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None
