"""Marks in, the decade of life that they name out: "in her fifties". Pure."""

from collections.abc import Sequence

from service.domain import ValueKind
from workers.assessing.values.measures import Measure
from workers.assessing.values.tokens import Mark

AGES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90, "teens": 13,
}  # fmt: skip
_WHOSE = frozenset({"her", "his", "their", "my", "your", "early", "mid", "late"})


def read_age(marks: Sequence[Mark], i: int) -> Measure | None:
    """Read "in her fifties" and "in his 50s": any age of that decade of life."""
    if i == 0 or marks[i - 1].form not in _WHOSE:
        return None
    low, end = AGES.get(marks[i].form), i + 1
    following = marks[i + 1]
    two_digits = marks[i].raw.isdecimal() and len(marks[i].raw) == len("50")
    if low is None and two_digits and following.form == "s" and following.glued:
        low, end = int(marks[i].raw), i + 2
    if low is None:
        return None
    high = 10 * (low // 10) + 9.0
    return Measure(ValueKind.QUANTITY, i, end, float(low), 1.0, high, "year of age")
