"""Years and what looks like one: counts of four digits, and years told by the year beside them."""

from datetime import date

import pytest

from workers.assessing.values import compare_values, read_values

SPRING = date(2026, 3, 1)


def results(article, source, language="en", dated=None):
    ours = read_values(article, language, dated)
    checks = compare_values(ours, read_values(source, language, dated))
    return {check.in_article: check.result.value for check in checks}


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("Sales were 3 percent less than in 2024.",
         "In 2025 sales were 3 percent less than the year before."),
        ("Sales were 3 percent less than in 2024.",
         "In 2025 sales were 3 percent less than the previous year."),
        ("Sales were 3 percent less than in 2024",
         "Sales in May 2025 were 3 percent less than a year earlier"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("dated", [None, SPRING])
def test_a_year_compared_with_is_answered_by_the_year_before(article, source, dated):
    """The year before 2025 is 2024, whenever the source was written."""
    assert results(article, source, dated=dated)["2024"] == "equal"


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("In 2024 the town used 4 tonnes.",
         "In 2025 the town used 4 tonnes, less than the year before."),
        ("The town used less than in 2023.", "In 2025 the town used less than the year before."),
        ("The town grew in 2024.", "In 2025 the town grew. The year before it shrank."),
        ("The town used more than in 2024.",
         "It used more in 2025 than the year before the war."),
    ],
)  # fmt: skip
def test_a_year_of_its_own_is_not_answered_by_the_year_before(article, source):
    """What the source says of 2025 is not said of 2024, though it names that too."""
    year = "2023" if "2023" in article else "2024"
    assert results(article, source)[year] == "different"


def test_the_previous_year_is_no_year_by_the_day_of_writing_where_a_year_stands_beside_it():
    """In a text of 2026, "in 2024 … than the previous year" tells of 2023."""
    texts = [v.text for v in read_values("In 2024 it fell from the previous year.", "en", SPRING)]
    assert texts == ["2024"]
    alone = [v.text for v in read_values("It fell from the previous year.", "en", SPRING)]
    assert alone == ["previous year"]


@pytest.mark.parametrize(
    ("article", "source", "wanted"),
    [
        ("Sie wurde 2019 Präsidentin.", "Sie wurde 2019 Präsidentin.", "equal"),
        ("Sie wurde 2019 Präsidentin.", "Sie wurde 2020 Präsidentin.", "different"),
        ("Der Film feierte 2019 Premiere.", "Der Film feierte 2019 Premiere, eine von 3 Premieren.",
         "equal"),
        ("Der Film feierte 2019 Premiere.", "Im Mai 2019 feierte er seine Premiere.", "equal"),
        ("Dort leben von 1850 Mitgliedern viele.", "Dort leben von 1.850 Mitgliedern viele.",
         "equal"),
        ("Seit 2019 Mitglieder fehlen, ist es leer.", "Es fehlen 1.019 Mitglieder.", "absent"),
        ("Der Klub hat 1850 Mitglieder.", "Der Klub hat 1.850 Zimmer.", "absent"),
        ("Der Klub hat 1850 Mitglieder.", "Mehr als 1850 Mitglieder, davon 900 neue Mitglieder.",
         "rounded_ok"),
    ],
)  # fmt: skip
def test_a_year_is_a_count_only_where_the_other_text_counts_the_same(article, source, wanted):
    """Four digits before a noun count it only where the source has such a number of it."""
    assert next(iter(results(article, source, "de").values())) == wanted


PEOPLE = [
    ("de", "Im Jahr 2025 fuhren 15,4 Millionen Menschen mit der Seebahn.",
     "Im Jahr 2025 beförderte die Seebahn 14,5 Millionen Fahrgäste.", "different"),
    ("fr", "En 2025, 15,4 millions de personnes ont pris la ligne de Morne.",
     "En 2025, la ligne de Morne a transporté 14,5 millions de voyageurs.", "different"),
    ("es", "En 2025 usaron el tranvía de Alba 15,4 millones de personas.",
     "En 2025 el tranvía de Alba llevó a 14,5 millones de viajeros.", "different"),
    ("it", "Nel 2025 hanno usato il tram di Alba 15,4 milioni di persone.",
     "Nel 2025 il tram di Alba ha portato 14,5 milioni di passeggeri.", "different"),
    ("nl", "In 2025 namen 15,4 miljoen mensen de tram van Alba.",
     "In 2025 vervoerde de tram van Alba 14,5 miljoen reizigers.", "different"),
    # Of another order, or with little said of both alike, they are of two things.
    ("de", "Im Jahr 2025 fuhren 15,4 Millionen Menschen mit der Seebahn.",
     "Im Jahr 2025 hatte die Seebahn 2,1 Millionen Kunden.", "absent"),
    ("de", "15,4 Millionen Menschen leben im Süden.",
     "14,5 Millionen Besucher kamen auf die Messe.", "absent"),
    ("de", "Im Jahr 2025 fuhren 15,4 Millionen Menschen mit der Seebahn.",
     "Im Jahr 2025 verkaufte die Seebahn 14,5 Millionen Karten.", "absent"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "article", "source", "wanted"), PEOPLE)
def test_people_are_whoever_else_is_counted_where_the_rest_is_the_same(
    language, article, source, wanted
):
    """Passengers are people: another figure of them, of the same line, is another figure."""
    told = results(article, source, language)
    assert next(result for text, result in told.items() if text.startswith("15")) == wanted


@pytest.mark.parametrize(
    ("language", "article", "source"),
    [
        ("de", "Das Werk mit 1800 Beschäftigten schließt.", "Das Werk hat 1.800 Beschäftigte."),
        ("da", "Toget kørte 15,4 millioner ture.", "Toget kørte 15,4 mio. ture."),
        ("cs", "Vlak svezl 15,4 milionu lidí.", "Vlak svezl 15 400 000 lidí."),
    ],
)
def test_magnitudes_and_counts_are_known_across_the_continent(language, article, source):
    """The same figure, written as newspapers of the language write it."""
    assert next(iter(results(article, source, language).values())) == "equal"
