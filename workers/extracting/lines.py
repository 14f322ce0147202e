"""The set lines of a printed page, or of a text wrapped by hand, in; paragraphs out. Pure."""

import re
from statistics import median

# PDFium writes a hyphen that breaks a word at a line's end as U+FFFE, older ones as U+0002.
_BROKEN_WORD = re.compile("[\x02\ufffe]\\s*")
_HYPHEN_END = re.compile(r"[^\W\d_]{2,}-$")
_ENDING = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•▪◦‣·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
WRAPPED = 100  # characters; a longer line was not broken by hand
SHORT = 0.85  # of the usual line length: a sentence that ends sooner ends a paragraph


def joined_lines(text: str) -> str:
    """Join the lines of each paragraph, words broken by a hyphen put together again."""
    lines = [line.strip() for line in _BROKEN_WORD.sub("", text).splitlines()]
    usual = median([len(line) for line in lines if line] or [0])
    paragraphs: list[str] = []
    is_open = False
    for line in lines:
        if is_open and line and not _ITEM.match(line):
            paragraphs[-1] = _joint(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        is_open = bool(line) and not _is_end(line, usual)
    return "\n".join(paragraphs)


def unwrapped(text: str) -> str:
    """Put the lines of a text together where somebody broke them to fit a width.

    Such a text parts its paragraphs by empty lines and has no long line; any other is
    left as it is, for there each line is a paragraph.
    """
    lines = text.splitlines()
    if "" not in map(str.strip, lines) or max(map(len, lines)) > WRAPPED:
        return text
    return "\n".join(joined_lines(paragraph) for paragraph in _EMPTY_LINE.split(text))


def _joint(before: str, line: str) -> str:
    if _HYPHEN_END.search(before) and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _is_end(line: str, usual: float) -> bool:
    """Whether a paragraph ends here: a sentence that stops short, or a line like a title."""
    if len(line) >= SHORT * usual:
        return False
    return bool(_ENDING.search(line)) or len(line) < usual / 2
