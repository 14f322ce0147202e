"""The formats that a report is given in, by name, and what is to be known of each. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """A form of the report.

    ``is_shared``: one document of it can hold several drafts. ``is_public``: it is made to be
    shown to readers, so it is the public version whoever asks.
    """

    media_type: str
    is_shared: bool = True
    is_public: bool = False


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "terminal": Format("text/plain"),
        "concise": Format("text/plain"),
        "json": Format("application/json"),
        "markdown": Format("text/markdown"),
        "html": Format("text/html", is_shared=False),
        "sarif": Format("application/sarif+json"),
        "junit": Format("application/xml"),
        "github": Format("text/plain"),
        "gitlab": Format("application/json"),
        "rdjson": Format("application/json"),
        "csv": Format("text/csv"),
        "jsonl": Format("application/jsonl"),
        "jsonld": Format("application/ld+json"),
        "embed": Format("text/html", is_shared=False, is_public=True),
        "badge": Format("image/svg+xml", is_shared=False, is_public=True),
        "badge-json": Format("application/json", is_shared=False, is_public=True),
    }
)
