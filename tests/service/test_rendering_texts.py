"""The pieces that renderings are made of: cutting, cleaning, addresses, words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_fixture import sample_report

from service.domain import Article
from service.domain.addresses import same_page_key
from service.policy import normal_text
from service.rendering import words
from service.rendering.cleaning import one_line, printable, web_url
from service.rendering.differences import read_diff
from service.rendering.html.marking import cut, mark_article

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)


@given(st.text(max_size=30), SPANS)
def test_cutting_gives_the_text_back(text, marks):
    """Whatever the marks, overlapping or out of range."""
    assert "".join(piece for piece, _ in cut(text, 0, [(*at, "x") for at in marks])) == text


@given(st.text(max_size=30), SPANS)
def test_cutting_marks_exactly_what_the_marks_cover(text, marks):
    """Character by character; where marks overlap, by the one that was given first."""
    spans = [(*at, name) for at, name in zip(marks, "abcdef", strict=False)]
    marked = "".join((how or ".") * len(piece) for piece, how in cut(text, 0, spans))
    assert marked == "".join(
        next((name for a, b, name in spans if a <= at < b), ".") for at in range(len(text))
    )


def test_marking_gives_every_block_back():
    """Statements and what stands between them are the block's text."""
    report = sample_report()
    blocks = mark_article(report.article, report.assessments)
    texts = ["".join(piece.text for piece in block.pieces) for block in blocks]
    assert texts == report.article.text.split("\n\n")


@given(st.text(max_size=80))
def test_marking_an_article_without_blocks_loses_only_empty_lines(text):
    """Every line with something on it is shown."""
    shown = [piece.text for block in mark_article(Article(text=text), ()) for piece in block.pieces]
    assert shown == [line for line in text.splitlines(keepends=True) if line.strip()]


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_no_control(text):
    """Stripping one sequence must not put another together."""
    clean = printable(text)
    assert not {c for c in clean if ord(c) < 32 or 0x7F <= ord(c) < 0xA0} - {"\n", "\t"}
    assert printable(clean) == clean


@given(st.text(), st.integers(1, 50))
def test_one_line_is_one_line_of_at_most_its_length(text, length):
    """For annotations and tables."""
    line = one_line(text, length)
    assert len(line) <= length
    assert len(line.splitlines()) <= 1


def test_writing_from_right_to_left_keeps_its_marks():
    """Only what overrides the order is stripped."""
    assert printable("\u200fשלום\u200e \u202eabc\u202c") == "\u200fשלום\u200e abc"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/path",
        "http://",
        "https://[bad",
        "file:///etc/passwd",
        "java\nscript:alert(1)",
    ],
)
def test_only_web_addresses_become_links(url):
    """Everything else stays text."""
    assert web_url(url) is None


def test_a_web_address_is_encoded_and_not_twice():
    """Quotes and brackets cannot leave the attribute; what is encoded stays."""
    assert web_url('HTTPS://e.example/a b"<é%20') == "HTTPS://e.example/a%20b%22%3C%C3%A9%20"


def test_a_diff_is_read_and_any_other_text_kept():
    """The notation of wdiff."""
    assert [(c.text, c.how) for c in read_diff("a [-b-] {+c+}")] == [
        ("a ", "kept"),
        ("b", "article"),
        (" ", "kept"),
        ("c", "source"),
    ]
    assert [(c.text, c.how) for c in read_diff("[-open")] == [("[-open", "kept")]


def test_a_reason_is_shown_without_its_code():
    """Machines read the code; people read a sentence."""
    report = sample_report()
    assert words.reason("source_unread: the page is gone", report) == "The page is gone."
    assert words.reason("It is there.", report) == "It is there."
    assert words.reason("", report) == ""


def test_a_reason_names_sources_by_their_titles_not_by_our_ids():
    """An id says nothing to an editor; what only looks like one stays."""
    report = sample_report()
    title = report.sources[1].outcome.title.replace("“", "‘").replace("”", "’")
    assert words.reason("source_unread: s2 is gone", report) == f"“{title}” is gone."
    assert words.reason("the s99 train", report) == "The s99 train."


def test_every_word_of_the_vocabulary_has_words():
    """No enum value reaches a reader bare."""
    report = sample_report()
    for table, enum in (
        (words.VERDICTS, type(report.assessments[0].verdict)),
        (words.ACCESS, type(report.sources[0].access)),
        (words.READER_ACCESS, type(report.sources[0].outcome.reader_access)),
        (words.QUOTES, type(report.assessments[2].quotes[0].result)),
        (words.VALUES, type(report.assessments[0].values[0].result)),
        (words.KINDS, type(report.assessments[0].statement.kind)),
        (words.ATTRIBUTIONS, type(report.assessments[0].statement.attribution.cls)),
        (words.BASES, type(report.independence[0].basis)),
    ):
        assert set(table) == set(enum)


@pytest.mark.parametrize(
    "url",
    [
        "https://e.example/a?b=1&a=2",
        "http://www.e.example:80/a/?a=2&b=1&utm_source=x#part",
        "https://user:pw@E.example/a?a=2&b=1&fbclid=9",
    ],
)
def test_addresses_of_one_document_are_one(url):
    """For fingerprints and for telling whether an article cites itself."""
    assert same_page_key(url) == "e.example/a?a=2&b=1"


@given(st.text())
def test_folding_a_text_twice_is_folding_it_once(text):
    """Whatever it holds."""
    assert normal_text(normal_text(text)) == normal_text(text)
