"""The laws of attribution: who says it, by which cue, through whom, with which link."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain import AttributionClass, ChainLink, Submission
from workers.reading import read_article
from workers.reading.attributions import NO_ATTRIBUTION, limits_of, read_attributions
from workers.reading.first_names import FEMALE, MALE
from workers.reading.statements import Sentence


def placed(sentences):
    """Put sentences into one text, all in one block."""
    starts = [sum(len(s) + 1 for s in sentences[:i]) for i in range(len(sentences))]
    return "\n".join(sentences), [
        Sentence(start, start + len(words), 0)
        for start, words in zip(starts, sentences, strict=True)
    ]


def read(*sentences, language="en", links=None):
    return read_attributions(*placed(sentences), links or [()] * len(sentences), language)


def read_one(sentence, language="en"):
    return read(sentence, language=language)[0]


@pytest.mark.parametrize(
    ("language", "sentence", "cls", "speaker", "cue"),
    [
        ("en", "Jane Roe said the bank was closed.", "named_person", "Jane Roe", "said"),
        ("en", "“We closed,” said Jane Roe.", "named_person", "Jane Roe", "said"),
        (
            "en",
            "Jane Roe, a spokeswoman for the bank, said on Monday it had closed.",
            "named_person",
            "Jane Roe",
            "said",
        ),
        ("en", "U.S. Sen. J. D. Poe warned of delays.", "named_person", None, "warned"),
        ("en", "Police said two men were held.", "role_only", "Police", "said"),
        ("en", "The head of Acme told staff to leave.", "role_only", "The head of Acme", "told"),
        ("en", "Experts say the law is unclear.", "vague_plural", "Experts", "say"),
        ("en", "The Daily Herald reported the talks.", "named_outlet", None, "reported"),
        (
            "en",
            "The debt doubled, according to a report by the audit office.",
            "named_document",
            "a report by the audit office",
            "according to",
        ),
        (
            "en",
            "Two people briefed on the talks said they had failed.",
            "anonymous",
            "Two people briefed on the talks",
            "said",
        ),
        ("de", "„Wir schließen“, sagte Anna Roe am Montag.", "named_person", "Anna Roe", "sagte"),
        ("de", "Nach Angaben der Polizei wurde er gefasst.", "role_only", None, "Nach Angaben"),
        ("de", "Einem Sprecher zufolge ist sie zu.", "role_only", "Einem Sprecher", "zufolge"),
        ("de", "Laut einem Bericht steigt die Zahl.", "named_document", "einem Bericht", "Laut"),
        ("fr", "Selon la police, il est parti.", "role_only", "la police", "Selon"),
        (
            "fr",
            "« Nous fermons », a déclaré Anne Roe lundi.",
            "named_person",
            "Anne Roe",
            "a déclaré",
        ),
        ("es", "Según la policía, se fue.", "role_only", "la policía", "Según"),
        ("es", "«Cerramos», dijo Ana Roe el lunes.", "named_person", "Ana Roe", "dijo"),
    ],
)
def test_a_plain_attribution_gives_its_class_speaker_and_cue(language, sentence, cls, speaker, cue):
    found = read_one(sentence, language)
    assert (found.cls, found.cue) == (cls, cue)
    assert speaker is None or found.speaker == speaker
    assert found.speaker in sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The harbour closed on Monday."),
        ("en", "The deal, announced within a week of the first, is the second."),
        ("en", "Two member states could leave the union."),
        ("en", "The source of the claims was a leaflet."),
        ("en", "A sign warning visitors stood in Roe County."),
        ("en", "Roe's remarks were widely shared."),
        ("en", 'The banner read "Jane Roe said so" in red letters.'),
        ("de", "Die Stadt hat 500.000 Einwohner."),
        ("fr", "La ville compte 500 000 habitants."),
        ("es", "La ciudad tiene 500.000 habitantes."),
        ("it", "Il ministro ha detto che resta."),
        (None, "Jane Roe said so."),
    ],
)
def test_a_sentence_without_a_cue_that_can_be_read_has_no_attribution(language, sentence):
    assert replace(read_one(sentence, language), quotations=()) == NO_ATTRIBUTION


def test_a_source_who_spoke_to_an_outlet_is_anonymous_through_that_outlet():
    found = read_one("The deal is near, according to a source who spoke to Reuters on Tuesday.")
    assert found.cls is AttributionClass.ANONYMOUS
    assert [(link.name, link.cls, link.url) for link in found.chain] == [
        ("a source", "anonymous", None),
        ("Reuters", "named_outlet", None),
    ]


def test_a_spokeswoman_who_corrects_in_an_outlet_is_a_role_through_that_outlet():
    found = read_one(
        "The plan covered it all, before an Acme spokeswoman corrected the statement to the "
        "Wall Street Journal, saying it did not."
    )
    assert found.cls is AttributionClass.ROLE_ONLY
    assert [link.name for link in found.chain] == ["an Acme spokeswoman", "Wall Street Journal"]


def test_the_reason_for_anonymity_is_kept_in_the_articles_words():
    found = read_one(
        "An official, who asked not to be named because the talks are private, said it was near."
    )
    assert found.cls is AttributionClass.ANONYMOUS
    assert found.anonymity_reason == "because the talks are private"


def test_without_a_reason_for_anonymity_none_is_made_up():
    found = read_one("An official who spoke on condition of anonymity said it was near.")
    assert (found.cls, found.anonymity_reason) == (AttributionClass.ANONYMOUS, None)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Jane Roe said the bank was closed.", "She added that it would open again."),
        ("de", "Anna Roe sagte, die Bank sei zu.", "Sie betonte, sie werde öffnen."),
        ("fr", "Anne Roe a déclaré que c'était fermé.", "Elle a ajouté que ce serait long."),
        ("es", "Ana Roe dijo que estaba cerrado.", "Ella añadió que sería largo."),
    ],
)
def test_a_pronoun_is_the_speaker_before(language, first, second):
    before, after = read(first, second, language=language)
    assert after.speaker == before.speaker
    assert after.cls is AttributionClass.NAMED_PERSON


def test_a_pronoun_with_nobody_before_stays_open():
    assert read_one("She added that it would open again.") == NO_ATTRIBUTION


def test_a_quotation_that_goes_on_is_the_same_speakers():
    _, goes_on, news = read("“It failed,” Jane Roe said.", "“Nobody came.”", "It was May.")
    assert goes_on.speaker == "Jane Roe"
    assert news == NO_ATTRIBUTION


def test_a_link_without_a_speaker_is_the_attribution():
    (found,) = read("The debt doubled in May.", links=[((4, 8, "https://example.org/a"),)])
    assert found.cls is AttributionClass.LINKED
    assert found.chain == (ChainLink("debt", AttributionClass.LINKED, "https://example.org/a"),)


def test_a_link_ends_the_chain_of_its_speaker():
    sentence = "Jane Roe said so in a letter."
    (found,) = read(sentence, links=[((22, 28, "https://example.org/b"),)])
    assert found.cls is AttributionClass.NAMED_PERSON
    assert [(link.name, link.url) for link in found.chain] == [
        ("Jane Roe", None),
        ("letter", "https://example.org/b"),
    ]


def test_a_link_on_the_outlet_is_that_outlets():
    sentence = "Jane Roe told Reuters that it had closed."
    (found,) = read(sentence, links=[((14, 21, "https://example.org/c"),)])
    assert found.chain[-1] == ChainLink(
        "Reuters", AttributionClass.NAMED_OUTLET, "https://example.org/c"
    )


def test_a_language_that_is_not_read_still_knows_its_links():
    (found,) = read("Il debito.", language="it", links=[((3, 9, "https://example.org/d"),)])
    assert found.cls is AttributionClass.LINKED


@given(
    st.lists(
        st.one_of(
            st.text(max_size=150),
            st.lists(
                st.sampled_from(
                    [
                        "said",
                        "Jane",
                        "Roe",
                        ",",
                        '"',
                        "who",
                        "told",
                        "Reuters",
                        "according to",
                        "he",
                        "source",
                        "because",
                        "anonymity",
                        "on",
                        ".",
                        "laut",
                        "selon",
                        "según",
                    ]
                ),
                max_size=25,
            ).map(" ".join),
        ),
        max_size=8,
    ),
    st.sampled_from(["en", "de", "fr", "es", "it", None]),
)
@settings(max_examples=200, deadline=None)
def test_every_sentence_gets_one_attribution_whose_words_the_article_wrote(sentences, language):
    found = read(*sentences, language=language)
    text = "\n".join(sentences)
    assert len(found) == len(sentences)
    assert all(a.cue is None or a.cue in s for a, s in zip(found, sentences, strict=True))
    assert all(a.speaker is None or a.speaker in text for a in found)
    for attribution in (each for one in found for each in (one, *one.further)):
        spans = [*attribution.content, *((q.start, q.end) for q in attribution.quotations)]
        spans += [attribution.spoken_at] if attribution.spoken_at else []
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(attribution.content) == sorted(attribution.content)


def test_a_sentence_of_many_cues_is_read_in_bounded_time():
    sentence = "said Jane Roe told Reuters, according to a source who " * 1_000
    assert read_one(sentence).cls is not AttributionClass.NONE


def contents(text, attribution):
    return [text[start:end] for start, end in attribution.content]


@pytest.mark.parametrize(
    ("language", "sentence", "said", "is_direct"),
    [
        ("en", "Jane Roe said that the bank was closed.", ["that the bank was closed."], False),
        (
            "en",
            "The bank was closed for good, Jane Roe said.",
            ["The bank was closed for good"],
            False,
        ),
        ("en", "“We closed,” said Jane Roe, “for good.”", ["“We closed,”", "for good"], True),
        ("en", "According to the police, he left.", ["he left."], False),
        ("en", "He left at noon, according to the police.", ["He left at noon"], False),
        ("en", "Jane Roe said in a statement that it was shut.", ["that it was shut."], False),
        ("en", "As he left, Jane Roe said it was shut.", ["it was shut."], False),
        ("de", "„Wir schließen“, sagte Anna Roe.", ["„Wir schließen“"], True),
        ("de", "Der Minister erklärte, man werde es ändern.", ["man werde es ändern."], False),
        ("fr", "La loi sera changée, a indiqué Anne Roe.", ["La loi sera changée"], False),
        ("fr", "Anne Roe a affirmé que la loi changerait.", ["que la loi changerait."], False),
        ("es", "La ley cambiará, informó Ana Roe.", ["La ley cambiará"], False),
        ("es", "Ana Roe afirmó que la ley cambiaría.", ["que la ley cambiaría."], False),
    ],
)
def test_what_is_attributed_is_pointed_at(language, sentence, said, is_direct):
    found = read_one(sentence, language)
    assert [words.rstrip("”. ") for words in contents(sentence, found)] == [
        words.rstrip("”. ") for words in said
    ]
    assert found.is_direct is is_direct


@pytest.mark.parametrize(
    ("language", "sentence", "outlet"),
    [
        ("de", "„Wir schließen“, sagte Anna Roe der Zeitung Bild.", "Bild"),
        ("fr", "« Nous fermons », a déclaré Anna Roe à Reuters.", "Reuters"),
        ("es", "«Cerramos», dijo Anna Roe a la agencia EFE.", "EFE"),
    ],
)
def test_the_outlet_spoken_to_is_in_the_chain_and_not_in_the_name(language, sentence, outlet):
    found = read_one(sentence, language)
    assert [link.name for link in found.chain] == ["Anna Roe", outlet]


def test_a_sentence_gives_each_of_its_speakers_what_is_theirs():
    sentence = "Jane Roe said the bank was shut, while Karl Poe denied that it was."
    found = read_one(sentence)
    assert (found.speaker, contents(sentence, found)) == ("Jane Roe", ["the bank was shut"])
    (further,) = found.further
    assert (further.speaker, contents(sentence, further)) == ("Karl Poe", ["that it was."])


def test_each_quotation_has_its_own_speaker_or_none():
    sentence = (
        "The talks came up where CEO Karl Poe referenced the plan as covering “all towns” "
        "before an Acme spokeswoman corrected it to the Daily Herald, saying it “does not”."
    )
    found = read_one(sentence)
    assert [(sentence[q.start : q.end], q.speaker) for q in found.quotations] == [
        ("all towns", "CEO Karl Poe"),
        ("does not", "an Acme spokeswoman"),
    ]


def test_a_quotation_of_several_sentences_is_one_speakers_from_end_to_end():
    sentences = ("“We closed.", "Nobody came,” Jane Roe said.", "“It hurt.”", "It was May.")
    found = read(*sentences)
    assert [attribution.speaker for attribution in found] == ["Jane Roe"] * 3 + [None]
    assert found[0].content == found[1].content == found[2].content
    assert [attribution.cue for attribution in found[:3]] == [None, "said", None]


def test_a_pronoun_passes_over_whom_it_cannot_mean():
    *_, found = read("Jane Roe said no.", "Mr. Karl Poe said yes.", "She added that it was late.")
    assert found.speaker == "Jane Roe"


def test_where_no_cue_is_known_for_the_language_the_reading_says_so():
    (limit,) = limits_of("it")
    assert "attribution" in limit.name
    assert "“it”" in limit.note
    assert limits_of("de") == ()


def test_an_italian_article_says_that_its_attributions_were_not_read():
    reading = read_article(
        Submission(content=b"Il ministro ha detto che la legge resta.", language="it"),
        max_bytes=1_000,
        max_sources=1,
        max_statements=9,
    )
    assert [limit.name for limit in reading.limits] == ["attribution_languages"]
    assert reading.article.statements[0].attribution == NO_ATTRIBUTION


def test_no_given_name_is_listed_as_a_womans_and_a_mans():
    assert FEMALE
    assert MALE
    assert not FEMALE & MALE
