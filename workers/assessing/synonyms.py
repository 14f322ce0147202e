"""Stems in, whether they are synonyms, opposites or nouns out. Pure; the words are WordNet's.

``synonyms.json`` is derived from WordNet 3.1 by tests/eval/synonyms.py: English words that were
met in its tagged texts, by their two commonest senses. Its licence stands in the file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The partners of each stem, as words in one string: of a pair the first by the alphabet.

    ``nouns`` are the stems that are nouns more often than anything else.
    """

    nouns: frozenset[str]
    synonyms: Mapping[str, str]
    opposites: Mapping[str, str]


@cache
def _load() -> Thesaurus:
    text = (files("workers.assessing") / "synonyms.json").read_text("utf-8")
    data = json.loads(text)
    return Thesaurus(frozenset(data["nouns"].split()), data["synonyms"], data["opposites"])


def are_synonyms(one: str, other: str) -> bool:
    """Whether two stems may mean the same."""
    return _are_paired(_load().synonyms, one, other)


def are_opposites(one: str, other: str) -> bool:
    """Whether two stems exclude each other."""
    return _are_paired(_load().opposites, one, other)


def is_noun(stem: str) -> bool:
    """Whether an English stem is a noun more often than anything else."""
    return stem in _load().nouns


def _are_paired(table: Mapping[str, str], one: str, other: str) -> bool:
    first, last = sorted((one, other))
    return last in table.get(first, "").split()
