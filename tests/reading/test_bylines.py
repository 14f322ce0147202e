"""Which lines only say who wrote and when, and which may be sentences."""

import pytest

from service.domain import StatementKind
from workers.reading.bylines import is_byline

BYLINES = (
    "By our business desk, 19 February 2026",
    "By Jane Doe",
    "BY JANE DOE",
    "By Jane Doe | 19 February 2026",
    "By Jane Doe and John Roe in London",
    "By Jane van der Berg, Business correspondent",
    "By a staff writer",
    "Von Jana Meier und Kai Öz, Berlin",
    "Von unserer Redaktion",
    "Par Jean Dupont, à Lyon",
    "Par notre correspondante à Rome",
    "Por María José Pérez",
    "19 February 2026",
    "Published: 3 March 2026, 14:30",
    "Veröffentlicht am 3. März 2026",
    "Publié le 1er mars 2026 à 10h30",
    "3 de marzo de 2026",
)
OTHERS = (
    "By Friday the water had gone",
    "By March 2026",
    "By Jane Doe's account the bridge was closed",
    "By the end of the day, 54 people had died.",
    "By Order of the Court the plant closed.",
    "By 2030, Sweden will be free of coal",
    "By Easter, the staff will be gone",
    "On 19 February 2026 the law passed",
    "The law passed on 19 February 2026",
    "Von Hamburg nach Kiel",
    "Von Angela Merkel lernen",
    "Por eso la alcaldesa",
    "",
)


@pytest.mark.parametrize("line", BYLINES)
def test_a_line_with_author_desk_or_day_alone_is_a_byline(line):
    """Authors, desks, places and days, in four languages, are told by their words."""
    assert is_byline(line)


@pytest.mark.parametrize("line", OTHERS)
def test_a_line_that_may_be_a_sentence_is_no_byline(line):
    """What may claim something is checked, though it begins like a byline."""
    assert not is_byline(line)


def test_a_byline_of_a_markdown_draft_is_no_statement_to_be_checked(read):
    """It is page furniture, so no source is asked for; the sentence below it is a fact."""
    reading = read(
        "# Dam breaks in Tarn\n\n*By Jane Doe, 19 February 2026*\n\nThe dam broke on Monday.\n",
        filename="a.md",
    )
    kinds = {s.text: s.kind for s in reading.article.statements}
    assert kinds["By Jane Doe, 19 February 2026"] is StatementKind.BOILERPLATE
    assert kinds["The dam broke on Monday."] is StatementKind.FACT
