"""A source's text in, the words that stand in its quotation marks out, joined as spoken. Pure.

“We lost,” she said, “and we knew it” may be quoted as “We lost and we knew it”: newsrooms set
the attribution where they like.
"""

from functools import lru_cache
from itertools import pairwise

from workers.assessing.quotes.finding import find_quotes
from workers.assessing.quotes.wording import Wording, read_wording

_WIDEST_ATTRIBUTION = 120  # code points between two pieces of one quotation
_BREAK = "\x00"  # stands between quotations that do not go on; no quotation has this word


@lru_cache(maxsize=16)
def read_spoken(text: str) -> Wording | None:
    """Read the spoken words alone; places are those in ``text``. ``None`` where none go on."""
    spans = [(quote.start, quote.end) for quote in find_quotes(text, None)]
    if not any(_goes_on(text, *pair) for pair in pairwise(spans)):
        return None
    whole = read_wording(text)
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    word = 0
    for i, (start, end) in enumerate(spans):
        if i and not _goes_on(text, spans[i - 1], (start, end)):
            forms.append(_BREAK)
            starts.append(start)
            ends.append(start)
        while word < len(whole.forms) and whole.starts[word] < end:
            if whole.starts[word] >= start:
                forms.append(whole.forms[word])
                starts.append(whole.starts[word])
                ends.append(whole.ends[word])
            word += 1
    return Wording.of(text, forms, starts, ends)


def _goes_on(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    gap = text[first[1] : second[0]]
    return len(gap) <= _WIDEST_ATTRIBUTION and "\n" not in gap
