"""Which statements a citation covers beyond the sentence that it stands in."""

import pytest

from service.domain import CitationBasis, StatementKind

LINK = "https://a.example/"


def inherited(reading):
    """The words of the statements that took a source over, with its URL."""
    words = {s.id: s.text for s in reading.article.statements}
    return [
        (words[name], c.url)
        for c in reading.article.citations
        if c.basis is CitationBasis.INHERITED
        for name in c.statement_ids
    ]


@pytest.mark.parametrize(
    "closing",
    [
        f"([Source]({LINK}))",
        f"(Source: [Reuters]({LINK}))",
        f"([Reuters, 5 May]({LINK}))",
        f"Source: [Reuters]({LINK}).",
        f"Via [the ministry]({LINK})",
        f"\\[[Quelle]({LINK})\\]",
    ],
)
def test_a_link_that_stands_apart_at_a_paragraphs_end_covers_the_paragraph(read, closing):
    reading = read(f"The dam broke on Monday. It flooded two towns. {closing}\n", filename="a.md")
    taken = [words for words, url in inherited(reading) if url == LINK]
    uncovered = [s for s in reading.article.statements if not s.citations]
    assert taken[0] == "The dam broke on Monday."
    assert uncovered == []


def test_a_mere_pointer_is_no_statement_to_be_checked(read):
    reading = read(f"The dam broke on Monday. ([Source]({LINK}))\n", filename="a.md")
    fact, pointer = reading.article.statements
    assert (fact.kind, pointer.kind) == (StatementKind.FACT, StatementKind.BOILERPLATE)
    assert fact.citations == ("s1",)


def test_a_generic_word_in_brackets_covers_the_paragraph_before_its_stop_too(read):
    reading = read(f"The dam broke. It flooded two towns ([Source]({LINK})).\n", filename="a.md")
    assert inherited(reading) == [("The dam broke.", LINK)]


@pytest.mark.parametrize(
    "draft",
    [
        f"The dam broke. It [flooded]({LINK}) two towns.",  # a link in the sentence
        f"The dam broke. It flooded two towns ([Reuters]({LINK})).",  # a name before the stop
        f"The dam broke. It flooded two towns, [police said]({LINK}).",  # the last words
        f"The dam broke. It flooded two towns. (He [resigned]({LINK}) over it in May.)",
        f"The dam broke, Reuters reported. ([Source]({LINK}))",  # said to be another's
        f"The dam broke.\n\nIt flooded two towns. ([Source]({LINK}))",  # another paragraph
    ],
)
def test_where_it_is_open_what_a_link_covers_it_covers_its_own_sentence_alone(read, draft):
    reading = read(draft + "\n", filename="a.md")
    assert "The dam broke" not in "".join(w for w, _ in inherited(reading) if w[:3] == "The")


def test_a_closing_link_stops_at_the_sentence_with_a_source_of_its_own(read):
    reading = read(
        f"One came. Two [came](https://b.example/). Three came. ([Source]({LINK}))\n",
        filename="a.md",
    )
    assert inherited(reading) == [("Three came.", LINK)]


def test_a_note_behind_two_sentences_covers_both(read):
    draft = "The dam broke on Monday. It flooded two towns.[^1]\n\n[^1]: https://a.example/\n"
    reading = read(draft, filename="a.md")
    assert inherited(reading) == [("The dam broke on Monday.", LINK)]


@pytest.mark.parametrize(
    "draft",
    [
        "One came. Two came. Three came. Four came.[^1]",  # too many for one note
        "One came.[^1] Two came. Three came.[^1]",  # each has its own
        "One came. Two came.[^1] Three came.",  # not at the end
        "One came. Two [came](https://b.example/).[^1]",  # beside a link
    ],
)
def test_a_note_covers_no_more_where_that_is_open(read, draft):
    reading = read(f"{draft}\n\n[^1]: https://a.example/\n", filename="a.md")
    assert inherited(reading) == []


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "A UN [report]({}) counted the dead.", "The report also says that none was paid."),
        ("en", "A [report]({}) counted the dead.", "According to the report, none was paid."),
        ("en", "A [report]({}) counted the dead.", "It found that none was paid."),
        ("en", "A UN [report]({}) counted the dead.", "The UN report found that none was paid."),
        ("en", "The [study]({}) counted them.", "“None was paid,” the paper said."),
        (
            "de",
            "Ein [Jahresbericht]({}) zählt die Toten.",
            "Laut dem Bericht wurde niemand bezahlt.",
        ),
        ("de", "Ein [Bericht]({}) zählt die Toten.", "Dem Bericht zufolge wurde keiner bezahlt."),
        (
            "de",
            "Eine [Studie]({}) zählt die Toten.",
            "Die Studie zeigt, dass keiner bezahlt wurde.",
        ),
        ("de", "Ein [Bericht]({}) zählt die Toten.", "Darin heißt es, dass keiner bezahlt wurde."),
        ("fr", "Un [rapport]({}) compte les morts.", "Selon le rapport, personne n’a été payé."),
        ("fr", "Une [étude]({}) compte les morts.", "L’étude montre que personne n’a été payé."),
        ("es", "Un [informe]({}) cuenta los muertos.", "Según el informe, nadie cobró."),
        ("es", "Un [estudio]({}) cuenta los muertos.", "El estudio señala que nadie cobró."),
    ],
)
def test_a_definite_document_points_back_to_the_one_just_cited(read, language, first, second):
    reading = read(f"{first.format(LINK)} {second}\n", filename="a.md", language=language)
    assert inherited(reading) == [(second, LINK)]


def test_pointing_back_goes_on_from_sentence_to_sentence_and_over_a_paragraph(read):
    reading = read(
        f"A [report]({LINK}) counted the dead. The report says that none was paid.\n\n"
        "It also found that two were warned.\n",
        filename="a.md",
    )
    assert [words[:7] for words, _ in inherited(reading)] == ["The rep", "It also"]


def test_of_two_links_the_one_whose_words_name_the_document_is_meant(read):
    reading = read(
        "The [mayor](https://m.example/) read a [report](https://r.example/) on it. "
        "The report says that none was paid.\n",
        filename="a.md",
    )
    assert [url for _, url in inherited(reading)] == ["https://r.example/"]


@pytest.mark.parametrize(
    "draft",
    [
        f"The [mayor]({LINK}) spoke. The report says that none was paid.",  # no report cited
        f"A [report]({LINK}) came. The ruling says that none was paid.",  # another kind
        f"A [report]({LINK}) came. A second report came out. The report says that none was paid.",
        f"A UN [report]({LINK}) came. The WHO report says that none was paid.",  # another's
        f"A [report]({LINK}) came. The report by Oxfam says that none was paid.",  # another's
        f"A [report]({LINK}) came. It rained. It found its way.",  # not the sentence before
        f"A [report]({LINK}) came. One. Two. Three. The report says that none was paid.",  # too far
        (
            "A [report](https://b.example/) met a [report](https://c.example/). "
            "The report says that none was paid."
        ),  # which of the two
        f"A [report]({LINK}) came. A report says that none was paid.",  # not a definite one
    ],
)
def test_what_may_mean_another_document_points_to_none(read, draft):
    reading = read(draft + "\n", filename="a.md", language="en")
    assert inherited(reading) == []


def test_a_language_without_cues_points_back_to_nothing(read):
    draft = f"Een [rapport]({LINK}) telt de doden. Volgens het rapport werd niemand betaald.\n"
    assert inherited(read(draft, filename="a.md", language="nl")) == []
