"""Takes the header of a Markdown draft, YAML or TOML; gives title, date, author, address. Pure."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from workers.reading.draft import Draft
from workers.reading.formats.metadata import moment_of
from workers.reading.ignores import Asked, in_header
from workers.reading.urls import citable_url

_LONGEST_HEADER = 50_000  # characters
_MOST_AUTHORS = 20
_TOML = re.compile(
    r"\A\ufeff?\+\+\+[ \t]*\n(?P<header>.*?)^\+\+\+[ \t]*$", re.MULTILINE | re.DOTALL
)
_LINE = re.compile(r"[^\n]")
_LANGUAGE_KEYS = ("language", "lang", "locale")
_DATE_KEYS = ("date", "published_at", "published", "publishdate", "pubdate", "datepublished")
_AUTHOR_KEYS = ("author", "authors", "byline")
# Hugo, Jekyll and Eleventy give paths by the last two: those are no address.
_URL_KEYS = ("canonical", "canonical_url", "canonicalurl", "url", "permalink")

Fields = Mapping[str, object]


def split_toml(source: str) -> tuple[Fields, str]:
    """Give the fields of a TOML header, and the draft with spaces in its place.

    The draft keeps its length and lines, so that every offset holds. A header that is no
    valid TOML has no fields, and is no text either.
    """
    found = _TOML.match(source, 0, _LONGEST_HEADER)
    if found is None:
        return {}, source
    blank = _LINE.sub(" ", found.group())
    return _toml_fields(found["header"]), blank + source[found.end() :]


def _toml_fields(header: str) -> Fields:
    try:
        return _lowered(tomllib.loads(header))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}


def yaml_fields(header: str) -> Fields:
    """Give the fields of a YAML header; nothing of one that is no valid YAML."""
    if not header or len(header) > _LONGEST_HEADER:
        return {}
    import yaml  # noqa: PLC0415  many drafts have no header

    try:
        # The base loader makes strings of everything, so no value can be malformed.
        loaded = yaml.load(header, Loader=yaml.BaseLoader)  # noqa: S506  makes no objects
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return _lowered(loaded) if isinstance(loaded, dict) else {}


def _lowered(fields: Mapping[Any, object]) -> Fields:
    return {key.strip().lower(): value for key, value in fields.items() if isinstance(key, str)}


def with_header(draft: Draft, fields: Fields) -> Draft:
    """Give the draft with what its header tells of it."""
    return replace(
        draft,
        title=_text(fields.get("title")),
        language=_language(_first(fields, _LANGUAGE_KEYS)),
        published_at=moment_of(_moment_like(_first(fields, _DATE_KEYS))),
        author=", ".join(_names(_first(fields, _AUTHOR_KEYS))) or None,
        url=next((url for key in _URL_KEYS if (url := _url(fields.get(key)))), None),
        ignores=(*(Asked(each) for each in in_header(fields)), *draft.ignores),
    )


def _first(fields: Fields, keys: tuple[str, ...]) -> object:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _url(value: object) -> str | None:
    return citable_url(_text(value) or "")


def _language(value: object) -> str | None:
    return re.split("[-_]", (_text(value) or "").lower())[0] or None


def _moment_like(value: object) -> object:
    return value if isinstance(value, date) else _text(value)


def _names(value: object) -> Iterator[str]:
    """Give the names in a string, a list of strings, or tables with a ``name``."""
    values = value if isinstance(value, list) else [value]
    for each in values[:_MOST_AUTHORS]:
        name = _text(each.get("name") if isinstance(each, dict) else each)
        if name:
            yield " ".join(name.split())
