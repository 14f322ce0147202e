"""What would have happened did not: a source that tells it so supports no deed."""

import pytest
from asking import score

from service.domain import DifferingKind, Verdict

CLAIM = "The new harbour bridge opened in May."


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("The new harbour bridge would have opened in May if the steel had come.", "would have"),
        ("The new harbour bridge could have opened in May, but the steel came late.", "could have"),
        ("The new harbour bridge was to have opened in May, but the steel came late.", "was to"),
        ("Had the steel come, the new harbour bridge would have opened in May.", "would have"),
        ("The new harbour bridge should have opened in May, an engineer said.", "should have"),
        ("The new harbour bridge would otherwise have opened in May.", "would otherwise have"),
        ("The new harbour bridge may have opened in May, a reader wrote.", "may have"),
    ],
)
def test_what_would_have_happened_supports_no_deed(page: str, words: str) -> None:
    """The source's words are named, and the verdict is neither support nor contradiction."""
    found = score(CLAIM, page)
    assert found.verdict is Verdict.PARTIALLY_SUPPORTED
    assert [d.kind for d in found.differing] == [DifferingKind.CERTAINTY]
    assert found.differing[0].in_source.startswith(words)


@pytest.mark.parametrize(
    "page",
    [
        "If the steel had arrived on time, the bridge would have opened in May.",
        "Had the steel arrived on time, the bridge would have opened in May.",
    ],
)
def test_the_condition_of_what_did_not_happen_did_not_happen_either(page: str) -> None:
    assert score("The steel arrived on time.", page).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        (CLAIM, "The new harbour bridge opened in May. It would have opened in April with steel."),
        (CLAIM, "The new harbour bridge is said to have opened in May."),
        (CLAIM, "The new harbour bridge has opened in May, the council said."),
        ("The steel arrived on time.", "He asked if the steel had arrived on time, and it had."),
        ("The council in May announced a levy.", "The council in May announced a levy."),
        ("The bridge would have opened in May.", "The bridge would have opened in May."),
        ("The bridge could have opened.", "The bridge could have opened in May."),
    ],
)
def test_what_did_happen_and_what_is_itself_unsure_is_borne_out(claim: str, page: str) -> None:
    assert score(claim, page).verdict is Verdict.SUPPORTED


def test_the_month_of_may_is_no_doubt_of_the_claim() -> None:
    """A claim with the month is as sure as any other; a headline's "May Open" is still open."""
    assert score(CLAIM, "The new harbour bridge could open in May.").verdict is not (
        Verdict.SUPPORTED
    )
    assert score("The harbour bridge has opened.", "Harbour Bridge May Open").verdict is not (
        Verdict.SUPPORTED
    )
