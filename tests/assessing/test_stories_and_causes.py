"""What a story tells did not happen, and a page that does not say why bears out no cause."""

import pytest
from asking import SCORER, Given, score

from service.domain import DifferingKind, Verdict

FLED = "The mayor of Tromsvik fled to Lisbon."
PRICES = "Water prices differ because of sewage charges."


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("In the novel, the mayor of Tromsvik flees to Lisbon with the savings.", "In the novel"),
        ("In her second novel, the mayor of Tromsvik fled to Lisbon.", "In her second novel"),
        (
            "In the film, which opens on Friday, the mayor of Tromsvik fled to Lisbon.",
            "In the film",
        ),
        ("In the TV series “Tides”, the mayor of Tromsvik fled to Lisbon.", "In the TV series"),
        ("In the first episode, the mayor of Tromsvik flees to Lisbon.", "In the first episode"),
        ("The fictional mayor of Tromsvik fled to Lisbon.", "The fictional"),
    ],
)
def test_what_a_story_tells_is_not_borne_out(page: str, words: str) -> None:
    """The words that frame it as a story are shown as the source's."""
    found = score(FLED, page)
    assert found.verdict is Verdict.PARTIALLY_SUPPORTED
    assert [(d.kind, d.in_source) for d in found.differing] == [(DifferingKind.CERTAINTY, words)]
    assert f"it tells it of a made-up story: “{words}”" in found.reason


def test_a_german_novel_bears_out_no_flight() -> None:
    index = SCORER.index(Given("s1", "Im Roman floh der Bürgermeister nach Lissabon.", "de"))
    found = SCORER.score("Der Bürgermeister floh nach Lissabon.", "de", [index])
    assert found.verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (FLED, "The mayor of Tromsvik fled to Lisbon, which she described in a novel."),
        (FLED, "The mayor of Tromsvik fled to Lisbon. In the novel, she stays at home."),
        (FLED, "In the film industry it is well known: the mayor of Tromsvik fled to Lisbon."),
        ("In the novel, the mayor fled to Lisbon.", "In the novel, the mayor fled to Lisbon."),
        ("Her book has the mayor flee to Lisbon.", "In her novel, the mayor flees to Lisbon."),
    ],
)
def test_a_work_beside_the_deed_or_in_the_claim_is_no_story(claim: str, page: str) -> None:
    told = score(claim, page)
    assert not told.differing
    assert "made-up" not in told.reason


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "Water prices differ a lot. The report does not say why. Sewage charges differ too.",
            "does not say why",
        ),
        ("Water prices differ, as do sewage charges; it gives no reason.", "gives no reason"),
        (
            "Water prices differ, and so do sewage charges. The reason for it is not known.",
            "reason for it is not known",
        ),
    ],
)
def test_a_page_that_does_not_say_why_bears_out_no_cause(page: str, words: str) -> None:
    found = score(PRICES, page)
    assert found.verdict is Verdict.PARTIALLY_SUPPORTED
    assert f"it leaves the cause open: “{words}”" in found.reason
    assert page[found.differing[0].source_start : found.differing[0].source_end] == words


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (PRICES, "Water prices differ because of sewage charges. It gives no reason for the fees."),
        (PRICES, "Water prices differ because of sewage charges, the report says."),
        ("Water prices differ.", "Water prices differ. The report does not say why."),
        (
            "The report does not say why water prices differ.",
            "The report does not say why water prices differ.",
        ),
    ],
)
def test_a_cause_that_is_given_and_a_claim_without_one_are_borne_out(claim: str, page: str) -> None:
    assert score(claim, page).verdict is Verdict.SUPPORTED
