"""A publication note in, its dictionary in report.json out, and back. Pure."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from service.domain import PublicationBasis, PublicationKind, PublicationNote


def note_to_dict(note: PublicationNote) -> dict[str, object]:
    """Write a note; what is not known is ``None``."""
    return {**asdict(note), "kind": note.kind.value, "basis": note.basis.value}


def note_from_dict(data: Mapping[str, Any]) -> PublicationNote:
    """Read a note. Raises KeyError or ValueError for what is none."""
    return PublicationNote(
        kind=PublicationKind(data["kind"]),
        basis=PublicationBasis(data["basis"]),
        text=data["text"],
        start=data.get("start"),
        end=data.get("end"),
        statement_id=data.get("statement_id"),
        detail=data.get("detail"),
    )
