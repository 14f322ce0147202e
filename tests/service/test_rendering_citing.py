"""How a statement came by its source: shown where it is not the sentence's own link."""

from dataclasses import replace

import pytest
from lxml import html
from report_fixture import sample_report

from service.domain import CitationBasis
from service.policy import Policy, judge
from service.rendering import render
from service.rendering.citing import WORDS, how_cited


def reports():
    report = judge(sample_report(), Policy())
    citation = next(c for c in report.article.citations if c.basis is CitationBasis.DIRECT)
    return report, citation


def with_basis(report, citation, basis):
    citations = tuple(
        replace(c, basis=basis) if c is citation else c for c in report.article.citations
    )
    return replace(report, article=replace(report.article, citations=citations))


def test_a_link_in_the_sentence_needs_no_word():
    report, citation = reports()
    assert (citation.statement_ids[0], citation.source_id) not in how_cited(report)


@pytest.mark.parametrize("basis", WORDS)
def test_a_source_taken_by_a_rule_says_by_which_on_the_card(basis):
    report, citation = reports()
    changed = with_basis(report, citation, basis)
    page = html.document_fromstring(render(changed, "html"))
    shown = [node.text_content() for node in page.xpath("//ul[@class='rests']//small")]
    assert any(words.startswith(WORDS[basis] + "; ") for words in shown)


def test_the_plainest_of_several_citations_counts():
    report, citation = reports()
    more = replace(citation, basis=CitationBasis.DECLARED)
    both = (more, *report.article.citations)
    report = replace(report, article=replace(report.article, citations=both))
    assert (citation.statement_ids[0], citation.source_id) not in how_cited(report)
