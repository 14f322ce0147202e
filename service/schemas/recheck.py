"""What a caller asks of a recheck. Pure."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from service.domain import Recheck


class RecheckRequest(BaseModel):
    """What the next revision is to read again."""

    model_config = ConfigDict(title="RecheckRequest", extra="forbid")

    sources: Annotated[
        Recheck,
        Field(
            description="`all` reads the article and every source again; `unread` reads only the "
            "sources that could not be read, and leaves the rest as it was."
        ),
    ] = Recheck.ALL
