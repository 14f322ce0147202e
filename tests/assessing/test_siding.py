"""Who votes against what another says they voted for is not said to have done so."""

import pytest
from asking import SCORER, Given

from service.domain import Verdict
from workers.assessing.scorer import Score


def asked(statement: str, source: str, language: str) -> Score:
    return SCORER.score(statement, language, [SCORER.index(Given("s1", source, language))])


OPPOSITE = [
    ("en", "The Greens voted for the new building.", "The Greens voted against the new building."),
    (
        "en",
        "The council voted by 14 to 9 in favour of the new harbour bridge.",
        "The council voted by 14 to 9 against the new harbour bridge.",
    ),
    ("en", "The court ruled against the town in May.", "The court ruled for the town in May."),
    (
        "de",
        "Die Grünen stimmten für den Neubau des Bades.",
        "Die Grünen stimmten gegen den Neubau des Bades.",
    ),
    (
        "de",
        "Die Grünen stimmten dem Neubau zu.",
        "Die Fraktion der Grünen stimmte gegen den Neubau.",
    ),
    (
        "de",
        "Die Grünen haben dem Neubau zugestimmt.",
        "Die Grünen stimmten gegen den Neubau.",
    ),
    (
        "de",
        "Der Minister sagte die Reise am Montag zu.",
        "Der Minister sagte die Reise am Montag ab.",
    ),
    (
        "de",
        "Der Minister hat die Reise am Montag zugesagt.",
        "Der Minister hat die Reise am Montag abgesagt.",
    ),
    (
        "fr",
        "Les Verts ont voté pour la nouvelle piscine.",
        "Les Verts ont voté contre la nouvelle piscine.",
    ),
    (
        "es",
        "Los Verdes votaron a favor de la nueva piscina.",
        "Los Verdes votaron en contra de la nueva piscina.",
    ),
]


@pytest.mark.parametrize(("language", "statement", "source"), OPPOSITE)
def test_the_other_side_is_never_support(language: str, statement: str, source: str) -> None:
    """Both ways; and what differs is named where it stands."""
    for ours, theirs in ((statement, source), (source, statement)):
        found = asked(ours, theirs, language)
        assert found.verdict is not Verdict.SUPPORTED
        assert "opposite" in {each.kind for each in found.differing}
        for each in found.differing:
            assert ours[each.start : each.end] == each.in_article
            assert theirs[each.source_start : each.source_end] == each.in_source


@pytest.mark.parametrize(
    ("language", "statement", "source"),
    [
        ("en", "The Greens voted for the new building.", "The Greens voted for the new building."),
        (
            "en",
            "Nine councillors voted against the new building.",
            "Twelve councillors voted for the new building, and nine voted against the building.",
        ),
        (
            "en",
            "The band played against the wind for an hour in Oslo.",
            "The band played for an hour in Oslo against the wind.",
        ),
        (
            "de",
            "Die Grünen stimmten dem Neubau zu.",
            "Die Grünen haben dem Neubau zugestimmt.",
        ),
        ("de", "Der Rat sagte die Reise ab.", "Am Ende sagte der Rat die Reise ab."),
    ],
)
def test_the_same_side_or_none_is_no_difference(language: str, statement: str, source: str) -> None:
    found = asked(statement, source, language)
    assert not [d for d in found.differing if d.kind == "opposite"]
