"""A sentence and its cues in, the spans that each cue attributes out. Pure.

What is said stands after the cue ("Roe said that …"), before it ("…, Roe said") or on
both sides. There is no parser behind this: the marks around the reporting clause decide.
Offsets are into the sentence. Each look around a cue is bounded but for the search of
its sentence's end, and so are the cues of a sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workers.reading.quotations import Span
from workers.reading.speech import Cue, Place

_LOOK = 240
_CLAUSE = re.compile(
    r"\s*(?:that|whether|if|how|why|what|dass|daß|ob|que|qu['’]|si|comme)\b", re.IGNORECASE
)
# Whom one tells, when, where and in what, between the verb and what is said.
_ASIDE = re.compile(
    r"(?:\s+(?:reporters|him|her|them|me|us|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)(?: \w+){1,2}|"
    r"a crowd|voters|supporters|"
    r"(?:[A-Z][\w.'’]*)(?: (?:[A-Z][\w.'’]*|\d{1,2}))*(?:['’]s? [\w ]{1,30})?))?"
    r"(?:\s*,?\s+(?:on|in|at|during|to (?:the|an?|his|her|their|[A-Z]\w+)|after|"
    r"before|from|via|with|later|earlier|last|this|as|"
    r"yesterday|today|while|when|about|of|am|im|auf|nach|bei|gegenüber|dans|à|au|lors|lundi|"
    r"mardi|mercredi|jeudi|vendredi|samedi|dimanche|el|en|durante|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,:;“„«\"]{0,160})?\s*$"
)
# "said in a statement that": what leads up to the clause is no part of it.
_LEAD = re.compile(
    r"\s(?:in|on|at|during|to|after|before|from|via|early|late|earlier|last|this|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|reporters|[A-Z]\w+)\b[^,;:“”\"]{0,80}?(?=\sthat\s)"
)
_WORD = re.compile(r"\w")
_QUOTE_END = ("”", "“", '"', "»", "«", "’", "'", "''")
_JOINT = re.compile(
    r"[\s,;–—-]*\b(?:and|but|while|as|though|although|then|where|when|und|aber|während|et|mais|"
    r"tandis que|y|pero|mientras)\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s*(?:who|whose|which|whom|where|an?|the|one|der|die|das|qui|que)\b")
_LEAST = 12  # letters that must be said before a comma ends it
_COMMA = re.compile(r",\s")
_TURN = re.compile(
    r";|,\s(?:though|although|even\sas|even\sthough|while|whereas|however|obwohl|"
    r"tandis|aunque)\b"
)
_SUBORDINATES = re.compile(
    r"\b(?:after|before|when|as|while|since|because|until|once|though|although|nachdem|bevor|"
    r"weil|obwohl|après\sque|lorsque|quand|cuando)\s$",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"[\s\W]*(?:(?:but|and|yet|so|still)\s)?(?:in|on|at|after|before|when|while|as|though|although|"
    r"since|because|if|during|with|without|despite|for|from|by|like|unlike|speaking|asked|"
    r"responding|referring|citing|following|among|amid|under|over|\w{3,}ing|nach|während|als|wenn|obwohl|auf|bei|dans|lors|après|"
    r"quand|si|en|tras|durante|cuando|aunque)\b",
    re.IGNORECASE,
)
_NESTS = re.compile(r"\s*,?\s*(?:that|dass|que|qu['’])?\s*(?:even |the |when |if )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The reporting clause, and the stretch of the sentence that may be its content."""

    start: int
    end: int
    low: int
    high: int


def read_contents(
    sentence: str, found: Sequence[Cue], quoted: Sequence[Span]
) -> tuple[tuple[Span, ...], ...]:
    """Give for each cue the spans it attributes, in order; empty where there are none."""
    frames = _frames(sentence, found)
    contents: list[tuple[Span, ...]] = []
    low = 0
    for cue, frame in zip(found, frames, strict=True):
        inside = _inside(sentence, frame, low, quoted)
        spans = _spans(sentence, cue, inside, quoted)
        spans = tuple(s for s in (_trimmed(sentence, *span) for span in spans) if s)
        contents.append(spans)
        low = max([frame.end, *(end for _, end in spans)])
    return tuple(contents)


