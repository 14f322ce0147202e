"""The sources of report.json as wire models: see ``report``. Pure."""

from datetime import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from service.domain import Access, ReaderAccess, SignName
from service.schemas.report_statement import Part


class SignOut(Part):
    """One thing that was seen of a source, and that its access was decided from."""

    model_config = ConfigDict(title="Sign")

    name: SignName
    value: str


class SourceOut(Part):
    """A source of the article: what we could read of it, and what a reader can open."""

    model_config = ConfigDict(title="Source")

    id: str
    url: str | None
    final_url: str | None
    access: Access | None
    reader_access: ReaderAccess | None
    obstacle: Annotated[str | None, Field(description="What stood in the way, in plain words.")]
    title: str | None
    publisher: str | None
    author: str | None
    published_at: datetime | None
    language: str | None
    kind: str | None
    retrieved_at: datetime | None
    text_sha256: Annotated[
        str | None, Field(pattern="^[0-9a-f]{64}$", description="Of the stored text in UTF-8.")
    ]
    snapshot_url: Annotated[
        str | None,
        Field(
            description="Where the text that was read can be opened, by its own tenant: a URL "
            "of the service, or a path into the recording of a run."
        ),
    ]
    archived_url: str | None
    label: Annotated[str | None, Field(description="What its supplier calls it.")] = None
    private: Annotated[bool, Field(description="Its text is for the editors alone.")] = False
    canonical_url: str | None = None
    signs: Annotated[
        list[SignOut],
        Field(
            default_factory=list,
            description="What `access` was decided from; the sign that decided stands first.",
        ),
    ]
    licence: Annotated[str | None, Field(description="As the page states it.")] = None
    archived_at: Annotated[
        datetime | None, Field(description="When the archived copy that was read was taken.")
    ] = None
    earlier_from: Annotated[
        int | None,
        Field(
            ge=0,
            description="Offset into the stored text from which stand paragraphs that the page "
            "no longer has, as `archived_url` shows them.",
        ),
    ] = None
    modified_at: Annotated[datetime | None, Field(description="As the page states it.")] = None
