"""A figure is held only against one of the same thing: its topic comes before its verb."""

import pytest

from service.domain import ValueResult
from workers.assessing.values import compare_values, read_values


def _result(article, source, language="en"):
    ours, theirs = read_values(article, language), read_values(source, language)
    return compare_values(ours, theirs)[0].result


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("Harbour fees rose by 6 percent.", "en", {"harbour", "fee"}),
        ("The toll on the bridge is 4 euros.", "en", {"toll", "bridg"}),
        ("Rain fell, and ferry fares went up by 6 percent.", "en", {"ferri", "fare"}),
        ("The council paid 40 million euros.", "en", set()),
    ],
)
def test_what_a_figure_is_of_is_read_before_its_verb(text, language, topic):
    """The subject of a change or a measure is the topic; behind another verb there is none."""
    value = read_values(text, language)[0]
    assert value.topic == topic


@pytest.mark.parametrize(
    ("article", "source", "result"),
    [
        ("Harbour fees rose 6 percent.", "Ferry fares rose 9 percent.", ValueResult.ABSENT),
        ("Harbour fees rose 6 percent.", "Harbour fees rose 9 percent.", ValueResult.DIFFERENT),
        ("Turnover grew 6 percent.", "Revenue grew 9 percent.", ValueResult.DIFFERENT),
    ],
)
def test_another_thing_with_the_same_change_is_no_other_figure(article, source, result):
    """Two things that rose are two figures; two words for one thing are one."""
    assert _result(article, source) is result


def test_a_year_in_a_bracket_before_its_figure_differs_from_no_year():
    """It only says whose the next figure is."""
    assert _result("In 2025 the port handled 80 ships.", "It handled 80 ships (2024: 95).") is (
        ValueResult.ABSENT
    )
    assert _result("In 2025 the port handled 80 ships.", "In 2024 the port handled 80 ships.") is (
        ValueResult.DIFFERENT
    )


def test_a_bare_number_differs_from_a_count_only_where_its_sentence_names_what_is_counted():
    """The mark of a note or a figure of a table counts nothing that the sentence does not name."""
    counted = "The trial of the drug enrolled 1,062 patients."
    assert _result(counted, "The trial of the drug had a ratio of 2.3.") is ValueResult.ABSENT
    told = "Of patients in the trial of the drug there were 940."
    assert _result(counted, told) is ValueResult.DIFFERENT
