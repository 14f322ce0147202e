"""The statements of report.json, as wire models. Pure."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from service.domain import (
    AttributionClass,
    DifferingKind,
    QuoteResult,
    StatementKind,
    ValueKind,
    ValueResult,
    Verdict,
)

Offset = Annotated[int, Field(ge=0, description="Unicode code points, half-open.")]
OneBased = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(ge=0, le=1)]


class Part(BaseModel):
    """A part of the report; every field is always there, null where it is not known."""

    model_config = ConfigDict(extra="allow")


class ChainLinkOut(Part):
    """One hand that a statement went through: the speaker, then who relayed it."""

    model_config = ConfigDict(title="ChainLink")

    name: str
    class_: Annotated[AttributionClass, Field(alias="class")]
    url: str | None


class SpanOut(Part):
    """A stretch of the article's text."""

    model_config = ConfigDict(title="Span")

    start: Offset
    end: Offset


class QuotationOut(SpanOut):
    """Words in quotation marks, without the marks, and who is said to have spoken them."""

    model_config = ConfigDict(title="Quotation")

    speaker: str | None


class VoiceOut(Part):
    """One speaker, the cue, what is attributed, and through whom it came."""

    model_config = ConfigDict(title="Voice")

    class_: Annotated[AttributionClass, Field(alias="class")]
    speaker: str | None
    cue: str | None
    chain: list[ChainLinkOut]
    anonymity_reason: str | None
    content: Annotated[
        list[SpanOut],
        Field(
            default_factory=list,
            description="What is attributed; it may reach past the statement.",
        ),
    ]
    is_direct: Annotated[
        bool | None, Field(description="The speaker's own words, or a paraphrase.")
    ] = None
    spoken_at: Annotated[
        SpanOut | None, Field(description="Where the speaker is named, if only as a pronoun.")
    ] = None


class AttributionOut(VoiceOut):
    """Who says so, by which cue, and through whom; what else the sentence attributes."""

    model_config = ConfigDict(title="Attribution")

    quotations: list[QuotationOut] = Field(default_factory=list)
    further: Annotated[
        list[VoiceOut], Field(default_factory=list, description="The other attributions of it.")
    ]


class MissingOut(Part):
    """A part of the statement that no passage accounts for; offsets into the article."""

    model_config = ConfigDict(title="Missing")

    text: str
    start: Offset
    end: Offset


class UnsupportedPartOut(Part):
    """A clause that no passage accounts for, beside one that does; offsets into the article."""

    model_config = ConfigDict(title="UnsupportedPart")

    text: str
    start: Offset
    end: Offset


class QuoteSelectorOut(Part):
    """Finds the passage by its words (W3C Web Annotation Data Model, section 4.2.4)."""

    model_config = ConfigDict(title="TextQuoteSelector")

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str | None
    suffix: str | None


class PositionSelectorOut(Part):
    """Finds the passage in the stored text of its source (the same, section 4.2.5)."""

    model_config = ConfigDict(title="TextPositionSelector")

    type: Literal["TextPositionSelector"]
    start: Offset
    end: Offset


class EvidenceOut(Part):
    """A passage of a source; offsets into the stored text of that source."""

    model_config = ConfigDict(title="Evidence")

    source_id: str
    text: str
    start: Offset
    end: Offset
    score: Share
    page: Annotated[OneBased | None, Field(description="Of a paged document.")]
    fragment_url: Annotated[
        str | None, Field(description="Opens the source at the passage, in browsers that can.")
    ]
    selector: Annotated[
        list[QuoteSelectorOut | PositionSelectorOut] | None,
        Field(description="W3C selectors of the passage: by its words, and by its place."),
    ] = None


class QuoteOut(Part):
    """A quotation of the article against its sources; offsets into the article."""

    model_config = ConfigDict(title="Quote")

    text: str
    start: Offset
    end: Offset
    speaker: str | None
    result: QuoteResult
    source_id: str | None
    diff: str | None


class ValueOut(Part):
    """A number, date or amount of the statement beside that of the source, as written."""

    model_config = ConfigDict(title="Value")

    kind: ValueKind
    in_article: str
    in_source: str | None
    result: ValueResult
    source_id: str | None
    start: Offset | None = None
    end: Offset | None = None


class AccountedOut(Part):
    """A word, name or value of the article that a passage has; offsets into each."""

    model_config = ConfigDict(title="Accounted")

    text: str
    start: Offset
    end: Offset
    source_id: str
    in_source: Annotated[
        str | None, Field(description="None for the name of its publisher or author.")
    ]
    source_start: Offset | None
    source_end: Offset | None


class DifferingOut(Part):
    """What the article has in one way and the passage in another; offsets into each."""

    model_config = ConfigDict(title="Differing")

    kind: DifferingKind
    in_article: str
    in_source: str
    start: Offset
    end: Offset
    source_id: str
    source_start: Annotated[
        Offset | None, Field(description="None where only the words are known.")
    ]
    source_end: Offset | None
    in_place: Annotated[
        bool, Field(description="Of a name: it stands in the very place of the article's.")
    ] = False


class StatementOut(Part):
    """One sentence of the article and what was decided of it."""

    model_config = ConfigDict(title="Statement")

    id: str
    text: str
    start: Offset
    end: Offset
    block: Annotated[int, Field(ge=0, description="Counts the blocks of the article, from 0.")]
    line: Annotated[OneBased | None, Field(description="In the draft as it was sent.")]
    column: Annotated[OneBased | None, Field(description="In the draft, in code points.")]
    kind: StatementKind
    citations: Annotated[list[str], Field(description="Ids of the sources it rests on.")]
    attribution: AttributionOut
    verdict: Verdict
    reason: Annotated[str, Field(description="Why this verdict, in plain words.")]
    support: Share | None
    contradiction: Share | None
    missing: list[MissingOut]
    evidence: list[EvidenceOut]
    quotes: list[QuoteOut]
    values: list[ValueOut]
    advice: str | None
    differing: Annotated[
        list[DifferingOut], Field(description="What the passage has otherwise.")
    ] = []
    accounted: Annotated[
        list[AccountedOut],
        Field(description="What of the statement the evidence has, and where; at most 200."),
    ] = []
    unsupported_part: Annotated[
        UnsupportedPartOut | None,
        Field(description="Where it is known which part of a partially supported one is not."),
    ] = None
