"""The contract's report.json as a dictionary in, the report out. Pure.

Keys that are absent read as ``null``, so that older and newer files of ``schema_version`` 1
both read; unknown keys are passed over. Raises InvalidInput for anything that is no report.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from service.domain import (
    Access,
    Article,
    Assessment,
    Block,
    BlockKind,
    Citation,
    CitationBasis,
    Differing,
    DifferingKind,
    Finding,
    Gate,
    GateResult,
    IndependenceBasis,
    IndependenceCluster,
    JobStatus,
    Limit,
    MissingWord,
    Page,
    QuoteCheck,
    QuoteResult,
    ReaderAccess,
    Report,
    Severity,
    Source,
    Statement,
    StatementKind,
    Unread,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
    Versions,
)
from service.domain.report import SCHEMA_VERSION
from service.errors import InvalidInput
from service.rendering.json_attribution import attribution_from_dict
from service.rendering.json_changes import change_from_dict, earlier_from_dict
from service.rendering.json_decisions import decision_from_dict
from service.rendering.json_evidence import evidence_from_dict
from service.rendering.json_publication import note_from_dict
from service.rendering.json_signs import signs_from_list
from service.rendering.json_suppression import suppression_from_dict
from service.rendering.json_wording import accounted_from_dict, part_from_dict

READ = frozenset(
    {Access.OK, Access.PARTIAL_TEXT, Access.ARCHIVED_COPY_USED, Access.SUPPLIED_BY_USER}
)

Node = Mapping[str, Any]


def report_from_dict(data: Mapping[str, Any]) -> Report:
    """Read a report; the texts of its sources come back empty, their hash kept."""
    version = data.get("schema_version") if isinstance(data, Mapping) else None
    if version is None:
        raise InvalidInput("This is no Sourceproof report.", pointer="/schema_version")
    if version != SCHEMA_VERSION:
        raise InvalidInput(
            f"This report has schema_version {str(version)[:20]!r}, which this version of "
            f"Sourceproof does not read; it reads {SCHEMA_VERSION!r}.",
            pointer="/schema_version",
        )
    try:
        return _report(data)
    except KeyError as err:
        raise InvalidInput(f"This is no complete Sourceproof report: no {err}.") from err
    except (TypeError, ValueError, AttributeError) as err:
        raise InvalidInput("This is no complete Sourceproof report.") from err


def _report(data: Node) -> Report:
    assessments = tuple(_assessment(each) for each in data["statements"])
    return Report(
        id=data["id"],
        revision=data["revision"],
        checked_at=datetime.fromisoformat(data["checked_at"]),
        status=JobStatus(data["job"]["status"]),
        gate=Gate(GateResult(data["gate"]["result"]), tuple(data["gate"]["failed_by"])),
        article=_article(data["article"], tuple(a.statement for a in assessments)),
        assessments=assessments,
        sources=tuple(_source(each) for each in data["sources"]),
        counts={Verdict(word): number for word, number in data["counts"].items()},
        coverage=data.get("coverage"),
        reader_verifiable_share=data.get("reader_verifiable_share"),
        independence=_independence(data.get("independence")),
        findings=tuple(_finding(each) for each in data.get("findings", ())),
        decisions=tuple(decision_from_dict(each) for each in data.get("decisions", ())),
        limits=tuple(_limit(each) for each in data.get("limits", ())),
        versions=_versions(data["versions"]),
        publication=tuple(note_from_dict(each) for each in data.get("publication", ())),
        earlier=earlier_from_dict(data.get("earlier_check")),
        changes=tuple(change_from_dict(each) for each in data.get("changes", ())),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _article(data: Node, statements: tuple[Statement, ...]) -> Article:
    return Article(
        text=data["text"],
        title=data.get("title"),
        author=data.get("author"),
        language=data.get("language"),
        published_at=_moment(data.get("published_at")),
        url=data.get("url"),
        external_id=data.get("external_id"),
        path=data.get("path"),
        blocks=tuple(
            Block(BlockKind(b["kind"]), b["start"], b["end"]) for b in data.get("blocks", ())
        ),
        statements=statements,
        citations=tuple(_citation(each) for each in data.get("citations", ())),
    )


def _citation(data: Node) -> Citation:
    return Citation(
        source_id=data["source_id"],
        url=data["url"],
        start=data["start"],
        end=data["end"],
        basis=CitationBasis(data["basis"]),
        statement_ids=tuple(data["statement_ids"]),
    )


def _assessment(data: Node) -> Assessment:
    return Assessment(
        statement=_statement(data),
        verdict=Verdict(data["verdict"]),
        reason=data["reason"],
        support=data.get("support"),
        contradiction=data.get("contradiction"),
        missing=tuple(
            MissingWord(m["text"], m["start"], m["end"]) for m in data.get("missing", ())
        ),
        evidence=tuple(evidence_from_dict(each) for each in data.get("evidence", ())),
        quotes=tuple(_quote(each) for each in data.get("quotes", ())),
        values=tuple(_value(each) for each in data.get("values", ())),
        advice=data.get("advice"),
        differing=tuple(_differing(each) for each in data.get("differing", ())),
        accounted=tuple(accounted_from_dict(each) for each in data.get("accounted", ())),
        unsupported_part=part_from_dict(data.get("unsupported_part")),
    )


def _differing(data: Node) -> Differing:
    known = {key: data[key] for key in Differing.__dataclass_fields__ if key in data}
    return Differing(**{**known, "kind": DifferingKind(data["kind"])})


def _statement(data: Node) -> Statement:
    return Statement(
        id=data["id"],
        text=data["text"],
        start=data["start"],
        end=data["end"],
        block=data["block"],
        line=data.get("line"),
        column=data.get("column"),
        kind=StatementKind(data["kind"]),
        attribution=attribution_from_dict(data["attribution"]),
        citations=tuple(data["citations"]),
    )


def _quote(data: Node) -> QuoteCheck:
    return QuoteCheck(
        text=data["text"],
        start=data["start"],
        end=data["end"],
        speaker=data.get("speaker"),
        result=QuoteResult(data["result"]),
        source_id=data.get("source_id"),
        diff=data.get("diff"),
    )


def _value(data: Node) -> ValueCheck:
    return ValueCheck(
        kind=ValueKind(data["kind"]),
        in_article=data["in_article"],
        in_source=data.get("in_source"),
        result=ValueResult(data["result"]),
        source_id=data.get("source_id"),
        start=data.get("start"),
        end=data.get("end"),
    )


def _source(data: Node) -> Source:
    return Source(
        id=data["id"],
        url=data.get("url"),
        label=data.get("label"),
        private=data.get("private", False),
        outcome=_outcome(data),
        snapshot_url=data.get("snapshot_url"),
    )


def _outcome(data: Node) -> Page | Unread | None:
    if data.get("access") is None:
        return None
    access = Access(data["access"])
    return _page(data, access) if access in READ else _unread(data, access)


def _unread(data: Node, access: Access) -> Unread:
    return Unread(
        url=data.get("url"),
        access=access,
        obstacle=data.get("obstacle") or "",
        reader_access=ReaderAccess(data["reader_access"]),
        final_url=data.get("final_url"),
        retrieved_at=_moment(data.get("retrieved_at")),
        archived_url=data.get("archived_url"),
        signs=signs_from_list(data.get("signs") or ()),
    )


def _page(data: Node, access: Access) -> Page:
    return Page(
        url=data.get("url"),
        text="",
        access=access,
        reader_access=ReaderAccess(data["reader_access"]),
        final_url=data.get("final_url"),
        canonical_url=data.get("canonical_url"),
        title=data.get("title"),
        publisher=data.get("publisher"),
        author=data.get("author"),
        published_at=_moment(data.get("published_at")),
        modified_at=_moment(data.get("modified_at")),
        language=data.get("language"),
        kind=data.get("kind"),
        retrieved_at=_moment(data.get("retrieved_at")),
        archived_url=data.get("archived_url"),
        archived_at=_moment(data.get("archived_at")),
        earlier_from=data.get("earlier_from"),
        obstacle=data.get("obstacle"),
        text_sha256=data.get("text_sha256"),
        signs=signs_from_list(data.get("signs") or ()),
        licence=data.get("licence"),
    )


def _independence(data: list[Node] | None) -> tuple[IndependenceCluster, ...] | None:
    if data is None:
        return None
    return tuple(
        IndependenceCluster(
            c["origin"],
            IndependenceBasis(c["basis"]),
            tuple(c["source_ids"]),
            tuple(c.get("named", ())),
        )
        for c in data
    )


def _finding(data: Node) -> Finding:
    known = {key: data.get(key) for key in Finding.__dataclass_fields__}
    read = {
        "severity": Severity(data["severity"]),
        "fingerprint": data.get("fingerprint", ""),
        "suppression": suppression_from_dict(data.get("suppression")),
    }
    return Finding(**{**known, **read})


def _limit(data: Node) -> Limit:
    return Limit(data["name"], data["limit"], data["note"])


def _versions(data: Node) -> Versions:
    return Versions(data["sourceproof"], data["rules"], data["extractor"], data["scorer"])
