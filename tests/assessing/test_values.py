"""Values are read as written and as meant, with offsets that give them back."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain import ValueKind
from workers.assessing.values import Approximation, compare_values, read_values

_WORDS = (
    "12 3.4m $ € 1,200 % per cent May March 2019 twenty - five hundred million and a third of "
    "between to from 10:30 a.m. 3-1 nearly more than . , — ½ 五 5万 年 ٣ ° C km hours one : / "
    "12.03.2019 zwei cent vingt d'euros mil 'x \n"
)
_PIECES = st.sampled_from(_WORDS.split(" "))
_LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "ja", "ar", "pl", "xx", None])


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=30), _LANGUAGES)
def test_offsets_give_the_value_back_in_order(pieces, language):
    """Every value is the stretch of text that its offsets name, and none overlaps another."""
    text = " ".join(pieces)
    values = read_values(text, language)
    assert all(value.text == text[value.start : value.end] != "" for value in values)
    assert all(a.end <= b.start for a, b in pairwise(values))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), _LANGUAGES)
def test_no_text_raises(article, source, language):
    """Any text at all is read and compared, with one check for each value."""
    ours, theirs = read_values(article, language), read_values(source, language)
    assert len(compare_values(ours, theirs)) == len(ours)


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=20), st.lists(_PIECES, max_size=20), st.randoms())
def test_the_order_of_the_source_values_does_not_matter(pieces, others, random):
    """A verdict on a value is the same however the source's values are ordered."""
    ours = read_values(" ".join(pieces), "en")
    theirs = list(read_values(" ".join(others), "en"))
    before = compare_values(ours, theirs)
    random.shuffle(theirs)
    assert compare_values(ours, theirs) == before


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=20), _LANGUAGES)
def test_a_text_agrees_with_itself(pieces, language):
    """Nothing that a text states differs from, or is absent from, the same text."""
    values = read_values(" ".join(pieces), language)
    assert {check.result.value for check in compare_values(values, values)} <= {"equal"}


def test_what_something_fell_from_is_no_score():
    """The two numbers of a change are two values, although odds are told with the same word."""
    assert [v.text for v in read_values("It fell from 3.5 to 1.", "en")] == ["3.5", "1"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "amount", "unit", "written"),
    [
        ("en", "It lost $3.4m today", ValueKind.MONEY, 3.4e6, "$", "$3.4m"),
        ("en", "worth 1.2 billion euros", ValueKind.MONEY, 1.2e9, "EUR", "1.2 billion euros"),
        ("en", "a HK$5bn deal", ValueKind.MONEY, 5e9, "HKD", "HK$5bn"),
        ("en", "rose 0.5 per cent", ValueKind.PERCENTAGE, 0.5, "percent", "0.5 per cent"),
        ("en", "nearly 400 died", ValueKind.NUMBER, 400, None, "nearly 400"),
        ("en", "in 2019 it rained", ValueKind.YEAR, 2019, None, "2019"),
        ("en", "2000 people came", ValueKind.NUMBER, 2000, None, "2000"),
        ("en", "a 54-year-old man", ValueKind.QUANTITY, 54, "year of age", "54-year-old"),
        ("en", "for three hours", ValueKind.DURATION, 10_800, "second", "three hours"),
        ("en", "won by three goals to one", ValueKind.NUMBER, 3, "score", "three goals to one"),
        ("en", "buyers lead 3.5 to 1", ValueKind.NUMBER, 3.5, "score", "3.5 to 1"),
        ("en", "the 21st time", ValueKind.ORDINAL, 21, None, "21st"),
        ("en", "a 100m race", ValueKind.QUANTITY, 100, "m", "100m"),
        ("en", "minus: -5°C", ValueKind.QUANTITY, -5, "°C", "-5°C"),
        ("en", "12,34,567 votes", ValueKind.NUMBER, 1_234_567, None, "12,34,567"),
        ("de", "gut 1.234,5 Tonnen", ValueKind.QUANTITY, 1_234_500, "kg", "gut 1.234,5 Tonnen"),
        ("de", "dreihundertzwölf Leute", ValueKind.NUMBER, 312, None, "dreihundertzwölf"),
        ("fr", "1\u202f234 voix", ValueKind.NUMBER, 1234, None, "1\u202f234"),
        ("es", "novecientos votos", ValueKind.NUMBER, 900, None, "novecientos"),
        ("zh", "共有3.5亿人", ValueKind.NUMBER, 3.5e8, None, "3.5亿"),
        ("ko", "5만 명", ValueKind.NUMBER, 50_000, None, "5만"),
        ("pl", "2,5 mln osób", ValueKind.NUMBER, 2.5e6, None, "2,5 mln"),
    ],
)
def test_a_value_is_read_with_its_kind_amount_and_unit(language, text, kind, amount, unit, written):
    """One value stands in each text, and it is read in its base unit."""
    (value,) = read_values(text, language)
    assert (value.kind, value.unit, value.text) == (kind, unit, written)
    assert value.amount == pytest.approx(amount)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "COVID-19, the G7 and an F-16 over MH17",
        "see https://example.org/2019/03/12/54 now",
        "no one, one of them, one another",
        "at first he won for the first time",
        "release 1.2.3.4 of it",
        "",
    ],
)
def test_what_is_no_value_is_not_read(text):
    """Verbs, names with digits, addresses and pronouns are no values."""
    assert read_values(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 5 cats", Approximation.ABOUT),
        ("almost 5 cats", Approximation.ALMOST),
        ("no fewer than 5 cats", Approximation.OVER),
        ("5 or more cats", Approximation.OVER),
        ("up to 5 cats", Approximation.UNDER),
        ("5 cats", Approximation.EXACT),
    ],
)
def test_loosening_words_are_part_of_the_value(text, expected):
    """A loosening word sets how firmly the value is given, and belongs to its text."""
    (value,) = read_values(text, "en")
    assert value.approximate is expected
    assert value.text == text.removesuffix(" cats")


def test_a_long_run_of_digits_and_signs_is_read_in_one_pass():
    """Adversarial runs end, and give at most one value for each numeral."""
    for piece in ("1,", "1.", "1 ", "12-", "a ", "one ", "$", "1/2/", "hundred "):
        text = piece * 20_000
        assert len(read_values(text, "en")) <= 20_000
