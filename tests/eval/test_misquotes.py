"""Floors of quotation checking on the misquote set, our own writing; figures in RESULTS.md."""

import pytest
from misquotes import ROUNDS, all_cases, measure, result_of


@pytest.mark.parametrize("round_", ROUNDS)
def test_changed_quotations_are_found_and_honest_ones_raise_no_alarm(round_):
    """Of changed quotations at least 98 in 100 are told, of honest ones at most 1 is accused."""
    figures = measure(all_cases(round_))
    assert figures.altered_found >= 0.98
    assert figures.false_alarms <= 0.01
    assert figures.right >= 0.97 * figures.cases


def test_the_set_is_as_large_as_its_figures_need():
    """At least 300 cases in eight languages are behind the figures, and two blind rounds beside."""
    cases = all_cases("first")
    assert len(cases) >= 300
    assert len({source.language for case in cases for source in case.sources}) >= 8
    assert len(all_cases("blind")) >= 80
    assert len(all_cases("third")) >= 120
    assert len(all_cases("fourth")) >= 150


def test_a_quotation_given_to_another_is_told():
    """Of the re-attributions of all rounds at least 95 in 100 are told to have another speaker."""
    cases = [case for round_ in ROUNDS for case in all_cases(round_)]
    results = [result_of(case) for case in cases if case.wanted == ("wrong_speaker",)]
    assert len(results) >= 60
    assert results.count("wrong_speaker") >= 0.95 * len(results)
