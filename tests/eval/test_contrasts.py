"""Floors of noticing a changed fact, on news texts of our own writing; figures in RESULTS.md."""

from collections import Counter

import pytest
from contrasts import Verdict, measure, place_of, read_pairs, rounds, told_of

# round: least AUROC, least balanced accuracy, least named, most edited told supported, most honest
# told contradicted. They stand a little beside what is measured; mending moves them up.
FLOORS = {
    "first": (0.695, 63.3, 0.69, 0.455, 0.02),
    "blind": (0.65, 61.2, 0.66, 0.33, 0.02),
    "certainty": (0.86, 82.0, 0.85, 0.26, 0.02),
    "certainty_blind": (0.88, 79.0, 0.85, 0.31, 0.02),
    "abroad": (0.70, 66.0, 0.78, 0.41, 0.01),
    "abroad_blind": (0.72, 67.0, 0.78, 0.39, 0.01),
}


@pytest.mark.parametrize("round_", FLOORS)
def test_changed_facts_are_noticed_at_least_as_well_as_before(round_):
    """An edited statement has less support than honest ones, and its changed words are named."""
    auroc, balanced, named, supported, accused = FLOORS[round_]
    figures = measure(told_of(round_))
    assert figures.auroc >= auroc
    assert 100 * figures.balanced_accuracy >= balanced
    assert figures.named >= named
    assert figures.told[Verdict.SUPPORTED] <= supported
    assert figures.told_honest[Verdict.CONTRADICTED] <= accused


@pytest.mark.parametrize("round_", rounds())
def test_each_edit_differs_from_its_honest_twin_where_it_says(round_):
    """An edit is no honest statement, names its changed words and is there once."""
    edits = [(pair, edit) for pair in read_pairs(round_) for edit in pair.edits]
    for pair, edit in edits:
        start, end = place_of(edit)
        assert edit.statement[start:end] == edit.changed
        assert edit.statement != pair.honest
    assert len({(pair.group, edit.statement) for pair, edit in edits}) == len(edits)


def test_the_set_is_as_large_as_its_figures_need():
    """Four hundred edits, in four languages, are behind the figures of the first round."""
    pairs = list(read_pairs("first"))
    assert len(pairs) >= 100
    assert sum(len(pair.edits) for pair in pairs) >= 400
    assert {pair.language for pair in pairs} == {"en", "de", "fr", "es"}


def test_other_languages_are_measured_as_widely():
    """Eleven languages, three of them with 26 honest statements at least, half of each blind."""
    rounds_ = {name: list(read_pairs(name)) for name in ("abroad", "abroad_blind")}
    pairs = [pair for name in rounds_ for pair in rounds_[name]]
    honest = Counter(pair.language for pair in pairs)
    edits = Counter(pair.language for pair in pairs for _ in pair.edits)
    assert all(honest[each] >= 26 and edits[each] >= 60 for each in ("de", "fr", "es"))
    assert len(honest) == 11
    assert min(honest.values()) >= 10
    assert min(edits.values()) >= 25
    assert {p.language for p in rounds_["abroad"]} == {p.language for p in rounds_["abroad_blind"]}
