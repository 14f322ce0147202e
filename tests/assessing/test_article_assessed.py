"""Assessing an article: what its sources say, whatever the order they come in."""

import random
from dataclasses import replace

import pytest

from service.domain import (
    Access,
    Assessment,
    Page,
    QuoteResult,
    Reading,
    Submission,
    Unread,
    Verdict,
)
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.reading import read_article

MINUTES = (
    "The council of Marlow bought nine trams for 12 million crowns.\n"
    "“We waited long enough for these trams,” said Mayor Ada Quist."
)
PAPER = "The tram depot of Marlow burned down in 1987.\nNobody was hurt in the fire."
DRAFT = """\
The council of Marlow [bought nine trams](https://a.example/) for 12 million crowns.

"We waited long enough for these trams," [said Mayor Ada Quist](https://a.example/).

The old depot of Marlow [burned down in 1987](https://b.example/).

The trams run [every four minutes at night](https://b.example/).

The drivers of Marlow [went on strike twice](https://c.example/).

The bridge was [closed in May](https://b.example/), [for good](https://c.example/).

Trams are quiet. Are they?
"""
OUTCOMES = {
    "https://a.example/": Page("https://a.example/", MINUTES, language="en"),
    "https://b.example/": Page("https://b.example/", PAPER, language="en"),
    "https://c.example/": Unread("https://c.example/", Access.DEAD, "status 404"),
}


def _reading(draft: str = DRAFT, outcomes: dict[str, Page | Unread] | None = None) -> Reading:
    submission = Submission(content=draft.encode(), filename="draft.md", language="en")
    reading = read_article(submission, max_bytes=10**6, max_sources=100, max_statements=100)
    found = outcomes or OUTCOMES
    sources = tuple(replace(s, outcome=found[s.url or ""]) for s in reading.sources)
    return replace(reading, sources=sources)


@pytest.fixture(scope="module")
def assessed() -> tuple[Assessment, ...]:
    return assess_article(_reading(), load_scorer())


def _of(assessed: tuple[Assessment, ...], words: str) -> Assessment:
    (found,) = [a for a in assessed if words in a.statement.text]
    return found


@pytest.mark.parametrize(
    ("words", "verdict", "code"),
    [
        ("nine trams", Verdict.SUPPORTED, "supported"),
        ("waited long", Verdict.SUPPORTED, "supported"),
        ("burned down", Verdict.SUPPORTED, "supported"),
        ("every four minutes", Verdict.NOT_FOUND, "not_found"),
        ("strike", Verdict.COULD_NOT_CHECK, "source_unread"),
        ("closed in May", Verdict.COULD_NOT_CHECK, "source_unread"),
        ("quiet", Verdict.NO_SOURCE_GIVEN, "no_citation"),
        ("Are they", Verdict.NOT_APPLICABLE, "question"),
    ],
)
def test_each_statement_gets_its_verdict_and_a_reason_that_begins_with_a_code(
    assessed: tuple[Assessment, ...], words: str, verdict: Verdict, code: str
) -> None:
    assessment = _of(assessed, words)
    assert assessment.verdict is verdict
    assert assessment.reason.startswith(f"{code}: ")


def test_passages_give_the_text_of_their_source_back(assessed: tuple[Assessment, ...]) -> None:
    texts = {s.id: s.page.text for s in _reading().sources if s.page}
    passages = [e for a in assessed for e in a.evidence]
    assert passages
    assert all(texts[e.source_id][e.start : e.end] == e.text for e in passages)


def test_an_exact_quotation_is_evidence_with_its_place(assessed: tuple[Assessment, ...]) -> None:
    assessment = _of(assessed, "waited long")
    assert [q.result for q in assessment.quotes] == [QuoteResult.EXACT]
    article = _reading().article.text
    assert all(article[q.start : q.end] == q.text for q in assessment.quotes)


def test_what_is_fine_needs_no_advice_and_all_else_has_some(
    assessed: tuple[Assessment, ...],
) -> None:
    for assessment in assessed:
        fine = assessment.verdict in {Verdict.SUPPORTED, Verdict.NOT_APPLICABLE}
        assert (assessment.advice is None) is fine


def test_the_order_of_sources_and_statements_changes_no_verdict(
    assessed: tuple[Assessment, ...],
) -> None:
    rng = random.Random(5)  # noqa: S311  an order, no secret
    reading = _reading()
    for _ in range(5):
        sources = rng.sample(reading.sources, len(reading.sources))
        statements = rng.sample(reading.article.statements, len(reading.article.statements))
        shuffled = Reading(replace(reading.article, statements=tuple(statements)), tuple(sources))
        again = assess_article(shuffled, load_scorer())
        assert sorted(again, key=lambda a: a.statement.start) == list(assessed)


def test_every_statement_is_told_of_as_it_is_decided() -> None:
    told: list[Assessment] = []
    assessed = assess_article(_reading(), load_scorer(), on_statement=told.append)
    assert tuple(told) == assessed


def test_a_copy_of_the_article_never_vouches_for_it() -> None:
    body = " ".join(
        f"On day {n} the council of Marlow counted {n * 7} trams at the depot." for n in range(30)
    )
    draft = f"[{body.split('. ')[0]}](https://a.example/). {body}\n"
    copied = {"https://a.example/": Page("https://a.example/", body, language="en")}
    assessed = assess_article(_reading(draft, copied), load_scorer())
    assert assessed[0].verdict is Verdict.COULD_NOT_CHECK
    assert "cannot vouch" in assessed[0].reason


def test_text_of_which_a_part_was_read_is_never_called_silent() -> None:
    partial = {
        url: replace(page, access=Access.PARTIAL_TEXT) if isinstance(page, Page) else page
        for url, page in OUTCOMES.items()
    }
    assessed = assess_article(_reading(outcomes=partial), load_scorer())
    assert _of(assessed, "every four minutes").verdict is Verdict.COULD_NOT_CHECK
    assert _of(assessed, "nine trams").verdict is Verdict.SUPPORTED
