"""Reports in, JSON-LD out: the article and its citations, and W3C web annotations on it. Pure.

The article is told in the words of schema.org, under the address that the annotations point to.
A statement that was checked is an annotation that assesses it, a finding one that comments on
its place, a decision one that moderates the statement's. Each points into the article by
TextQuoteSelector and TextPositionSelector, and so do the passages that a verdict rests on, into
their sources. Positions count code points of the texts as stored.
https://www.w3.org/TR/annotation-model/
"""

import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from service.domain import Article, Assessment, Decision, Evidence, Finding, Report, Source, Verdict
from service.rendering import words
from service.rendering.cleaning import unseen_escaped, web_url
from service.rendering.structured import describe

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
BESIDE: Final = 32  # characters before and after a quoted text, to tell it from others
# Names in the sense of RFC 4122, version 5: the same report has the same annotations again.
NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_OID, "sourceproof:annotation")

Node = dict[str, object]


def render_jsonld(reports: Sequence[Report]) -> str:
    """Write the articles and annotations of all reports as one graph."""
    graph = [node for report in reports for node in _nodes(report)]
    document = {"@context": CONTEXT, "@graph": graph}
    return unseen_escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _nodes(report: Report) -> Iterator[Node]:
    sources = {source.id: source for source in report.sources}
    yield {"@id": _address(report), **describe(report)}
    for assessment in report.assessments:
        if assessment.verdict is not Verdict.NOT_APPLICABLE:
            yield _assessing(report, assessment, sources)
    for number, finding in enumerate(report.findings):
        if finding.suppressed_by is None:
            yield _commenting(report, finding, number)
    for number, decision in enumerate(report.decisions):
        yield _moderating(report, decision, number)


def _assessing(report: Report, assessment: Assessment, sources: dict[str, Source]) -> Node:
    statement = assessment.statement
    label = words.VERDICTS[assessment.verdict].name
    said = f"{label}. {words.reason(assessment.reason, report)}".strip()
    passages = (
        _passage(each, sources[each.source_id])
        for each in assessment.evidence
        if each.source_id in sources
    )
    return {
        **_annotation(report, "assessing", f"statement/{statement.id}"),
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": assessment.verdict.value},
            _text(said, "assessing"),
            *(each for each in passages if each is not None),
        ],
        "target": _target(report, statement.start, statement.end),
    }


def _commenting(report: Report, finding: Finding, number: int) -> Node:
    title = f"{finding.rule} {words.rule_name(finding.rule)}"
    return {
        **_annotation(report, "commenting", f"finding/{number}/{finding.fingerprint}"),
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": title},
            _text(words.with_advice(finding), "commenting"),
        ],
        "target": _target(report, finding.start, finding.end),
    }


def _moderating(report: Report, decision: Decision, number: int) -> Node:
    verdict = [] if decision.verdict is None else [decision.verdict.value]
    said = ": ".join([decision.action, *verdict])
    node = {
        **_annotation(report, "moderating", f"decision/{number}/{decision.statement_id}"),
        "created": _moment(decision.at),
        "body": [_text(each, "moderating") for each in (said, decision.reason) if each],
        "target": _id(report, f"statement/{decision.statement_id}"),
    }
    return node | ({"creator": {"type": "Person", "name": decision.by}} if decision.by else {})


def _annotation(report: Report, motivation: str, name: str) -> Node:
    return {
        "id": _id(report, name),
        "type": "Annotation",
        "motivation": motivation,
        "created": _moment(report.checked_at),
        "generator": {
            "id": _urn(report.versions.sourceproof),
            "type": "Software",
            "name": f"Sourceproof {report.versions.sourceproof}",
        },
    }


def _id(report: Report, name: str) -> str:
    return _urn(f"{report.id}\x1f{report.revision}\x1f{name}")


def _urn(seed: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, seed.encode('utf-8', 'replace').decode())}"


def _text(value: str, purpose: str) -> Node:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "language": "en",
        "value": value,
    }


def _target(report: Report, start: int | None, end: int | None) -> object:
    """Point to a span of the article, or to all of it where there is none."""
    if start is None or end is None:
        return _address(report)
    return {"source": _address(report), "selector": _selectors(report.article, start, end)}


def _address(report: Report) -> str:
    """Name the article by its address; one that has none by its report."""
    return web_url(report.article.url) or _id(report, "article")


def _selectors(article: Article, start: int, end: int) -> list[Node]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": article.text[start:end],
            "prefix": article.text[max(0, start - BESIDE) : start],
            "suffix": article.text[end : end + BESIDE],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _passage(evidence: Evidence, source: Source) -> Node | None:
    """Link a passage by its place in its source; a source without an address has none."""
    address = web_url(source.url)
    if address is None:
        return None
    quoted: Node = {"type": "TextQuoteSelector", "exact": evidence.text}
    beside = {"prefix": evidence.prefix, "suffix": evidence.suffix}
    quoted |= {name: text for name, text in beside.items() if text is not None}
    place: Node = {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end}
    linked: Node = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": address,
        "selector": [quoted, place],
    }
    read_at = None if source.outcome is None else source.outcome.retrieved_at
    if read_at is not None:
        linked["state"] = {"type": "TimeState", "sourceDate": _moment(read_at)}
    return linked


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
