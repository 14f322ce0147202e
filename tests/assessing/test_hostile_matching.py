"""Quotations and values in hostile texts: an answer for each, in one pass, within the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.assessing.quotes import Quote, SourceText, find_quotes, match_quotes
from workers.assessing.values import compare_values, read_values

QUOTED = "We waited long enough for these trams and nobody asked us"
BIG = 250_000  # code points
PIECES = st.sampled_from(
    ["“", "”", "„", "«", "»", '"', "'", "’", "[", "]", "[…]", "…", "...", ", said Ada Quist. ",
     "not ", "if ", "that ", "say ", "A. B. ", "12", "-", "–", ":", ",", ".", " in ", " of ",
     "百分之", "分之", "万", "亿", "vor zwei Jahren", "a year and a half", "\n", "\r\n", "\ud800",
     "\U0001f68b", "\u0301", "\u00ad", "one ", "hundert", "tausend", "Q1 ", "2021", "$", "°C "]
)  # fmt: skip
HOSTILE = st.lists(PIECES, max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "zh", "ja", "ar", None])


@settings(max_examples=250, deadline=None)
@given(HOSTILE, HOSTILE, LANGUAGES)
def test_any_mixture_is_matched_within_its_text(article, source, language):
    """Marks, negations, speakers and lone surrogates in any order: an answer for each quotation."""
    quotes = find_quotes(article, language)
    texts = [SourceText("s1", source, language)]
    for match in match_quotes(quotes, "Ada Quist", texts, texts, language):
        if match.start is not None:
            assert 0 <= match.start < match.end <= len(source)


@settings(max_examples=250, deadline=None)
@given(HOSTILE, HOSTILE, LANGUAGES, st.dates())
def test_any_mixture_is_read_as_values_within_its_text(article, source, language, day):
    """Each value is the text that its offsets name, by whatever day the text was written."""
    ours = read_values(article, language, day)
    assert all(value.text == article[value.start : value.end] for value in ours)
    assert len(compare_values(ours, read_values(source, language, day))) == len(ours)


@pytest.mark.parametrize(
    "piece",
    ["word ", "We waited long enough for these trams and somebody asked us. ", "“", "not that ",
     "if ", "Ada Quist said ", "A", "We waited ", "[", "…"],
)  # fmt: skip
def test_a_long_source_of_one_kind_is_searched_once(piece):
    """Endless sentences, near copies and runs of one mark: the quotation at the end is found."""
    text = piece * (BIG // len(piece)) + f"\n\n“{QUOTED},” Ada Quist said."
    (match,) = match_quotes(
        [Quote(QUOTED, 0, len(QUOTED))], None, [SourceText("s1", text)], [], "en"
    )
    assert match.check.result.value in {"exact", "normalised"}
    assert text[match.start : match.end] == QUOTED


def test_a_quotation_of_two_thousand_words_is_matched():
    """Length alone breaks nothing: as written it is exact, with one word changed altered."""
    words = [f"word{i % 700}" for i in range(2_000)]
    source = SourceText("s1", "Start. " + " ".join(words) + ". End.", "en")
    text = " ".join(words)
    changed = " ".join([*words[:900], "another", *words[901:]])
    found = [
        match_quotes([Quote(t, 0, len(t))], None, [source], [], "en")[0].check.result.value
        for t in (text, changed)
    ]
    assert found == ["exact", "altered"]


def test_a_statement_of_five_hundred_numbers_has_five_hundred_checks():
    """Each number has its own answer."""
    text = " ".join(f"{n} boats," for n in range(1_000, 1_500))
    ours = read_values(text, "en")
    assert len(ours) == len(compare_values(ours, read_values(text[::-1], "en"))) >= 499


@pytest.mark.parametrize(
    "piece", ["五", "百分之", "分之", "3亿", "vor ", "the 19", "1:", "one in ", "hundert"]
)
def test_runs_of_value_signs_end(piece):
    """Adversarial runs are read in one pass."""
    for language in ("en", "de", "zh"):
        assert len(read_values(piece * 5_000, language)) <= 10_000
