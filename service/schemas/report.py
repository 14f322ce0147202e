"""report.json, schema_version 1, as wire models and as the published JSON Schema. Pure.

``report.schema.json`` beside this file is made from here: ``python -m service.schemas.report``.
Changes are additive only: unknown fields are allowed, those of the contract are required
(null where not known), and those that came later have a default.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from service.domain import (
    BlockKind,
    ChangeKind,
    CitationBasis,
    GateResult,
    IndependenceBasis,
    JobStatus,
    PublicationBasis,
    PublicationKind,
    Severity,
    SuppressionKind,
    Verdict,
)
from service.schemas.report_decision import DecisionOut
from service.schemas.report_source import SourceOut
from service.schemas.report_statement import Offset, OneBased, Part, Share, StatementOut

SCHEMA_FILE = Path(__file__).with_name("report.schema.json")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class JobOut(Part):
    """How the check ended."""

    model_config = ConfigDict(title="Job")

    status: JobStatus


class GateOut(Part):
    """Pass, fail or inconclusive, and by which rules, verdicts or limits it failed."""

    model_config = ConfigDict(title="Gate")

    result: GateResult
    failed_by: list[str]


class BlockOut(Part):
    """A stretch of the article that stood as one element in the draft."""

    model_config = ConfigDict(title="Block")

    kind: BlockKind
    start: Offset
    end: Offset


class CitationOut(Part):
    """One pointing of the article to a source; offsets of the linked words or marker."""

    model_config = ConfigDict(title="Citation")

    source_id: str
    url: str
    start: Offset
    end: Offset
    basis: CitationBasis
    statement_ids: list[str]


class ArticleOut(Part):
    """The article as read. All offsets of the article refer to `text`."""

    model_config = ConfigDict(title="ReportArticle")

    title: str | None
    author: str | None = None
    language: str | None
    published_at: datetime | None
    url: str | None
    external_id: str | None
    path: Annotated[str | None, Field(description="Of the draft, as its checker named it.")] = None
    text: str
    blocks: list[BlockOut] = Field(default_factory=list)
    citations: list[CitationOut] = Field(default_factory=list)


class IndependenceOut(Part):
    """Sources that come down to one origin."""

    model_config = ConfigDict(title="Independence")

    origin: str
    basis: IndependenceBasis
    source_ids: list[str]
    named: Annotated[
        list[str],
        Field(default_factory=list, description="Outlets named without a link, of this origin."),
    ]


class PublicationNoteOut(Part):
    """What the publication says of its own work, or what its markup shows."""

    model_config = ConfigDict(title="PublicationNote")

    kind: PublicationKind
    basis: PublicationBasis
    text: Annotated[str, Field(description="The sentence that says so, or the markup's word.")]
    start: Offset | None
    end: Offset | None
    statement_id: str | None
    detail: str | None


class EarlierCheckOut(Part):
    """The check of the same article whose passages were looked for again."""

    model_config = ConfigDict(title="EarlierCheck")

    id: str
    checked_at: datetime
    revision: OneBased


class SourceChangeOut(Part):
    """A passage of the earlier check that no longer stands as it did."""

    model_config = ConfigDict(title="SourceChange")

    kind: ChangeKind
    source_id: str
    statement_id: str
    before: Annotated[str, Field(description="Its wording at the earlier check.")]
    after: Annotated[str | None, Field(description="Its wording now.")]
    start: Annotated[Offset | None, Field(description="Of `after`, in the source's stored text.")]
    end: Offset | None
    diff: Annotated[str | None, Field(description="As wdiff has it: `[-then-]`, `{+now+}`.")]


class SuppressionOut(Part):
    """Why a finding does not count."""

    model_config = ConfigDict(title="Suppression")

    kind: SuppressionKind
    reason: str
    by: Annotated[str | None, Field(description="Who excused it, where that was said.")]
    since: date | None
    until: Annotated[date | None, Field(description="The last day on which it holds.")]


class FindingOut(Part):
    """A rule's word on one place."""

    model_config = ConfigDict(title="Finding")

    rule: Annotated[str, Field(pattern=r"^SP[0-9]{3}$")]
    severity: Severity
    message: str
    statement_id: str | None
    source_id: str | None
    start: Offset | None
    end: Offset | None
    line: OneBased | None
    column: OneBased | None
    advice: str | None
    fingerprint: str
    suppressed_by: Annotated[
        str | None, Field(description="In a few words; null: the finding counts.")
    ]
    suppression: SuppressionOut | None = None


class LimitOut(Part):
    """A limit that was hit, and what was left out because of it."""

    model_config = ConfigDict(title="Limit")

    name: str
    limit: float
    note: str


class VersionsOut(Part):
    """What made the report; scores compare only within equal versions."""

    model_config = ConfigDict(title="Versions")

    sourceproof: str
    rules: str
    extractor: str
    scorer: str


class ReportOut(Part):
    """A finished check. Null in a share means that nothing was there to count."""

    model_config = ConfigDict(title="Report")

    schema_version: Literal["1"]
    id: str
    revision: OneBased
    checked_at: datetime
    job: JobOut
    gate: GateOut
    article: ArticleOut
    counts: dict[Verdict, Annotated[int, Field(ge=0)]]
    coverage: Annotated[Share | None, Field(description="Checked of the checkable statements.")]
    reader_verifiable_share: Annotated[
        Share | None, Field(description="Of the checkable: a reader can open the evidence.")
    ]
    statements: list[StatementOut]
    sources: list[SourceOut]
    independence: list[IndependenceOut] | None
    findings: list[FindingOut]
    decisions: list[DecisionOut]
    limits: list[LimitOut]
    versions: VersionsOut
    publication: Annotated[list[PublicationNoteOut], Field(default_factory=list)]
    earlier_check: Annotated[
        EarlierCheckOut | None, Field(description="Null where nothing was compared.")
    ] = None
    changes: Annotated[list[SourceChangeOut], Field(default_factory=list)]


def report_schema() -> dict[str, Any]:
    """Give the JSON Schema of report.json."""
    schema = ReportOut.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": DIALECT, **schema}


def schema_text() -> str:
    """Give the JSON Schema as it is published."""
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