def _inside(sentence: str, frame: _Frame, low: int, quoted: Sequence[Span]) -> _Frame:
    """Narrow a frame: what came before is another's, what is behind "; but" the article's."""
    if _is_bare(sentence[frame.end : frame.high]):
        low = 0 if not _ends_quoted(sentence, low, frame.start) else low
    is_clause = _SUBORDINATES.search(sentence, max(low, frame.start - _LOOK), frame.start)
    ends = _COMMA if is_clause else _TURN
    starts = [start for start, _ in quoted]
    for end in ends.finditer(sentence, frame.end, frame.high):
        place = bisect_left(starts, end.start()) - 1
        is_quoted = place >= 0 and end.start() < quoted[place][1]
        if not is_quoted and end.start() - frame.end > _LEAST:
            return _Frame(frame.start, frame.end, low, end.start())
    return _Frame(frame.start, frame.end, low, frame.high)


def _frames(sentence: str, found: Sequence[Cue]) -> list[_Frame]:
    """Give each cue the stretch between the clauses of its neighbours."""
    hulls = [_hull(cue) for cue in found]
    frames = []
    for i, (start, end) in enumerate(hulls):
        following = [hull[0] for hull in hulls[i + 1 :]] + [len(sentence)]
        high = next(
            at for at in following if at == len(sentence) or not _is_nested(sentence[end:at])
        )
        frames.append(_Frame(start, end, 0, max(high, end)))
    return frames


def _is_nested(between: str) -> bool:
    """Whether a cue comes so close behind another that the first reports the second."""
    return len(between) <= _LOOK and _NESTS.fullmatch(between) is not None


def _hull(cue: Cue) -> Span:
    if cue.place is Place.PARTICIPLE or cue.spoken_at[1] + _LOOK < cue.start:
        return cue.start, cue.end
    return min(cue.start, cue.spoken_at[0]), max(cue.end, cue.spoken_at[1])


def _spans(sentence: str, cue: Cue, frame: _Frame, quoted: Sequence[Span]) -> tuple[Span, ...]:
    left, right = (frame.low, frame.start), (frame.end, frame.high)
    if cue.place is Place.PARTICIPLE:
        return (right,)
    if cue.place is Place.BEFORE:
        return _around_preposition(sentence, frame)
    if cue.place is Place.AFTER:
        return (left,) if _ends_open(sentence, *left) else (right,)
    if cue.spoken_at[0] >= cue.end:
        return _around_inversion(sentence, frame, quoted)
    return _around_verb(sentence, frame, quoted)


def _around_preposition(sentence: str, frame: _Frame) -> tuple[Span, ...]:
    """Read "According to X, …", "…, according to X" and "…, according to X, …"."""
    left, right = (frame.low, frame.start), (frame.end, frame.high)
    comma = sentence.find(",", *right)
    after = (comma + 1, frame.high) if comma >= 0 else right
    is_amid = comma >= 0 and sentence[slice(*left)].rstrip().endswith(",")
    is_amid = is_amid and not _RELATIVE.match(sentence, *after)
    if len(sentence[slice(*left)].split()) <= 2 - is_amid and _has_words(sentence, right):
        return (after,)
    return (left, after) if is_amid and _has_words(sentence, after) else (left,)


