"""A claim and a sentence of its source in, verbs done here and ahead there out. Pure.

As ``modality`` tells of English: in German, French and Spanish what is planned or possible stands
behind a modal or another word ahead, or in the ending of the verb; what is done behind a form of
"to have" or "to be", or in a Spanish ending. Told of a verb that both sides have. Own compilation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim


@dataclass(frozen=True, slots=True)
class Tense:
    """How a language tells what is ahead from what is done; words are folded.

    ``reach`` is how many words before a verb what has it ahead may stand; ``participle``,
    ``past`` and ``future`` are forms of the verb, read as a whole.
    """

    ahead: frozenset[str]
    done: frozenset[str]
    reach: int
    participle: re.Pattern[str]
    past: re.Pattern[str] | None
    future: re.Pattern[str] | None


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TENSES = {
    "de": Tense(
        _set(
            """will wollen soll sollen sollte sollten konnte konnten durfte durften muss mussen
            wird werden plant planen beabsichtigt erwagt erwagen mochte mochten droht empfiehlt
            empfehlen fordert fordern vorhaben geplant bereit"""
        ),
        _set("hat haben hatte hatten wurde wurden ist sind"),
        14,
        re.compile(r".*ge\w+(?:t|en)|(?:ver|be|er|ent|zer)\w+(?:t|en)|\w+iert"),
        None,
        None,
    ),
    "fr": Tense(
        _set(
            """envisage envisagent prevoit prevoient veut veulent doit doivent devrait devraient
            peut peuvent pourrait pourraient va vont souhaite souhaitent compte comptent menace
            menacent propose proposent espere esperent projette etudie entend entendent"""
        ),
        _set("a ont est sont avait avaient ete"),
        5,
        re.compile(r"\w+(?:e|ee|es|ees|i|ie|is|ies|u|ue|us|ues|it|ite)"),
        None,
        re.compile(r"\w+r(?:a|ont|ait|aient)"),
    ),
    "es": Tense(
        _set(
            """preve preven quiere quieren debe deben debera deberan puede pueden podria podrian
            planea planean propone proponen espera esperan va van pretende pretenden amenaza
            amenazan estudia considera piensa piensan pidio exige"""
        ),
        _set("ha han habia habian fue fueron"),
        5,
        re.compile(r"\w+(?:ado|ada|ados|adas|ido|ida|idos|idas)"),
        re.compile(r"\w{3,}(?:o|aron|ieron)"),
        re.compile(r"\w+r(?:a|an|ia|ian|en|e)"),
    ),
}

_PASSIVE = frozenset({"wird", "werden"})
_INFINITIVES = frozenset({"haben", "sind"})  # "könnte veruntreut haben"


def find_foreseen_abroad(claim: Claim, there: Aligned) -> Iterator[tuple[int, int, int, int]]:
    """Give verbs of the claim that are only ahead: first and last token, first and last place."""
    tense = _TENSES.get(claim.language or "")
    if tense is None:
        return
    forms = [token.word.form for token in claim.tokens]
    if not tense.ahead.isdisjoint(forms):
        return
    numbers = {token.start: k for k, token in enumerate(claim.tokens)}
    for i, places in there.places.items():
        at = numbers[claim.parts[i].token.start]
        first = _done_from(forms, at, tense)
        if first is None:
            continue
        markers = [_ahead_of(there, place, tense) for place in places]
        known = [marker for marker in markers if marker is not None]
        if known and len(known) == len(markers):
            yield first, at, min(known[0], places[0]), places[0]


def _done_from(forms: Sequence[str], at: int, tense: Tense) -> int | None:
    """Give the token from which a verb is told as done: its auxiliary, or its own ending."""
    if not tense.participle.fullmatch(forms[at]):
        is_past = tense.past is not None and tense.past.fullmatch(forms[at])
        return at if is_past and _is_verb(forms, at) else None
    before = range(at - 1, max(at - 1 - tense.reach, -1), -1)
    aux = next((k for k in before if forms[k] in tense.done), None)
    behind_all = tense.past is None and tense.future is None  # German has it at the end
    near = aux is not None and (behind_all or at - aux <= 2)  # noqa: PLR2004  "a été", "ha ya"
    return aux if near else None


def _is_verb(forms: Sequence[str], at: int) -> bool:
    """Whether a Spanish form in "-o" is no noun: no article or preposition is before it."""
    nouns = {"el", "un", "del", "al", "su", "este", "de", "en", "por", "con", "primer", "nuevo"}
    return at > 0 and forms[at - 1] not in nouns


def _ahead_of(there: Aligned, place: int, tense: Tense) -> int | None:
    """Give the place of what has a verb of the source ahead, or its own where its ending does."""
    form = there.form(place)
    if tense.future is not None and tense.future.fullmatch(form):
        return place
    after = there.form(place + 1) if place + 1 < len(there.stems) else ""
    if after in tense.done - _INFINITIVES:
        return None  # "dass es stillgelegt wurde"
    for k in range(place - 1, max(place - 1 - tense.reach, -1), -1):
        word = there.form(k)
        if word in tense.done:
            break
        if word in tense.ahead:
            is_passive = word in _PASSIVE and tense.participle.fullmatch(form)
            return None if is_passive else k  # "wird ermittelt" is under way
    return None
