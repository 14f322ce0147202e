"""A claim and a sentence of a source in, where they take opposite sides out. Pure.

"Voted for" and "voted against" share every word that counts: the side stands in a preposition, in
German in a particle too ("sagte zu", "abgesagt"). It is read beside a verb of taking sides alone,
for elsewhere "for" and "against" are no opposites.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim
from workers.language.folding import fold
from workers.language.words import WordKind, read_word

REACH = 6  # words after the verb in which its side is told: "voted by 14 to 9 against"

# Verbs after which a side is named, as they are written.
_VERBS = {
    "en": """vote votes voted voting rule ruled argue argued speak spoke spoken decide decided
        testify testified campaign campaigned demonstrate demonstrated march marched rally rallied
        lobby lobbied appeal""",
    "de": """stimmen stimmt stimmte stimmten gestimmt votieren votiert votierte votierten
        entschied entschieden entscheidet sprach sprachen ausgesprochen demonstrieren demonstriert
        demonstrierte demonstrierten plädierte plädierten kämpfte kämpften""",
    "fr": "voter vote votent voté votèrent vota prononcé prononcés manifesté manifestent plaidé",
    "es": "votar vota votan votó votaron votado pronunció pronunciaron manifestaron manifestó",
    "it": "votare vota votano votò votarono votato espresso espressi schierato schierati",
    "nl": "stemmen stemt stemde stemden gestemd pleitte pleitten demonstreerden",
}
_FOR = {"en": "for favour favor", "de": "für", "fr": "pour faveur", "es": "favor", "it": "favore"}
_FOR["nl"] = "voor"
_AGAINST = {"en": "against", "de": "gegen", "fr": "contre", "es": "contra", "it": "contro"}
_AGAINST["nl"] = "tegen"

# German particles of one verb that undo each other; written with it, or at the end of its clause.
_PARTICLES = ("zu", "ab", "an", "auf", "aus", "ein")
_UNDOING = frozenset(
    map(frozenset, (("zu", "ab"), ("an", "ab"), ("auf", "zu"), ("ein", "aus"), ("an", "aus")))
)
_AGREE = frozenset({"zugestimmt", "zustimmt", "zustimmte", "zustimmten", "zustimmen"})


@dataclass(frozen=True, slots=True)
class Side:
    """A verb, by its stem, the side that it takes, and the first and last of its words."""

    verb: str
    side: str
    first: int
    last: int


@cache
def _stems(words: str, language: str) -> frozenset[str]:
    return frozenset(read_word(word, language).stem for word in words.split())


@cache
def _forms(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def find_sides(claim: Claim, there: Aligned) -> tuple[tuple[Side, Side], ...]:
    """Give each side of the claim with the opposite one that the sentence takes.

    Places are among the words of each. A verb that stands there on both sides ("12 voted for it
    and 9 voted against") is left alone.
    """
    language = claim.language or "en"
    if language not in _VERBS:
        return ()
    words = [token.word for token in claim.tokens]
    small = {i for i, w in enumerate(words) if not w.capital and w.kind is not WordKind.STOP}
    ours = [
        side
        for side in _sides([w.form for w in words], [w.stem for w in words], language)
        if side.first in small or side.first == side.last
    ]
    theirs = _sides(there.forms, there.stems, language)
    return tuple(
        (mine, other)
        for mine in ours
        for other in theirs
        if _are_opposite(mine, other)
        and not any(each.verb == mine.verb and each.side == mine.side for each in theirs)
    )


def _are_opposite(mine: Side, other: Side) -> bool:
    if mine.verb != other.verb:
        return False
    sides = frozenset((mine.side, other.side))
    return sides == {"for", "against"} or sides in _UNDOING


def _sides(forms: Sequence[str], stems: Sequence[str], language: str) -> tuple[Side, ...]:
    found = [*_voted(forms, stems, language)]
    if language == "de":
        found += _particles(forms, stems)
    return tuple(found)


def _voted(forms: Sequence[str], stems: Sequence[str], language: str) -> list[Side]:
    verbs = _stems(_VERBS[language], language)
    pro, con = _forms(_FOR[language]), _forms(_AGAINST[language])
    found = []
    for at, stem in enumerate(stems):
        if language == "de" and forms[at] in _AGREE:
            found.append(Side(read_word("stimmen", "de").stem, "for", at, at))
        if stem not in verbs:
            continue
        if language == "de" and forms[-1] == "zu":
            found.append(Side(stem, "for", at, len(forms) - 1))
        for k in range(at + 1, min(at + 1 + REACH, len(forms))):
            if forms[k] in pro | con:
                found.append(Side(stem, "for" if forms[k] in pro else "against", at, k))
                break
    return found


def _particles(forms: Sequence[str], stems: Sequence[str]) -> list[Side]:
    """Find verbs with a particle: "abgesagt", and "sagte … ab" at the end of the sentence."""
    found = []
    for at, form in enumerate(forms):
        for particle in _PARTICLES:
            rest = form.removeprefix(particle)
            if rest != form and rest.startswith("ge") and rest.endswith(("t", "en")):
                found.append(Side(rest, particle, at, at))
    if forms and forms[-1] in _PARTICLES:
        found += [Side(stems[at], forms[-1], at, len(forms) - 1) for at in range(len(forms) - 1)]
    return found
