"""The words of a sentence in, what it denies out. Pure.

A denial governs what comes next, not the sentence: "Ruiz did not sign, and left" denies the
signing and not the leaving. Where word order is freer than in English it governs what is near.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workers.language.stopwords import STOP_WORDS
from workers.language.words import read_word

REACH = 4  # words before and after which a denial governs, in other languages than English
AHEAD = 6  # words after an English denial, up to which it may govern
MOST_HEADS = 2  # content words that it governs: "not fully open", "no more trains"
THAT_AHEAD = 4  # words from a denial to the "that" of what is denied

_NEGATIONS = {
    "en": """not no never none neither nor without cannot can't don't doesn't didn't isn't aren't
        wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't mustn't needn't
        ain't nobody nothing hardly barely scarcely unlikely impossible unable incapable refused
        refuses refuse failed fails fail denied denies deny declined""",
    "de": "nicht kein keine keinen keinem keiner nie niemals ohne nichts weder",
    "fr": "pas jamais aucun aucune sans ni rien non",
    "es": "no nunca ningún ninguno ninguna sin ni nada jamás",
    "it": "non mai nessun nessuno nessuna senza né niente",
    "pt": "não nunca nenhum nenhuma sem nem nada",
    "nl": "niet geen nooit zonder niets",
    "ru": "не нет ни никогда без",
    "ar": "لا لم لن ليس ليست غير دون بدون",
    "ko": "않 않고 않은 않는 않을 않아 않다 못 못한 못할 없다 없는 없이 없고 없어 없을 아니",
}
# What is called so is denied as a whole: "that the bridge fell is a hoax", "false claims that".
_FALSE = "false falsely untrue incorrect fake hoax myth debunked baseless misleading unfounded"
_THAT = frozenset({"that", "whether", "dass", "daß", "ob", "que", "qu", "si", "che", "dat"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SAID = frozenset({"claim", "rumour", "rumor", "report", "alleg", "stori", "accus", "assert"})
# "Not only" affirms, "no fewer than" counts, "no doubt" is sure.
_ADDING = frozenset({"only", "just", "mere", "simpli", "sole", "necessarili", "least"})
_COUNTING = frozenset({"more", "less", "fewer", "later", "earlier", "sooner", "doubt"})
_SURE = frozenset({"surpris", "wonder", "secret", "coincid", "doubt", "question"})
_ASKING = frozenset({"if", "or", "whether"})  # before "not": "if not all", "or not"
_UNTIL = frozenset({"until", "till", "unless"})  # what is not done until May is done in May
_TWO_WORDS = frozenset({("yet", "to"), ("rather", "than"), ("instead", "of")})
_CHOSEN = frozenset({"prefer", "choos", "chose", "favour", "favor", "pick"})
_ENDS = frozenset(
    {"but", "and", "which", "who", "whom", "because", "while", "although", "though", "whereas"}
    | {"if", "since", "after"}
)


@dataclass(frozen=True, slots=True)
class Denial:
    """Where a word denies, and the places that it governs, the nearest first.

    ``of_clause``: all of them are denied together, as after "it is not true that".
    """

    at: int
    governed: tuple[int, ...]
    of_clause: bool

    @property
    def heads(self) -> tuple[int, ...]:
        """Places one of which, where the other side says it, makes the two differ."""
        return self.governed if self.of_clause else self.governed[:1]


@cache
def _stems(words: str, language: str) -> frozenset[str]:
    return frozenset(read_word(word, language).stem for word in words.split())


def find_denials(stems: Sequence[str], language: str | None) -> Iterator[Denial]:
    """Give the denials of a sentence in order; a language without a list has none."""
    tongue = language or "en"
    words = _stems(_NEGATIONS.get(tongue, ""), tongue)
    for at, stem in enumerate(stems):
        if tongue == "en" and stem in _stems(_FALSE, "en") and _is_verdict(stems, at):
            yield Denial(at, tuple(k for k in range(len(stems)) if k != at), of_clause=True)
        elif stem in words or (tongue == "en" and _is_passed_over(stems, at)):
            yield from _denial(stems, at, tongue)


def _is_passed_over(stems: Sequence[str], at: int) -> bool:
    """Whether what comes next is what was not done: "rather than", "preferred this over" that."""
    if stems[at] == "over":
        return not _CHOSEN.isdisjoint(stems[max(at - 2 * REACH, 0) : at])
    return tuple(stems[at : at + 2]) in _TWO_WORDS


def _is_verdict(stems: Sequence[str], at: int) -> bool:
    """Whether something is called false: a "fake news programme" is none."""
    return not _BE.isdisjoint(stems[max(at - 3, 0) : at]) or not _SAID.isdisjoint(
        stems[at + 1 : at + 2]
    )


def _denial(stems: Sequence[str], at: int, language: str) -> Iterator[Denial]:
    ahead = range(at + 1, min(at + 1 + THAT_AHEAD, len(stems)))
    mark = next((k for k in ahead if stems[k] in _THAT | _ENDS), None)
    that = mark if mark is not None and stems[mark] in _THAT else None
    governed = tuple(_english(stems, at) if language == "en" else _near(stems, at))
    if that is not None and (governed or language != "en"):
        yield Denial(at, (*range(that + 1, len(stems)), *governed), of_clause=True)
    elif governed:
        yield Denial(at, governed, of_clause=language != "en")


def _near(stems: Sequence[str], at: int) -> Iterator[int]:
    yield from range(at + 1, min(at + REACH + 1, len(stems)))
    yield from range(at - 1, max(at - REACH, 0) - 1, -1)


def _english(stems: Sequence[str], at: int) -> Iterator[int]:
    after = stems[at + 1] if at + 1 < len(stems) else ""
    if after in _ADDING or (at and stems[at - 1] in _ASKING):
        return
    if stems[at] == "no" and (after in _COUNTING or after[:1].isdigit()):
        return
    # Who is without water until Thursday is without it.
    if stems[at] != "without" and not _UNTIL.isdisjoint(stems[at + 1 : at + 1 + 2 * AHEAD]):
        return
    heads = 0
    for k in range(at + 1, min(at + 1 + AHEAD, len(stems))):
        if stems[k] in _ENDS or heads == MOST_HEADS:
            break
        if stems[k] in _SURE and not heads:
            return
        if stems[k] not in STOP_WORDS["en"]:
            heads += 1
            yield k
