"""Marks in, the unit that is named at one of them out: degrees, areas, volumes, speeds. Pure."""

from collections.abc import Sequence

from service.domain import ValueKind
from workers.assessing.values.tokens import Mark
from workers.assessing.values.units import CELSIUS, CUBIC, FAHRENHEIT, SQUARE, UNITS, Unit


def unit_at(marks: Sequence[Mark], j: int) -> tuple[Unit | None, int]:
    """Give the unit named at mark ``j``, and the mark after it; ``None`` where none is."""
    if marks[j].raw == "°" or marks[j].form in {"degrees", "degree", "grad"}:
        return _degrees(marks, j)
    if marks[j].form in SQUARE and (unit := UNITS.get(marks[j + 1].form)) and unit.base == "m":
        return Unit(ValueKind.QUANTITY, "m2", unit.factor**2), j + 2
    if marks[j].form in CUBIC and (unit := UNITS.get(marks[j + 1].form)) and unit.base == "m":
        return _volume(unit), j + 2
    unit = UNITS.get(marks[j].form)
    if unit is None:
        return None, j
    return _compound(marks, j + 1, unit) or (unit, j + 1)


def _compound(marks: Sequence[Mark], j: int, unit: Unit) -> tuple[Unit, int] | None:
    """Read what a further mark makes of a unit: watt hours, kilometres per hour, square metres."""
    if unit.base == "W" and marks[j].form in {"hour", "hours"}:
        return Unit(ValueKind.QUANTITY, "Wh", unit.factor), j + 1
    if unit.base == "m" and marks[j].raw in {"²", "2"} and marks[j].glued:
        return Unit(ValueKind.QUANTITY, "m2", unit.factor**2), j + 1
    if unit.base == "m" and (
        marks[j].form in CUBIC or (marks[j].raw in {"³", "3"} and marks[j].glued)
    ):
        return _volume(unit), j + 1
    return _speed(marks, j, unit)


def _volume(unit: Unit) -> Unit:
    return Unit(ValueKind.QUANTITY, "litre", 1000 * unit.factor**3)


def _speed(marks: Sequence[Mark], j: int, unit: Unit) -> tuple[Unit, int] | None:
    if unit.base != "m" or marks[j].raw not in {"/", "per", "an", "pro", "par", "por", "all"}:
        return None
    if marks[j + 1].form not in {"h", "hour", "hr", "stunde", "heure", "hora", "ora"}:
        return None
    return Unit(ValueKind.QUANTITY, "m/s", unit.factor / 3600), j + 2


def _degrees(marks: Sequence[Mark], j: int) -> tuple[Unit | None, int]:
    name = marks[j + 1].form
    if name in {"c", "celsius"}:
        return CELSIUS, j + 2
    if name in {"f", "fahrenheit"}:
        return FAHRENHEIT, j + 2
    return Unit(ValueKind.QUANTITY, "degree"), j + 1
