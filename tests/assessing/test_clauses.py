"""Which clause of a statement its source does not have."""

import pytest

from workers.assessing.clauses import find_unsupported
from workers.assessing.coverage import account, read_claim
from workers.assessing.passages import index_source
from workers.assessing.scoring import score_pair, score_rows

RESIGNED = "The mayor of Brunnfeld resigned on Friday, blaming an audit of the harbour budget."
NEWS = (
    "Brunnfeld's mayor resigned on Friday. The council will meet next week to choose an acting "
    "mayor. Nobody has put a name forward so far."
)


def _part(statement, source, language="en"):
    claim = read_claim(statement, language)
    span = find_unsupported(claim, account(claim, [index_source("s1", source, language)]))
    return None if span is None else statement[span[0] : span[1]]


@pytest.mark.parametrize(
    ("language", "statement", "source", "part"),
    [
        ("en", RESIGNED, NEWS, "blaming an audit of the harbour budget"),
        ("en", "After an audit of the harbour budget, the mayor of Brunnfeld resigned on Friday.",
         NEWS, "After an audit of the harbour budget"),
        ("en", "The mayor of Brunnfeld resigned on Friday and flew to Lisbon with her brother.",
         NEWS, "flew to Lisbon with her brother"),
        ("de", "Die Bürgermeisterin trat am Freitag zurück, weil Prüfer den Haushalt rügten.",
         "Die Bürgermeisterin trat am Freitag zurück. Der Rat tagt nächste Woche.",
         "weil Prüfer den Haushalt rügten"),
        ("fr", "Le pont de Marlac a fermé lundi et une grue neuve arrive de Nantes.",
         "Le pont de Marlac a fermé lundi, selon la mairie.", "une grue neuve arrive de Nantes"),
        ("zh", "市长周五宣布辞职，审计发现港口预算短缺。", "市长周五宣布辞职。议会下周开会。",
         "审计发现港口预算短缺"),
    ],
)  # fmt: skip
def test_the_clause_that_the_source_does_not_have_is_named(language, statement, source, part):
    """Clauses are cut at marks in any script, and at conjunctions where these are known."""
    assert _part(statement, source, language) == part


def test_no_part_is_named_where_none_stands_out():
    """A statement that is there whole, or nowhere, or lacks a word in each clause has no part."""
    assert _part("The mayor of Brunnfeld resigned on Friday.", NEWS) is None
    assert _part("Two ferries collided at dawn, and divers searched the wreck.", NEWS) is None
    spread = "The brave mayor of Brunnfeld resigned Friday, the council will meet about roofs."
    assert _part(spread, NEWS) is None


def test_a_list_is_not_cut_into_single_words():
    """One word between commas says too little to be called a part that is not supported."""
    source = "Anna, Ben and Clara met the mayor of Brunnfeld."
    assert _part("Anna, Ben, Dora and Clara met the mayor of Brunnfeld.", source) is None


def test_only_a_partially_supported_statement_has_an_unsupported_part():
    """The scorer names it in the verdict's own reason, and leaves it out of all other verdicts."""
    partly, _ = score_pair(RESIGNED, [NEWS], "en")
    assert partly.verdict == "partially_supported"
    start, end = partly.unsupported
    assert RESIGNED[start:end] == "blaming an audit of the harbour budget"
    assert "but not “blaming an audit of the harbour budget”" in partly.reason
    wholly, _ = score_pair("Brunnfeld's mayor resigned on Friday.", [NEWS], "en")
    assert wholly.verdict == "supported"
    assert wholly.unsupported is None


def test_a_row_of_score_tells_what_is_accounted_for_and_what_part_is_not():
    """Each span of a row gives its words back, in the statement and in the source."""
    row = f'{{"id": 1, "statement": "{RESIGNED}", "source": "{NEWS}", "lang": "en"}}'
    (answer,) = score_rows([row])
    part = answer["unsupported_part"]
    assert RESIGNED[part["start"] : part["end"]] == part["text"]
    assert [word["text"] for word in answer["accounted"]] == ["mayor", "Brunnfeld", "resigned",
                                                              "Friday"]  # fmt: skip
    for word in answer["accounted"]:
        assert RESIGNED[word["start"] : word["end"]] == word["text"]
        assert NEWS[word["source_start"] : word["source_end"]] == word["in_source"]
