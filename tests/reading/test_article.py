"""Reading a draft: what holds for every format."""

import pytest

from service.domain import (
    Access,
    BlockKind,
    CitationBasis,
    StatementKind,
    SuppliedSource,
)
from service.errors import TooLarge, UnreadableArticle


def cited(reading, words):
    """The URLs of the sources that the statement with these words rests on."""
    urls = {source.id: source.url for source in reading.sources}
    (statement,) = [s for s in reading.article.statements if words in s.text]
    return [urls[name] for name in statement.citations]


def anchors(reading):
    text = reading.article.text
    return [(c.url, text[c.start : c.end], c.basis) for c in reading.article.citations]


def test_sources_are_numbered_in_order_of_first_citation_with_supplied_ones_last(read):
    reading = read(
        "The dam [broke](https://b.example/1) on Monday. It was [old](https://a.example/2).",
        filename="a.md",
        sources=(SuppliedSource(url="https://z.example/"), SuppliedSource(text="Own notes.")),
    )
    assert [(s.id, s.url) for s in reading.sources] == [
        ("s1", "https://b.example/1"),
        ("s2", "https://a.example/2"),
        ("s3", "https://z.example/"),
        ("s4", None),
    ]
    assert cited(reading, "broke") == ["https://b.example/1", "https://z.example/", None]


def test_a_supplied_source_is_held_against_every_checkable_statement_and_no_other(read):
    reading = read(
        "The dam broke on Monday. Will it hold next time?",
        sources=(SuppliedSource(text="Notes."),),
    )
    fact, question = reading.article.statements
    assert question.kind is StatementKind.QUESTION
    assert (fact.citations, question.citations) == (("s1",), ())
    assert [c.basis for c in reading.article.citations] == [CitationBasis.SUPPLIED]


def test_two_spellings_of_one_address_are_one_source_with_a_citation_for_each_anchor(read):
    reading = read(
        "One [fact](https://News.example:443/a?utm_source=x&id=1#top) is known. "
        "Another [fact](https://news.example/a?id=1) is known too.",
        filename="a.md",
    )
    (source,) = reading.sources
    assert source.url == "https://News.example:443/a?utm_source=x&id=1#top"
    assert [c.source_id for c in reading.article.citations] == ["s1", "s1"]
    assert [c.statement_ids for c in reading.article.citations] == [("st1",), ("st2",)]


def test_links_that_point_to_no_document_are_no_citations(read):
    reading = read(
        "<p>Write to <a href='mailto:a@b.example'>us</a>, <a href='tel:+491'>call</a>, go to the "
        "<a href='#top'>top</a>, <a href='javascript:void(0)'>click</a> or "
        "<a href='data:text/plain,x'>see</a> the <a href='/relative'>page</a>.</p>",
        media_type="text/html",
    )
    assert reading.sources == ()
    assert reading.article.citations == ()


def test_a_relative_link_is_read_against_the_address_of_the_article(read):
    reading = read(
        "<p>The council <a href='/minutes/5'>voted</a> on Monday.</p>",
        media_type="text/html",
        url="https://town.example/news/1",
    )
    assert cited(reading, "council") == ["https://town.example/minutes/5"]


def test_a_closing_list_is_declared_for_what_has_no_closer_source(read):
    reading = read(
        "The dam [broke](https://a.example/) on Monday. Two people died.\n\n"
        "## Sources\n\n- [Weather office](https://w.example/)\n- Police, https://p.example/x\n",
        filename="a.md",
    )
    assert cited(reading, "broke") == ["https://a.example/"]
    assert cited(reading, "died") == ["https://w.example/", "https://p.example/x"]
    assert anchors(reading)[1:] == [
        ("https://w.example/", "Weather office", CitationBasis.DECLARED),
        ("https://p.example/x", "https://p.example/x", CitationBasis.DECLARED),
    ]
    kinds = [b.kind for b in reading.article.blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.SOURCE_LIST] * 3]


@pytest.mark.parametrize(
    "heading",
    ["Sources", "References:", "**Sources**", "Quellen", "Fuentes", "Sources :", "Works cited"],
)
def test_a_list_of_sources_is_known_by_its_name_in_several_languages(read, heading):
    reading = read(
        f"The dam broke on Monday.\n\n{heading}\n\n- [Office](https://w.example/)\n",
        filename="a.md",
    )
    assert cited(reading, "dam") == ["https://w.example/"]


