"""Where a quotation stands in a source in, whether its cuts and gaps change the meaning out. Pure.

What may not be left out: a negation that governs the words that were kept, a condition on them,
and the one who is reported by the speaker to have said them. Wherever the article says so itself
around the quotation, nothing was left out.
"""

import re
from collections.abc import Iterator

from workers.assessing.quotes.finding import Quote
from workers.assessing.quotes.locating import Place
from workers.assessing.quotes.negating import (
    COMPLEMENTISERS,
    CONDITIONS,
    COORDINATORS,
    SUBORDINATORS,
    conditions,
    counters,
    denies,
    has_negation_sign,
    hedges,
    is_anyone,
    is_attitude,
    is_hedge,
    is_negation,
    is_trailing_condition,
    reported_by,
    restricts,
)
from workers.assessing.quotes.wording import Wording
from workers.language.folding import fold

_NEAR = 3  # words before a quotation in which a negation governs it
_FAR = 10  # words in which a negated "say" or "think" governs a "that" clause
_SENTENCE = 16  # words that an "if" clause before a quotation may have
_AFTER = 2  # words after a quotation in which a negation governs it ("glaube das nicht")
_SIGNS_BEFORE, _SIGNS_AFTER = 8, 16  # characters, in scripts without spaces
_STRONG = re.compile(r"[.!?;:…\n。！？；：؟।]")
_WEAK = re.compile(r"[,—–()（），、،]")
_MARKS = re.compile(r"[“”„«»‹›「」『』\"‘‚]")
_OPENS = re.compile(r"[“„«「『]\s*$|(?<=\s)[\"”]$")
# Another quotation, or as much of one as the text around holds.
_QUOTED = re.compile(r"^[^“„«「\"]*[”»」]|[“„«「][^“”„»」]*(?:[“”»」]|$)|\"[^\"]*(?:\"|$)")
_CLAUSE = re.compile(r"[^。！？；，、,.!?;:\n“”「」『』]*")
_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ARABIC_AND = "و"  # "and" is written as part of the word
_LEAST_NAMED = 4  # letters of a word that names who is reported


def gaps_change(place: Place, source: Wording, quote: Quote) -> bool:
    """Whether what was left out of the middle governs what was kept."""
    around = quote.before + " " + quote.after
    if any(_gap_negates(source, begin, end) for begin, end in place.gaps):
        return True
    return not conditions(around) and any(
        begin < end and is_trailing_condition(source.forms[begin]) for begin, end in place.gaps
    )


def cuts_change(place: Place, source: Wording, quote: Quote, forms: tuple[str, ...]) -> bool:
    """Whether what stood before or after the quotation governs it, and was cut off."""
    around = _own_words(quote)
    if not denies(around) and (
        _negated_before(place, source, forms)
        or _negated_after(place, source)
        or _negated_by_sign(place, source)
    ):
        return True
    # The condition may be quoted too: “If it rains,” she said, “we will stay.”
    if _is_conditional(place, source, forms) and not conditions(quote.before + " " + quote.after):
        return True
    return _is_hedged(place, source, around) or _is_reported(place, source, around)


def thought_otherwise(place: Place, source: Wording, quote: Quote) -> bool:
    """Whether even a few words were cut out of a thought that is denied, or off a condition."""
    forms = source.forms[place.first : place.last]
    around = quote.before + " " + quote.after
    if _is_conditional(place, source, forms) and not conditions(around):
        return True
    return not denies(_own_words(quote)) and (
        _thought_otherwise(place, source) or _negated_by_sign(place, source)
    )


def _own_words(quote: Quote) -> str:
    """Give what the article says around the quotation, less other quotations."""
    return _QUOTED.sub(" ", quote.before) + " " + _QUOTED.sub(" ", quote.after)


def _between(source: Wording, i: int) -> str:
    """Give what stands between the words ``i`` and ``i + 1``; a line's end beyond the text."""
    if i < 0 or i + 1 >= len(source.forms):
        return "\n"
    return source.text[source.ends[i] : source.starts[i + 1]]


def _parts(source: Wording, i: int) -> bool:
    """Whether a clause ends between the words ``i`` and ``i + 1``; not so before "that"."""
    between = _between(source, i)
    if _STRONG.search(between):
        return True
    return bool(_WEAK.search(between)) and source.forms[i + 1] not in COMPLEMENTISERS


def _gap_negates(source: Wording, begin: int, end: int) -> bool:
    for i in range(begin, end):
        if is_negation(source.forms[i]) and (
            _reaches_on(source, i, end) or _reaches_back(source, i, begin)
        ):
            return True
    return _sign_in_gap(source, begin, end)


def _reaches_on(source: Wording, i: int, end: int) -> bool:
    """Whether no clause ends between the word ``i`` and the words kept from ``end`` on."""
    return not any(_parts(source, j) for j in range(i, end))


def _reaches_back(source: Wording, i: int, begin: int) -> bool:
    """Whether the word ``i`` still belongs to the clause of the words kept before ``begin``."""
    for j in range(i, begin - 1, -1):
        opens = j < i and source.forms[j] in SUBORDINATORS | COORDINATORS
        if (
            opens
            or _STRONG.search(_between(source, j - 1))
            or _WEAK.search(_between(source, j - 1))
        ):
            return False
    return source.forms[begin] not in SUBORDINATORS | COORDINATORS


