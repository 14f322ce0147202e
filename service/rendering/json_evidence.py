"""Evidence in, its part of report.json out, and back. Pure.

``selector`` holds what finds the passage again: a TextQuoteSelector on the live page, and a
TextPositionSelector in the stored text (W3C Web Annotation Data Model, sections 4.2.4, 4.2.5).
"""

from collections.abc import Mapping
from typing import Any

from service.domain import Evidence


def evidence_to_dict(evidence: Evidence) -> dict[str, object]:
    """Give a passage with every key of the contract, and its selectors."""
    return {
        "source_id": evidence.source_id,
        "text": evidence.text,
        "start": evidence.start,
        "end": evidence.end,
        "score": evidence.score,
        "page": evidence.page,
        "fragment_url": evidence.fragment_url,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": evidence.text,
                "prefix": evidence.prefix,
                "suffix": evidence.suffix,
            },
            {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
        ],
    }


def evidence_from_dict(data: Mapping[str, Any]) -> Evidence:
    """Read a passage; reports from before selectors have no words beside it."""
    quoted: Mapping[str, Any] = next(
        (s for s in data.get("selector") or () if s.get("type") == "TextQuoteSelector"), {}
    )
    return Evidence(
        source_id=data["source_id"],
        text=data["text"],
        start=data["start"],
        end=data["end"],
        score=data["score"],
        page=data.get("page"),
        fragment_url=data.get("fragment_url"),
        prefix=quoted.get("prefix"),
        suffix=quoted.get("suffix"),
    )
