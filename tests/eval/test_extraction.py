"""Extraction keeps no less and lets in no more than trafilatura alone: a gate on saved pages.

Measured on every fourth page, so that the gate takes half a minute.
"""

import pytest
from extraction import PAGES, measure

EVERY = 4
KEPT, LEFT_OUT, DATES = 0.943, 0.906, 0.88  # shares reached, rounded down
pytestmark = pytest.mark.skipif(
    not PAGES.is_dir(), reason="the saved pages do not lie beside the repository"
)


@pytest.fixture(scope="module")
def texts():
    return measure("evaldata.json", every=EVERY)


def test_no_less_of_the_articles_is_kept(texts):
    kept, _, _, ours, theirs = texts
    assert ours.kept >= theirs.kept
    assert ours.kept / kept >= KEPT


def test_no_more_of_what_is_around_them_is_let_in(texts):
    _, left_out, _, ours, theirs = texts
    assert ours.left_out >= theirs.left_out
    assert ours.left_out / left_out >= LEFT_OUT


def test_no_fewer_dates_are_right():
    _, _, dates, ours, theirs = measure("eval_default.json", every=EVERY)
    assert ours.dates >= theirs.dates
    assert ours.dates / dates >= DATES
