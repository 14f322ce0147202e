"""How much a word proves, in English by counts and elsewhere by its length and its capital."""

import pytest

from workers.assessing.coverage import read_claim
from workers.assessing.rarity import rarity


def _weights(statement, language):
    return {p.token.word.form: p.weight for p in read_claim(statement, language).parts}


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt", "pl", "ru"])
def test_a_name_weighs_more_than_a_word_of_its_length(language):
    assert rarity("castel", language, is_capital=True) > rarity("castel", language)


def test_a_number_weighs_alike_in_every_language():
    assert rarity("560", "de") == rarity("560", "ko") == rarity("560", "en")


def test_a_long_german_noun_weighs_more_than_a_verb():
    weights = _weights("Gestern wollte das Oberverwaltungsgericht entscheiden.", "de")
    assert weights["oberverwaltungsgericht"] > weights["entscheiden"]


def test_a_capital_that_opens_a_sentence_makes_no_name():
    weights = _weights("Maisons et Maisons", "fr")
    assert weights["maisons"] == rarity("maison", "fr", is_capital=True)
    assert _weights("Maisons", "fr")["maisons"] == rarity("maison", "fr")


def test_a_script_without_capitals_has_a_law_of_its_own():
    assert rarity("حكومة", "ar") > rarity("abcde", "fr")
