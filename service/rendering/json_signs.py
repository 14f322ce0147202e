"""The signs of a source in, their part of report.json out, and back. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.domain import Sign, SignName

_KNOWN = frozenset(SignName)


def signs_to_list(signs: Iterable[Sign]) -> list[dict[str, object]]:
    """Write the signs in their order."""
    return [{"name": each.name.value, "value": each.value} for each in signs]


def signs_from_list(data: Iterable[Mapping[str, Any]]) -> tuple[Sign, ...]:
    """Read the signs again; a name that a later version brought is passed over."""
    return tuple(
        Sign(SignName(each["name"]), each["value"]) for each in data if each["name"] in _KNOWN
    )
