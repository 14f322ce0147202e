"""The law of speakers: a quotation is checked against whom the article gives it to."""

from service.domain import (
    Attribution,
    AttributionClass,
    Statement,
    StatementKind,
    Submission,
    Verdict,
)
from workers.assessing.article import assess_article
from workers.assessing.quoted import quotes_of
from workers.assessing.scorer import load_scorer
from workers.reading import read_article

DRAFT = (
    "CEO Karl Poe called the plan “good for all towns” before Jane Roe, a critic, said it "
    "“looked careless and rushed” in May.\n"
)


def assess(draft):
    reading = read_article(
        Submission(content=draft.encode(), language="en"),
        max_bytes=10_000,
        max_sources=9,
        max_statements=99,
    )
    return assess_article(reading, load_scorer())


def test_two_speakers_in_one_sentence_keep_their_own_words():
    (assessment,) = assess(DRAFT)
    assert assessment.verdict is Verdict.NO_SOURCE_GIVEN
    assert [(quote.text, quote.speaker, quote.result) for quote in assessment.quotes] == [
        ("good for all towns", "CEO Karl Poe", "no_text"),
        ("looked careless and rushed", "Jane Roe", "no_text"),
    ]


def test_a_quotation_points_at_its_words_in_the_article():
    for assessment in assess("It was May.\n\n" + DRAFT):
        for quote in assessment.quotes:
            assert ("It was May.\n\n" + DRAFT)[quote.start : quote.end] == quote.text


def test_a_quotation_that_reading_did_not_mark_is_the_statements_speakers():
    (assessment,) = assess("Jane Roe said it was ‘much too late for that’ in May.\n")
    assert [quote.speaker for quote in assessment.quotes] == ["Jane Roe"]


def test_a_comma_before_the_closing_mark_is_the_sentences_own() -> None:
    text = "They called it a “supply chain risk,” and left."
    none = Attribution(AttributionClass.NONE)
    statement = Statement("st1", text, 0, len(text), 0, 1, 1, StatementKind.FACT, none)
    (quote,) = quotes_of(statement, "en")
    assert (quote.text, text[quote.start : quote.end]) == ("supply chain risk",) * 2
