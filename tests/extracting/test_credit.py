"""A wire agency is named where the text plainly credits it, and only there."""

import pytest

from workers.extracting.credit import credit_of

PLAIN = [
    ("WASHINGTON (AP) — The senate voted.", "Associated Press"),
    ("BERLIN, March 3 (Reuters) - Ministers met.", "Reuters"),
    ("Headline\nBy A. Writer\nParis (AFP) – Rain fell.", "AFP"),
    ("Berlin (dpa/tmn) - Regen.", "dpa"),
    ("Some news.\nMore news.\n© 2024 AFP", "AFP"),
    ("Some news.\n— Reuters", "Reuters"),
    ("Some news.\nQuelle: dpa", "dpa"),
    ("Nachrichten.\nMit Material von dpa.", "dpa"),
    ("Des nouvelles.\nAvec AFP", "AFP"),
    ("Des nouvelles.\n(Avec Reuters)", "Reuters"),
    ("Noticias.\nCon información de EFE", "EFE"),
    ("Noticias.\nFuente: EFE", "EFE"),
    ("News.\nWith files from The Canadian Press", "Canadian Press"),
]
NOT_PLAIN = [
    "He told Reuters (the agency) that it rained.",
    "Reuters reported on Monday that ministers met.",
    "The AP (Associated Press) style book says so — often.",
    "A fall (PA) in prices",
    "Some news.\nContinente",
    "News.\nWith AP in the lead, Reuters followed.",
    "",
]


@pytest.mark.parametrize(("text", "agency"), PLAIN)
def test_a_plain_credit_is_found(text, agency):
    assert credit_of(text) == agency


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_a_mention_is_no_credit(text):
    assert credit_of(text) is None


def test_a_byline_that_is_an_agency_is_a_credit():
    assert credit_of("Some news.", "Associated Press") == "Associated Press"
