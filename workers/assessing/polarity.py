"""A claim and its passages in, the places where their meaning turns round out. Pure.

A clash is a negation on one side only, or a word on one side whose opposite stands on the
other, in clauses that otherwise say the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workers.assessing.alignment import positions
from workers.assessing.coverage import Accounting, Claim, Part
from workers.assessing.passages import Window
from workers.language.words import read_word

REACH = 4  # words before and after which a negation governs
LEAST_CONTEXT = 0.6  # share of the claim that the passage must hold for a clash to mean anything

_NEGATIONS = {
    "en": """not no never none neither nor without cannot can't don't doesn't didn't isn't aren't
        wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't nobody nothing
        hardly denied denies deny false falsely untrue incorrect fake hoax myth debunked
        baseless misleading unfounded""",
    "de": "nicht kein keine keinen keinem keiner nie niemals ohne nichts weder",
    "fr": "pas jamais aucun aucune sans ni rien non",
    "es": "no nunca ningún ninguno ninguna sin ni nada jamás",
    "it": "non mai nessun nessuno nessuna senza né niente",
    "pt": "não nunca nenhum nenhuma sem nem nada",
    "nl": "niet geen nooit zonder niets",
    "ru": "не нет ни никогда без",
    "ar": "لا لم لن ليس ليست غير دون بدون",
}
_OPPOSITES = """rise fall; rose fell; risen fallen; increase decrease; increased decreased;
increasing decreasing; gain lose; gained lost; gain loss; grow shrink; grew shrank; growth decline;
up down; more fewer; more less; higher lower; highest lowest; high low; above below; over under;
win lose; won lost; winner loser; before after; first last; start end; started ended; began ended;
open close; opened closed; accept reject; accepted rejected; approve reject; approved rejected;
support oppose; supported opposed; agree disagree; agreed refused; allow ban; allowed banned;
legal illegal; true false; guilty innocent; convicted acquitted; alive dead; positive negative;
best worst; better worse; early late; earlier later; young old; younger older; male female;
man woman; men women; boy girl; father mother; son daughter; brother sister; husband wife; his her;
he she; north south; northern southern; east west; eastern western; left right; major minor;
majority minority; maximum minimum; include exclude; included excluded; success failure;
succeeded failed; safe dangerous; easy difficult; strong weak; cheap expensive; buy sell;
bought sold; import export; arrive leave; arrived left; present absent; public private; urban rural;
all none; always never; everyone nobody; confirm deny; confirmed denied; praise criticise;
praised criticised; praised criticized; pass fail; passed failed; hire fire; hired fired;
import export; teacher student; same different; many few; large small; big small; long short;
upper lower; domestic foreign; day night; summer winter; black white"""


_THAT = frozenset({"that", "whether", "dass", "daß", "ob", "que", "qu", "si", "che", "dat"})
_QUESTION = re.compile(r"[?？؟][\"'”’»)]*\s*$")


@dataclass(frozen=True, slots=True)
class Clash:
    """What turns the meaning round: offsets into the statement, and into its source."""

    kind: str  # "negation", "opposite" or "question"
    start: int
    end: int
    source_id: str
    source_start: int
    source_end: int

    def describe(self, statement: str) -> str:
        """Say it in plain words."""
        if self.kind == "opposite":
            return f"it has the opposite of “{statement[self.start : self.end]}”"
        if self.kind == "question":
            return "it only asks this"
        return "one of the two denies it"


@cache
def _negations(language: str) -> frozenset[str]:
    words = _NEGATIONS.get(language, "").split()
    return frozenset(read_word(word, language).stem for word in words)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    pairs = [tuple(read_word(w, "en").stem for w in p.split()) for p in _OPPOSITES.split(";")]
    table: dict[str, set[str]] = {}
    for a, b in pairs:
        table.setdefault(a, set()).add(b)
        table.setdefault(b, set()).add(a)
    return {stem: frozenset(others) for stem, others in table.items()}


def find_clashes(claim: Claim, accounting: Accounting) -> tuple[Clash, ...]:
    """Clashes with the sentence that holds most of the claim, where it holds enough of it.

    A passage may be three sentences long; a "not" counts only in the one that speaks of this.
    """
    found = _closest(claim, accounting)
    if found is None:
        return ()
    window, unit = found
    first, last = window.index.span(unit, unit)
    where = (window.index.source_id, first, last)
    spans = (*_negation(claim, window, unit), *_opposite(claim, window, unit),
             *_question(claim, window.index.text[first:last]))  # fmt: skip
    return tuple(Clash(kind, start, end, *where) for kind, start, end in spans)


def _closest(claim: Claim, accounting: Accounting) -> tuple[Window, int] | None:
    """Find the unit of the best window that holds most of the claim, if that is enough."""
    if not accounting.windows or not claim.weight:
        return None
    window = accounting.windows[0]
    shares = {u: _held(claim, window, u) for u in range(window.first, window.last + 1)}
    unit = max(shares, key=lambda u: (shares[u], -u))
    return (window, unit) if shares[unit] >= LEAST_CONTEXT else None


def _held(claim: Claim, window: Window, unit: int) -> float:
    index = window.index
    low, high = index.first[unit], index.first[unit + 1]
    held = (p.weight for p in claim.parts if _places(p, window, low, high))
    return sum(held) / claim.weight


def _places(part: Part, window: Window, low: int, high: int) -> tuple[int, ...]:
    return tuple(i for i in positions(part, window) if low <= i < high)


def _negation(claim: Claim, window: Window, unit: int) -> Iterator[tuple[str, int, int]]:
    words = _negations(claim.language or "en")
    index = window.index
    low, high = index.first[unit], index.first[unit + 1]
    ours = [t for t in claim.tokens if t.word.stem in words]
    theirs = [i for i in range(low, high) if index.stems[i] in words]
    if ours and not theirs:
        yield "negation", ours[0].start, ours[0].end
    elif theirs and not ours:
        places = {i for part in claim.parts for i in _places(part, window, low, high)}
        spoken = _governed(index.stems[low:high], [i - low for i in theirs])
        if sum(p - low in spoken for p in places) > 1:
            yield "negation", 0, len(claim.text)


def _governed(stems: Sequence[str], negations: Sequence[int]) -> frozenset[int]:
    """Positions that a negation governs: those near it, and the whole clause after "not … that"."""
    governed: set[int] = set()
    for i in negations:
        governed.update(range(i - REACH, i + REACH + 1))
        after = (k for k in range(i + 1, min(i + 1 + REACH, len(stems))) if stems[k] in _THAT)
        governed.update(range(next(after, len(stems)), len(stems)))
    return frozenset(governed)


def _opposite(claim: Claim, window: Window, unit: int) -> Iterator[tuple[str, int, int]]:
    if claim.language not in {None, "en"}:
        return
    table, index = _opposites(), window.index
    theirs = frozenset(index.stems[index.first[unit] : index.first[unit + 1]])
    ours = {token.word.stem for token in claim.tokens}
    for token in claim.tokens:
        opposites = table.get(token.word.stem, frozenset()) - ours
        if token.word.stem not in theirs and opposites & theirs:
            yield "opposite", token.start, token.end


def _question(claim: Claim, sentence: str) -> Iterator[tuple[str, int, int]]:
    if _QUESTION.search(sentence) and not _QUESTION.search(claim.text):
        yield "question", 0, len(claim.text)
