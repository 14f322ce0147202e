"""Not all is done of which the rest is still to be done."""

import pytest
from asking import score

from service.domain import Verdict

CLAIM = "All lead pipes in Millbrook have been replaced."


@pytest.mark.parametrize(
    "page",
    [
        "The remaining lead pipes in Millbrook are to be replaced by 2027.",
        "The remaining lead pipes in Millbrook will be replaced after 4,100 were replaced.",
        "The rest of the lead pipes in Millbrook will be replaced, as 4,100 were replaced before.",
    ],
)
def test_all_is_not_done_while_the_rest_lies_ahead(page: str) -> None:
    found = score(CLAIM, page)
    assert found.verdict is Verdict.PARTIALLY_SUPPORTED
    assert found.differing


@pytest.mark.parametrize(
    "page",
    [
        "All lead pipes in Millbrook have been replaced.",
        "All lead pipes in Millbrook have been replaced; the remaining meters will be read.",
        "The remaining lead pipes in Millbrook have been replaced, so that all are.",
    ],
)
def test_all_is_done_where_nothing_of_it_lies_ahead(page: str) -> None:
    assert score(CLAIM, page).verdict is Verdict.SUPPORTED