def _sign_in_gap(source: Wording, begin: int, end: int) -> bool:
    """Look at a gap in a script without spaces: a sign in a clause of its own governs nothing."""
    if begin >= end or not _ASIAN.match(source.forms[begin]):
        return False
    gap = source.text[source.ends[begin - 1] if begin else 0 : source.starts[end]]
    clauses = [clause for clause in _CLAUSE.findall(gap) if clause] or [gap]
    return has_negation_sign(clauses[-1]) or (
        not _WEAK.match(gap) and has_negation_sign(clauses[0])
    )


def _before(source: Wording, first: int, reach: int) -> Iterator[int]:
    """Give the words before ``first``, nearest first, as far as their clause goes."""
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        if _parts(source, i):
            return
        yield i


def _negated_before(place: Place, source: Wording, forms: tuple[str, ...]) -> bool:
    near = False
    for i in _before(source, place.first, _NEAR):
        if source.forms[i] in SUBORDINATORS - COMPLEMENTISERS:
            break
        near = near or is_negation(source.forms[i])
    if near and not any(map(is_negation, forms)):
        return True
    return _thought_otherwise(place, source)


def _thought_otherwise(place: Place, source: Wording) -> bool:
    """Find "I would not say that …", "it is wrong to say that …", cut before what is said."""
    first = place.first
    if first == 0:
        return False
    joint = source.forms[first - 1]
    governed = (
        joint in COMPLEMENTISERS
        or source.forms[first] in COMPLEMENTISERS
        or is_attitude(joint)
        or counters(joint)
    )
    if not governed or _STRONG.search(_between(source, first - 1)):
        return False
    attitude = False
    for i in _before(source, first, _FAR):
        form = source.forms[i]
        if counters(form) or (is_negation(form) and (attitude or first - i <= _AFTER)):
            return True
        attitude = attitude or is_attitude(form)
    return False


def _negated_after(place: Place, source: Wording) -> bool:
    """Find a negation right behind the cut: "Ich glaube das | nicht"."""
    for i in range(place.last, min(place.last + _AFTER, len(source.forms))):
        between = _between(source, i - 1)
        if _STRONG.search(between) or _WEAK.search(between) or _MARKS.search(between):
            return False
        form = source.forms[i]
        if form in COORDINATORS | SUBORDINATORS or form.startswith(_ARABIC_AND):
            return False
        if is_negation(source.forms[i]):
            kept = source.forms[place.first : place.last]
            return not any(map(is_negation, kept))
    return False


def _negated_by_sign(place: Place, source: Wording) -> bool:
    """Look around a cut in a script without spaces; Japanese and Korean negate at the end."""
    start, end = source.starts[place.first], source.ends[place.last - 1]
    if not _ASIAN.match(source.text, start):
        return False
    head = source.text[max(0, start - _SIGNS_BEFORE) : start]
    if has_negation_sign(re.split(r"[。！？；，、,.\n“”「」『』]", head)[-1]):
        return True
    tail = _CLAUSE.match(source.text, end, end + _SIGNS_AFTER)
    late = tail.group() if tail else ""
    return bool(re.search(r"ない|なかっ|ません|않|없", late))


def _is_conditional(place: Place, source: Wording, forms: tuple[str, ...]) -> bool:
    """Whether a condition on a whole clause was cut off behind it or before it."""
    if any(form in CONDITIONS for form in forms) or not _opens_clause(place, source):
        return False
    behind = source.forms[place.last : place.last + 2]
    if behind and (is_trailing_condition(behind[0], forms) or restricts(behind)):
        between = _between(source, place.last - 1)
        return not _STRONG.search(between) and not _MARKS.search(between)
    return _condition_before(place, source)


def _opens_clause(place: Place, source: Wording) -> bool:
    between = _between(source, place.first - 1)
    if _STRONG.search(between) or _WEAK.search(between) or _MARKS.search(between):
        return True
    return source.forms[place.first - 1] in COMPLEMENTISERS | COORDINATORS


def _condition_before(place: Place, source: Wording) -> bool:
    """Find "If …, | we will": the words begin right after the comma of an "if" clause."""
    between = _between(source, place.first - 1)
    if not _WEAK.search(between) or _STRONG.search(between):
        return False
    for i in range(place.first - 1, max(-1, place.first - 1 - _SENTENCE), -1):
        before = _between(source, i - 1)
        if _STRONG.search(before) or (_MARKS.search(before) and not _WEAK.search(before)):
            return source.forms[i] in CONDITIONS
    return False


def _is_hedged(place: Place, source: Wording, around: str) -> bool:
    """Whether "I believe" or "I hope" was cut off, and the article does not say so itself."""
    words = [source.forms[i] for i in _before(source, place.first, _NEAR)][::-1]
    return is_hedge(words) and not hedges(around)


def _is_reported(place: Place, source: Wording, around: str) -> bool:
    """Whether the speaker only reports the words, as another's, and the article does not say so."""
    if _OPENS.search(_between(source, place.first - 1)):
        return False  # the source itself gives the words to whom it names
    words = [source.forms[i] for i in _before(source, place.first, _FAR)][::-1]
    subject = reported_by(words)
    if subject is None:
        return False
    if not is_anyone(subject) and not _in_speech(place, source):
        return False
    said = fold(around)
    return not any(len(word) >= _LEAST_NAMED and word in said for word in subject)


def _in_speech(place: Place, source: Wording) -> bool:
    """Whether an opening mark stands before the reporting words, in the same sentence."""
    start = source.starts[place.first]
    head = re.split(r"[.!?\n]", source.text[max(0, start - 200) : start])[-1]
    opened = max(head.rfind(mark) for mark in '“„«「"')
    return opened >= 0 and not re.search(r"[”»」]", head[opened + 1 :])
