"""A transcript or an interview and a place in it in, who has the turn there out. Pure.

A turn begins with a name and a colon, at the head of a line or after a sentence: "Falk: We …".
"""

import re
from functools import lru_cache

from workers.assessing.quotes.persons import is_known, parts_of, proper_words
from workers.assessing.quotes.saying import NAME
from workers.language.folding import fold

_WINDOW = 3_000  # code points before the place that are read
_LABEL = re.compile(r"^[ \t]*(?P<a>[^\W\d_][^\n:.!?“”\"]{1,60}|[^\W\d_]):\s", re.MULTILINE)
_TURN = re.compile(rf"(?:^[ \t]*|(?<=[.?!…]\s))(?P<a>{NAME}):\s", re.MULTILINE)
_ALIAS = re.compile(r"^(?P<a>[^()]+?)\s*\((?P<b>[^()]+)\)$")
_LONGEST_LABEL = 4  # words
# Whoever has the chair may have a name that the transcript does not give.
_OFFICES = frozenset(
    {"chair", "chairman", "chairwoman", "moderator", "host", "question", "answer", "interviewer",
     "speaker", "president", "judge", "court", "witness", "reporter", "journalist", "clerk"}
)  # fmt: skip


def turn_of_another(text: str, start: int, ours: set[str]) -> bool:
    """Whether ``start`` is in a turn of someone else than whom the folded words ``ours`` name."""
    labels = _labels(text)
    label = _label_at(text, start)
    if label is None:
        return False
    theirs = labels.get(_key(label), parts_of(label))
    if not theirs or theirs & ours or any(part in _line_of(text, start) for part in ours):
        return False
    has_own = any(parts & ours for parts in labels.values())
    return has_own or _is_name(label) or (len(labels) > 1 and is_known(label, text))


def _line_of(text: str, start: int) -> str:
    head = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    tail = text.find("\n", start, start + _WINDOW)
    turn = max((m.end() for m in _TURN.finditer(text, head, start)), default=head)
    return fold(text[turn : tail if tail >= 0 else start + _WINDOW])


@lru_cache(maxsize=16)
def _labels(text: str) -> dict[str, set[str]]:
    """Give the words that each label of a turn names; "CHAIR (Ms Abara)" makes CHAIR Abara too."""
    found: dict[str, set[str]] = {}
    for match in (*_LABEL.finditer(text), *_TURN.finditer(text)):
        alias = _ALIAS.match(match["a"].strip())
        label = alias["a"] if alias else match["a"].strip()
        named = parts_of(label) | (parts_of(alias["b"]) if alias else set())
        found.setdefault(_key(label), set()).update(named)
    return found


def _key(label: str) -> str:
    return fold(label).strip()


def _label_at(text: str, start: int) -> str | None:
    """Give the label of the turn that ``start`` is in: the last one before it in its line."""
    head = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    turns = [match["a"] for match in _TURN.finditer(text, head, start)]
    if turns:
        return turns[-1].strip()
    found = _LABEL.match(text[head:start])
    label = found["a"].strip() if found else ""
    alias = _ALIAS.match(label)
    words = proper_words(alias["a"] if alias else label)
    if not words or len(words) > _LONGEST_LABEL or not all(word[:1].isupper() for word in words):
        return None
    return alias["a"] if alias else label


def _is_name(label: str) -> bool:
    """Whether a label is a person's by itself: in full, with an honorific, or in capitals."""
    words = proper_words(label)
    if _key(label) in _OFFICES:
        return False
    return label.isupper() or len(words) < len(label.split()) or len(words) > 1
