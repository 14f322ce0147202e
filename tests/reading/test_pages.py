"""Whole pages: only what stands in the article's own text is a citation."""

import pytest

from service.domain import BlockKind, StatementKind
from service.errors import UnreadableArticle

PARAGRAPHS = "".join(
    f"<p>Paragraph {i} tells at some length what happened when the dam above the town broke "
    f"in the early hours of Monday and what the people of house {i} did about it then.</p>"
    for i in range(6)
)
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><title>A dam breaks | The Daily</title>
<meta property="article:published_time" content="2024-05-01T10:00:00+02:00"></head>
<body>
<header><a href="https://home.example/">The Daily</a>
  <nav><a href="https://nav.example/">World news</a></nav></header>
<main><article>
<h1>A dam breaks</h1>
<div class="byline">By <a rel="author" href="https://author.example/">Jane Doe</a></div>
<div class="share-bar"><a href="https://share.example/?u=1">Share this with your friends.</a></div>
{PARAGRAPHS}
<p>The weather office <a href="https://cited.example/report">had warned</a> of the rain on Friday,
and the paper <a href="/own/2023">had told of the cracks</a> a year before that.</p>
<p>Related: <a href="https://related.example/1">Ten dams that you should really know about</a></p>
<aside><p>Read how <a href="https://aside.example/">other dams</a> fared in the rain.</p></aside>
<figure><img src="x.png"><figcaption>The dam on Monday, as seen by drone.</figcaption></figure>
{PARAGRAPHS.replace("Paragraph", "Section")}
<h2>Sources</h2>
<ul><li><a href="https://declared.example/">State office for dams</a></li></ul>
<section class="author-box"><p>Jane Doe writes on dams and on
  <a href="https://box.example/">rivers</a> for the paper.</p></section>
</article></main>
<section class="related-stories"><h3>More stories</h3>
<ul><li><a href="https://story.example/1">Another story about something else entirely</a></li></ul>
</section>
<section id="comments"><p>I was there, see <a href="https://comment.example/">my photos</a>.</p>
</section>
<footer><a href="https://footer.example/">Imprint of the paper</a></footer>
</body></html>"""


def urls(reading):
    return [source.url for source in reading.sources]


def test_only_links_of_the_text_and_its_list_of_sources_are_citations(read):
    reading = read(PAGE, media_type="text/html", url="https://daily.example/2024/dam")
    assert urls(reading) == [
        "https://cited.example/report",
        "https://daily.example/own/2023",
        "https://declared.example/",
    ]


def test_a_link_of_the_same_site_within_a_sentence_is_a_citation(read):
    reading = read(PAGE, media_type="text/html", url="https://daily.example/2024/dam")
    (statement,) = [s for s in reading.article.statements if "weather office" in s.text]
    assert statement.citations == ("s1", "s2")


def test_a_page_tells_its_title_date_and_language(read):
    article = read(PAGE, media_type="text/html").article
    assert (article.title, article.language) == ("A dam breaks", "en")
    assert article.published_at.isoformat() == "2024-05-01T10:00:00+02:00"


def test_every_paragraph_and_caption_of_the_text_is_content_and_chrome_is_not(read):
    article = read(PAGE, media_type="text/html").article
    content = [b for b in article.blocks if b.kind is not BlockKind.BOILERPLATE]
    text = "\n".join(article.text[b.start : b.end] for b in content)
    assert all(f"{word} {i} tells" in text for word in ("Paragraph", "Section") for i in range(6))
    assert "The dam on Monday, as seen by drone." in text
    assert "World news" not in article.text
    assert "my photos" not in article.text
    teasers = [s for s in article.statements if "Ten dams" in s.text]
    assert all(s.kind is StatementKind.BOILERPLATE for s in teasers)


def test_a_short_page_that_extraction_cannot_weigh_is_read_whole(read):
    reading = read(
        '<html><body><nav><a href="https://nav.example/">News</a></nav>'
        '<p>The dam <a href="https://a.example/">broke</a>.</p></body></html>',
        media_type="text/html",
    )
    assert urls(reading) == ["https://a.example/"]
    assert [s.text for s in reading.article.statements] == ["The dam broke."]


def test_a_page_nested_beyond_the_parser_is_refused_and_not_read_in_part(read):
    with pytest.raises(UnreadableArticle, match="nested"):
        read("<div>" * 5_000 + "The dam broke on Monday.", media_type="text/html")


def test_markdown_nested_beyond_the_parser_is_refused_and_not_read_in_part(read):
    with pytest.raises(UnreadableArticle, match="nested"):
        read("> " * 30 + "The dam broke on Monday.", filename="a.md")
