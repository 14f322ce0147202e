"""The laws of sentence splitting: hard cases of the news, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.language import MAX_SENTENCE, split_sentences

HARD = Path(__file__).parent / "hard_sentences"
BOUNDARY = "¦"
MISSED = "✗ "  # a case that no general rule repairs yet: only grammar tells
LEAST_CASES = 20
PROMISED = [path.stem for path in sorted(HARD.glob("*.txt")) if path.stem != "th"]


def _cases():
    """Each line is a text; the mark stands where a sentence ends and another begins."""
    for path in sorted(HARD.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            marks = [pytest.mark.xfail(strict=True)] if line.startswith(MISSED) else []
            text = line.removeprefix(MISSED)
            yield pytest.param(path.stem, text, id=f"{path.stem}-{number}", marks=marks)


@pytest.mark.parametrize("language", PROMISED)
def test_every_language_of_the_promise_has_twenty_different_hard_cases(language):
    assert len(PROMISED) == 17
    lines = (HARD / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    assert len(set(lines)) >= LEAST_CASES


@pytest.mark.parametrize(("language", "marked"), list(_cases()))
def test_a_hard_case_of_the_news_is_split_where_its_writer_marked(language, marked):
    text = marked.replace(BOUNDARY, "")
    wanted = [part.strip() for part in marked.split(BOUNDARY)]
    assert [text[start:end] for start, end in split_sentences(text, language)] == wanted


NEWS_LIKE = st.text(
    alphabet=st.one_of(
        st.sampled_from(list(" \n\t.!?…\"'“”„«»()[]¹。！？」「।؟ABCabc123é\u0301\u200b\u202eDr")),
        st.characters(),
    ),
    max_size=300,
)
LANGUAGES = st.sampled_from(["en", "de", "fr", "ja", "th", "ar", "xx", "", "pt-BR", None])


@given(NEWS_LIKE, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_sentences_are_ordered_disjoint_trimmed_and_not_empty(text, language):
    spans = split_sentences(text, language)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@given(NEWS_LIKE, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_sentences_cover_every_character_that_is_not_white_space(text, language):
    spans = split_sentences(text, language)
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered or char.isspace() for i, char in enumerate(text))


@given(NEWS_LIKE, NEWS_LIKE, LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_no_sentence_crosses_an_empty_line(first, second, language):
    text = f"{first}\n\n{second}"
    assert all("\n\n" not in text[start:end] for start, end in split_sentences(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 300_000,
        '("' * 100_000,
        "?)" * 50_000,
        ")" * 300_000,
        " " * 300_000,
        "[1]" * 100_000,
        "Dr. " * 50_000,
        "। " * 50_000,
        "„" * 100_000,
    ],
    ids=lambda text: repr(text[:5]),
)
def test_a_text_without_a_stop_is_cut_into_bounded_sentences(text):
    spans = split_sentences(text, "en")
    assert all(end - start <= MAX_SENTENCE for start, end in spans)
    assert sum(end - start for start, end in spans) >= len("".join(text.split()))


def test_a_long_sentence_is_cut_at_white_space_not_within_a_word():
    text = "abcdefghi " * 1_200
    spans = split_sentences(text, "en")
    assert len(spans) > 1
    assert all(text[start:end].endswith("abcdefghi") for start, end in spans)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The mayor Of Old Town said On Monday That Roads Close. "),
        ("zh", "市长周一说道路将会关闭。"),
    ],
)
def test_a_paragraph_of_any_length_is_split_at_its_stops_alone(language, sentence):
    text = (sentence * 1_000).strip()
    spans = split_sentences(text, language)
    assert {text[start:end] for start, end in spans} == {sentence.strip()}


def test_one_sentence_gives_itself_whether_or_not_the_language_is_known():
    text = "The court ruled on Monday."
    assert split_sentences(text, None) == split_sentences(text, "en") == ((0, len(text)),)


def test_nothing_and_white_space_have_no_sentence():
    assert split_sentences("", "en") == split_sentences(" \n\n\t ", None) == ()
