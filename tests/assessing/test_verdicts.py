"""Decisions: what the words say, tempered by quotations and gaps."""

from dataclasses import replace

import pytest

from service.domain import QuoteCheck, QuoteResult, StatementKind, Verdict
from workers.assessing.scorer import Passage, Score
from workers.assessing.verdicts import decide, not_applicable


def _score(verdict: Verdict) -> Score:
    found = (Passage("s1", 0, 9, 0.5),)
    return Score(0.5, 0.1, verdict, "words", evidence=found, reason_code="code")


def _quote(result: QuoteResult) -> QuoteCheck:
    return QuoteCheck("so it goes", 0, 10, None, result)


def test_without_quotations_and_gaps_the_score_decides() -> None:
    for verdict in Verdict:
        assert decide(_score(verdict), (), ()).verdict is verdict


@pytest.mark.parametrize("result", [QuoteResult.ALTERED, QuoteResult.WRONG_SPEAKER])
def test_a_broken_quotation_takes_full_support_away(result: QuoteResult) -> None:
    decision = decide(_score(Verdict.SUPPORTED), [_quote(result)], ())
    assert decision.verdict is Verdict.PARTIALLY_SUPPORTED
    assert decision.reason.startswith("quotation: ")


def test_an_intact_quotation_leaves_the_verdict() -> None:
    decision = decide(_score(Verdict.SUPPORTED), [_quote(QuoteResult.NORMALISED)], ())
    assert decision.verdict is Verdict.SUPPORTED


def test_silence_of_an_unread_source_is_never_not_found() -> None:
    decision = decide(_score(Verdict.NOT_FOUND), (), ["s2 could not be read (dead: 404)"])
    assert decision.verdict is Verdict.COULD_NOT_CHECK
    assert "s2 could not be read" in decision.reason


def test_a_gap_takes_nothing_from_what_another_source_says() -> None:
    for verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
        assert decide(_score(verdict), (), ["s2 is dead"]).verdict is verdict


def test_every_uncheckable_kind_has_a_reason_that_names_it() -> None:
    for kind in StatementKind:
        if kind not in {StatementKind.FACT, StatementKind.QUOTE, StatementKind.REPORTED_SPEECH}:
            assert not_applicable(kind).startswith(f"{kind}: ")


def test_a_part_is_supported_by_a_passage_or_not_at_all():
    """Where nothing of the statement is located, nothing is partially supported."""
    score = replace(_score(Verdict.PARTIALLY_SUPPORTED), evidence=())
    assert decide(score, [], []).verdict is Verdict.NOT_FOUND


def test_silence_beside_another_language_proves_nothing():
    """A source that could not be compared may say it."""
    decision = decide(_score(Verdict.NOT_FOUND), [], [], ["s2 is in another language"])
    assert decision.verdict is Verdict.COULD_NOT_CHECK
    assert decision.reason.startswith("other_language: ")
