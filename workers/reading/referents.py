"""Who was named before in, whom "he", "she", "they" or "it" points to out. Pure."""

import re
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum

from service.domain import AttributionClass
from workers.reading.first_names import FEMALE, MALE

_KEPT = 12  # speakers that a pronoun may look back over
_PERSONS = frozenset(
    {AttributionClass.NAMED_PERSON, AttributionClass.ROLE_ONLY, AttributionClass.ANONYMOUS}
)
_SHE_WORDS = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Frau|Madame|Mme|Señora|Doña|\w*woman|\w+women|wife|mother|daughter|"
    r"sister|actress|queen|princess|\w{3,}erin|\w{3,}rätin|\w{3,}entin|(?:la|une) (?:ministre|"
    r"présidente|directrice|maire|porte-parole)|\w+trice|(?:la|una) (?:ministra|presidenta|"
    r"directora|portavoz|alcaldesa))\b"
)
_HE_WORDS = re.compile(
    r"\b(?:Mr|Sir|Lord|Herr|Monsieur|Señor|Don|(?:spokes|congress|chair|police|business)man|man|"
    r"husband|father|son|brother|actor|king|prince|pastor|priest|pope)\b"
)
_SEVERAL = re.compile(
    r"\b(?:and|und|et|y)\b|\b\w{3,}[^su]s$|\b(?:people|men|women|police|polizei|leute)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:Inc|Corp|LLC|Ltd|GmbH|AG|SA|company|campaign|committee|council|party|ministry|office|"
    r"department|agency|administration|government|court|union|group|university|institute|bank|"
    r"association|foundation|organi[sz]ation|commission|Pentagon|Kremlin|White House|Congress|"
    r"Senate|House|NATO|police|report|study|firm|team|embassy|center|centre)\b",
    re.IGNORECASE,
)


class _Gender(StrEnum):
    SHE = "she"
    HE = "he"


_ASKS = {
    "he": _Gender.HE, "him": _Gender.HE, "er": _Gender.HE, "il": _Gender.HE, "él": _Gender.HE,
    "she": _Gender.SHE, "her": _Gender.SHE, "elle": _Gender.SHE, "ella": _Gender.SHE,
}  # fmt: skip
_PLURALS = frozenset(("they", "them", "ils", "elles", "ellos", "ellas"))
_THINGS = frozenset(("it", "es"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke or was named, as the article writes it."""

    name: str
    cls: AttributionClass


@dataclass(slots=True)
class Referents:
    """Those named so far, the latest first; kept short, so that each look is bounded."""

    _recent: deque[Speaker] = field(default_factory=lambda: deque(maxlen=_KEPT))
    _gender: dict[str, _Gender] = field(default_factory=dict)

    def name(self, speaker: Speaker) -> None:
        """Note that somebody spoke, or was the subject of a sentence."""
        gender = _gender_of(speaker.name)
        if gender is not None:
            self._gender[_surname(speaker.name)] = gender
        if speaker in self._recent:
            self._recent.remove(speaker)
        self._recent.appendleft(speaker)

    def knows(self, name: str) -> bool:
        """Whether somebody of that surname was named before."""
        surname = _surname(name)
        return any(_surname(speaker.name) == surname for speaker in self._recent)

    def find(self, pronoun: str) -> Speaker | None:
        """Give the latest whom the pronoun may mean; ``None`` where nobody was named."""
        found = next((s for s in self._recent if self._fits(pronoun.lower(), s)), None)
        asked = _ASKS.get(pronoun.lower())
        if found and asked and _is_person(found):
            self._gender.setdefault(_surname(found.name), asked)
        return found

    def _fits(self, pronoun: str, speaker: Speaker) -> bool:
        if pronoun in _THINGS:
            return not self._is_he_or_she(speaker)
        if pronoun in _PLURALS or pronoun == "sie":
            return True
        asked = _ASKS.get(pronoun)
        known = self._gender.get(_surname(speaker.name))
        return _is_person(speaker) and known in {None, asked}

    def _is_he_or_she(self, speaker: Speaker) -> bool:
        return _surname(speaker.name) in self._gender


def _is_person(speaker: Speaker) -> bool:
    if speaker.cls not in _PERSONS or _BODY.search(speaker.name):
        return False
    return _SEVERAL.search(speaker.name) is None or _gender_of(speaker.name) is not None


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1] if name.strip() else ""


def _gender_of(name: str) -> _Gender | None:
    if _SHE_WORDS.search(name):
        return _Gender.SHE
    if _HE_WORDS.search(name):
        return _Gender.HE
    for word in name.split()[:-1]:
        if word in FEMALE:
            return _Gender.SHE
        if word in MALE:
            return _Gender.HE
    return None
