"""A text cut into sentences in, its turns of speech and its quotations out. Pure.

A turn is one cue with what it attributes, or a quotation that goes on without a cue. A
quotation belongs to the turn whose content it stands in, else to the turn before where
it is a sentence of its own. Offsets are into the text; the time is linear in it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from workers.reading.contents import read_contents
from workers.reading.cues import Cues
from workers.reading.quotations import Span, quoted_spans
from workers.reading.speech import Cue, Place, find_cues
from workers.reading.statements import Sentence

# From this share of its letters on, a sentence is a quotation and nothing else.
_WHOLE = 0.8
_OPENING = 0.4  # or from this share on, where the sentence opens with it
_MARK = 2


@dataclass(slots=True)
class Turn:
    """What one cue attributes; ``cue`` is ``None`` where ``after`` goes on speaking."""

    sentence: int
    cue: Cue | None = None
    after: "Turn | None" = None
    content: list[Span] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)  # quotations it grows by, merged in last


@dataclass(slots=True)
class Quoted:
    """A quotation without its marks, the sentences it runs over, and whose it is."""

    start: int
    end: int
    first: int
    last: int
    turn: Turn | None = None


@dataclass(slots=True)
class Conversation:
    """The turns of each sentence, those that run on over it, and all quotations in order."""

    turns: list[list[Turn]]
    running: dict[int, Turn] = field(default_factory=dict)
    quotations: list[Quoted] = field(default_factory=list)


def read_turns(text: str, sentences: Sequence[Sentence], cues: Cues) -> Conversation:
    """Read the turns of a text, block by block; ``sentences`` are in text order."""
    conversation = Conversation([[] for _ in sentences])
    starts = [sentence.start for sentence in sentences]
    before: Turn | None = None
    for _, group in groupby(range(len(sentences)), key=lambda i: sentences[i].block):
        block = list(group)
        quoted = _read_block(text, sentences, block, starts)
        _read_cues(text, sentences, block, quoted, cues, conversation)
        for quotation in quoted:
            _give(text, sentences, quotation, block[0], before, conversation)
        conversation.quotations += quoted
        before = _last(block, conversation)
    for turns in conversation.turns:
        for turn in turns:
            turn.content = _merged(text, [*turn.content, *turn.quoted])
    return conversation


def _read_block(
    text: str, sentences: Sequence[Sentence], block: Sequence[int], starts: Sequence[int]
) -> list[Quoted]:
    offset = sentences[block[0]].start
    spans = quoted_spans(text[offset : sentences[block[-1]].end])
    quoted = []
    for start, end in ((offset + a, offset + b) for a, b in spans):
        first = max(bisect_right(starts, start) - 1, block[0])
        quoted.append(Quoted(start, end, first, bisect_right(starts, end - 1) - 1))
    return quoted


def _read_cues(
    text: str,
    sentences: Sequence[Sentence],
    block: Sequence[int],
    quoted: Sequence[Quoted],
    cues: Cues,
    conversation: Conversation,
) -> None:
    place = 0
    for index in block:
        start, end = sentences[index].start, sentences[index].end
        while place < len(quoted) and quoted[place].end <= start:
            place += 1
        inside = list(_clipped(quoted, place, start, end))
        words = text[start:end]
        found = find_cues(words, cues, inside)
        contents = read_contents(words, found, inside)
        conversation.turns[index] = [
            Turn(index, cue, content=[(start + a, start + b) for a, b in spans])
            for cue, spans in zip(found, contents, strict=True)
        ]


def _clipped(quoted: Sequence[Quoted], place: int, start: int, end: int) -> Iterator[Span]:
    while place < len(quoted) and quoted[place].start < end:
        yield max(quoted[place].start - start, 0), min(quoted[place].end, end) - start
        place += 1


def _give(
    text: str,
    sentences: Sequence[Sentence],
    quotation: Quoted,
    opening: int,
    before: Turn | None,
    conversation: Conversation,
) -> None:
    """Find whose a quotation is, and let that turn's content reach over all of it."""
    turn = _around(quotation, conversation)
    if turn is None and _is_whole(text, sentences[quotation.first], quotation):
        turn = _beside(quotation, opening, before, conversation)
    if turn is None:
        return
    quotation.turn = turn
    turn.quoted.append((quotation.start, quotation.end))
    for index in range(quotation.first, quotation.last + 1):
        if not conversation.turns[index]:
            conversation.running[index] = turn
            turn.quoted.append((sentences[index].start, sentences[index].end))


def _around(quotation: Quoted, conversation: Conversation) -> Turn | None:
    """Give the turn whose content the quotation stands in."""
    for index in {quotation.first: None, quotation.last: None}:
        for turn in conversation.turns[index]:
            if any(a < quotation.end and quotation.start < b for a, b in turn.content):
                return turn
    return None


def _is_whole(text: str, sentence: Sentence, quotation: Quoted) -> bool:
    start, end = sentence.start, sentence.end
    if end - start > 4 * (quotation.end - quotation.start) + 20:
        return False  # Counting letters is for the few that may be whole: time stays linear.
    whole = sum(map(str.isalnum, text[start:end]))
    inside = text[max(start, quotation.start) : min(end, quotation.end)]
    opens = quotation.start - start <= _MARK
    return sum(map(str.isalnum, inside)) >= (_OPENING if opens else _WHOLE) * whole


def _beside(
    quotation: Quoted, opening: int, before: Turn | None, conversation: Conversation
) -> Turn | None:
    """Give the turn of the sentence before, else of the one after, else of the block before."""
    first, last = quotation.first, quotation.last
    if first > opening:
        nearest = _of(first - 1, conversation)
        if nearest is not None:
            return nearest
    waiting = conversation.turns[last + 1] if last + 1 < len(conversation.turns) else []
    if waiting and not (waiting[0].content or waiting[0].quoted):
        return waiting[0]
    if first > opening or before is None:
        return None
    if not (before.content or before.quoted):
        return before
    turn = Turn(first, after=before)
    conversation.turns[first].append(turn)
    return turn


def _of(index: int, conversation: Conversation) -> Turn | None:
    turns = conversation.turns[index]
    main = [t for t in turns if t.cue is None or t.cue.place is not Place.PARTICIPLE]
    return (main or turns)[-1] if turns else conversation.running.get(index)


def _last(block: Sequence[int], conversation: Conversation) -> Turn | None:
    return _of(block[-1], conversation)


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap or have no letter between them."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (
            start <= merged[-1][1] or not any(map(str.isalnum, text[merged[-1][1] : start]))
        ):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
