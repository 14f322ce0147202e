"""A claim and its passages in, the places where their meaning turns round out. Pure.

A clash is a negation on one side only, a word on one side that excludes one on the other, or
names in changed roles, in sentences that otherwise say the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from workers.assessing.coverage import Accounting, Claim, Part
from workers.assessing.opposing import Sentence, find_opposing
from workers.assessing.passages import Window
from workers.assessing.roles import find_swaps
from workers.language.sentences import split_sentences
from workers.language.words import Token, read_word

REACH = 4  # words before and after which a negation governs
LEAST_CONTEXT = 0.6  # share of the claim that the passage must hold for a clash to mean anything

_NEGATIONS = {
    "en": """not no never none neither nor without cannot can't don't doesn't didn't isn't aren't
        wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't nobody nothing
        hardly barely scarcely unlikely impossible unable refused refuses refuse failed
        fails lacks lacked denied denies deny false falsely untrue incorrect fake hoax myth debunked
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
_THAT = frozenset({"that", "whether", "dass", "daß", "ob", "que", "qu", "si", "che", "dat"})
_QUESTION = re.compile(r"[?？؟][\"'”’»)]*\s*$")


@dataclass(frozen=True, slots=True)
class Clash:
    """What turns the meaning round: offsets into the statement, and into its source.

    ``kind``: "negation" (one side denies it), "opposite", "class" (another of the same closed
    class, as another month), "certainty" (the source says less), "order" (who did it to whom)
    or "question" (the source only asks).
    """

    kind: str
    start: int
    end: int
    source_id: str
    source_start: int
    source_end: int

    def describe(self, statement: str, source: str) -> str:
        """Say it in plain words; ``source`` is the text of its source."""
        if self.kind == "question":
            return "it only asks this"
        if self.kind == "negation":
            return "one of the two denies it"
        if self.kind == "order":
            return "it has them the other way round"
        theirs, ours = source[self.source_start : self.source_end], statement[self.start : self.end]
        return f"it has “{theirs}” where you have “{ours}”"


@cache
def _negations(language: str) -> frozenset[str]:
    words = _NEGATIONS.get(language, "").split()
    return frozenset(read_word(word, language).stem for word in words)


def find_clashes(claim: Claim, accounting: Accounting) -> tuple[Clash, ...]:
    """Clashes of each sentence of the claim with the sentence that holds most of it.

    Only where that holds enough of it: a passage may be three sentences long, and a "not"
    counts in the one that speaks of this.
    """
    kinds = (_negation, _opposing, _order, _question)
    clashes: list[Clash] = []
    for sentence in _sentences(claim):
        found = _closest(sentence, accounting)
        if found is not None:
            clashes += _settled([clash for find in kinds for clash in find(sentence, *found)])
    return tuple(clashes)


def _settled(clashes: list[Clash]) -> list[Clash]:
    """Let a denial and what excludes cancel out: what is not allowed is prohibited."""
    undone = {"opposite", "class"} & {clash.kind for clash in clashes}
    if undone and any(clash.kind == "negation" for clash in clashes):
        return [clash for clash in clashes if clash.kind not in undone | {"negation"}]
    return clashes


