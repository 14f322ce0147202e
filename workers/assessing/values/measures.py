"""A number at its place in, what it measures out: money, percent, quantity, year, ordinal. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain import ValueKind
from workers.assessing.values.numerals import Number
from workers.assessing.values.tokens import Mark, word_set
from workers.assessing.values.unit_names import unit_at
from workers.assessing.values.units import (
    CELSIUS,
    CURRENCIES,
    FAHRENHEIT,
    NATIONAL,
    PERCENT,
    PERCENT_PAIRS,
    POINTS,
    UNITS,
    Unit,
)

_PREFIXED = word_set("us a c hk nz s ca au r")  # "US$", "HK$": letters of a dollar sign
_LABELS = word_set(
    """article section chapter page paragraph title rule room no number clause figure table act
    part volume phase grade class group channel unit route highway apollo flight level tier
    artikel kapitel seite nummer absatz nr paragraf chapitre numero articulo capitulo
    """
)
_YEAR_BEFORE = word_set(
    """in since by until till from of to during before after early late mid year and through
    spring summer autumn fall winter circa between the around about pre post back this
    im seit bis jahr ab von um und en depuis desde hasta de annee ano entre dans a el ete la
    """
)
_THOUSAND, _MILLION = 1e3, 1e6
_OLDEST = 130  # years; nobody is older
_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})


_HOTTEST = 150  # degrees, of either scale, that weather is told in
_OLD = word_set("old olds alt alte alter alten altes age edad d'age")
_WEIGHING = word_set("weigh weighs weighed weighing weight heavy heaviest lost gained")
_WEIGHING_REACH = 4


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures; it spans marks ``start`` up to but not including ``end``."""

    kind: ValueKind
    start: int
    end: int
    amount: float
    quantum: float
    upper: float | None = None
    unit: str | None = None


def read_measure(marks: Sequence[Mark], i: int, found: Number, floor: int) -> Measure:
    """Tell what the number from mark ``i`` on measures, by the signs and words beside it.

    Marks before ``floor`` belong to the value before.
    """
    if found.fraction:
        return _made(ValueKind.PERCENTAGE, i, found.end, found, "percent")
    return (
        _percentage(marks, i, found)
        or _heat(marks, i, found)
        or _small_change(marks, i, found)
        or _money(marks, i, found, floor)
        or _ordinal(marks, i, found)
        or _age(marks, i, found)
        or _quantity(marks, i, found)
        or _label(marks, i, found)
        or _year(marks, i, found)
        or _made(ValueKind.NUMBER, i, found.end, found, None)
    )


def _made(kind: ValueKind, start: int, end: int, found: Number, unit: str | None) -> Measure:
    return Measure(kind, start, end, found.amount, found.quantum, found.upper, unit)


def _converted(start: int, end: int, found: Number, unit: Unit) -> Measure:
    upper = None if found.upper is None else found.upper * unit.factor + unit.offset
    amount = found.amount * unit.factor + unit.offset
    return Measure(unit.kind, start, end, amount, found.quantum * unit.factor, upper, unit.base)


def _skip_hyphen(marks: Sequence[Mark], i: int) -> int:
    return i + 1 if marks[i].raw == "-" and marks[i].glued and marks[i + 1].glued else i


def percent_end(marks: Sequence[Mark], i: int) -> int | None:
    """Give the mark after a percent sign or word at mark ``i``; ``None`` where there is none."""
    j = _skip_hyphen(marks, i)
    if marks[j].form in PERCENT:
        return j + 1
    if (marks[j].form, marks[j + 1].form) in PERCENT_PAIRS:
        return j + 2
    return None