def test_a_numbered_entry_belongs_to_the_statements_that_bear_its_marker(read):
    reading = read(
        "Storm hits coast\n\nThe storm came on Monday [1]. It killed two people.[2,3] "
        "Nobody was ready.\n\nSources:\n[1] Weather office, https://w.example/1\n"
        "[2] Police https://p.example/2\n[3] www.third.example/x\n[4] https://all.example/4\n"
    )
    assert cited(reading, "came") == ["https://w.example/1"]
    assert cited(reading, "killed") == ["https://p.example/2", "https://www.third.example/x"]
    assert cited(reading, "ready") == ["https://all.example/4"]


def test_an_entry_without_a_link_does_not_end_the_list(read):
    reading = read(
        "<p>The dam broke on Monday.</p><h3>Sources</h3>"
        "<p>Office. <a href='https://a.example/'>Link</a></p><p>Doe, Jane. Interview. 5 May.</p>"
        "<p>Police. <a href='https://b.example/'>Link</a></p>",
        media_type="text/html",
    )
    assert cited(reading, "dam") == ["https://a.example/", "https://b.example/"]
    assert len(reading.article.statements) == 1


def test_a_marker_of_a_note_is_no_word_of_the_statement(read):
    reading = read(
        "It rose to 5 percent.[^a] Then it fell[^b].\n\n"
        "[^a]: See [the data](https://d.example/).\n[^b]: https://e.example/\n",
        filename="a.md",
    )
    assert [s.text for s in reading.article.statements] == [
        "It rose to 5 percent.",
        "Then it fell.",
    ]
    assert anchors(reading) == [
        ("https://d.example/", "percent.", CitationBasis.NOTE),
        ("https://e.example/", "fell", CitationBasis.NOTE),
    ]


def test_a_note_named_again_is_cited_each_time_and_leaves_no_marker(read):
    """Each "[^1]" cites the link of the note for its own sentence, as the first one does."""
    reading = read(
        'It rose.[^1] "It is fine," she said.[^1]\n\nThen it fell.[^1]\n\n'
        "[^1]: [The data](https://d.example/).\n",
        filename="a.md",
    )
    statements = reading.article.statements
    assert [s.text for s in statements] == ["It rose.", '"It is fine," she said.', "Then it fell."]
    assert [cited(reading, s.text) for s in statements] == [["https://d.example/"]] * 3


def test_an_exponent_is_no_marker(read):
    reading = read(
        "<p>The area is 10 km<sup>2</sup> wide.<sup>1</sup></p><h2>Sources</h2>"
        "<ol><li><a href='https://a.example/'>A</a></li>"
        "<li><a href='https://b.example/'>B</a></li></ol>",
        media_type="text/html",
    )
    (statement,) = reading.article.statements
    assert statement.text == "The area is 10 km2 wide."
    assert cited(reading, "area") == ["https://a.example/"]


def test_the_attribution_line_of_a_quotation_stands_for_all_of_it(read):
    reading = read(
        "> We will not stop. Never.\n>\n> — Jane Doe, [speech](https://s.example/)\n",
        filename="a.md",
    )
    (citation,) = reading.article.citations
    assert citation.statement_ids == ("st1", "st2", "st3")


def test_a_quotation_inherits_the_source_of_the_sentence_that_leads_to_it(read):
    reading = read(
        "As the Bild [wrote](https://b.example/):\n\n> They did it. All of them.\n", filename="a.md"
    )
    direct, inherited = reading.article.citations
    assert (direct.basis, direct.statement_ids) == (CitationBasis.DIRECT, ("st1",))
    assert (inherited.basis, inherited.statement_ids) == (CitationBasis.INHERITED, ("st2", "st3"))
    assert {s.citations for s in reading.article.statements} == {("s1",)}


