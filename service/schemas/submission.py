"""What a caller posts in, a Submission out. Pure.

The JSON body and the multipart form share their fields, so that both are held to
the same words. Unknown fields are refused: a misspelt option must not pass for set.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema, model_validator

from service.domain import Submission, SuppliedSource
from service.domain.schedule import DEFAULT_TIMES, MAX_TIMES, PATTERN, parse_every
from service.schemas.fields import Language, Line, Moment, Text, WebUrl

MAX_SOURCES = 500
MAX_TITLE = 1_000  # code points
MAX_EXTERNAL_ID = 200  # code points
MAX_FAIL_ON = 60

MEDIA_TYPES = {
    "text": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
}


def _checked_every(value: str) -> str:
    parse_every(value)
    return value


class _Wire(BaseModel):
    """Strict: a number is no string, and an unknown field is an error."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SuppliedSourceIn(_Wire):
    """A source added by hand, for the whole article: a URL to fetch, or its text."""

    model_config = ConfigDict(
        title="SuppliedSource",
        json_schema_extra={
            "oneOf": [
                {"required": [name], "properties": {name: {"type": "string"}}}
                for name in ("url", "text")
            ]
        },
    )

    url: WebUrl | None = None
    text: Text | None = None
    label: Annotated[Line, Field(max_length=MAX_TITLE)] | None = None
    private: Annotated[
        bool, Field(description="Its text never appears in a public report, a webhook or a log.")
    ] = False

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.url is None) == (self.text is None):
            raise ValueError("Give exactly one of url and text.")
        return self

    def to_domain(self) -> SuppliedSource:
        """Give the noun of it."""
        return SuppliedSource(self.url, self.text, self.label, self.private)


class ArticleFields(_Wire):
    """What may be said of an article beside its text."""

    title: Annotated[Line, Field(max_length=MAX_TITLE)] | None = None
    language: Language | None = None
    published_at: Moment | None = None
    external_id: (
        Annotated[Line, Field(max_length=MAX_EXTERNAL_ID, description="Its id in your system.")]
        | None
    ) = None

    def described(self) -> dict[str, Any]:
        """Give these fields by the names of ``Submission``."""
        language = self.language.split("-", 1)[0].lower() if self.language else None
        return {
            "title": self.title,
            "language": language,
            "published_at": self.published_at,
            "external_id": self.external_id,
        }


class ArticleIn(ArticleFields):
    """The article to check: exactly one of text, html, markdown and url."""

    model_config = ConfigDict(
        title="Article",
        json_schema_extra={
            "oneOf": [
                {"required": [name], "properties": {name: {"type": "string"}}}
                for name in (*MEDIA_TYPES, "url")
            ]
        },
    )

    text: Annotated[Text, Field(description="Plain text.")] | None = None
    html: Annotated[Text, Field(description="HTML; its links are its citations.")] | None = None
    markdown: (
        Annotated[Text, Field(description="Markdown, with links, reference links and footnotes.")]
        | None
    ) = None
    url: Annotated[WebUrl, Field(description="Where to fetch the article from.")] | None = None

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        given = [n for n in (*MEDIA_TYPES, "url") if getattr(self, n) is not None]
        if len(given) != 1:
            said = "none is given" if not given else "given are " + " and ".join(given)
            raise ValueError(f"Give exactly one of text, html, markdown and url; {said}.")
        return self

    def content(self) -> tuple[bytes | None, str | None]:
        """Give the draft as UTF-8 bytes with its media type; nothing where a URL is given."""
        for name, media_type in MEDIA_TYPES.items():
            text: str | None = getattr(self, name)
            if text is not None:
                return text.encode(), media_type
        return None, None


Every = Annotated[
    str,
    AfterValidator(_checked_every),
    WithJsonSchema({"type": "string", "pattern": PATTERN, "examples": ["P7D", "12h", "P1DT12H"]}),
]


