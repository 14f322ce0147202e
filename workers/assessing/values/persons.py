"""Two counted things in, whether the one is people and the other whoever they are there. Pure.

"15,4 Millionen Menschen" and "14,5 Millionen Fahrgäste" of one railway are one figure, told
otherwise. Only where nearly as many are counted and the sentences share more. Own compilation.
"""

from functools import cache

from workers.assessing.values.model import Value
from workers.language.words import read_word

_PEOPLE = {
    "en": "people persons",
    "de": "Menschen Personen Leute",
    "fr": "personnes gens",
    "es": "personas gente",
    "it": "persone",
    "nl": "mensen personen",
    "pt": "pessoas",
    "pl": "osób osoby ludzi",
}
_ROLES = {
    "en": "passengers visitors residents inhabitants spectators travellers members employees",
    "de": """Fahrgäste Fahrgästen Passagiere Passagieren Reisende Reisenden Besucher Besuchern
    Einwohner Einwohnern Zuschauer Zuschauern Mitglieder Mitgliedern Beschäftigte Beschäftigten""",
    "fr": "voyageurs passagers visiteurs habitants spectateurs membres salariés",
    "es": "viajeros pasajeros visitantes habitantes espectadores socios empleados",
    "it": "passeggeri viaggiatori visitatori abitanti spettatori soci dipendenti",
    "nl": "reizigers passagiers bezoekers inwoners toeschouwers leden werknemers",
    "pt": "passageiros viajantes visitantes habitantes espectadores sócios funcionários",
    "pl": "pasażerów podróżnych zwiedzających mieszkańców widzów członków pracowników",
}
_NEARLY = 1.25  # times as many, at most
_IN_COMMON = 2  # words around, beside what is counted


def are_people_of_one(ours: Value, theirs: Value) -> bool:
    """Whether the one counts people, the other a kind of them, and much else is the same."""
    if not (_mixed(ours, theirs) or _mixed(theirs, ours)):
        return False
    low, high = sorted((ours.amount or 0.0, theirs.amount or 0.0))
    if not 0 < high <= _NEARLY * low:
        return False
    return len((ours.context & theirs.context) - ours.nouns - theirs.nouns) >= _IN_COMMON


def _mixed(people: Value, role: Value) -> bool:
    return bool(people.nouns & _stems("people") and role.nouns & _stems("roles"))


@cache
def _stems(sort: str) -> frozenset[str]:
    listed = _PEOPLE if sort == "people" else _ROLES
    return frozenset(
        read_word(word, language).stem for language, words in listed.items()
        for word in words.split()
    )  # fmt: skip