def _percentage(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    if marks[found.end].form in {"percentage", "prozentpunkte", "prozentpunkten"}:
        after = found.end + 1
        after += marks[after].form in POINTS
        return _made(ValueKind.PERCENTAGE, i, after, found, "point")
    if marks[found.end].form == "basis" and marks[found.end + 1].form in POINTS:
        basis = Unit(ValueKind.PERCENTAGE, "point", 0.01)
        return _converted(i, found.end + 2, found, basis)
    end = percent_end(marks, found.end)
    if end is None:
        return None
    if marks[end].form in POINTS:
        return _made(ValueKind.PERCENTAGE, i, end + 1, found, "point")
    return _made(ValueKind.PERCENTAGE, i, end, found, "percent")


def currency_before(marks: Sequence[Mark], i: int) -> tuple[str, int] | None:
    """Give the currency that stands right before mark ``i``, and the mark where it begins."""
    if i == 0:
        return None
    sign = marks[i - 1]
    glued_letters = i > 1 and sign.raw == "$" and sign.glued and marks[i - 2].form in _PREFIXED
    if glued_letters:
        return CURRENCIES[marks[i - 2].form + "$"].base, i - 2
    if sign.sort == "s" and sign.raw in CURRENCIES:
        return CURRENCIES[sign.raw].base, i - 1
    if sign.sort == "w" and sign.form in CURRENCIES and (sign.raw.isupper() or sign.raw == "Rs"):
        return CURRENCIES[sign.form].base, i - 1
    return None


def currency_after(marks: Sequence[Mark], i: int, *, large: bool) -> tuple[str, int] | None:
    """Give the currency that stands at mark ``i``, and the mark after it.

    A pound is money only after a magnitude or before "sterling": else it is a weight.
    """
    j = _skip_hyphen(marks, i)
    if marks[j].form == "us" or marks[j].raw == "U":
        j = _past_country(marks, j)
    if marks[j].form in {"of", "de", "di"} and marks[j + 1].form in CURRENCIES and large:
        j += 1
    if marks[j].form in {"pound", "pounds"}:
        sterling = marks[j + 1].form == "sterling"
        return ("GBP", j + 1 + sterling) if large or sterling else None
    if (marks[j].form, marks[j + 1].form) in NATIONAL:
        return NATIONAL[marks[j].form, marks[j + 1].form], j + 2
    unit = CURRENCIES.get(marks[j].form.removeprefix("d'"))
    named = marks[j].sort == "w" or marks[j].raw in _SIGNS
    return (unit.base, j + 1) if unit and named else None


_SIGNS = frozenset(sign for sign in CURRENCIES if len(sign) == 1 and not sign.isalpha())


def _past_country(marks: Sequence[Mark], i: int) -> int:
    if marks[i].raw == "U" and [m.raw for m in marks[i + 1 : i + 4]] == [".", "S", "."]:
        return i + 4
    return i + 1


def _heat(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    """Read "40C": a glued capital letter, at a warmth that weather has."""
    mark = marks[found.end]
    if not mark.glued or mark.raw not in {"C", "F"} or abs(found.amount) > _HOTTEST:
        return None
    return _converted(i, found.end + 1, found, CELSIUS if mark.raw == "C" else FAHRENHEIT)


def _small_change(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    """Read "90 cents", "50p", "50 pence"."""
    mark = marks[found.end]
    pence = mark.form == "pence" or (mark.raw == "p" and mark.glued)
    if not pence and mark.form not in {"cent", "cents", "centimes", "centavos"}:
        return None
    unit = Unit(ValueKind.MONEY, "GBP" if pence else "cent", 0.01)
    return _converted(i, found.end + 1, found, unit)


def _money(marks: Sequence[Mark], i: int, found: Number, floor: int) -> Measure | None:
    before = currency_before(marks, i)
    if before and before[1] >= floor:
        return _made(ValueKind.MONEY, before[1], found.end, found, before[0])
    large = found.quantum >= _THOUSAND or found.amount >= _MILLION
    after = currency_after(marks, found.end, large=large)
    return _made(ValueKind.MONEY, i, after[1], found, after[0]) if after else None


def _ordinal(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    mark = marks[found.end]
    if not found.bare or not mark.glued or mark.form not in _ORDINAL_ENDS:
        return None
    return _made(ValueKind.ORDINAL, i, found.end + 1, found, None)


def _age(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    """Read "54-year-old", "54 years old", "54 Jahre alt", "aged 54"."""
    j = _skip_hyphen(marks, found.end)
    years = marks[j].form in {"year", "years", "jahre", "jahren", "ans", "anos"}
    after = _skip_hyphen(marks, j + 1) if years else j
    old = years and marks[after].form in _OLD
    if old:
        return _made(ValueKind.QUANTITY, i, after + 1, found, "year of age")
    if years and marks[i - 1].form in {"de", "age", "agee"} and i and marks[j].form != "jahren":
        return _made(ValueKind.QUANTITY, i, j + 1, found, "year of age")
    if marks[j].form.startswith("jahrige"):
        return _made(ValueKind.QUANTITY, i, j + 1, found, "year of age")
    aged = i > 0 and marks[i - 1].form in {"aged", "age"} and found.amount < _OLDEST
    if years and marks[j + 1].raw == "," and marks[i - 1].raw == "," and i:
        return _made(ValueKind.QUANTITY, i, j + 1, found, "year of age")  # "…, 62 ans, …"
    aged = aged or _is_apposed(marks, i, found)
    return _made(ValueKind.QUANTITY, i, found.end, found, "year of age") if aged else None


def _quantity(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    j = _skip_hyphen(marks, found.end)
    unit, end = unit_at(marks, j)
    if unit is None and marks[j].form in {"pound", "pounds"} and _weighs(marks, i):
        unit, end = UNITS["lb"], j + 1
    return _converted(i, end, found, unit) if unit else None


def _is_apposed(marks: Sequence[Mark], i: int, found: Number) -> bool:
    """Whether the number stands between commas behind a name: "The suspect, 31, was …"."""
    if i < len("x,") or not found.bare or not marks[i].raw.isdecimal():
        return False
    named = marks[i - 1].raw == "," and marks[i - 2].sort == "w"
    return bool(named and marks[found.end].raw == "," and 1 < found.amount < _OLDEST)


def _weighs(marks: Sequence[Mark], i: int) -> bool:
    return any(mark.form in _WEIGHING for mark in marks[max(0, i - _WEIGHING_REACH) : i])


def _label(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    """Read "Article 5", "No. 10": a name that happens to be a number."""
    if not found.bare or i == 0:
        return None
    j = i - 2 if marks[i - 1].raw == "." and i > 1 else i - 1
    before = marks[j]
    if before.sort != "w" or before.form not in _LABELS or not before.raw[0].isupper():
        return None
    return _made(ValueKind.NUMBER, i, found.end, found, f"label:{before.form}")


def _year(marks: Sequence[Mark], i: int, found: Number) -> Measure | None:
    """Read 2019 as a year unless it counts what follows: "2000 people"."""
    raw = marks[i].raw
    if not found.bare or len(raw) != len("2019") or not raw.isdecimal():
        return None
    if not _FIRST_YEAR <= found.amount <= _LAST_YEAR:
        return None
    if marks[found.end].form == "s" and marks[found.end].glued:
        return _made(ValueKind.YEAR, i, found.end + 1, found, "decade")
    before = marks[i - 1] if i else marks[-1]
    after = marks[found.end]
    counts = after.sort == "w" and (after.form == "people" or after.form.endswith("s"))
    plain = before.form in _YEAR_BEFORE or not counts or after.form in {"was", "is", "has", "als"}
    return _made(ValueKind.YEAR, i, found.end, found, None) if plain else None
