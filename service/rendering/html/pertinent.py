"""A report in; by statement, the sources that it is about, out. Pure.

Not those that it was held against only as a part of the whole article, by a closing list or
by hand: every statement would be found by each of them.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from service.domain import Assessment, CitationBasis, Report

MAX_SOURCES: Final = 40  # of one statement; the matrix and the filters say no more of it

_BROAD: Final = frozenset({CitationBasis.DECLARED, CitationBasis.SUPPLIED})


def pertinent_sources(report: Report) -> dict[str, tuple[str, ...]]:
    """Give source ids by statement id, those with a passage first."""
    broad = _broad_of(report)
    return {
        each.statement.id: _of(each, broad.get(each.statement.id, frozenset()))
        for each in report.assessments
    }


def used_sources(assessment: Assessment) -> dict[str, None]:
    """Give the ids of the sources that something of a statement was found in, in order."""
    return dict.fromkeys(
        (
            *(each.source_id for each in assessment.evidence),
            *(each.source_id for each in assessment.quotes if each.source_id),
            *(each.source_id for each in assessment.values if each.source_id),
        )
    )


def _of(assessment: Assessment, left_out: frozenset[str]) -> tuple[str, ...]:
    cited = (each for each in assessment.statement.citations if each not in left_out)
    return tuple(dict.fromkeys((*used_sources(assessment), *cited)))[:MAX_SOURCES]


def _broad_of(report: Report) -> Mapping[str, frozenset[str]]:
    broad: defaultdict[str, set[str]] = defaultdict(set)
    close: defaultdict[str, set[str]] = defaultdict(set)
    for citation in report.article.citations:
        bases = broad if citation.basis in _BROAD else close
        for statement_id in citation.statement_ids:
            bases[statement_id].add(citation.source_id)
    return {each: frozenset(found - close[each]) for each, found in broad.items()}
