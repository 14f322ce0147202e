"""A report in, how each statement came by each of its sources out, in plain words. Pure.

A source that the sentence itself links to needs no word; any other was taken for its source
by a rule, which an editor may want to see.
"""

from collections.abc import Mapping

from service.domain import CitationBasis, Report

WORDS = {
    CitationBasis.NOTE: "by a note",
    CitationBasis.INHERITED: "taken over from a citation nearby",
    CitationBasis.LISTED: "named here, linked in the list of sources",
    CitationBasis.DECLARED: "from the list of sources",
}
_PLAINEST_FIRST = {basis: place for place, basis in enumerate(CitationBasis)}


def how_cited(report: Report) -> Mapping[tuple[str, str], str]:
    """Give the words by (statement id, source id), where the plainest citation is not a link."""
    plainest: dict[tuple[str, str], CitationBasis] = {}
    for citation in sorted(report.article.citations, key=lambda c: _PLAINEST_FIRST[c.basis]):
        for statement_id in citation.statement_ids:
            plainest.setdefault((statement_id, citation.source_id), citation.basis)
    return {pair: WORDS[basis] for pair, basis in plainest.items() if basis in WORDS}
