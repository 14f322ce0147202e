"""Text in, the quotations in it out, with offsets of the words between the marks. Pure."""

import re
from dataclasses import dataclass

_MAX_LENGTH = 3_000  # code points; a longer "quotation" is a mark that was never closed
_MAX_SINGLE_LENGTH = 600
_BEFORE = 80  # code points kept from before the quotation
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
# Which marks close what an opening mark opened. German closes with “, Swedish opens with ”.
_CLOSERS = {
    "“": "”\"", "”": "”", "„": "“”\"", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』",
    "｢": "｣", '"': '"', "＂": "＂", "〝": "〞〟", "〈": "",
}  # fmt: skip
_SINGLE_CLOSERS = {"‘": "’'", "‚": "‘’", "'": "'"}
_ORPHAN_CLOSERS = "”»"


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks: ``text`` is the given text's ``[start:end]``.

    ``before`` is what the text says right before the opening mark, in short.
    """

    text: str
    start: int
    end: int
    before: str = ""


def find_quotes(text: str, language: str | None) -> tuple[Quote, ...]:
    """All outermost quotations of ``text``, in order, without their marks.

    Nested quotations are part of the outer one. A mark that is never closed counts to
    the end of its line, where it is a typographic one; a straight one does not count.
    Apostrophes, primes and inch marks are no quotation marks. ``language`` (BCP 47
    primary subtag) tells apart marks that open in one language and close in another.
    Linear in the text.
    """
    quotes: list[Quote] = []
    orphan = _orphan(text)
    i = 0
    if orphan:
        quotes.append(_made(text, 0, orphan))
        i = orphan + 1
    while i < len(text):
        span = _span_at(text, i, language)
        if span is None:
            i += 1
            continue
        if any(char.isalnum() for char in text[span[0] : span[1]]):
            quotes.append(_made(text, *span))
        i = span[1] + 1
    return tuple(quotes)


def _made(text: str, start: int, end: int) -> Quote:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(text[start:end], start, end, text[max(0, start - 1 - _BEFORE) : max(0, start - 1)])


def _orphan(text: str) -> int | None:
    """The end of a quotation that began before the text, as in its second sentence."""
    first = min((p for p in map(text.find, _ORPHAN_CLOSERS) if p >= 0), default=-1)
    if first <= 0 or text[first - 1].isspace() or "\n" in text[:first]:
        return None
    head = text[:first]
    opened = any(mark in head for mark in (*_CLOSERS, "‘", "‚"))
    return None if opened or (first + 1 < len(text) and text[first + 1].isalnum()) else first


def _span_at(text: str, i: int, language: str | None) -> tuple[int, int] | None:
    mark = text[i]
    if mark in _SINGLE_CLOSERS:
        return _single(text, i)
    if mark not in _CLOSERS or not _opens(text, i, language):
        return None
    limit = _limit(text, i)
    end = _closing(text, i, limit)
    if end is not None:
        return i + 1, end
    return None if mark in '"＂”»' else (i + 1, _line_end(text, i, limit))


def _opens(text: str, i: int, language: str | None) -> bool:
    """Whether the mark at ``i`` can open a quotation where it stands."""
    before = text[i - 1] if i else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    mark = text[i]
    if mark == "”":
        return language in {"sv", "fi", None} and not before.isalnum() and after.isalnum()
    if mark == "»":
        return not before.isalnum() and before not in ".,!?…" and not after.isspace()
    if mark == '"':
        return not (before.isalnum() and (before.isdigit() or after.isspace()))
    return True


def _limit(text: str, i: int) -> int:
    """Where a quotation that begins at ``i`` must have ended: paragraph or length."""
    limit = min(len(text), i + 1 + _MAX_LENGTH)
    paragraph = _PARAGRAPH_END.search(text, i, limit)
    return paragraph.start() if paragraph else limit


def _line_end(text: str, i: int, limit: int) -> int:
    found = text.find("\n", i, limit)
    return limit if found < 0 else found


def _closing(text: str, i: int, limit: int) -> int | None:
    """The mark that closes what opens at ``i``; the same mark opened again is nested."""
    opener, depth = text[i], 0
    closers = _CLOSERS[opener]
    if all(text.find(mark, i + 1, limit) < 0 for mark in closers):
        return None
    for j in range(i + 1, limit):
        char = text[j]
        if char in closers and not _is_inch(text, j):
            if depth == 0:
                return j
            depth -= 1
        elif char == opener:
            depth += 1
    # Opened twice and closed once: the second opening was a slip, or a new paragraph.
    return next((j for j in range(i + 1, limit) if text[j] in closers[:1]), None)


def _is_inch(text: str, j: int) -> bool:
    """Whether a straight mark after a digit is an inch: a word goes on right after it."""
    return (
        text[j] == '"'
        and text[j - 1].isdigit()
        and text[j + 1 : j + 2].isspace()
        and text[j + 2 : j + 3].islower()
        and '"' in text[j + 1 : j + 200]
    )


def _single(text: str, i: int) -> tuple[int, int] | None:
    """Read single marks, where the closing one is also the apostrophe."""
    if not _single_opens(text, i):
        return None
    ends = _single_ends(text, i, min(_limit(text, i), i + _MAX_SINGLE_LENGTH))
    if not ends:
        return None
    end = next((j for j in ends if not _may_be_plural(text, j)), ends[-1])
    return i + 1, end


def _single_opens(text: str, i: int) -> bool:
    before = text[i - 1] if i else " "
    after = text[i + 1 : i + 2]
    if before.isalnum() or not after or after.isspace():
        return False
    return text[i] != "'" or after.isalnum()


def _single_ends(text: str, i: int, limit: int) -> list[int]:
    """Every place before the next opening mark that may close the single mark at ``i``."""
    ends: list[int] = []
    closers = _SINGLE_CLOSERS[text[i]]
    for j in range(i + 1, limit):
        char = text[j]
        if char == text[i] and _single_opens(text, j):
            break
        if char in closers and not text[j - 1].isspace() and not text[j + 1 : j + 2].isalnum():
            ends.append(j)
    return ends


def _may_be_plural(text: str, j: int) -> bool:
    """Whether the mark at ``j`` may be the apostrophe of "the workers' union"."""
    return text[j - 1] in "sS" and text[j + 1 : j + 2] == " " and text[j + 2 : j + 3].islower()
