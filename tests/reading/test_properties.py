"""What holds of any bytes: offsets give the text back, and only two errors are raised."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.domain import CitationBasis, Reading, Submission, SuppliedSource
from service.errors import TooLarge, UnreadableArticle
from workers.reading import read_article

BOUNDED = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("aeiou .,!?\n"), max_size=30
)
_MARKDOWN = """# |## Sources\n|\n\n|- |1. |> |*|**|`|```\n|[a](https://a.example/)|[^1]|[r]|![alt](x.png)|
\n[^1]: https://n.example/\n|\n[r]: https://r.example/\n|https://bare.example/x.|www.w.example|[1]|
[2, 3]|---\n|<b>|</b>|<a href='https://h.example/'>|</a>|&amp;|\\*|    |\t|¹"""
_HTML = """<p>|</p>|<br>|<br><br>|<div class='share'>|</div>|<a href='https://a.example/'>|<title>|<b|
<a href='#fn1'>1</a>|<li id='fn1'>|<a href='#top'>|</a>|<sup>1</sup>|<h2>Sources</h2>|<ol>|
<li>|</ol>|<blockquote cite='https://q.example/'>|</blockquote>|<table><tr><td>|</table>|<!--|-->|<script>|"|
</script>|&lt;|&#x110000;|<|>|<html>|<body>|<nav>|<a href=|\U000f0000\U000f1001|<aside>"""
MARKDOWN = st.sampled_from(_MARKDOWN.split("|"))
HTML = st.sampled_from(_HTML.split("|"))


def read(content: bytes, **given_) -> Reading | None:
    submission = Submission(
        content=content,
        sources=(SuppliedSource(text="A note."),),
        url="https://o.example/",
        **given_,
    )
    with suppress(UnreadableArticle, TooLarge):
        return read_article(submission, max_bytes=100_000, max_sources=4, max_statements=20)
    return None


def hold(reading: Reading | None, lines: list[str] | None = None) -> None:
    """Assert what is true of every reading."""
    if reading is None:
        return
    article = reading.article
    ids = [s.id for s in reading.sources]
    names = [s.id for s in article.statements]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    for block, after in zip(article.blocks, article.blocks[1:], strict=False):
        assert article.text[block.end : after.start] == "\n\n"
    for statement in article.statements:
        assert statement.text == article.text[statement.start : statement.end]
        assert statement.text == statement.text.strip() != ""
        block = article.blocks[statement.block]
        assert block.start <= statement.start < statement.end <= block.end
        assert len(set(statement.citations)) == len(statement.citations)
        assert set(statement.citations) <= set(ids)
        if lines is not None and statement.line is not None:
            assert statement.text[0] in lines[statement.line - 1][statement.column - 1 :]
    for citation in article.citations:
        assert citation.source_id in ids
        assert set(citation.statement_ids) <= set(names)
        if citation.basis is not CitationBasis.SUPPLIED:
            assert article.text[citation.start : citation.end].strip()


# Right-to-left words and marks, joiners, combining marks, marks never closed.
ODD = st.sampled_from(
    [
        "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2067", "\u2069", "\u200f",
        "e\u0301\u0323", "\u0301", "\u0e33",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001d49c",
        "«", "»", "“", "”", "„", "‘", '"', "「", "(", "[", "שלום", "مرحبا؟",
        "नमस्ते।", "Привет.", "日本。",
        "ß", "İ", "ﬁ", " ", "\n", "\n\n", ". ", "said Jane Roe", "https://a.example/ל",
    ]
)  # fmt: skip


@BOUNDED
@given(
    st.lists(ODD | WORDS, max_size=40).map("".join),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
    st.sampled_from([None, "en", "ar", "he", "ja", "th"]),
)
def test_mixed_scripts_and_marks_without_width_keep_offsets_that_hold(draft, filename, language):
    hold(read(draft.encode(), filename=filename, language=language))


@BOUNDED
@given(
    st.lists(
        st.sampled_from(
            [
                "<b>",
                "<a href='https://a.example/'>",
                "<ul><li>",
                "<p>",
                "</p>",
                "</li>",
                "<blockquote>",
                "<table><tr><td>",
                "<i",
                "</a>",
                "<sup>",
                "<h2>",
                "«",
                "word. ",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_nested_and_unclosed_markup_keeps_offsets_and_marks_the_draft(draft):
    reading = read(f"<p>Start.</p>{draft}".encode(), media_type="text/html")
    assert reading is not None
    hold(reading, f"<p>Start.</p>{draft}".split("\n"))


@pytest.mark.parametrize("filename", ["a.txt", "a.md", "a.html"])
def test_a_megabyte_without_a_stop_is_read_whole(filename):
    draft = "word " * 200_000
    submission = Submission(content=draft.encode(), filename=filename, language="en")
    reading = read_article(submission, max_bytes=2_000_000, max_sources=4, max_statements=5_000)
    assert sum(len(s.text.split()) for s in reading.article.statements) == 200_000
    hold(reading)


def test_a_footnote_that_points_nowhere_leaves_its_statement_alone():
    reading = read(
        b"The dam broke.[^9] It was old.[1]\n\n[^8]: https://n.example/\n", filename="a.md"
    )
    assert reading is not None
    hold(reading)
    assert all(
        c.basis is CitationBasis.SUPPLIED for c in reading.article.citations if c.statement_ids
    )


@BOUNDED
@given(st.binary(max_size=300), st.sampled_from([None, "text/html", "text/markdown", "text/plain"]))
def test_any_bytes_are_read_or_refused(content, media_type):
    hold(read(content, media_type=media_type))


@BOUNDED
@given(st.lists(MARKDOWN | WORDS, max_size=25).map("".join))
def test_any_markdown_is_read_with_offsets_that_hold(draft):
    hold(read(draft.encode(), filename="a.md"))


@BOUNDED
@given(st.lists(HTML | WORDS, max_size=25).map("".join))
def test_any_html_is_read_with_offsets_that_hold(draft):
    hold(read(draft.encode(), media_type="text/html"))


@BOUNDED
@given(st.lists(WORDS | st.sampled_from(["\n\n", "Sources:\n", "[1]", "- ", "> "]), max_size=25))
def test_any_text_is_read_with_offsets_and_lines_that_hold(parts):
    draft = "".join(parts)
    hold(read(draft.encode(), filename="a.txt"), draft.split("\n"))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize(
    "draft",
    [
        "word " * 20_000,
        "x" * 100_000,
        "<div>" * 20_000 + "It fell.",
        "<b>it " * 10_000,
        "<p>It fell. " * 5_000,
        '<a "' * 25_000 + "It fell.",
        "<!--" * 25_000 + "It fell.",
        "<script>" * 10_000 + "It fell.",
        "[" * 90_000 + "It fell.",
        "[a](" * 20_000 + "It fell.",
        "> " * 40_000 + "It fell.",
        "**a_" * 20_000,
        "[1]" * 30_000,
        " http://" * 10_000,
        "&amp;" * 20_000,
        "It fell.\n\n" * 5_000,
    ],
    ids=lambda draft: draft[:12].strip(),
)
def test_what_never_ends_or_closes_is_read_in_time(draft, suffix):
    hold(read(draft.encode(), filename="a" + suffix))
