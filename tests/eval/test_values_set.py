"""Floors of comparing values, on pairs of our own writing; figures in RESULTS.md."""

import pytest
from values import ROUNDS, all_pairs, result_of


@pytest.mark.parametrize("round_", ROUNDS)
def test_at_least_97_in_100_pairs_are_judged_right(round_):
    """The pairs as a whole hold the accuracy floor; each wrong one is named."""
    pairs = all_pairs(round_)
    wrong = [(p, told) for p in pairs if (told := result_of(p)) != p.wanted]
    assert 1 - len(wrong) / len(pairs) >= 0.97, "\n".join(map(str, wrong))


def test_no_true_value_is_called_different():
    """What agrees, or cannot be compared, never reads as a contradiction."""
    pairs = [p for round_ in ROUNDS for p in all_pairs(round_) if p.wanted != "different"]
    assert [p for p in pairs if result_of(p) == "different"] == []


def test_the_set_is_as_large_as_its_figures_need():
    """At least 500 pairs in a dozen languages stand behind the figures."""
    pairs = all_pairs("first") + all_pairs("blind")
    assert len(pairs) >= 500
    assert len({pair.language for pair in pairs}) >= 12
    assert len(all_pairs("third")) >= 150
