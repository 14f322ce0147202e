"""A row of keywords has the words of a statement and says nothing of them."""

import pytest
from asking import score

from service.domain import Verdict

CLAIM = "The mayor of Millbrook opened the new bridge in May."


@pytest.mark.parametrize(
    "page",
    [
        "Tags: mayor, Millbrook, opened, new, bridge, May",
        "mayor | Millbrook | opened | new | bridge | May",
        "#mayor, #Millbrook, #opened, #new, #bridge, #May",
    ],
)
def test_a_row_of_keywords_supports_nothing(page: str) -> None:
    found = score(CLAIM, page)
    assert found.verdict is Verdict.PARTIALLY_SUPPORTED
    assert "it only lists these words: “" in found.reason


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (CLAIM, f"{CLAIM}\n\nTags: mayor, Millbrook, opened, new, bridge, May"),
        (CLAIM, "Mayor of Millbrook opens new bridge in May"),
        (
            "The loaf has flour, water, salt, yeast and honey.",
            "Loaf: flour, water, salt, yeast, honey",
        ),
        ("Millbrook counted 412 herons in May.", "Millbrook | counted | herons | May | 412"),
    ],
)
def test_sentences_headlines_lists_and_rows_of_tables_are_no_keywords(
    claim: str, page: str
) -> None:
    assert "only lists" not in score(claim, page).reason
