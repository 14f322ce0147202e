"""Two figures that changed places are told, though every word and figure agrees."""

import pytest
from asking import score

from service.domain import DifferingKind, Verdict

PAYS = "Millbrook pays 412 euros a year and the average is 380 euros."


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (PAYS, "Millbrook pays 380 euros a year and the average is 412 euros."),
        (PAYS, "The average is 412 euros, and Millbrook pays 380 euros a year."),
        (
            "They counted 412 herons in Millbrook and 380 herons in Tromsvik.",
            "They counted 380 herons in Millbrook and 412 herons in Tromsvik.",
        ),
    ],
)
def test_figures_that_changed_places_are_not_borne_out(claim: str, page: str) -> None:
    found = score(claim, page)
    assert found.verdict is Verdict.CONTRADICTED
    assert [d.kind for d in found.differing] == [DifferingKind.ORDER]
    assert found.differing[0].in_article.startswith("412")


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (PAYS, "Millbrook pays 412 euros a year and the average is 380 euros."),
        (PAYS, "The average is 380 euros, and Millbrook pays 412 euros a year."),
        (PAYS, "A year costs 412 euros in Millbrook, which pays more than the average, 380 euros."),
        (
            "Millbrook counted 412 herons and Tromsvik 380 herons.",
            "They counted 412 herons in Millbrook and 380 herons in Tromsvik.",
        ),
        (
            "Millbrook and Tromsvik counted 412 and 380 herons.",
            "Millbrook counted 412 herons, and Tromsvik counted 380 herons.",
        ),
        (
            "The trial recruited 1062 patients, and 541 received the drug.",
            "Of 1114 patients in the trial, 1062 were recruited; 541 received the drug.",
        ),
    ],
)
def test_figures_with_their_own_words_in_another_order_have_not_changed_places(
    claim: str, page: str
) -> None:
    assert DifferingKind.ORDER not in [d.kind for d in score(claim, page).differing]