class Options(_Wire):
    """What decides the gate of this verification, and how often it is made anew."""

    model_config = ConfigDict(
        title="Options",
        json_schema_extra={
            "if": {
                "required": ["recheck_times"],
                "properties": {"recheck_times": {"type": "integer"}},
            },
            "then": {
                "required": ["recheck_every"],
                "properties": {"recheck_every": {"type": "string"}},
            },
        },
    )

    fail_on: (
        Annotated[
            list[Annotated[str, Field(max_length=40)]],
            Field(
                max_length=MAX_FAIL_ON,
                description="Rule ids (`SP201`) and verdicts (`no_source_given`) that fail the "
                "gate; without it, every finding of severity `error` does.",
            ),
        ]
        | None
    ) = None
    max_could_not_check: (
        Annotated[
            float,
            Field(
                ge=0,
                le=100,
                allow_inf_nan=False,
                description="Percent of checkable statements that may go unchecked before the "
                "gate is `inconclusive`.",
            ),
        ]
        | None
    ) = None
    min_reader_verifiable: (
        Annotated[
            float,
            Field(
                ge=0,
                le=100,
                allow_inf_nan=False,
                description="Percent of checkable statements whose evidence a reader must be "
                "able to open.",
            ),
        ]
        | None
    ) = None
    on_inconclusive: (
        Annotated[
            Literal["fail", "warn", "pass"],
            Field(description="What an inconclusive check does to the gate."),
        ]
        | None
    ) = None

    recheck_every: (
        Annotated[
            Every,
            Field(
                description="Check a published article again by itself: every 1 hour to 30 days, "
                "in ISO 8601 (`PT12H`, `P7D`, `P1DT12H`) or short (`12h`, `7d`, `2w`, `1d12h`). No "
                "minutes, months or years. Ends after "
                "`recheck_times`, when the verification is cancelled, erased or past its "
                "retention. `source.changed` tells of what sources no longer say."
            ),
        ]
        | None
    ) = None
    recheck_times: (
        Annotated[
            int,
            Field(
                ge=1,
                le=MAX_TIMES,
                description=f"How many times, {DEFAULT_TIMES} where it is not given.",
            ),
        ]
        | None
    ) = None

    @model_validator(mode="after")
    def _times_of_every(self) -> Self:
        if self.recheck_times is not None and self.recheck_every is None:
            raise ValueError("recheck_times goes with recheck_every.")
        return self

    def chosen(self) -> dict[str, object]:
        """Give the options that were set, by their wire names."""
        return self.model_dump(exclude_none=True)


Sources = Annotated[
    list[SuppliedSourceIn],
    Field(max_length=MAX_SOURCES, description="Sources added by hand, for the whole article."),
]
Callback = Annotated[
    WebUrl,
    Field(
        description="Where `verification.completed`, `.failed`, `.cancelled` and `source.changed` "
        "are POSTed, signed."
    ),
]


class VerificationRequest(_Wire):
    """A verification to make, as JSON."""

    model_config = ConfigDict(title="VerificationRequest")

    article: ArticleIn
    sources: Sources = []
    options: Options = Options()
    callback_url: Callback | None = None

    def to_submission(self) -> Submission:
        """Give the noun of it."""
        content, media_type = self.article.content()
        return Submission(
            content=content,
            media_type=media_type,
            url=self.article.url,
            sources=tuple(s.to_domain() for s in self.sources),
            options=self.options.chosen(),
            callback_url=self.callback_url,
            **self.article.described(),
        )


class UploadFields(ArticleFields):
    """The fields of a multipart upload beside its file."""

    model_config = ConfigDict(title="UploadFields")

    sources: Sources = []
    options: Options = Options()
    callback_url: Callback | None = None

    def to_submission(self, content: bytes, media_type: str, filename: str | None) -> Submission:
        """Give the noun of it, with the uploaded file as the draft."""
        return Submission(
            content=content,
            media_type=media_type,
            filename=filename,
            sources=tuple(s.to_domain() for s in self.sources),
            options=self.options.chosen(),
            callback_url=self.callback_url,
            **self.described(),
        )