def _around_inversion(sentence: str, frame: _Frame, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Read "…, said X." and "…, said X, …", and where it stands first, "Sagte X, …"."""
    left = (frame.low, frame.start)
    if not _ends_open(sentence, *left, least=2):
        return ((frame.end, frame.high),)
    if _ends_quoted(sentence, *left):
        left = _behind_colon(sentence, left, quoted)
    return (left, *_quoted_after(frame, quoted))


def _around_verb(sentence: str, frame: _Frame, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Read "X said …", "…, X said." and "…, X said, …"."""
    lead = _LEAD.match(sentence, frame.end, frame.high)
    left, right = (frame.low, frame.start), (lead.end() if lead else frame.end, frame.high)
    rest = sentence[slice(*right)]
    if rest.rstrip().endswith(":") and not _CLAUSE.match(rest):
        return ()  # What is said comes next: the quotation after this sentence.
    if _CLAUSE.match(rest) or rest.lstrip().startswith(":") or not _ends_open(sentence, *left):
        return (right,)
    if _is_aside(rest) and _ends_quoted(sentence, *left):
        return (_behind_colon(sentence, left, quoted),)
    if _is_aside(rest):
        introduces = _INTRODUCES.match(sentence, *left) and not _is_bare(rest)
        return (right,) if introduces else (left,)
    if _ends_quoted(sentence, *left):
        left = _behind_colon(sentence, left, quoted)
        return (left, *_quoted_after(frame, quoted))
    return _around_paraphrase(sentence, frame)


def _around_paraphrase(sentence: str, frame: _Frame) -> tuple[Span, ...]:
    """Read "In June, X said …", "If …, X said, …" and "…, X said Friday, because …"."""
    left, right = (frame.low, frame.start), (frame.end, frame.high)
    rest = sentence[frame.end : frame.high]
    if _INTRODUCES.match(sentence, *left):
        return (left, right) if rest.startswith(",") else (right,)
    return (left, _behind_comma(sentence, frame)) if _breaks_off(rest) else (right,)


def _behind_colon(sentence: str, left: Span, quoted: Sequence[Span]) -> Span:
    """Leave out of "Roe went on: “We won,” he said" what leads up to the quotation."""
    for start, _ in reversed(quoted):
        if left[0] < start < left[1] and ":" in sentence[max(left[0], start - 4) : start]:
            return start, left[1]
    return left


def _is_aside(rest: str) -> bool:
    """Whether nothing is said after the verb: only when, where or to whom."""
    rest = rest.rstrip().rstrip(".!?,;:—–-").rstrip()
    return not rest or (len(rest) <= _LOOK and _ASIDE.fullmatch(rest) is not None)


def _breaks_off(rest: str) -> bool:
    """Whether what is said goes on behind a comma: "…, Roe said Friday, because …"."""
    aside, comma, _ = rest[:_LOOK].partition(",")
    return bool(comma) and _is_aside(aside)


def _behind_comma(sentence: str, frame: _Frame) -> Span:
    return sentence.find(",", frame.end, frame.high) + 1, frame.high


def _is_bare(rest: str) -> bool:
    return _WORD.search(rest) is None


def _quoted_after(frame: _Frame, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Give the stretch from the first to the last quotation behind the clause."""
    starts = [start for start, _ in quoted]
    first = bisect_left(starts, frame.end)
    last = bisect_left(starts, frame.high) - 1
    return ((quoted[first][0], quoted[last][1]),) if first <= last else ()


def _ends_open(sentence: str, low: int, high: int, least: int = 4) -> bool:
    """Whether the words before a clause end as what somebody said: in a comma or a mark."""
    before = sentence[max(low, high - _LOOK) : high].rstrip()
    if not before.endswith((",", "—", "–", "?", "!", *_QUOTE_END)):
        return False
    return _ends_quoted(sentence, low, high) or _is_long(sentence, (low, high), least)


def _ends_quoted(sentence: str, low: int, high: int) -> bool:
    before = sentence[max(low, high - _LOOK) : high].rstrip().rstrip(",")
    return before.endswith(_QUOTE_END)


def _is_long(sentence: str, span: Span, least: int = 4) -> bool:
    """Whether it is more than "On Tuesday,": by default four words or over."""
    return len(sentence[span[0] : span[1]].split(maxsplit=least)) >= least


def _has_words(sentence: str, span: Span) -> bool:
    return _WORD.search(sentence, *span) is not None


def _trimmed(sentence: str, start: int, end: int) -> Span | None:
    """Leave out commas, stops and a joining word at the ends; nothing left is ``None``."""
    joint = _JOINT.search(sentence, max(start, end - 40), end)
    end = joint.start() if joint and end < len(sentence) else end
    while start < end and (sentence[start].isspace() or sentence[start] in ",:;.–—-"):
        start += 1
    while end > start and (sentence[end - 1].isspace() or sentence[end - 1] in ",:;–—-"):
        end -= 1
    return (start, end) if _has_words(sentence, (start, end)) else None
