"""A figure the other way round, or of other things, is not the same figure."""

import pytest

from workers.assessing.values import compare_values, read_values


def _checked(article, source, language="en"):
    ours, theirs = read_values(article, language), read_values(source, language)
    return compare_values(ours, theirs)[0]


@pytest.mark.parametrize(
    ("language", "article", "source", "shown"),
    [
        ("en", "Output was 22 percent higher.", "Output was 22 percent lower.", "22 percent lower"),
        ("en", "Sales rose by 22 percent.", "Sales fell by 22 percent.", "fell by 22 percent"),
        ("en", "Sales rose 22 percent.", "It was a drop in sales of 22 percent.",
         "drop in sales of 22 percent"),
        ("en", "They got a 5% pay rise.", "They got a 5% pay cut.", "5% pay cut"),
        ("de", "Die Preise sind um 9 Prozent gestiegen.", "Die Preise sind um 9 Prozent gesunken.",
         "9 Prozent gesunken"),
        ("fr", "Les ventes ont augmenté de 8 %.", "Les ventes ont baissé de 8 %.", "baissé de 8 %"),
        ("es", "Las ventas subieron un 8 %.", "Las ventas cayeron un 8 %.", "cayeron un 8 %"),
    ],
)  # fmt: skip
def test_a_rise_is_no_fall_of_the_same_figure(language, article, source, shown):
    """The way of a change is part of its value, and is shown where it is what differs."""
    check = _checked(article, source, language)
    assert (check.result.value, check.in_source) == ("different", shown)
    assert _checked(article, article, language).result.value == "equal"


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("Sales rose to 31 million euros.", "Sales fell to 31 million euros."),
        ("She won, two points ahead of Roe.", "Roe came in two points behind her."),
        ("Sales rose by 22 percent.", "Sales, up 22 percent, were a record."),
        ("It sold more than 22 boats.", "It sold 22 boats less than a month after opening."),
    ],
)
def test_a_level_and_an_order_have_no_way(article, source):
    """What a change ends at, and who is ahead of whom, is the same figure from either side."""
    assert _checked(article, source).result.value != "different"


@pytest.mark.parametrize(
    ("language", "article", "source", "wanted"),
    [
        ("en", "The island has 12 hospitals.", "The island has 12 schools.", "absent"),
        ("en", "Twelve people were injured.", "Twelve people were killed.", "absent"),
        ("en", "Twelve people were injured.", "A blast killed 9 people, injuring 12.", "equal"),
        ("en", "Twelve people were injured.", "A blast killed nine people.", "absent"),
        (
            "en",
            "More than 300 people left.",
            "It moved 320 residents; 11 people were hurt.",
            "rounded_ok",
        ),
        ("en", "All 54 people got out.", "All 54 passengers got out.", "equal"),
        ("en", "He has 12 trucks.", "He has 12 lorries.", "equal"),
        ("en", "She works two jobs in Hudson.", "Her two-year-old son was at home.", "absent"),
        ("en", "They keep three dogs in Perth.", "The judge read out three charges.", "absent"),
        ("en", "She won for the second time.", "She came second on Sunday.", "absent"),
        ("en", "She won for the second time.", "It was her second title.", "equal"),
        ("en", "He broke the first truce.", "He broke the first ceasefire.", "equal"),
        ("en", "It hired 300 engineers.", "It dismissed 300 engineers.", "absent"),
        ("en", "It hired 300 engineers.", "In all, 300 engineers were hired.", "equal"),
        ("en", "The fire destroyed 70 homes.", "The fire destroyed 70 cars.", "absent"),
        ("en", "It owes 40 million euros in tax.", "It made 40 million euros in profit.", "absent"),
        ("en", "It widened by 3 percentage points.", "It widened by 3 points.", "equal"),
        ("en", "It holds 5,000 litres.", "It holds 5 cubic metres.", "equal"),
        ("en", "It was the firm's second recall.", "It was the firm's fourth recall.", "different"),
        ("de", "Die Firma stellt 300 Leute ein.", "Die Firma entlässt 300 Leute.", "absent"),
        ("fr", "Plus d'un tiers est venu.", "Quelque 36 % des gens sont venus.", "rounded_ok"),
        ("fr", "Elle a fini troisième.", "Elle a fini cinquième.", "different"),
        ("fr", "Le procès a duré quinze jours.", "Le procès a duré deux semaines.", "equal"),
        ("fr", "Marc, 62 ans, est indemne.", "L'homme de 62 ans est indemne.", "equal"),
        ("it", "Ha fatto 54 morti.", "Ha fatto 54 feriti.", "absent"),
        ("ru", "Цены выросли на 4 процента.", "Цены снизились на 4 процента.", "different"),
        ("zh", "房价上涨了4%。", "房价下降了4%。", "different"),
        ("zh", "地震造成54人死亡。", "地震造成54人受伤。", "absent"),
        ("de", "Zwölf Menschen wurden verletzt.", "Zwölf Menschen wurden getötet.", "absent"),
        ("fr", "Douze personnes ont été blessées.", "Douze personnes ont été tuées.", "absent"),
        ("es", "La isla tiene 12 hospitales.", "La isla tiene 12 escuelas.", "absent"),
    ],
)
def test_what_is_counted_belongs_to_the_count(language, article, source, wanted):
    """A count of one closed class agrees only with a count of the same; in doubt it agrees."""
    assert _checked(article, source, language).result.value == wanted


@pytest.mark.parametrize(
    ("language", "article", "source"),
    [
        ("en", "Use rose by a third since May.", "Use rose by a quarter since May."),
        ("en", "A third more people came.", "A quarter more people came."),
        ("en", "It is worth as much as 108 million euros.", "It is worth up to 180 million euros."),
        ("en", "A deal could come by June.", "A deal could come by July."),
        ("de", "Die Schule öffnet im Mai.", "Die Schule öffnet im Juni."),
        ("fr", "Le tribunal tranchera avant la fin du mois de mai.",
         "Le tribunal tranchera avant la fin juin."),
        ("es", "Perderán la mitad de sus barcos.", "Perderán una quinta parte de sus barcos."),
    ],
)  # fmt: skip
def test_parts_months_and_bounds_are_told_apart(language, article, source):
    """A part of a whole, a month on its own and a bound are values like others."""
    assert _checked(article, source, language).result.value == "different"
    assert _checked(article, article, language).result.value == "equal"


@pytest.mark.parametrize(
    ("article", "source"),
    [
        ("The ring was stolen three weeks ago.", "The ring was stolen 44 years ago."),
        ("He led after the first round.", "He was sixth in the end."),
    ],
)
def test_what_is_of_another_size_or_rank_measures_another_thing(article, source):
    """No slip makes decades of weeks, nor a place in the end of a round."""
    assert _checked(article, source).result.value == "absent"
