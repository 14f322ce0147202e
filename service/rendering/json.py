"""A report in, the contract's report.json out, as a dictionary or as text. Pure.

Every key of the contract is there, and what is not known is ``null``. Beyond it, additively:
``article.blocks``, ``.citations`` and ``.path``, ``publication``, ``earlier_check``, ``changes``,
``sources[].label``, ``.private``, ``.canonical_url`` and ``.signs``, ``values[].start`` and
``.end``, so that a stored report renders like a fresh one. Source texts are never in it,
only their SHA-256.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime
from itertools import islice

from service.domain import (
    Article,
    Assessment,
    Finding,
    Page,
    Report,
    Source,
    Statement,
    Unread,
)
from service.domain.report import SCHEMA_VERSION
from service.rendering.cleaning import unseen_escaped
from service.rendering.json_attribution import attribution_to_dict
from service.rendering.json_changes import change_to_dict, earlier_to_dict
from service.rendering.json_decisions import decision_to_dict
from service.rendering.json_evidence import evidence_to_dict
from service.rendering.json_publication import note_to_dict
from service.rendering.json_reading import report_from_dict
from service.rendering.json_signs import signs_to_list
from service.rendering.json_suppression import suppression_to_dict
from service.rendering.json_wording import accounted_to_dict, part_to_dict

__all__ = ["assessment_to_dict", "json_parts", "report_from_dict", "report_to_dict"]

TOKENS = 20_000  # of JSON in a part, about 200 kB
_OF_FINDING = tuple(field.name for field in fields(Finding))


def json_parts(reports: Sequence[Report]) -> Iterator[str]:
    """Write a report as JSON, indented by two, keys in the contract's order; several as a list.

    In parts, to be written one after the other: that of a long draft has tens of megabytes.
    """
    nodes = [report_to_dict(each) for each in reports]
    node = nodes[0] if len(nodes) == 1 else nodes
    tokens = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(node)
    while part := "".join(islice(tokens, TOKENS)):
        yield unseen_escaped(part)
    yield "\n"


def report_to_dict(report: Report) -> dict[str, object]:
    """Give the report as the contract's dictionary: only what JSON knows is in it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": report.id,
        "revision": report.revision,
        "checked_at": _moment(report.checked_at),
        "job": {"status": report.status.value},
        "gate": {"result": report.gate.result.value, "failed_by": list(report.gate.failed_by)},
        "article": _article(report.article),
        "counts": {verdict.value: number for verdict, number in report.counts.items()},
        "coverage": report.coverage,
        "reader_verifiable_share": report.reader_verifiable_share,
        "statements": [assessment_to_dict(each) for each in report.assessments],
        "sources": [_source(each) for each in report.sources],
        "independence": _independence(report),
        "findings": [_finding(each) for each in report.findings],
        "decisions": [decision_to_dict(each) for each in report.decisions],
        "limits": [asdict(each) for each in report.limits],
        "versions": asdict(report.versions),
        "publication": [note_to_dict(each) for each in report.publication],
        "earlier_check": earlier_to_dict(report.earlier),
        "changes": [change_to_dict(each) for each in report.changes],
    }


def text_sha256(text: str) -> str:
    """Hash a source's stored text (its UTF-8 bytes), as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _moment(moment: datetime | None) -> str | None:
    """Write a time in RFC 3339; one without a zone is written without one."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        return moment.isoformat()
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _article(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "author": article.author,
        "language": article.language,
        "published_at": _moment(article.published_at),
        "url": article.url,
        "external_id": article.external_id,
        "path": article.path,
        "text": article.text,
        "blocks": [{"kind": b.kind.value, "start": b.start, "end": b.end} for b in article.blocks],
        "citations": [
            {
                "source_id": c.source_id,
                "url": c.url,
                "start": c.start,
                "end": c.end,
                "basis": c.basis.value,
                "statement_ids": list(c.statement_ids),
            }
            for c in article.citations
        ],
    }


def assessment_to_dict(assessment: Assessment) -> dict[str, object]:
    """Give a statement and what was decided of it, as report.json has it."""
    return {
        **_statement(assessment.statement),
        "verdict": assessment.verdict.value,
        "reason": assessment.reason,
        "support": assessment.support,
        "contradiction": assessment.contradiction,
        "missing": [asdict(each) for each in assessment.missing],
        "evidence": [evidence_to_dict(each) for each in assessment.evidence],
        "quotes": [{**asdict(each), "result": each.result.value} for each in assessment.quotes],
        "values": [
            {**asdict(each), "kind": each.kind.value, "result": each.result.value}
            for each in assessment.values
        ],
        "advice": assessment.advice,
        "differing": [{**asdict(d), "kind": d.kind.value} for d in assessment.differing],
        "accounted": [accounted_to_dict(each) for each in assessment.accounted],
        "unsupported_part": part_to_dict(assessment.unsupported_part),
    }


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "text": statement.text,
        "start": statement.start,
        "end": statement.end,
        "block": statement.block,
        "line": statement.line,
        "column": statement.column,
        "kind": statement.kind.value,
        "citations": list(statement.citations),
        "attribution": attribution_to_dict(statement.attribution),
    }


def _source(source: Source) -> dict[str, object]:
    outcome = source.outcome
    page = outcome if isinstance(outcome, Page) else None
    return {
        "id": source.id,
        "url": source.url,
        "final_url": outcome and outcome.final_url,
        "access": source.access and source.access.value,
        "reader_access": outcome and outcome.reader_access.value,
        "obstacle": outcome and outcome.obstacle,
        **_bibliography(page),
        "retrieved_at": _moment(outcome.retrieved_at) if outcome else None,
        "text_sha256": _hash(page),
        "snapshot_url": source.snapshot_url,
        "archived_url": _archived(outcome),
        "archived_at": page and _moment(page.archived_at),
        "earlier_from": page and page.earlier_from,
        "modified_at": page and _moment(page.modified_at),
        "label": source.label,
        "private": source.private,
        "canonical_url": page and page.canonical_url,
        "signs": signs_to_list(() if outcome is None else outcome.signs),
        "licence": page and page.licence,
    }


def _bibliography(page: Page | None) -> dict[str, object]:
    """Give what a page says of itself; every field ``None`` without a page."""
    return {
        "title": page and page.title,
        "publisher": page and page.publisher,
        "author": page and page.author,
        "published_at": page and _moment(page.published_at),
        "language": page and page.language,
        "kind": page and page.kind,
    }


def _hash(page: Page | None) -> str | None:
    if page is None:
        return None
    return text_sha256(page.text) if page.text else page.text_sha256


def _archived(outcome: Page | Unread | None) -> str | None:
    return None if outcome is None else outcome.archived_url


def _independence(report: Report) -> list[dict[str, object]] | None:
    if report.independence is None:
        return None
    return [
        {
            "origin": c.origin,
            "basis": c.basis.value,
            "source_ids": list(c.source_ids),
            "named": list(c.named),
        }
        for c in report.independence
    ]


def _finding(finding: Finding) -> dict[str, object]:
    return {
        **{name: getattr(finding, name) for name in _OF_FINDING},  # asdict would copy them deeply
        "severity": finding.severity.value,
        "suppression": suppression_to_dict(finding.suppression),
    }