def test_sources_beyond_the_limit_are_listed_and_refused_with_the_limit_named(read):
    draft = " ".join(f"Fact {i} was [told](https://h{i}.example/) today." for i in range(5))
    reading = read(draft, filename="a.md", max_sources=3)
    assert [s.access for s in reading.sources] == [None, None, None, *[Access.REFUSED] * 2]
    assert "3" in reading.sources[4].outcome.obstacle
    assert cited(reading, "Fact 4") == ["https://h4.example/"]
    assert [limit.name for limit in reading.limits] == ["max_sources"]


def test_statements_beyond_the_limit_are_counted_in_a_limit(read):
    reading = read("One is here. Two is here. Three is here.", max_statements=2)
    assert len(reading.article.statements) == 2
    (limit,) = reading.limits
    assert (limit.name, limit.limit) == ("max_statements", 2)
    assert limit.note.startswith("1 ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"text\x00with\x00nul", "binary"),
        (b"%PDF-1.7 something", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"PK\x03\x04 no word", "zip"),
        (b"... --- ... 12 !!!", "no sentence"),
        (b"\xff\xfea", "UTF-16"),
        (bytes(range(1, 32)) * 20, "binary"),
    ],
)
def test_what_holds_no_article_is_refused_with_its_reason(read, content, reason):
    with pytest.raises(UnreadableArticle, match=reason):
        read(content)


def test_more_bytes_than_allowed_are_refused_before_they_are_read(read):
    with pytest.raises(TooLarge, match="100"):
        read(b"word " * 21, max_bytes=100)


def test_more_lines_or_signs_of_markup_than_any_article_has_are_refused(read):
    with pytest.raises(TooLarge, match="lines"):
        read("a\n" * 100_001, filename="a.txt")
    with pytest.raises(TooLarge, match="signs"):
        read("[a " * 200_001, filename="a.md")


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252", "iso-8859-1"]
)
def test_the_charset_is_found_by_mark_by_utf8_or_by_guess(read, charset):
    words = (
        "Der Bürgermeister eröffnete am Montag die Brücke über die Spree. Ärzte prüfen die Größe."
    )
    assert read(words.encode(charset)).article.text == words


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_told_by_its_nul_bytes(read, charset):
    words = "Der Bürgermeister eröffnete am Montag die Brücke über die Spree – endlich."
    assert read(words.encode(charset)).article.text == words


def test_windows_1252_pasted_into_utf8_is_read_word_by_word(read):
    sound = "Der Bürgermeister eröffnete am Montag die Brücke. "
    pasted = "Ärzte prüfen sie."
    assert read(sound.encode() * 3 + pasted.encode("cp1252")).article.text == sound * 3 + pasted


def test_line_ends_of_every_system_count_as_one(read):
    reading = read(b"One is here.\r\n\r\nTwo is here.\r\rThree is here.")
    assert [(s.line, s.column) for s in reading.article.statements] == [(1, 1), (3, 1), (5, 1)]


def test_what_the_submission_says_wins_over_what_the_draft_says(read):
    header = "---\ntitle: Theirs\nlanguage: de\ndate: 2024-05-01\n---\n\nThe dam broke on Monday.\n"
    plain = read(header, filename="a.md").article
    told = read(header, filename="a.md", title="Ours", language="en-GB").article
    assert (plain.title, plain.language, plain.published_at.isoformat()) == (
        "Theirs",
        "de",
        "2024-05-01T00:00:00+00:00",
    )
    assert (told.title, told.language) == ("Ours", "en")


def test_a_headline_without_a_link_rests_on_all_that_the_text_cites(read):
    reading = read(
        "# The council bought four boats\n\n"
        "It [paid](https://a.example/) for them. They [sail](https://b.example/) now. "
        "It [paid](https://a.example/) twice.\n",
        filename="a.md",
    )
    headline = reading.article.statements[0]
    assert headline.citations == ("s1", "s2")
    taken = [c for c in reading.article.citations if c.basis is CitationBasis.INHERITED]
    assert [(c.source_id, c.statement_ids) for c in taken] == [("s1", ("st1",)), ("s2", ("st1",))]


def test_a_headline_with_a_link_of_its_own_takes_over_nothing(read):
    reading = read(
        "# The council [bought](https://a.example/) boats\n\nIt [paid](https://b.example/).\n",
        filename="a.md",
    )
    assert reading.article.statements[0].citations == ("s1",)
