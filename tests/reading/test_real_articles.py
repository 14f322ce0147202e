"""Real articles and pages, which are not part of the project: skipped where they are not."""

import gzip
import json
import re
from collections import Counter

import pytest
from lxml import html

from service.domain import BlockKind, CitationBasis, StatementKind

NATO_BODY = 13  # sentences of the running text, counted by hand


def folded(text: str) -> str:
    return " ".join(text.split())


def test_every_sentence_of_the_nato_article_is_a_statement_and_its_chrome_is_boilerplate(
    read, shared
):
    raw = (shared / "articles" / "nato-openai.txt").read_bytes()
    reading = read(raw, filename="nato-openai.txt")
    article = reading.article
    lines = raw.decode().split("\n")
    for statement in article.statements:
        assert article.text[statement.start : statement.end] == statement.text
        assert lines[statement.line - 1][statement.column - 1 :].startswith(statement.text)
    body = [
        s
        for s in article.statements
        if article.blocks[s.block].kind is BlockKind.PARAGRAPH and len(s.text) > 30
    ]
    assert len(body) == NATO_BODY
    assert all(s.kind is not StatementKind.BOILERPLATE for s in body)
    chrome = {s.text for s in article.statements if s.kind is StatementKind.BOILERPLATE}
    assert {
        "Skip to content",
        "Become a Member",
        "Unlock the Full Analysis:",
        "More from Alex Thompson",
        "See all",
    } <= chrome
    assert reading.sources == article.citations == ()


def linked_pairs(shared):
    folder = shared / "pages" / "linked_pairs"
    for pair in json.loads((folder / "MANIFEST.json").read_text()):
        page = gzip.decompress((folder / pair["dir"] / "article.html.gz").read_bytes())
        yield pair, page


def bare(url: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?|/$", "", url)


def test_a_page_is_a_citation_where_it_is_linked_in_the_text_and_not_in_navigation(read, shared):
    seen = Counter()
    for pair, page in linked_pairs(shared):
        reading = read(page, media_type="text/html", url=pair["article_url"])
        text = reading.article.text
        found = [
            (text[c.start : c.end], c.statement_ids)
            for c in reading.article.citations
            if bare(c.url) == bare(pair["target_url"])
        ]
        seen[pair["relation"]] += 1
        if pair["relation"] == "cited_in_text":
            assert pair["anchor"] in [anchor for anchor, _ in found], pair["dir"]
            assert all(names for _, names in found), pair["dir"]
        else:
            assert found == [], pair["dir"]
    assert seen == {"cited_in_text": 4, "navigation_or_related": 14}


def external_links(body: str) -> Counter:
    """The links of a body that a reader sees, by URL and words."""
    found = Counter()
    for anchor in html.document_fromstring(body).iter("a"):
        target = (anchor.get("href") or "").strip().replace(" ", "%20")
        words = folded("".join(anchor.itertext()))
        in_script = any(e.tag in {"script", "style"} for e in anchor.iterancestors())
        if words and not in_script and target.lower().startswith(("http://", "https://")):
            found[target, words] += 1
    return found


@pytest.mark.parametrize("part", range(4))
def test_no_external_link_of_400_bodies_is_lost_or_doubled(read, shared, part):
    """Sources of embedded quotations and bare addresses come on top."""
    path = shared / "pages" / "articles_with_links" / "snopes_article_html.jsonl"
    rows = [json.loads(line) for line in path.read_text().splitlines()][part * 100 :][:100]
    for row in rows:
        article = read(row["html"], media_type="text/html").article
        spans = {s.id: (s.start, s.end) for s in article.statements}
        found = Counter()
        for citation in article.citations:
            if citation.basis is not CitationBasis.DIRECT:
                continue
            anchor = folded(article.text[citation.start : citation.end])
            found[citation.url, anchor] += 1
            inside = [spans[name] for name in citation.statement_ids]
            assert any(start <= citation.start < end for start, end in inside), row["link"]
        expected = external_links(row["html"])
        assert {pair: found[pair] for pair in expected} == dict(expected), row["link"]
