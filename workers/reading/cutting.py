"""A draft and what is to go of it in, the rest out, every place of it kept right. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from workers.reading.draft import Draft, Place, spanning
from workers.reading.ignores import Asked


def drop_blocks(draft: Draft, kept: Sequence[bool]) -> Draft:
    """Remove the blocks whose flag in ``kept`` is false, with the gap beside them."""
    last = max((index for index, keep in enumerate(kept) if keep), default=-1)
    spans = [
        (block.start, draft.blocks[index + 1].start)
        for index, block in enumerate(draft.blocks[: max(last, 0)])
        if not kept[index]
    ]
    end = draft.blocks[last].end if last >= 0 else 0
    return cut(draft, [*spans, (end, len(draft.text))])


def cut(draft: Draft, spans: Iterable[tuple[int, int]]) -> Draft:
    """Remove ``spans`` of the text; everything else keeps its words and its place.

    Blocks and links that lose all their words go; markers that do stay, empty, where
    they stood, so that what carries them can still be found.
    """
    merged = _merged(spans)
    if not merged:
        return draft
    moved = _mover(merged)
    text, kept = _kept(draft.text, merged)
    blocks = (replace(b, start=moved(b.start), end=moved(b.end)) for b in draft.blocks)
    links = (replace(x, start=moved(x.start), end=moved(x.end)) for x in draft.links)
    return replace(
        draft,
        text=text,
        blocks=tuple(b for b in blocks if b.start < b.end),
        links=tuple(x for x in links if x.start < x.end),
        markers=tuple(replace(m, start=moved(m.start), end=moved(m.end)) for m in draft.markers),
        places=_moved_places(draft.places, kept, moved),
        ignores=tuple(_moved_ignore(asked, moved) for asked in draft.ignores),
    )


def _moved_ignore(asked: Asked, moved: Callable[[int], int]) -> Asked:
    start, end = asked.ignore.start, asked.ignore.end
    return asked if start is None or end is None else spanning(asked, moved(start), moved(end))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _mover(merged: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    starts = [start for start, _ in merged]
    lost = [0]
    for start, end in merged:
        lost.append(lost[-1] + end - start)

    def moved(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return offset
        return offset - lost[index] - min(offset - starts[index], lost[index + 1] - lost[index])

    return moved


def _kept(text: str, merged: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    kept, done = [], 0
    for start, end in merged:
        kept.append((done, start))
        done = end
    kept.append((done, len(text)))
    return "".join(text[start:end] for start, end in kept), kept


def _moved_places(
    places: Sequence[Place], kept: Sequence[tuple[int, int]], moved: Callable[[int], int]
) -> tuple[Place, ...]:
    """Places inside the kept stretches, and one more at the start of each stretch."""
    result: list[Place] = []
    index, current = 0, None
    for start, end in kept:
        while index < len(places) and places[index].start <= start:
            current = places[index]
            index += 1
        if current is not None and start < end:
            result.append(Place(moved(start), current.source + start - current.start))
        while index < len(places) and places[index].start < end:
            current = places[index]
            result.append(Place(moved(current.start), current.source))
            index += 1
    return tuple(result)
