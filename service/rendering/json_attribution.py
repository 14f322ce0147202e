"""Attribution <-> its part of report.json. Pure."""

from typing import Any

from service.domain import Attribution, AttributionClass, ChainLink, Quotation

Span = tuple[int, int]


def attribution_to_dict(attribution: Attribution) -> dict[str, object]:
    """Give who says so and what else the sentence attributes, as report.json has it."""
    return {
        **_part(attribution),
        "quotations": [
            {"start": each.start, "end": each.end, "speaker": each.speaker}
            for each in attribution.quotations
        ],
        "further": [_part(each) for each in attribution.further],
    }


def _part(attribution: Attribution) -> dict[str, object]:
    return {
        "class": attribution.cls.value,
        "speaker": attribution.speaker,
        "cue": attribution.cue,
        "chain": [
            {"name": link.name, "class": link.cls.value, "url": link.url}
            for link in attribution.chain
        ],
        "anonymity_reason": attribution.anonymity_reason,
        "content": [_span(each) for each in attribution.content],
        "is_direct": attribution.is_direct,
        "spoken_at": _span(attribution.spoken_at) if attribution.spoken_at else None,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}


def attribution_from_dict(data: dict[str, Any]) -> Attribution:
    """Read what ``attribution_to_dict`` wrote; older reports lack the later fields."""
    return Attribution(
        cls=AttributionClass(data["class"]),
        speaker=data.get("speaker"),
        cue=data.get("cue"),
        chain=tuple(
            ChainLink(link["name"], AttributionClass(link["class"]), link.get("url"))
            for link in data.get("chain", ())
        ),
        anonymity_reason=data.get("anonymity_reason"),
        content=tuple(_read_span(each) for each in data.get("content", ())),
        is_direct=data.get("is_direct"),
        spoken_at=_read_span(data["spoken_at"]) if data.get("spoken_at") else None,
        quotations=tuple(
            Quotation(each["start"], each["end"], each.get("speaker"))
            for each in data.get("quotations", ())
        ),
        further=tuple(attribution_from_dict(each) for each in data.get("further", ())),
    )


def _read_span(data: dict[str, Any]) -> Span:
    return data["start"], data["end"]
