"""What a draft's markup shows of its making is read, and odd markup never sinks the reading."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from image_samples import jpeg, png, xmp

from service.domain import DraftMarks
from workers.extracting.marks import MAX_IMAGES, read_marks

MADE = jpeg(packet=xmp("trainedAlgorithmicMedia"))
DRAWN = png(packet=xmp("digitalCapture"))


def _data_uri(image, kind="jpeg"):
    return f"data:image/{kind};base64,{base64.b64encode(image).decode()}"


def test_generator_and_authors_of_a_page_are_read():
    """From meta elements, whatever their case, and from schema.org markup."""
    page = (
        "<html><head><meta name='Generator' content='Writesonic'>"
        "<meta name='author' content='Ana Ruiz'>"
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "author": '
        '[{"name": "AI Writer"}, "Jo Lee"], "publisher": {"author": "nobody"}}</script>'
        "</head><body><p>Text.</p></body></html>"
    )
    marks = read_marks(page.encode())
    assert marks.generators == ("Writesonic",)
    assert marks.authors == ("Ana Ruiz", "AI Writer", "Jo Lee")


def test_an_author_whom_readers_see_is_no_mark():
    """A byline in view is disclosed, also where it stands outside the text of the article."""
    page = (
        "<html><head><meta name='author' content='ChatGPT'></head><body>"
        "<header>By chatgpt</header><p>Text.</p></body></html>"
    )
    assert read_marks(page.encode()).authors == ()
    assert read_marks(page.replace("By chatgpt", "").encode()).authors == ("ChatGPT",)


def test_the_generator_in_front_matter_is_read_and_the_author_is_a_byline():
    """As editors of Markdown write it."""
    marks = read_marks(b'---\nauthor: ChatGPT\ngenerator: "Writesonic"\n---\n# x\n')
    assert (marks.generators, marks.authors) == (("Writesonic",), ())
    assert read_marks(b"Text\n---\ngenerator: ChatGPT\n---\n") == DraftMarks()


def test_an_ai_image_that_an_html_draft_carries_is_read_with_its_caption_and_line():
    """Others are not told of."""
    draft = (
        f"<p>Text.</p>\n<figure><img src='{_data_uri(MADE)}'><figcaption>The <b>quay</b>"
        f"</figcaption></figure>\n<img src='{_data_uri(DRAWN, 'png')}'>"
    )
    (image,) = read_marks(draft.encode()).images
    assert (image.name, image.caption, image.line) == ("image 1", "The quay", 2)
    assert image.origin.source_type == "trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    "draft",
    ["# x\n\n![alt](pics/made.jpg)\n", "<p>x</p>\n\n<img src='pics/made.jpg' alt='alt'>"],
)
def test_an_ai_image_beside_the_draft_is_read(draft):
    """In Markdown and in HTML, by its address in the draft."""
    marks = read_marks(draft.encode(), beside={"pics/made.jpg": MADE}.get)
    assert [(i.name, i.line) for i in marks.images] == [("made.jpg", 3)]
    assert read_marks(draft.encode()) == DraftMarks()


def test_images_elsewhere_on_the_web_are_not_asked_for():
    """A draft names addresses; only what lies beside it is opened."""
    asked = []
    draft = b"![a](https://a.example/x.jpg) ![b](//b.example/x.jpg) <img src='file:///etc/x.jpg'>"
    read_marks(draft, beside=asked.append)
    assert asked == []


def test_no_more_images_are_opened_than_the_limit():
    """A draft of a thousand pictures takes no more than that."""
    draft = "![a](x.jpg)\n" * (MAX_IMAGES + 10)
    marks = read_marks(draft.encode(), beside=lambda _: MADE)
    assert len(marks.images) == MAX_IMAGES


LIST = "<p>Text <a href='https://open.example/a'>here</a>.</p>{}"
GATED = "<div class='members-only'><ul><li><a href='https://hid.example/b'>A report</a></ul></div>"


def test_a_gated_list_of_sources_is_hidden_and_links_of_the_text_are_not():
    """The text is shown, and its sources are for members."""
    marks = read_marks(LIST.format(GATED).encode(), url="https://paper.example/story")
    assert marks.hidden_urls == ("https://hid.example/b",)


def test_a_list_under_a_heading_of_sources_is_known_by_it():
    """However much text stands between its links."""
    long = "A long account of what was read and when, by whom and for what. " * 3
    block = f"<h2>Sources</h2><div data-paywall='1'>{long}<a href='/b'>B</a></div>"
    marks = read_marks(LIST.format(block).encode(), url="https://paper.example/story")
    assert marks.hidden_urls == ("https://paper.example/b",)


def test_a_part_that_the_page_declares_not_to_be_free_is_gated():
    """schema.org hasPart with a selector."""
    ld = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "hasPart": {"@type": '
        '"WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".src"}}</script>'
    )
    block = "<ul class='src'><li><a href='https://hid.example/b'>A report</a></li></ul>"
    assert read_marks((ld + LIST.format(block)).encode()).hidden_urls == ("https://hid.example/b",)
    assert read_marks(LIST.format(block).encode()).hidden_urls == ()


def test_a_link_that_is_also_shown_is_not_hidden():
    """Readers find it in the text."""
    shown = LIST.format("<a href='https://hid.example/b'>b</a>" + GATED)
    assert read_marks(shown.encode()).hidden_urls == ()


def test_a_whole_part_of_the_article_for_subscribers_hides_no_source():
    """Those who read the statement see its link too."""
    text = "The council voted on Monday after a long debate about the ferry line. " * 3
    block = f"<div class='paywall'><p>{text}<a href='https://x.example/b'>minutes</a></p></div>"
    assert read_marks(LIST.format(block).encode()).hidden_urls == ()


@given(
    st.text(alphabet=st.sampled_from("<>aimg src='data:;base64,=\"!()[]\x00meta-\n"), max_size=300)
)
@settings(max_examples=100, deadline=None)
def test_any_draft_is_read_without_an_error(text):
    """Unclosed tags, odd URIs."""
    assert isinstance(read_marks(text.encode(), beside=lambda _: b"x"), DraftMarks)
    assert isinstance(read_marks(("<a " + text).encode()), DraftMarks)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04x", b"%PDF-1.7", b"\xff\xfe<\x00a\x00"])
def test_other_formats_have_no_marks(content):
    """They are read elsewhere, or not at all."""
    assert read_marks(content) == DraftMarks()
