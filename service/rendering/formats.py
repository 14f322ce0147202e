"""The formats that a report is given in, by name, and what is to be known of each. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """A form of the report.

    ``is_shared``: one document of it can hold several drafts. ``is_public``: it is made to be
    shown to readers, so it is the public version whoever asks. ``suffix`` ends the names of its
    files, and is that of no other format.
    """

    media_type: str
    suffix: str
    is_shared: bool = True
    is_public: bool = False


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "terminal": Format("text/plain", ".txt"),
        "concise": Format("text/plain", ".concise.txt"),
        "json": Format("application/json", ".json"),
        "markdown": Format("text/markdown", ".md"),
        "html": Format("text/html", ".html", is_shared=False),
        "sarif": Format("application/sarif+json", ".sarif"),
        "junit": Format("application/xml", ".xml"),
        "github": Format("text/plain", ".github.txt"),
        "gitlab": Format("application/json", ".gitlab.json"),
        "rdjson": Format("application/json", ".rdjson"),
        "csv": Format("text/csv", ".csv"),
        "jsonl": Format("application/jsonl", ".jsonl"),
        "jsonld": Format("application/ld+json", ".jsonld"),
        "embed": Format("text/html", ".embed.html", is_shared=False, is_public=True),
        "badge": Format("image/svg+xml", ".svg", is_shared=False, is_public=True),
        "badge-json": Format("application/json", ".badge.json", is_shared=False, is_public=True),
    }
)
