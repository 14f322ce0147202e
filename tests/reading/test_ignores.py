"""What a draft asks to have passed over: as written, with its block and its line."""

import io

import docx
import pytest

from service.domain import InlineIgnore, Reading, Submission
from workers.reading import read_article
from workers.reading.ignores import MOST

HEADED = """---
title: Ferries
sourceproof:
  ignore:
    - {rule: SP401, reason: "our own count", until: 2026-12-31}
    - SP402
---
"""
TOML = """+++
title = "Ferries"
[[sourceproof.ignore]]
rule = "SP401"
reason = "our own count"
until = 2026-12-31
+++
"""


def read(content: str | bytes, name: str = "draft.md") -> Reading:
    raw = content if isinstance(content, bytes) else content.encode()
    submission = Submission(content=raw, filename=name)
    return read_article(submission, max_bytes=10**7, max_sources=100, max_statements=10_000)


def covered(reading: Reading) -> list[tuple[str, str]]:
    return [(i.rule, reading.article.text[i.start : i.end]) for i in reading.ignores]


def test_a_comment_on_a_line_of_its_own_is_for_the_next_block():
    """With its line in the draft, and all that it says; each rule is one ignore."""
    reading = read(
        "One here.\n\n<!-- sourceproof-ignore SP202, quote-altered reason='asked the \"port\"' "
        'until=2026-12-31 by="Ann" -->\n\nTwo there.\n'
    )
    assert covered(reading) == [("SP202", "Two there."), ("quote-altered", "Two there.")]
    first = reading.ignores[0]
    assert (first.reason, first.until, first.by, first.line) == (
        'asked the "port"',
        "2026-12-31",
        "Ann",
        3,
    )


@pytest.mark.parametrize(
    "text",
    [
        "<!-- sourceproof-ignore SP202 reason=x -->Two there.",
        "Two <!-- sourceproof-ignore SP202 reason=x -->there.",
        "Two there.<!-- sourceproof-ignore SP202 reason=x -->",
        "- <!-- sourceproof-ignore SP202 reason=x -->Two there.",
        "> <!-- sourceproof-ignore SP202 reason=x -->\n> Two there.",
        "<div>\n<!-- sourceproof-ignore\n  SP202 reason=x -->\n<p>Two there.</p>\n</div>",
    ],
)
@pytest.mark.parametrize("around", ["{}", "One here.\n\n{}\n\nThree too."])
def test_a_comment_within_a_block_is_for_that_block(text, around):
    """Wherever it stands in it; the text is read as if the comment were not there."""
    draft = around.format(text)
    reading = read(draft)
    assert covered(reading) == [("SP202", "Two there.")]
    assert "sourceproof" not in reading.article.text
    assert reading.ignores[0].line == draft[: draft.index("<!--")].count("\n") + 1


def test_a_comment_in_html_is_read_the_same():
    """Fragments and whole pages, also before the page and between its blocks."""
    fragment = '<p>One.</p><!-- sourceproof-ignore SP202 reason="a > b" --><p>Two <b>there</b>.</p>'
    assert covered(read(fragment, "a.html")) == [("SP202", "Two there.")]
    words = "is a sentence of some length, as they are in papers, and goes on for a while."
    page = (
        '<!-- sourceproof-ignore SP101 reason="x" -->\n<!doctype html><html><head><title>T</title>'
        f"</head><body><article><h1>Ferries</h1>\n<p>This {words}</p><!-- another -->\n"
        f'<p>That {words}<!-- sourceproof-ignore SP404 reason="y" --> It goes on.</p></article>'
    )
    reading = read(page, "a.html")
    assert [i.rule for i in reading.ignores] == ["SP101", "SP404"]
    assert covered(reading)[1][1] == f"That {words} It goes on."
    assert [i.line for i in reading.ignores] == [1, 4]


def test_a_comment_after_the_last_block_is_for_none():
    """It is kept, so that it can be said to cover nothing."""
    (ignore,) = read("One here.\n\n<!-- sourceproof-ignore SP202 reason=x -->\n").ignores
    assert ignore.start == ignore.end


def test_other_comments_ask_for_nothing():
    """Nor does the word where readers see it."""
    assert read("One <!-- sourceproof-ignored SP202 --> here.").ignores == ()
    assert read("Two <!-- see sourceproof-ignore SP202 --> there.").ignores == ()
    assert read("The sourceproof-ignore SP202 reason=x is here.").ignores == ()


@pytest.mark.parametrize("header", [HEADED, TOML])
def test_a_header_asks_for_the_whole_draft(header):
    """In YAML and in TOML; without a reason it is kept as it was written."""
    ignores = read(f"{header}\nOne here.\n").ignores
    assert ignores[0] == InlineIgnore("SP401", "our own count", "2026-12-31")
    assert ignores[1:] == ((InlineIgnore("SP402"),) if header == HEADED else ())


def test_a_comment_of_a_word_processor_is_for_its_paragraph_and_by_its_author():
    """Word turns quotation marks into typographic ones."""
    document = docx.Document()
    document.add_paragraph("One here.")
    runs = document.add_paragraph("Two there.").runs
    document.add_comment(runs, text="sourceproof-ignore SP401 reason=“own -- count”", author="Ann")
    document.add_comment(runs, text="Is that so?", author="Bo")
    saved = io.BytesIO()
    document.save(saved)
    reading = read(saved.getvalue(), "a.docx")
    assert covered(reading) == [("SP401", "Two there.")]
    assert (reading.ignores[0].reason, reading.ignores[0].by) == ("own — count", "Ann")


def test_what_is_read_beside_the_ignores_is_the_same_without_them():
    """Statements, their places in the draft and citations do not move."""
    plain = "# Head\n\nOne [here](https://a.example/x) and there.\n\n\n\nTwo is more.\n"
    asking = plain.replace("\n\n\n\n", "\n\n<!-- sourceproof-ignore SP202 reason=x -->\n\n")
    there = read(asking).article
    assert there.text == read(plain).article.text
    assert [s.text for s in there.statements] == [s.text for s in read(plain).article.statements]
    assert there.citations == read(plain).article.citations


def test_more_ignores_than_any_draft_has_are_left_out_and_told():
    """Each is held against every finding."""
    reading = read("One here. " + "<!-- sourceproof-ignore SP202 reason=x -->" * (MOST + 5))
    assert len(reading.ignores) == MOST
    assert [limit.limit for limit in reading.limits if limit.name == "max_ignores"] == [MOST]
