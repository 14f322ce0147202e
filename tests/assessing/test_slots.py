"""What stands in the place of a word that a source lacks: a synonym, an opposite, another."""

import pytest

from workers.assessing.coverage import account, read_claim
from workers.assessing.features import Case, extract_features
from workers.assessing.passages import index_source
from workers.assessing.slots import WIDEST, find_slots
from workers.assessing.synonyms import are_opposites, are_synonyms

SOURCE = "The activists dumped gallons of yellow paint on the road before the embassy."


def _slots(statement, source=SOURCE, language="en"):
    claim = read_claim(statement, language)
    found = find_slots(claim, account(claim, [index_source("s1", source, language)]))
    return {statement[p.token.start : p.token.end]: set(stems) for p, stems in found}


def _features(statement, source=SOURCE, language="en"):
    return extract_features(
        Case(read_claim(statement, language), [index_source("s1", source, language)])
    )


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("The activists spilled gallons of yellow paint.", {"spilled": {"dump"}}),
        ("The activists dumped gallons of yellow milk on the road.", {"milk": {"paint"}}),
        # Nothing of the source stands to the left of the first word, or to the right of the last.
        ("The sailors dumped gallons of yellow paint.", {}),
        ("The activists dumped gallons of milk.", {}),
        # A word that was put in has no other in its place.
        ("The activists dumped forty gallons of fresh yellow paint.", {}),
    ],
)
def test_a_missing_word_between_two_that_are_found_has_what_stands_between_them(statement, told):
    """Only the words between both neighbours, in the same order, are in its place."""
    assert _slots(statement) == told


def test_neighbours_far_from_each_other_hold_no_place_between_them():
    """Across half a text nothing is in the place of anything."""
    far = " ".join(f"harbour{i}" for i in range(WIDEST))
    assert _slots("Lindholm sold ferries.", f"Lindholm, {far}, has ferries.") == {}


@pytest.mark.parametrize(
    ("one", "other", "synonyms", "opposites"),
    [
        ("rais", "increas", True, False),
        ("road", "street", False, False),
        ("purchas", "buy", True, False),
        ("buy", "purchas", True, False),
        ("increas", "decreas", False, True),
        ("win", "lose", False, True),
        ("ferri", "mayor", False, False),
        ("no-such-word", "other", False, False),
    ],
)
def test_synonyms_and_opposites_are_those_of_the_table_in_either_order(
    one, other, synonyms, opposites
):
    """Stems are compared; what the table does not have is neither."""
    assert are_synonyms(one, other) is are_synonyms(other, one) is synonyms
    assert are_opposites(one, other) is are_opposites(other, one) is opposites


def test_a_synonym_in_place_speaks_for_a_statement_and_an_opposite_against_it():
    """Another word says nothing: as often it is the same in other words."""
    source = "The council will increase the harbour fee next year."
    alike = _features("The council will raise the harbour fee next year.", source)
    other = _features("The council will publish the harbour fee next year.", source)
    turned = _features("The council will decrease the harbour fee next year.", source)
    assert alike["synonym_in_place"] > 0 == alike["opposite_in_place"]
    assert 0 == other["synonym_in_place"] == other["opposite_in_place"]
    assert turned["opposite_in_place"] == 1


def test_only_english_words_are_looked_up():
    """The table is of English words; letters that happen to agree say nothing elsewhere."""
    found = _features("Le conseil va raise le budget.", "Le conseil va increase le budget.", "fr")
    assert found["synonym_in_place"] == found["opposite_in_place"] == 0
