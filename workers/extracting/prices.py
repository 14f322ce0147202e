"""What can be seen of a page in, what it keeps for those who pay or register out. Pure.

Signs are structured data, the stated length, a part marked as paid, an element that sells.
What is paid and was read whole is ``ok`` for us and ``paid`` for readers.
"""

from service.domain import Access, ReaderAccess, Sign, SignName, sign
from workers.extracting.seen import Seen
from workers.extracting.selling import Gate
from workers.extracting.wall import FEW, TEASER, Wall

WHOLE = 0.8  # share of the stated word count that counts as all of it
_METERED = {"metered": ReaderAccess.PAID, "registered": ReaderAccess.REGISTRATION}


def price_of(seen: Seen) -> Wall | None:
    """Decide what is paid of a page, and how much of it was read."""
    gate = seen.terms.gate
    if seen.terms.is_free is False:
        return _paid(seen)
    if gate is not None and seen.terms.is_free is None:
        return _gated(seen, gate)
    reader = _METERED.get(seen.terms.tier or "")
    if reader is not None:
        tier = (sign(SignName.CONTENT_TIER, seen.terms.tier),)
        return Wall(Access.OK, "the page calls itself metered", reader, tier)
    return _short(seen)


def _paid(seen: Seen) -> Wall:
    """Judge a page that calls itself paid."""
    said = _said(seen)
    if _is_all(seen):
        return _whole(said)
    if seen.words < TEASER:
        words = f"the page calls itself paid, and only {seen.words} words can be read"
        return Wall(Access.PAYWALLED, words, ReaderAccess.PAID, said)
    if seen.terms.gate is None and seen.word_count is None and _holds_paid_part(seen):
        part = sign(SignName.PAID_SECTION, seen.terms.paid_words)
        return _whole((*said, part))
    words = "the page calls itself paid; whether all of it was read is not known"
    if seen.word_count:
        words = f"the page is paid and states {seen.word_count} words; {seen.words} could be read"
    return Wall(Access.PARTIAL_TEXT, words, ReaderAccess.PAID, (*said, *_gate_signs(seen)))


def _gated(seen: Seen, gate: Gate) -> Wall:
    """Judge a page that says nothing of its price, and shows an element that sells."""
    reader = ReaderAccess.REGISTRATION if gate.is_registration else ReaderAccess.PAID
    signs = _gate_signs(seen)
    if gate.words_after >= FEW or _is_all(seen):
        return Wall(Access.OK, "the page offers access, and shows its text", reader, signs)
    if seen.words < TEASER:
        access = Access.LOGIN if gate.is_registration else Access.PAYWALLED
        who = "register" if gate.is_registration else "pay"
        words = f"the page is kept for those who {who}, and only {seen.words} words can be read"
        return Wall(access, words, reader, signs)
    words = "the page ends in an offer of access; whether all of it was read is not known"
    return Wall(Access.PARTIAL_TEXT, words, reader, signs)


def _short(seen: Seen) -> Wall | None:
    if not seen.word_count or seen.words >= WHOLE / 2 * seen.word_count:
        return None
    words = f"the page states {seen.word_count} words, and {seen.words} could be read"
    signs = (sign(SignName.WORDS_STATED, seen.word_count), sign(SignName.WORDS_READ, seen.words))
    return Wall(Access.PARTIAL_TEXT, words, signs=signs)


def _whole(signs: tuple[Sign, ...]) -> Wall:
    return Wall(Access.OK, "the page calls itself paid", ReaderAccess.PAID, signs)


def _is_all(seen: Seen) -> bool:
    return bool(seen.word_count) and seen.words >= WHOLE * (seen.word_count or 0)


def _holds_paid_part(seen: Seen) -> bool:
    """Whether the part that is marked as paid stands in the page, and was read with the rest."""
    paid = seen.terms.paid_words or 0
    return paid >= FEW and seen.words >= WHOLE * paid


def _said(seen: Seen) -> tuple[Sign, ...]:
    if seen.terms.tier == "locked":
        return (sign(SignName.CONTENT_TIER, "locked"),)
    return (sign(SignName.ACCESSIBLE_FOR_FREE, "false"),)


def _gate_signs(seen: Seen) -> tuple[Sign, ...]:
    gate = seen.terms.gate
    return () if gate is None else (sign(SignName.PAYWALL_MARKUP, gate.name),)
