"""A numeral as written in, its amount out, by the habits of the language. Pure."""

import re
from functools import lru_cache

from workers.assessing.values.tokens import word_set

_POINT_LANGUAGES = word_set(
    "en zh ja ko he hi th bn ta te mr gu pa ur sw ms tl fil ga cy ne si my km am ha yo ig"
)
_CLOSED = re.compile(r"\d{1,3}(?:([.,'’٬])\d{3})+$")
_MAX_DIGITS = 30  # beyond that it is an identifier


@lru_cache(maxsize=1 << 12)
def parse_digits(raw: str, language: str | None) -> tuple[float, float] | None:
    """Give the amount and the quantum of a numeral as written; ``None`` for a version or the like.

    Where the language does not decide between 1.234 and 1,234, English is assumed.
    """
    if sum(char.isdigit() for char in raw) > _MAX_DIGITS:
        return None
    plain = re.sub(r"\s", "", raw).replace("٫", ".")
    point = "." if (language or "en") in _POINT_LANGUAGES else ","
    whole, _, rest = _split_decimals(plain, point)
    digits = re.sub(r"[.,'’٬]", "", whole)
    if not digits or (whole != digits and not _CLOSED.match(whole) and not _indian(whole)):
        return None
    try:
        amount = float(f"{int(digits)}.{rest}") if rest else float(int(digits))
    except ValueError:
        return None
    return amount, 10.0 ** -len(rest)


def _split_decimals(plain: str, point: str) -> tuple[str, str, str]:
    """Split a numeral where its decimals begin, if it has any."""
    marks = [char for char in plain if not char.isdigit()]
    if not marks:
        return plain, "", ""
    last = marks[-1]
    tail = plain.rsplit(last, 1)[1]
    if last not in ".,":
        return plain, "", ""
    if len(marks) > 1 and len(set(marks)) == 1:
        return plain, "", ""
    decimal = len(set(marks)) > 1 or last == point or len(tail) != len("000")
    head = plain.rsplit(last, 1)[0]
    # ".123" after a long or zero head cannot close a group: "0,125", "1234,567".
    decimal = decimal or not re.fullmatch(r"[1-9]\d{0,2}", head)
    if not decimal:
        return plain, "", ""
    return head, last, tail


def _indian(whole: str) -> bool:
    """Whether the numeral is grouped as lakhs and crores are: 12,34,567."""
    return bool(re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", whole))
