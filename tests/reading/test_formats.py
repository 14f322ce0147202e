"""Each format gives the same kinds of blocks, links and places."""

import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from service.domain import BlockKind, CitationBasis
from service.errors import TooLarge, UnreadableArticle
from workers.reading.formats import Format, format_of

MARKDOWN = """# A dam breaks

The dam *broke* on Monday, the [office](https://w.example/ "t") said
and two \\*people\\* **died** &amp; more.

![A broken dam](dam.png)

- First [point](https://p.example/) made
- Second point made

> Nobody knew.

See <https://auto.example/x> and [the law][law].

[law]: https://law.example/5
"""


def blocks(reading):
    text = reading.article.text
    return [(b.kind, text[b.start : b.end]) for b in reading.article.blocks]


def places(reading):
    return {s.text.split()[0]: (s.line, s.column) for s in reading.article.statements}


def links(reading):
    """Give the anchors that stand in the text; headlines take theirs over from it."""
    text = reading.article.text
    own = [c for c in reading.article.citations if c.basis is not CitationBasis.INHERITED]
    return [(text[c.start : c.end], c.url) for c in own]


def test_markdown_becomes_plain_text_in_blocks(read):
    assert blocks(read(MARKDOWN, filename="a.md")) == [
        (BlockKind.HEADLINE, "A dam breaks"),
        (
            BlockKind.PARAGRAPH,
            "The dam broke on Monday, the office said and two *people* died & more.",
        ),
        (BlockKind.CAPTION, "A broken dam"),
        (BlockKind.LIST_ITEM, "First point made"),
        (BlockKind.LIST_ITEM, "Second point made"),
        (BlockKind.QUOTATION, "Nobody knew."),
        (BlockKind.PARAGRAPH, "See https://auto.example/x and the law."),
    ]


def test_markdown_links_of_every_form_give_their_anchors(read):
    assert links(read(MARKDOWN, filename="a.md")) == [
        ("office", "https://w.example/"),
        ("point", "https://p.example/"),
        ("https://auto.example/x", "https://auto.example/x"),
        ("the law", "https://law.example/5"),
    ]


def test_statements_of_markdown_have_the_line_and_column_of_the_draft(read):
    assert places(read(MARKDOWN, filename="a.md")) == {
        "A": (6, 3),
        "The": (3, 1),
        "First": (8, 3),
        "Second": (9, 3),
        "Nobody": (11, 3),
        "See": (13, 1),
    }


def test_html_in_markdown_is_read_as_html(read):
    reading = read(
        "It <a href='https://a.example/'>broke</a> today.<sup>x</sup>\n\n"
        "<div><p>It was <a href='https://b.example/'>old</a>.</p>\n<script>no()</script></div>\n",
        filename="a.md",
    )
    assert links(reading) == [("broke", "https://a.example/"), ("old", "https://b.example/")]
    assert "no()" not in reading.article.text


def test_code_in_markdown_is_no_statement(read):
    reading = read("The tool works.\n\n```\nThe dam broke at https://x.example/.\n```\n")
    assert [s.text for s in reading.article.statements] == ["The tool works."]
    assert reading.sources == ()


def test_broken_front_matter_sinks_nothing(read):
    reading = read("---\ntitle: [unclosed\n---\n\nThe dam broke on Monday.\n", filename="a.md")
    assert [s.text for s in reading.article.statements] == ["The dam broke on Monday."]


HTML = """<h2>A dam breaks</h2>
<p>The caf&eacute; at the dam <a href="https://a.example/?x=1&amp;y=2">was
  <b>closed</b></a> &amp; sold.<br>It is gone.<br><br>A new one opens.</p>
<ul><li>One point</li></ul>
<figure><img src="https://img.example/x.png"><figcaption>A picture.</figcaption></figure>
<table><tr><td>Dams</td><td>5</td></tr></table>
<blockquote cite="https://q.example/"><p>Nobody knew.</p><p>Nobody asked.</p></blockquote>
<p hidden>Not seen <a href="https://h.example/">here</a>.</p><script>var x = "<p>no</p>";</script>
"""


