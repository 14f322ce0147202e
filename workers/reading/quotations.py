"""Text in, the spans of what stands in quotation marks out. Pure."""

import re

# Opening mark -> the marks that close it. German closes with the English opening mark.
_CLOSED_BY = {
    "“": "”“",  # and a typewriter's mark, where it can be no other: see _closes_mixed
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"”',
    "＂": "＂",
}
_CLOSING_ONLY = "”»」』"
_MARKS = re.compile(f"[{''.join(_CLOSED_BY)}{''.join(_CLOSED_BY.values())}]")

Span = tuple[int, int]


def quoted_spans(text: str) -> tuple[Span, ...]:
    """Give the half-open spans inside quotation marks, outermost only, in order.

    A quotation that is never closed runs to the end; one that was opened in an earlier
    sentence runs from the start. Apostrophes and single quotation marks are not read:
    they cannot be told apart. Linear in the length of the text.
    """
    # Typewriters' double marks keep their length, so that all offsets stay.
    text = text.replace("``", '"\0').replace("''", '"\0')
    spans: list[Span] = []
    opened: tuple[int, str] | None = None
    for mark in _MARKS.finditer(text):
        i, char = mark.start(), mark[0]
        if opened is None:
            if not spans and _closes_earlier(text, i):
                spans.append((0, i))
            elif char in _CLOSED_BY and not _is_inches(text, i):
                opened = (_after_mark(text, i), _CLOSED_BY[char])
        elif char in opened[1] or _closes_mixed(text, i, opened[1]):
            spans.append((opened[0], i))
            opened = None
    if opened is not None:
        spans.append((opened[0], len(text)))
    return tuple(s for s in spans if s[1] > s[0])


def _closes_earlier(text: str, i: int) -> bool:
    """Whether the first mark of the text ends a quotation that began before it."""
    if text[i] in _CLOSING_ONLY:
        return text[i] != "»" or (i > 0 and not text[i - 1].isspace())
    if text[i] != '"' or i == 0 or text[i - 1].isspace():
        return False
    return text[i - 1] in ".,!?…" and (i + 1 == len(text) or text[i + 1].isspace())


def _closes_mixed(text: str, i: int, closers: str) -> bool:
    """Whether a typewriter's mark ends what a typographic one began: ``“We won," he said``."""
    if text[i] != '"' or "”" not in closers or text[i - 1] not in ".,!?…":
        return False
    return i + 1 == len(text) or text[i + 1].isspace()


def _after_mark(text: str, i: int) -> int:
    return i + (2 if text[i + 1 : i + 2] == "\0" else 1)


def _is_inches(text: str, i: int) -> bool:
    return text[i] == '"' and i > 0 and text[i - 1].isdigit()


def quoted_share(text: str) -> float:
    """Give the share of the letters and digits of ``text`` that stand in quotation marks."""
    whole = sum(map(str.isalnum, text))
    inside = sum(sum(map(str.isalnum, text[a:b])) for a, b in quoted_spans(text))
    return inside / whole if whole else 0.0
