"""A passage in the text of then and of now in, what changed beside it out. Pure.

Beside it are the whole sentences next to it on either side: a correction, a denial or a
condition stands there. Lines that are no sentences (teasers, counters) are not looked at.
"""

import re
from bisect import bisect_right

from workers.assessing.quotes.wording import read_wording
from workers.language.sentences import split_sentences

Span = tuple[int, int]
Place = tuple[str, int, int]  # a text, and the start and end of the passage in it

REACH = 2_000  # code points on either side in which the sentence beside it is looked for
LEAST_WORDS = 4
_IS_SENTENCE = re.compile(r"[.!?…。！？۔।][\"'”’»)\]]*$")


def surroundings_change(old: Place, new: Place, language: str | None) -> tuple[str, Span] | None:
    """Give the wording of then and the place of now, each with the sentences beside it.

    ``None`` where every sentence beside it then is still in the page, and every one beside
    it now was there already.
    """
    then, now = _beside(old, language), _beside(new, language)
    lost = any(_is_new(old[0][a:b], new[0]) for a, b in then)
    come = any(_is_new(new[0][a:b], old[0]) for a, b in now)
    if not lost and not come:
        return None
    start, end = _around(old, then)
    return old[0][start:end], _around(new, now)


def _beside(place: Place, language: str | None) -> list[Span]:
    """Give the sentence before and the sentence after a passage."""
    text, start, end = place
    low = max(0, start - REACH)
    spans = [(low + a, low + b) for a, b in split_sentences(text[low : end + REACH], language)]
    after = bisect_right(spans, end, key=lambda span: span[0])
    before = [span for span in spans[:after] if span[1] <= start][-1:]
    near = before + [span for span in spans[max(0, after - 1) :] if span[0] >= end][:1]
    return [span for span in near if _is_sentence(text[span[0] : span[1]])]


def _is_sentence(text: str) -> bool:
    return bool(_IS_SENTENCE.search(text.rstrip())) and len(read_wording(text).forms) >= LEAST_WORDS


def _is_new(sentence: str, text: str) -> bool:
    """Whether a text lacks a sentence, typography aside."""
    return read_wording(sentence).line not in read_wording(text).line


def _around(place: Place, beside: list[Span]) -> Span:
    starts, ends = [place[1]], [place[2]]
    for start, end in beside:
        starts.append(start)
        ends.append(end)
    return min(starts), max(ends)
