"""Text in, the quotations in it out, with offsets of the words between the marks. Pure."""

import re
from bisect import bisect_left
from dataclasses import dataclass

_MAX_LENGTH = 3_000  # code points; a longer "quotation" is a mark that was never closed
_MAX_SINGLE_LENGTH = 600
_BESIDE = 80  # code points kept from before the quotation, and from after it
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
# Which marks close what an opening mark opened. German closes with “, Swedish opens with ”.
_CLOSERS = {
    "“": '”"', "”": "”", "„": '“”"', "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』",
    "｢": "｣", '"': '"', "＂": "＂", "〝": "〞〟",
}  # fmt: skip
_SINGLE_CLOSERS = {"‘": "’'", "‚": "‘’", "'": "'"}
_PAIRED = re.compile(r"[“”„«»‹›「」『』｢｣〝〞〟]|\n[ \t\r]*\n")
_STRAIGHT = frozenset('"＂')
_DEPTH = 4  # levels of nesting that a closing mark may close at once
_ORPHAN_CLOSERS = "”»"


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks: ``text`` is the given text's ``[start:end]``.

    ``before`` and ``after`` are what the text says beside the marks, in short.
    """

    text: str
    start: int
    end: int
    before: str = ""
    after: str = ""


def find_quotes(text: str, language: str | None) -> tuple[Quote, ...]:
    """All outermost quotations of ``text``, in order, without their marks.

    Nested quotations are part of the outer one. A mark that is never closed counts to
    the end of its line, where it is a typographic one; a straight one does not count.
    Apostrophes, primes and inch marks are no quotation marks. ``language`` (BCP 47
    primary subtag) tells apart marks that open in one language and close in another.
    Linear in the text.
    """
    quotes: list[Quote] = []
    marks = _Marks(_pairs(text, language), [m.start() for m in _PARAGRAPH_END.finditer(text)])
    orphan = _orphan(text)
    i = 0
    if orphan:
        quotes.append(_made(text, 0, orphan))
        i = orphan + 1
    while i < len(text):
        span = _span_at(text, i, marks, language)
        if span is None:
            i += 1
            continue
        if any(char.isalnum() for char in text[span[0] : span[1]]):
            quotes.append(_made(text, *span))
        i = span[1] + 1
    return tuple(quotes)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Which mark closes which, and where paragraphs end; both read once for the whole text."""

    closing: dict[int, int]
    paragraphs: list[int]

    def limit(self, text: str, i: int, length: int) -> int:
        """Where a quotation that begins at ``i`` must have ended: paragraph or length."""
        limit = min(len(text), i + 1 + length)
        nearest = bisect_left(self.paragraphs, i)
        return min([limit, *self.paragraphs[nearest : nearest + 1]])


def _pairs(text: str, language: str | None) -> dict[int, int]:
    """Match opening with closing marks, innermost first, within each paragraph."""
    closing: dict[int, int] = {}
    open_at: list[int] = []
    for match in _PAIRED.finditer(text):
        i, mark = match.start(), match.group()
        if mark[0] == "\n":
            open_at.clear()
            continue
        closed = next((k for k in open_at[: -_DEPTH - 1 : -1] if mark in _CLOSERS[text[k]]), None)
        if closed is not None:
            while open_at.pop() != closed:
                pass
            closing[closed] = i
        elif mark in _CLOSERS and _opens(text, i, language):
            open_at.append(i)
    return closing


def _made(text: str, start: int, end: int) -> Quote:
    before = text[max(0, start - 1 - _BESIDE) : max(0, start - 1)]
    after = text[end + 1 : end + 1 + _BESIDE]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quote(text[start:end], start, end, before, after)


def _orphan(text: str) -> int | None:
    """Give the end of a quotation that began before the text, as in its second sentence."""
    first = min((p for p in map(text.find, _ORPHAN_CLOSERS) if p >= 0), default=-1)
    if first <= 0 or text[first - 1].isspace() or "\n" in text[:first]:
        return None
    head = text[:first]
    opened = any(mark in head for mark in (*_CLOSERS, "‘", "‚"))
    return None if opened or (first + 1 < len(text) and text[first + 1].isalnum()) else first


def _span_at(text: str, i: int, marks: _Marks, language: str | None) -> tuple[int, int] | None:
    mark = text[i]
    if mark in _SINGLE_CLOSERS:
        return _single(text, i, marks.limit(text, i, _MAX_SINGLE_LENGTH))
    if mark not in _CLOSERS or not _opens(text, i, language):
        return None
    limit = marks.limit(text, i, _MAX_LENGTH)
    if mark in _STRAIGHT:
        closed = _straight_end(text, i, limit)
        return (i + 1, closed) if closed else None
    paired = marks.closing.get(i)
    if paired and paired <= limit:
        return i + 1, paired
    return None if mark in "”»" else (i + 1, _unpaired_end(text, i, limit))


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


def _unpaired_end(text: str, i: int, limit: int) -> int:
    """Close an opening mark that has no partner at the next closing one of its line, or there."""
    line = text.find("\n", i, limit)
    end = limit if line < 0 else line
    found = [j for mark in _CLOSERS[text[i]] if (j := text.find(mark, i + 1, end)) >= 0]
    return min(found, default=end)


def _straight_end(text: str, i: int, limit: int) -> int | None:
    """Find the next straight mark that closes; an inch mark does not."""
    j = text.find(text[i], i + 1, limit)
    while j >= 0 and _is_inch(text, j):
        j = text.find(text[i], j + 1, limit)
    return j if j >= 0 else None


def _is_inch(text: str, j: int) -> bool:
    """Whether a straight mark after a digit is an inch: a word goes on right after it."""
    return (
        text[j] == '"'
        and text[j - 1].isdigit()
        and text[j + 1 : j + 2].isspace()
        and text[j + 2 : j + 3].islower()
        and '"' in text[j + 1 : j + 200]
    )


def _single(text: str, i: int, limit: int) -> tuple[int, int] | None:
    """Read single marks, where the closing one is also the apostrophe."""
    if not _single_opens(text, i):
        return None
    ends = _single_ends(text, i, limit)
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
