"""The laws of statement kinds: what can be checked is told from what cannot."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain import (
    CHECKABLE_KINDS,
    Attribution,
    AttributionClass,
    BlockKind,
    StatementKind,
)
from workers.reading.attributions import NO_ATTRIBUTION
from workers.reading.kinds import classify_kind

MARKED = Path(__file__).parent / "kinds_marked"
SAID = Attribution(AttributionClass.NAMED_PERSON, speaker="Jane Roe", cue="said")
REPORT = Attribution(AttributionClass.NAMED_DOCUMENT, speaker="the report", cue="according to")


def kind(sentence, language="en", attribution=NO_ATTRIBUTION, block=BlockKind.PARAGRAPH):
    return classify_kind(sentence, block, language, attribution)


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("en", "The harbour closed on Monday.", "fact"),
        ("en", "The company will open a plant in May.", "fact"),
        ("en", "Is this the end?", "question"),
        ("en", "The bank will likely fail within a year.", "prediction"),
        ("en", "Sea levels will rise half a metre by 2050.", "prediction"),
        ("en", "I believe the mayor is wrong.", "opinion"),
        ("en", "The ruling is a disgrace.", "opinion"),
        ("en", "Roe told this newspaper that she had quit.", "own_reporting"),
        ("en", "The bank did not respond to a request for comment.", "own_reporting"),
        ("en", "Subscribe to our newsletter", "boilerplate"),
        ("en", "“We will never leave this town,” she said.", "quote"),
        ("de", "Ist das das Ende?", "question"),
        ("de", "Der Hafen wurde am Montag geschlossen.", "fact"),
        ("de", "„Wir werden diese Stadt nie verlassen“, sagte sie.", "quote"),
        ("de", "Das Unternehmen reagierte auf Anfrage nicht.", "own_reporting"),
        ("de", "Das Urteil ist ein Skandal.", "opinion"),
        ("fr", "Est-ce la fin ?", "question"),
        ("fr", "« Nous ne quitterons jamais cette ville », dit-elle.", "quote"),
        ("fr", "Le jugement est un scandale.", "opinion"),
        ("es", "¿Es el final?", "question"),
        ("es", "Creo que el alcalde se equivoca.", "opinion"),
        ("es", "El puerto cerró el lunes.", "fact"),
        ("ja", "これで終わりか？", "question"),
        ("ja", "「私たちはこの町を離れません」と彼女は述べた。", "quote"),
        ("ar", "هل هذه هي النهاية؟", "question"),
        ("ru", "Порт закрыли в понедельник.", "fact"),
        (None, "The bank will likely fail within a year.", "fact"),
    ],
)
def test_a_sentence_in_the_articles_own_voice_has_its_kind(language, sentence, wanted):
    assert kind(sentence, language) == wanted


def test_what_somebody_said_is_reported_speech():
    assert kind("Jane Roe said the harbour was closed.", attribution=SAID) == "reported_speech"


def test_what_a_document_says_stays_a_fact():
    assert kind("The debt doubled, according to the report.", attribution=REPORT) == "fact"


def test_a_prediction_that_somebody_made_is_reported_speech():
    sentence = "The bank will likely fail, Jane Roe said."
    assert kind(sentence, attribution=SAID) == "reported_speech"


def test_a_quoted_question_with_its_speaker_is_not_the_articles_question():
    assert kind("“Why did you do this to us?” she asked.", attribution=SAID) == "quote"


def test_one_quoted_word_does_not_make_a_quotation():
    assert kind('The "deal" failed.') == "fact"


def test_an_opinion_inside_quotation_marks_is_not_the_articles():
    sentence = 'The mayor closed the harbour on Monday after the "is a disgrace" letter arrived.'
    assert kind(sentence) == "fact"


@pytest.mark.parametrize("block", [BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION])
def test_a_label_without_a_verb_makes_no_claim(block):
    assert kind("Rapid expansion amid ethical turbulence", block=block) == "boilerplate"
    assert kind("Court bans harbour for a year", block=block) == "fact"


def test_an_elliptic_headline_makes_a_claim():
    sentence = "OpenAI in talks to deploy AI on NATO unclassified networks"
    assert kind(sentence, block=BlockKind.HEADLINE) == "fact"


def test_a_headline_in_a_language_without_a_list_of_verbs_is_a_fact():
    assert kind("Порт закрыт", "ru", block=BlockKind.HEADLINE) == "fact"


@pytest.mark.parametrize("block", [BlockKind.BOILERPLATE, BlockKind.SOURCE_LIST])
def test_the_apparatus_of_a_page_is_boilerplate(block):
    assert kind("The harbour closed on Monday.", block=block) == "boilerplate"


def test_a_block_of_quotation_is_a_quote_without_marks():
    assert kind("We will stay here.", block=BlockKind.QUOTATION) == "quote"


def test_a_note_that_only_points_is_boilerplate_and_one_that_tells_is_a_fact():
    assert kind("https://example.org/a", block=BlockKind.NOTE) == "boilerplate"
    assert kind("The figure includes the suburbs.", block=BlockKind.NOTE) == "fact"


@given(st.text(max_size=200), st.sampled_from(BlockKind), st.sampled_from(["en", "de", "xx", None]))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_kind(text, block, language):
    assert classify_kind(text, block, language, NO_ATTRIBUTION) in StatementKind


def test_a_rule_of_use_is_a_fact_and_a_demand_on_those_in_power_an_opinion():
    assert kind("Bulbs of this kind should not be used near the skin.") == "fact"
    assert kind("The government should resign.") == "opinion"


def test_a_question_in_a_block_of_quotation_is_the_quoted_ones():
    assert kind("Why did they leave?", block=BlockKind.QUOTATION) == "quote"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_nothing_checkable_in_a_marked_article_leaves_the_denominators(read, language):
    lines = (MARKED / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.partition("\t")[::2] for line in lines if line]
    draft = "\n\n".join(sentence for _, sentence in rows)
    statements = read(draft, filename="a.txt", language=language).article.statements
    told = {s.text: s.kind for s in statements}
    checkable = {str(kind) for kind in CHECKABLE_KINDS}
    wanted = [sentence for kind, sentence in rows if kind in checkable]
    assert {told[sentence] for sentence in wanted} <= CHECKABLE_KINDS
    right = sum(told.get(sentence) == kind for kind, sentence in rows)
    assert right >= 0.9 * len(rows)


SECTIONS = """# Harbour closes

The harbour closed on Monday, after a storm.

## Damage control shapes next move

The mayor met the owners.

## Losses reach 40 million

The owners lost 40 million.
"""


def test_a_subheading_makes_no_claim_of_its_own_unless_it_brings_a_number(read):
    told = {s.text: s.kind for s in read(SECTIONS, filename="a.md").article.statements}
    assert told["Harbour closes"] == "fact"
    assert told["Damage control shapes next move"] == "boilerplate"
    assert told["Losses reach 40 million"] == "fact"


def test_a_quotation_that_opens_the_sentence_is_a_quote_however_long_its_speakers_name(read):
    draft = '"We stayed for years," said Moira Kerr, the last manager of the old ferry terminal.'
    assert [s.kind for s in read(draft, filename="a.txt").article.statements] == ["quote"]
