"""A sentence of a source that has a claim's words in, the words that take it back out. Pure.

Whoever refutes a claim repeats it: "Myth: …", "… This is false.", "Verdict: False", "an earlier
version wrongly said that …". A page that does so says the opposite of what it quotes. Known of
English and German; elsewhere nothing is told, as of denials. The sentence itself, the one before
it (if that is a label) and the one after it are looked at: what stands further off may be about
something else.
"""

import re

from workers.assessing.alignment import Aligned, lead_of
from workers.assessing.coverage import Claim
from workers.assessing.passages import SourceIndex
from workers.language.patterns import LatePattern

Span = tuple[int, int]

LONGEST = 160  # code points of a sentence that takes another back: a longer one tells its own story
_FALSE = (
    r"(?:false|untrue|not true|incorrect|not correct|fake|fabricated|made up|misleading|"
    r"baseless|unfounded|nonsense|debunked|an? (?:\w+ )?(?:hoax|myth|lie|fabrication))"
)
_FALSCH = r"(?:falsch|unwahr|nicht wahr|frei erfunden|erfunden|irreführend|unbelegt|widerlegt)"
_HOW = r"(?:\w+ly |simply |all |not even |schlicht |völlig |komplett |so )?"
# What stands before a claim that a page is about to take apart.
_LABEL = LatePattern(
    r"^\W*(?:myth|hoax|fake|fake news|false(?: claim)?|debunked|mythos|falschmeldung|"
    r"falsche behauptung)\s*(?:no\.? ?\d+|\d+)?\s*[:–—]",
    re.IGNORECASE,
)
# What is said of what comes next in the same sentence.
_BEFORE = LatePattern(
    r"\b(?:wrongly|falsely|incorrectly|mistakenly|erroneously)\s+(?:\w+\s+)?"
    r"(?:said|says?|stated?|states|reported|claim(?:s|ed)?|wrote|alleg(?:es|ed)|impl(?:y|ies|ied))\b"
    r"|\b(?:hoax|fake|fabricated|debunked|bogus)\s+(?:[\w'’-]+\s+){0,5}?"
    r"(?:said|says?|claim(?:s|ed|ing)?|that|alleg(?:es|ed|ing))\b"
    r"|\bfälschlich(?:erweise)?\b"
    r"|\b(?:stimmt nicht|ist falsch|nicht wahr), dass\b",
    re.IGNORECASE,
)
# What leaves open what comes next.
_OPEN = LatePattern(
    r"\b(?:unclear|unknown|uncertain|not (?:yet )?(?:known|clear|certain))\s+(?:whether|if)\b"
    r"|\b(?:unklar|ungewiss|offen|nicht bekannt), ob\b|\bkein(?:en)? beleg dafür, dass\b",
    re.IGNORECASE,
)
# A sentence that is about the one before it.
_AFTER = LatePattern(
    rf"^\W*(?:but |aber )?(?:(?:(?:this|that|it|the (?:claim|story|statement|report|post|quote|"
    rf"rumou?r|allegation|video|photo)|which)(?:\s+(?:is|was|has been)|['’]s)|"
    rf"(?:our )?(?:verdict|rating|ruling|conclusion|fact check)\s*:?(?:\s+is)?)\s+{_HOW}{_FALSE}"
    rf"|(?:our )?(?:verdict|rating|ruling)\s*:\s*(?:mostly false|pants on fire|four pinocchios)"
    r"|there (?:is|was) no (?:truth|evidence|basis|substance) (?:to|for|in|behind) "
    r"(?:it|this|that|these|the (?:claim|story|report|rumou?r|allegation))"
    r"|(?:nothing|none) of (?:the (?:kind|sort)|this|that|it) "
    r"(?:happened|(?:is|was) true|took place)"
    r"|(?:this|that|it) (?:never|did not|didn['’]t) (?:happen(?:ed)?|take place|took place)"
    rf"|(?:das|dies|die behauptung|die meldung|diese behauptung)\s+ist\s+{_HOW}{_FALSCH}"
    r"|(?:das|dies|die behauptung|die meldung)\s+(?:stimmt|trifft)\s+(?:so\s+)?nicht\b"
    rf"|(?:bewertung|fazit|urteil)\s*:\s*{_HOW}{_FALSCH})\b"
    r"(?! (?:of|for|in|everywhere|always|für|in|bei)\b)",
    re.IGNORECASE,
)
# What somebody else says of it: the page itself takes nothing back.
_SAID = LatePattern(r"[“”\"„«»]|\b(?:said|says|told|called|sagte|sagt|nannte)\b", re.IGNORECASE)
# Whoever tells of a claim as a claim tells what such a page says.
_OF_CLAIMS = LatePattern(
    r"\b(?:false|untrue|hoax|myth|fake|debunk\w*|claim\w*|rumou?r\w*|alleg\w+|wrong\w*|incorrect\w*|"
    r"mislead\w*|unclear|unknown|whether|disput\w*|den(?:y|ies|ied)|refut\w+|"
    r"falsch\w*|behaupt\w*|gerücht\w*|mythos|angeblich\w*|unklar|widerleg\w*|bestreit\w*)\b",
    re.IGNORECASE,
)


def leaves_open(claim: Claim, there: Aligned) -> Span | None:
    """Find the words before what a sentence says that leave it open, as ``find_refutation``."""
    return None if _OF_CLAIMS.search(claim.text) else _before(there, _OPEN)


def find_refutation(claim: Claim, there: Aligned) -> Span | None:
    """Find the words that take back what a sentence says, as offsets into the source's text."""
    if _OF_CLAIMS.search(claim.text):
        return None
    index, unit = there.window.index, there.unit
    text = index.text
    start, end = index.opens[unit], index.closes[unit]
    if label := _LABEL.search(text[start:end]):
        return start + label.start(), start + label.end()
    if (said := _before(there, _BEFORE)) is not None:
        return said
    if unit and _LABEL.fullmatch(text[index.opens[unit - 1] : start].rstrip()):
        return index.opens[unit - 1], index.closes[unit - 1]
    return _taken_back(index, unit + 1)


def _before(there: Aligned, pattern: LatePattern) -> Span | None:
    """Find a pattern in a sentence before the first word that it has of the claim's."""
    if (lead := lead_of(there)) is None:
        return None
    found = pattern.search(there.window.index.text[lead[0] : lead[1]])
    return None if found is None else (lead[0] + found.start(), lead[0] + found.end())


def _taken_back(index: SourceIndex, unit: int) -> Span | None:
    """Find that a sentence, the one after the claim's, calls what was said before it false."""
    if unit >= index.units:
        return None
    start, end = index.opens[unit], index.closes[unit]
    said = index.text[start : min(end, start + LONGEST + 1)]
    if end - start > LONGEST or not _AFTER.search(said) or _SAID.search(said):
        return None
    return start, end
