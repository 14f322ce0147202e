"""A claim and its accounting in, the clause that its passages do not have out. Pure.

Clauses are told by their marks, which all scripts have, and by the conjunctions of the languages
that are listed. Without a parser: a cut in the middle of a noun phrase names a part of it, which
is as true of the source as the whole would be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from workers.assessing.coverage import Accounting, Claim, Span
from workers.language.words import Token

LEAST_PARTS = 2  # content words; a clause of fewer says too little by itself
COVERED_FROM = 0.7  # share of a clause's weight that says that the source has it
UNCOVERED_TO = 0.4  # and that says that it has not
LEAST_MISSING = 0.08  # of the statement's weight; less is a way of putting it. All three: WiCE

# Between two words: commas and their like, brackets, and dashes that stand free.
_MARK = re.compile(r"[,;:()\[\]—،؛，、；：（）。！？!?।]|\s[–-]+\s")

# Words that join two clauses are left out of both; those that open one belong to it.
_JOINING = {
    "en": "and but or nor yet so",
    "de": "und oder aber sondern denn doch",
    "fr": "et ou mais donc car ni",
    "es": "y e o u pero sino ni",
    "it": "e ed o ma né però",
    "pt": "e ou mas nem",
    "nl": "en of maar want",
    "ru": "и или но а да",
    "pl": "i lub oraz ale a",
}
_OPENING = {
    "en": """because although though while whereas when where after before since until unless
        who whom whose which that if whether despite following during as without including""",
    "de": """weil obwohl während als wenn nachdem bevor seit bis dass daß ob wo welche welcher
        welches damit trotz""",
    "fr": "que qui dont où quand lorsque parce bien après avant depuis si comme pendant malgré",
    "es": "que quien cuando donde porque aunque mientras después antes desde si cuyo durante",
    "it": "che quando dove perché mentre dopo prima se cui sebbene durante",
    "pt": "que quando onde porque embora enquanto depois antes desde se cujo durante",
    "nl": "omdat hoewel terwijl toen als nadat voordat sinds tot dat die waar wanneer",
    "ru": "что который когда где потому хотя пока после если чтобы",
    "pl": "że który która które kiedy gdy gdzie ponieważ chociaż podczas jeśli aby",
}
_JOINS = {language: frozenset(words.split()) for language, words in _JOINING.items()}
_OPENS = {language: frozenset(words.split()) for language, words in _OPENING.items()}


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, by its offsets into the statement, its weight and how much of that is held."""

    span: Span
    weight: float
    held: float

    @property
    def share(self) -> float:
        return self.held / self.weight

    @property
    def missing(self) -> float:
        return self.weight - self.held


def find_unsupported(claim: Claim, accounting: Accounting) -> Span | None:
    """Find the clause that the passages lack, where they have another one of the statement.

    ``None`` where no clause stands out so: then only its words can be told. Of several the one
    with the most weight missing; neighbours that are all missing count as one.
    """
    clauses = [_read(claim, accounting, tokens) for tokens in _cut(claim)]
    if not any(clause.share >= COVERED_FROM for clause in clauses):
        return None
    lacking = [_joined(tuple(run)) for lacks, run in groupby(clauses, _lacks) if lacks]
    found = max(lacking, key=lambda clause: (clause.missing, -clause.span[0]), default=None)
    if found is None or found.missing < LEAST_MISSING * claim.weight:
        return None
    return found.span


def _lacks(clause: _Clause) -> bool:
    return clause.share <= UNCOVERED_TO


def _joined(clauses: Sequence[_Clause]) -> _Clause:
    span = clauses[0].span[0], clauses[-1].span[1]
    return _Clause(span, sum(c.weight for c in clauses), sum(c.held for c in clauses))


def _read(claim: Claim, accounting: Accounting, tokens: Sequence[Token]) -> _Clause:
    start, end = tokens[0].start, tokens[-1].end
    held = [
        (part.weight, match)
        for part, match in zip(claim.parts, accounting.together, strict=True)
        if start <= part.token.start < end
    ]
    weight = sum(w for w, _ in held)
    return _Clause((start, end), weight or 1.0, sum(w * m for w, m in held))


def _cut(claim: Claim) -> Iterator[tuple[Token, ...]]:
    """Cut the words of a claim into clauses; one of too little content goes with the next."""
    contents = frozenset(part.token.start for part in claim.parts)
    clauses: list[list[Token]] = []
    content = LEAST_PARTS  # of the last clause; the first has none before it to join
    for piece in _pieces(claim):
        if content < LEAST_PARTS:
            clauses[-1] += piece
        else:
            clauses.append(piece)
            content = 0
        content += sum(token.start in contents for token in piece)
    if content < LEAST_PARTS and len(clauses) > 1:
        last = clauses.pop()
        clauses[-1] += last
    return map(tuple, clauses)


def _pieces(claim: Claim) -> Iterator[list[Token]]:
    """Give the words between marks and conjunctions, in order."""
    joins = _JOINS.get(claim.language or "en", frozenset())
    opens = _OPENS.get(claim.language or "en", frozenset())
    piece: list[Token] = []
    for token in claim.tokens:
        form = token.word.form
        marked = piece and _MARK.search(claim.text[piece[-1].end : token.start])
        if piece and (marked or form in joins or form in opens):
            yield piece
            piece = []
        if piece or form not in joins:
            piece.append(token)
    if piece:
        yield piece
