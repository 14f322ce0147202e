"""What passages have of a statement's words in, its part of report.json out, and back. Pure."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from service.domain import Accounted, UnsupportedPart


def accounted_to_dict(accounted: Accounted) -> dict[str, object]:
    """Give a word with every key of the contract."""
    return asdict(accounted)


def accounted_from_dict(data: Mapping[str, Any]) -> Accounted:
    """Read a word; unknown keys are passed over."""
    return Accounted(
        text=data["text"],
        start=data["start"],
        end=data["end"],
        source_id=data["source_id"],
        in_source=data.get("in_source"),
        source_start=data.get("source_start"),
        source_end=data.get("source_end"),
    )


def part_to_dict(part: UnsupportedPart | None) -> dict[str, object] | None:
    """Give the unsupported part, or ``None`` where none is known."""
    return None if part is None else asdict(part)


def part_from_dict(data: Mapping[str, Any] | None) -> UnsupportedPart | None:
    """Read the unsupported part; unknown keys are passed over."""
    return None if data is None else UnsupportedPart(data["text"], data["start"], data["end"])