@lru_cache(maxsize=256)
def _spans(statement: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Split a statement, once for all its sources."""
    return split_sentences(statement, language)


def _sentences(claim: Claim) -> Iterator[Claim]:
    """Cut a claim into one for each of its sentences that has content; offsets stay."""
    spans = _spans(claim.text, claim.language)
    if len(spans) < 2:  # noqa: PLR2004  one sentence needs no cutting
        yield claim
        return
    for start, end in spans:
        parts = tuple(p for p in claim.parts if start <= p.token.start < end)
        if parts:
            tokens = tuple(t for t in claim.tokens if start <= t.start < end)
            weight = sum(part.weight for part in parts)
            yield replace(claim, tokens=tokens, parts=parts, weight=weight)


def _clash(
    kind: str, span: tuple[int, int], window: Window, unit: int, place: int | None = None
) -> Clash:
    """Make a clash with one word of the source (``place``), else with the whole sentence."""
    index = window.index
    there = index.span(unit, unit) if place is None else (index.starts[place], index.ends[place])
    return Clash(kind, *span, index.source_id, *there)


def _closest(claim: Claim, accounting: Accounting) -> tuple[Window, int] | None:
    """Find the unit of the windows that holds most of the claim, if that is enough."""
    shares = [
        (held, -i, -unit, window)
        for i, window in enumerate(accounting.windows)
        for unit, held in _held(claim, window)
    ]
    share, _, unit, window = max(shares, key=lambda found: found[:3], default=(0.0, 0, 0, None))
    return (window, -unit) if window is not None and share >= LEAST_CONTEXT else None


def _held(claim: Claim, window: Window) -> Iterator[tuple[int, float]]:
    """Give the units of a window, each with the share of the claim's weight that it holds."""
    index = window.index
    likes = [(part.weight, index.like(part.stem)) for part in claim.parts]
    places = [(weight, index.units_with(like[0])) for weight, like in likes if like]
    for unit in range(window.first, window.last + 1):
        held = sum([weight for weight, units in places if unit in units])
        yield unit, held / (claim.weight or 1.0)


def _places(part: Part, window: Window, low: int, high: int) -> tuple[int, ...]:
    like = window.index.like(part.stem)
    return window.index.within(like[0], low, high) if like else ()


def _negation(claim: Claim, window: Window, unit: int) -> Iterator[Clash]:
    words = _negations(claim.language or "en")
    index = window.index
    low, high = index.first[unit], index.first[unit + 1]
    ours = _own_denials(claim, words)
    theirs = [low + i for i in _denials(index.stems[low:high], words)]
    if ours and not theirs:
        yield _clash("negation", (ours[0].start, ours[0].end), window, unit)
    elif theirs and not ours:
        places = {i for part in claim.parts for i in _places(part, window, low, high)}
        spoken = _governed(index.stems[low:high], [i - low for i in theirs])
        if sum(p - low in spoken for p in places) > 1:
            yield _clash("negation", _whole(claim), window, unit, theirs[0])


def is_denial(claim: Claim) -> bool:
    """Whether a claim says of something that it is not so."""
    return bool(_own_denials(claim, _negations(claim.language or "en")))


def _own_denials(claim: Claim, words: frozenset[str]) -> list[Token]:
    return [claim.tokens[i] for i in _denials([t.word.stem for t in claim.tokens], words)]


def _denials(stems: Sequence[str], words: frozenset[str]) -> Iterator[int]:
    """Give the places of words that deny; what has "yet to" happen has not happened."""
    for i, stem in enumerate(stems):
        if stem in words or (stem == "yet" and stems[i + 1 : i + 2] == ["to"]):
            yield i


def _governed(stems: Sequence[str], negations: Sequence[int]) -> frozenset[int]:
    """Positions that a negation governs: those near it, and the whole clause after "not … that"."""
    governed: set[int] = set()
    for i in negations:
        governed.update(range(i - REACH, i + REACH + 1))
        after = (k for k in range(i + 1, min(i + 1 + REACH, len(stems))) if stems[k] in _THAT)
        governed.update(range(next(after, len(stems)), len(stems)))
    return frozenset(governed)


def _sentence(claim: Claim, window: Window, unit: int) -> tuple[int, Sentence]:
    index = window.index
    low, high = index.first[unit], index.first[unit + 1]
    shared = (i - low for part in claim.parts for i in _places(part, window, low, high))
    return low, Sentence(tuple(index.stems[low:high]), frozenset(shared))


def _opposing(claim: Claim, window: Window, unit: int) -> Iterator[Clash]:
    low, sentence = _sentence(claim, window, unit)
    for kind, token, place in find_opposing(claim, sentence):
        yield _clash(kind, (token.start, token.end), window, unit, low + place)


def _order(claim: Claim, window: Window, unit: int) -> Iterator[Clash]:
    low, sentence = _sentence(claim, window, unit)
    high = low + len(sentence.stems)
    places = {
        i: tuple(k - low for k in _places(part, window, low, high))
        for i, part in enumerate(claim.parts)
    }
    for first, last in find_swaps(claim, places, sentence.stems):
        yield _clash("order", (first.token.start, last.token.end), window, unit)


def _whole(claim: Claim) -> tuple[int, int]:
    return claim.tokens[0].start, claim.tokens[-1].end


def _question(claim: Claim, window: Window, unit: int) -> Iterator[Clash]:
    start, end = window.index.span(unit, unit)
    if _QUESTION.search(window.index.text[start:end]) and not _QUESTION.search(claim.text):
        yield _clash("question", _whole(claim), window, unit)
