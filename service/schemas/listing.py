"""The query of a list in, what is wanted out. Pure."""

from typing import Annotated
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from service.domain import GateResult, JobStatus, Verdict
from service.schemas.fields import Line, Moment
from service.schemas.submission import MAX_EXTERNAL_ID


class ListQuery(BaseModel):
    """How a list of verifications is narrowed, and where its page begins.

    A filter that there is not is refused: a misspelt one must not pass for set.
    """

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100, description="How many on a page.")] = 50
    cursor: Annotated[
        str | None, Field(max_length=200, description="`next_cursor` of the page before.")
    ] = None
    status: Annotated[JobStatus | None, Field(description="Only those in this state.")] = None
    gate: Annotated[GateResult | None, Field(description="Only those of this gate.")] = None
    verdict: Annotated[
        Verdict | None, Field(description="Only those whose report has a statement of it.")
    ] = None
    rule: Annotated[
        str | None,
        Field(pattern="^SP[0-9]{3}$", description="Only those with a finding of this rule."),
    ] = None
    external_id: Annotated[
        Line | None,
        Field(max_length=MAX_EXTERNAL_ID, description="Only those of this article of yours."),
    ] = None
    title: Annotated[
        Line | None,
        Field(max_length=200, description="Only those whose title has each of these words."),
    ] = None
    created_from: Annotated[
        Moment | None, Field(description="Only those made at that moment or later.")
    ] = None
    created_until: Annotated[Moment | None, Field(description="Only those made before.")] = None

    def following(self, cursor: str) -> str:
        """Give the query of the next page: the same, but for where it begins."""
        asked = self.model_dump(mode="json", exclude_none=True) | {"cursor": cursor}
        return urlencode(asked)
