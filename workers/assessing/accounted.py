"""A claim and how its passages account for it in, where each word stands in them out. Pure.

Nothing is matched here again: the places are those of the words by which the passages were
chosen, and of the values that were compared with them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from service.domain import Accounted, ValueCheck
from workers.assessing.alignment import positions
from workers.assessing.coverage import Accounting, Claim, Span
from workers.assessing.figures import FOUND
from workers.assessing.passages import Window

MAX_ACCOUNTED = 200  # entries a statement; longer ones are told of as far as this goes

Place = tuple[Window, int]  # the number of a word among those of the window's source


def locate_accounted(
    claim: Claim, accounting: Accounting, values: Sequence[ValueCheck]
) -> tuple[Accounted, ...]:
    """Tell for each accounted word of a claim where its passage has it, in the claim's order.

    A value is one entry, and so is a name whose given name is known by the surname alone, and a
    run of a script without spaces, whose words are read as overlapping pairs of letters.
    Offsets are into the statement and the source's text; those into the source are ``None``
    for a name that is only its publisher's or author's.
    """
    entries = _joined(claim, _entries(claim, accounting, values))
    return tuple(islice(entries, MAX_ACCOUNTED))


def _joined(claim: Claim, entries: Iterator[Accounted]) -> Iterator[Accounted]:
    """Join entries that overlap in the statement and lie alike in the source."""
    last = next(entries, None)
    for each in entries:
        if last is not None and _continues(last, each):
            shared = last.end - each.start  # letters that both entries have
            last = replace(
                last,
                text=claim.text[last.start : each.end],
                end=each.end,
                in_source=(last.in_source or "") + (each.in_source or "")[shared:],
                source_end=each.source_end,
            )
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _continues(first: Accounted, then: Accounted) -> bool:
    if first.source_start is None or then.source_start is None:
        return False
    step = then.start - first.start
    overlap = then.start < first.end and first.source_id == then.source_id
    return (
        overlap and then.source_start - first.source_start == step and then.text == then.in_source
    )


def _entries(
    claim: Claim, accounting: Accounting, values: Sequence[ValueCheck]
) -> Iterator[Accounted]:
    found = [check for check in values if check.result in FOUND]
    told = opens = -1
    at: Place | None = None
    for i, part in enumerate(claim.parts):
        start, end = part.token.start, part.token.end
        if accounting.together[i] == 0 or start < told:
            continue
        check = next((c for c in found if _covers(c, start)), None)
        if check is not None and check.start is not None and check.end is not None:
            told = check.end
            first = min(check.start, start if opens < 0 else opens)
            yield _of_value(claim, accounting, check, (first, told))
        elif (place := _place(i, claim, accounting, at)) is not None:
            at = place
            yield _of_word(claim, (start if opens < 0 else opens, end), place)
        elif i in claim.given_names and accounting.together[i + 1]:
            # The surname after it is what the passage has of the name.
            opens = start if opens < 0 else opens
            continue
        else:
            yield _of_publisher(claim, i, accounting, (start if opens < 0 else opens, end))
        opens = -1


def _covers(check: ValueCheck, offset: int) -> bool:
    known = check.start is not None and check.end is not None
    return known and (check.start or 0) <= offset < (check.end or 0)


def _place(i: int, claim: Claim, accounting: Accounting, last: Place | None) -> Place | None:
    """Find a part in the passage that accounts for it best, near the part before it."""
    rows = accounting.matches
    for n in sorted(range(len(rows)), key=lambda n: -rows[n][i]):
        window = accounting.windows[n]
        places = positions(claim.parts[i], window) or _by_acronym(i, claim, window)
        if places:
            near = last[1] if last and last[0].index is window.index else places[0]
            return window, min(places, key=lambda q: abs(q - near))
    return None


def _by_acronym(i: int, claim: Claim, window: Window) -> tuple[int, ...]:
    index = window.index
    low, high = index.first[window.first], index.first[window.last + 1]
    return next(
        (p for n, acronym in claim.acronyms if n == i and (p := index.within(acronym, low, high))),
        (),
    )


def _of_word(claim: Claim, span: Span, place: Place) -> Accounted:
    index, q = place[0].index, place[1]
    return _made(claim, span, place[0], (index.starts[q], index.ends[q]))


def _of_value(claim: Claim, accounting: Accounting, check: ValueCheck, span: Span) -> Accounted:
    theirs = check.in_source or ""
    for window in accounting.windows:
        at = window.index.text.find(theirs, *window.span)
        if window.index.source_id == check.source_id and theirs and at >= 0:
            return _made(claim, span, window, (at, at + len(theirs)))
    return Accounted(claim.text[span[0] : span[1]], *span, check.source_id or "", theirs or None)


def _of_publisher(claim: Claim, i: int, accounting: Accounting, span: Span) -> Accounted:
    """Name the source that the part is the publisher or author of."""
    stem = claim.parts[i].stem
    indexes = [window.index for window in accounting.windows]
    index = next((each for each in indexes if stem in each.about), indexes[0])
    return Accounted(claim.text[span[0] : span[1]], *span, index.source_id)


def _made(claim: Claim, span: Span, window: Window, theirs: Span) -> Accounted:
    text = window.index.text[theirs[0] : theirs[1]]
    return Accounted(claim.text[span[0] : span[1]], *span, window.index.source_id, text, *theirs)
