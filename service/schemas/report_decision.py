"""Decisions of editors, as report.json has them. Pure."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from service.domain import Verdict
from service.schemas.report_statement import OneBased, Part


class DecisionOut(Part):
    """An editor's word on a statement; the computed verdict stays beside it."""

    model_config = ConfigDict(title="Decision")

    statement_id: str
    action: str
    by: str
    reason: str
    at: datetime
    verdict: Annotated[Verdict | None, Field(description="The editor's, of an override.")] = None
    revision: Annotated[
        OneBased | None, Field(description="That of the report it was made on.")
    ] = None
    is_standing: Annotated[
        bool,
        Field(description="False where the evidence has changed since: the statement is open."),
    ] = True
