"""What the evidence has of a statement is told word by word, with places on both sides."""

import pytest
from test_article_assessed import _reading

from service.domain import Verdict
from workers.assessing import load_scorer
from workers.assessing.accounted import MAX_ACCOUNTED
from workers.assessing.article import assess_article
from workers.assessing.coverage import read_claim
from workers.assessing.quotes import SourceText

SCORER = load_scorer()

PAIRS = {
    "plain": (
        "The council closed the harbour bridge on Monday.",
        "On Monday the bridge in the harbour was closed by the council, officials said.",
    ),
    "value": (
        "Its boats burn 1.8 million litres of diesel a year.",
        "Rules. The boats burned 1.82 million litres of diesel in a year.",
    ),
    "value in words": (
        "The ferry line hired twelve captains in May.",
        "In May, 12 captains were hired by the ferry line.",
    ),
    "given name": (
        "On Monday the minister Ines Calloway opened the bridge.",
        "Calloway, the minister, opened the bridge on Monday.",
    ),
    "acronym": (
        "The Harbour Safety Agency (HSA) closed the ferry line.",
        "The HSA closed the ferry line.",
    ),
    "acronym in the source": (
        "The HSA closed the ferry line.",
        "The Harbour Safety Agency (HSA) shut doors. The Harbour Safety Agency closed the line.",
    ),
    "partly missing": (
        "The council closed the harbour bridge after a tanker rammed the eastern pier.",
        "The council closed the harbour bridge.",
    ),
    "note": ("The ferry[3] line opened in April.", "The ferry line opened in April."),
}


def _score(statement, source, about=""):
    return SCORER.score(
        statement, "en", [SCORER.index(SourceText("s1", source, "en"), about=about)]
    )


@pytest.mark.parametrize(("statement", "source"), PAIRS.values(), ids=PAIRS)
def test_places_give_the_words_back_on_both_sides(statement, source):
    """Offsets are exact, in the statement and in the source."""
    accounted = _score(statement, source).accounted
    assert accounted
    for each in accounted:
        assert statement[each.start : each.end] == each.text
        assert source[each.source_start : each.source_end] == each.in_source


@pytest.mark.parametrize(("statement", "source"), PAIRS.values(), ids=PAIRS)
def test_every_content_word_is_accounted_for_or_missing_and_never_both(statement, source):
    """The two lists share the statement out."""
    score = _score(statement, source)
    for part in read_claim(statement, "en").parts:
        at = part.token.start
        held = sum(each.start <= at < each.end for each in score.accounted)
        gone = sum(start <= at < end for start, end in score.missing)
        assert held + gone == 1, part.token


@pytest.mark.parametrize(
    ("case", "ours", "theirs"),
    [
        ("value", "1.8 million litres", "1.82 million litres"),
        ("value in words", "twelve captains", "12 captains"),
        ("given name", "Ines Calloway", "Calloway"),
        ("plain", "closed", "closed"),
    ],
)
def test_what_stands_for_what_is_told(case, ours, theirs):
    """A value is one entry beside the source's; a full name beside the surname."""
    told = {each.text: each.in_source for each in _score(*PAIRS[case]).accounted}
    assert any(ours.startswith(text) and theirs.startswith(told[text] or "-") for text in told)


def test_the_name_of_the_publisher_has_no_place_in_the_text():
    """A source need not name itself, so there is nothing to point at."""
    statement = "The city of Lindholm opened the ferry line in April."
    score = _score(statement, "The ferry line opened in April in the city.", about="Lindholm")
    (named,) = [each for each in score.accounted if each.text == "Lindholm"]
    assert (named.in_source, named.source_start, named.source_end) == (None, None, None)


def test_a_list_without_end_is_cut():
    """A statement of a thousand words is told of as far as the bound goes."""
    statement = " ".join(f"word{i} ferry{i}" for i in range(500))
    assert len(_score(statement, statement).accounted) == MAX_ACCOUNTED


def test_offsets_of_a_whole_article_are_into_its_text_and_the_stored_sources():
    """What is nothing for a statement that nobody could check, and exact for the others."""
    reading = _reading()
    texts = {s.id: s.outcome.text for s in reading.sources if getattr(s.outcome, "text", "")}
    assessed = assess_article(reading, SCORER)
    assert any(each.accounted for each in assessed)
    for each in assessed:
        assert not each.accounted or each.support is not None
        assert each.accounted or each.verdict is not Verdict.SUPPORTED
        for word in each.accounted:
            assert reading.article.text[word.start : word.end] == word.text
            found = texts[word.source_id][word.source_start : word.source_end]
            assert found == word.in_source