def test_an_html_fragment_is_all_content_in_blocks(read):
    assert blocks(read(HTML, media_type="text/html")) == [
        (BlockKind.HEADLINE, "A dam breaks"),
        (BlockKind.PARAGRAPH, "The café at the dam was closed & sold. It is gone."),
        (BlockKind.PARAGRAPH, "A new one opens."),
        (BlockKind.LIST_ITEM, "One point"),
        (BlockKind.CAPTION, "A picture."),
        (BlockKind.LIST_ITEM, "Dams 5"),
        (BlockKind.QUOTATION, "Nobody knew."),
        (BlockKind.QUOTATION, "Nobody asked."),
    ]


SHARED_BY = """
https://twitter.com/intent/tweet?url=https%3A%2F%2Fo.example%2F
https://x.com/intent/post?text=a
https://www.facebook.com/sharer/sharer.php?u=https://o.example/
https://www.linkedin.com/shareArticle?mini=true&url=https://o.example/
https://www.reddit.com/submit?url=https://o.example/
https://wa.me/?text=https://o.example/
https://t.me/share/url?url=https://o.example/
mailto:?subject=A%20dam
"""


def test_a_share_bar_in_a_fragment_cites_nothing_and_says_nothing(read):
    names = ["Twitter", "X", "Facebook", "LinkedIn", "Reddit", "WhatsApp", "Telegram", "E-mail"]
    pairs = zip(SHARED_BY.split(), names, strict=True)
    items = "".join(f'<li><a href="{url}">{name}</a></li>' for url, name in pairs)
    reading = read(f"<p>The dam broke.</p><ul>{items}</ul>", media_type="text/html")
    assert reading.sources == ()
    told = [s.text for s in reading.article.statements if s.kind != "boilerplate"]
    assert told == ["The dam broke."]


def test_a_post_on_a_network_is_a_source_like_any_other(read):
    reading = read(
        '<p>He <a href="https://twitter.com/roe/status/1">wrote</a> it and '
        '<a href="https://www.facebook.com/roe/posts/2">again</a>.</p>',
        media_type="text/html",
    )
    assert [s.url for s in reading.sources] == [
        "https://twitter.com/roe/status/1",
        "https://www.facebook.com/roe/posts/2",
    ]


def test_an_anchor_across_lines_and_the_source_of_a_quotation_are_links(read):
    assert links(read(HTML, media_type="text/html")) == [
        ("was closed", "https://a.example/?x=1&y=2"),
        ("Nobody knew.\n\nNobody asked.", "https://q.example/"),
    ]


def test_statements_of_html_have_the_line_and_column_of_the_draft(read):
    found = places(read(HTML, media_type="text/html"))
    assert found["The"] == (2, 4)
    assert found["It"] == (3, 36)
    assert found["Nobody"] == (7, 61)


def test_columns_hold_after_entities_and_other_characters_of_private_use(read):
    draft = "<p>A &lt;b&gt; \U000f0000 cats. Next one is here.</p>"
    (statement,) = [
        s for s in read(draft, media_type="text/html").article.statements if "Next" in s.text
    ]
    assert draft[statement.column - 1 :].startswith("Next one")


def test_footnotes_of_html_belong_to_the_statement_that_bears_the_marker(read):
    reading = read(
        '<p>It rose.<a href="#_ftn1" name="_ftnref1">[1]</a> It fell.<sup><a href="#n2" id="r2">2'
        '</a></sup></p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> See '
        '<a href="https://a.example/">A</a>.</p><p id="n2">At https://b.example/x '
        '<a href="#r2">↩</a></p></div>',
        media_type="text/html",
    )
    assert [(s.text, s.citations) for s in reading.article.statements] == [
        ("It rose.", ("s1",)),
        ("It fell.", ("s2",)),
    ]
    assert [s.url for s in reading.sources] == ["https://a.example/", "https://b.example/x"]


def test_an_external_link_that_is_only_a_number_is_a_note(read):
    reading = read(
        '<p>It rose.<sup><a href="https://a.example/">1</a></sup> It fell '
        '<a href="https://b.example/">[2]</a>.</p>',
        media_type="text/html",
    )
    assert [(s.text, s.citations) for s in reading.article.statements] == [
        ("It rose.", ("s1",)),
        ("It fell.", ("s2",)),
    ]


