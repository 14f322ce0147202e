"""Frames: who says so is not part of what is said."""

import pytest

from service.domain import Attribution, AttributionClass, ChainLink, Statement, StatementKind
from workers.assessing import load_scorer
from workers.assessing.framing import frame_of
from workers.assessing.quotes import SourceText

SAID = "Its boats burn 1.8 million litres a year, according to the annual report."


def _statement(text: str, attribution: Attribution) -> Statement:
    return Statement("st1", text, 0, len(text), 0, 1, 1, StatementKind.FACT, attribution)


def _framed(text: str, attribution: Attribution) -> list[str]:
    return [text[a:b] for a, b in frame_of(_statement(text, attribution))]


def test_the_cue_and_the_document_are_the_frame() -> None:
    attribution = Attribution(
        AttributionClass.NAMED_DOCUMENT, speaker="the annual report", cue="according to"
    )
    assert _framed(SAID, attribution) == ["according to", "the annual report"]


def test_a_person_who_speaks_stays_to_be_checked() -> None:
    text = "Ines Calloway said the boats were loud."
    attribution = Attribution(AttributionClass.NAMED_PERSON, speaker="Ines Calloway", cue="said")
    assert _framed(text, attribution) == ["said"]


def test_an_outlet_that_relays_is_part_of_the_frame() -> None:
    text = "A clerk told the Gull that the boats were loud."
    chain = (
        ChainLink("A clerk", AttributionClass.ROLE_ONLY),
        ChainLink("the Gull", AttributionClass.NAMED_OUTLET),
    )
    attribution = Attribution(AttributionClass.ROLE_ONLY, "A clerk", "told", chain)
    assert _framed(text, attribution) == ["told", "the Gull"]


def test_without_an_attribution_there_is_no_frame() -> None:
    assert _framed(SAID, Attribution(AttributionClass.NONE)) == []


def test_words_of_the_frame_are_never_missing() -> None:
    scorer = load_scorer()
    index = scorer.index(SourceText("s1", "The boats burned 1.82 million litres in a year.", "en"))
    bare = scorer.score(SAID, "en", [index])
    frame = ((42, 54), (55, 72))
    framed = scorer.score(SAID, "en", [index], frame)
    assert "according" in [SAID[a:b] for a, b in bare.missing]
    assert framed.missing == ()
    assert framed.support > bare.support


@pytest.mark.parametrize(
    ("passage", "credit"), [("Calloway opened the bridge.", True), ("Dietz opened it.", False)]
)
def test_a_given_name_counts_by_half_where_its_surname_stands(
    passage: str, *, credit: bool
) -> None:
    text = "On Monday Ines Calloway opened the bridge."
    scorer = load_scorer()
    score = scorer.score(text, "en", [scorer.index(SourceText("s1", passage, "en"))])
    assert ("Ines" not in " ".join(text[a:b] for a, b in score.missing)) is credit


def test_a_direction_before_a_name_is_no_given_name() -> None:
    text = "Envoys of North Korea signed the treaty."
    scorer = load_scorer()
    source = SourceText("s1", "Envoys of Korea signed the treaty.", "en")
    score = scorer.score(text, "en", [scorer.index(source)])
    assert [text[a:b] for a, b in score.missing] == ["North"]


def test_a_source_need_not_repeat_the_name_of_its_publisher() -> None:
    text = "The survey of the Open Water Trust counted 61 seals."
    source = SourceText("s1", "Our survey counted 61 seals.", "en")
    scorer = load_scorer()
    plain = scorer.score(text, "en", [scorer.index(source)])
    told = scorer.score(text, "en", [scorer.index(source, "Open Water Trust")])
    assert plain.missing
    assert told.missing == ()
    assert told.evidence == plain.evidence
