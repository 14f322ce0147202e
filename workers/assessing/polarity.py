"""A claim and its passages in, the places where their meaning turns round out. Pure.

A clash is a negation on one side only, or a word on one side whose opposite stands on the
other, in clauses that otherwise say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workers.assessing.alignment import positions
from workers.assessing.coverage import Accounting, Claim
from workers.assessing.passages import Window
from workers.language.words import read_word

REACH = 4  # words before and after which a negation governs
LEAST_CONTEXT = 0.6  # share of the claim that the passage must hold for a clash to mean anything

_NEGATIONS = {
    "en": """not no never none neither nor without cannot can't don't doesn't didn't isn't aren't
        wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't nobody nothing
        hardly denied denies deny false untrue incorrect fake hoax myth""",
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


@dataclass(frozen=True, slots=True)
class Clash:
    """What turns the meaning round: offsets into the statement, and the passage."""

    reason: str  # "negation" or "opposite"
    start: int
    end: int
    window: Window

    def describe(self, statement: str) -> str:
        """Say it in plain words."""
        if self.reason == "opposite":
            return f"it has the opposite of “{statement[self.start : self.end]}”"
        return "one of the two is negated"


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
    """Clashes with the best passage, where it holds enough of the claim to speak of the same."""
    whole = claim.weight
    if not accounting.windows or not whole:
        return ()
    window, row = accounting.windows[0], accounting.matches[0]
    held = sum(p.weight * m for p, m in zip(claim.parts, row, strict=True)) / whole
    if held < LEAST_CONTEXT:
        return ()
    return (*_negation(claim, window), *_opposite(claim, window))


def _negation(claim: Claim, window: Window) -> Iterator[Clash]:
    words = _negations(claim.language or "en")
    ours = [t for t in claim.tokens if t.word.stem in words]
    theirs = _governing(claim, window, words)
    if bool(ours) != theirs:
        start, end = (ours[0].start, ours[0].end) if ours else (0, len(claim.text))
        yield Clash("negation", start, end, window)


def _governing(claim: Claim, window: Window, words: frozenset[str]) -> bool:
    """Whether a negation stands near two or more of the claim's words in the passage."""
    index = window.index
    low, high = index.first[window.first], index.first[window.last + 1]
    places = {i for part in claim.parts for i in positions(part, window)}
    return any(
        index.stems[i] in words and sum(abs(i - p) <= REACH for p in places) > 1
        for i in range(low, high)
    )


def _opposite(claim: Claim, window: Window) -> Iterator[Clash]:
    if claim.language not in {None, "en"}:
        return
    table = _opposites()
    for token in claim.tokens:
        stem = token.word.stem
        if stem not in window.stems and table.get(stem, frozenset()) & window.stems:
            yield Clash("opposite", token.start, token.end, window)