def test_wrapped_text_is_joined_and_unwrapped_text_is_not(read):
    wrapped = (
        "The dam above the old town broke early on Monday\n"
        "after days of heavy rain had filled it up.\n"
        "Nobody in the town below it had ever been warned\nof what was coming down the river.\n"
    )
    assert [s.line for s in read(wrapped, filename="a.txt").article.statements] == [1, 3]
    assert len(blocks(read(wrapped, filename="a.txt"))) == 1
    single = f"{'The dam above the town broke on Monday. ' * 5}\n{'Nobody knew it. ' * 9}\n"
    assert len(blocks(read(single, filename="a.txt"))) == 2


def test_text_has_headlines_lists_quotations_chrome_and_bare_addresses(read):
    reading = read(
        "Skip to content\n\nA dam breaks\n\nThe dam broke on Monday, see www.dam.example/1.\n\n"
        "- one point\n- another point\n\n> Nobody knew.\n\nBecome a Member\n",
        filename="a.txt",
    )
    assert blocks(reading) == [
        (BlockKind.BOILERPLATE, "Skip to content"),
        (BlockKind.HEADLINE, "A dam breaks"),
        (BlockKind.PARAGRAPH, "The dam broke on Monday, see www.dam.example/1."),
        (BlockKind.LIST_ITEM, "one point"),
        (BlockKind.LIST_ITEM, "another point"),
        (BlockKind.QUOTATION, "Nobody knew."),
        (BlockKind.BOILERPLATE, "Become a Member"),
    ]
    assert links(reading) == [("www.dam.example/1", "https://www.dam.example/1")]
    assert reading.article.title == "A dam breaks"


@pytest.mark.parametrize(
    ("source", "media_type", "filename", "expected"),
    [
        ("<p>x</p>", None, None, Format.HTML),
        ("# x\n\ny", None, None, Format.MARKDOWN),
        ("a [b](https://c.example/) d", None, None, Format.MARKDOWN),
        ("Plain words.", None, None, Format.TEXT),
        ("# x", "text/plain", None, Format.TEXT),
        ("x", "text/plain", "a.md", Format.MARKDOWN),
        ("x", "text/html", "a.md", Format.HTML),
        ("1 < 2 and [3] words", None, None, Format.TEXT),
    ],
)
def test_the_format_is_what_is_told_else_what_it_looks_like(source, media_type, filename, expected):
    assert format_of(source, media_type, filename) is expected


def word_document() -> bytes:
    document = docx.Document()
    document.add_heading("A dam breaks", level=1)
    paragraph = document.add_paragraph("The dam ")
    relation = document.part.relate_to(
        "https://a.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "broke"
    run.append(words)
    link.append(run)
    paragraph._p.append(link)
    paragraph.add_run(" on Monday.")
    document.add_paragraph("A point", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Dams", "5"
    document.core_properties.title = "On dams"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_document_gives_headings_links_lists_and_tables_in_order(read):
    reading = read(word_document())
    assert blocks(reading) == [
        (BlockKind.HEADLINE, "A dam breaks"),
        (BlockKind.PARAGRAPH, "The dam broke on Monday."),
        (BlockKind.LIST_ITEM, "A point"),
        (BlockKind.LIST_ITEM, "Dams 5"),
    ]
    assert links(reading) == [("broke", "https://a.example/")]
    assert reading.article.title == "On dams"


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def test_a_document_that_unpacks_to_too_much_is_refused_unread(read):
    bomb = packed({"word/document.xml": b" " * 2_000_000})
    with pytest.raises(TooLarge, match="2,000,000"):
        read(bomb, max_bytes=100_000)


def test_a_damaged_document_is_refused_with_its_reason(read):
    with pytest.raises(UnreadableArticle, match="damaged"):
        read(packed({"word/document.xml": b"<w:document"}))


def test_a_file_called_a_word_document_that_is_none_is_refused(read):
    with pytest.raises(UnreadableArticle, match="called a Word document"):
        read("Just a line of text.", filename="draft.docx")
