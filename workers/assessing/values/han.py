"""A run of Han numerals, or of digits with Han magnitudes, in, its amount out. Pure.

Chinese and Japanese: 五十四, 三百五十万, 3億4千万, 两千; 百分之二十 and 五分之一 are shares.
"""

import re

from workers.language.folding import fold

_ONES = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12}
SIGNS = "〇零一二三四五六七八九两兩十百千万萬亿億兆"
_RUN = rf"(?>(?:\d++(?>(?:[.,]\d++)*)|[{SIGNS}])+)"
PATTERN = rf"百分之{_RUN}|{_RUN}分之{_RUN}|{_RUN}"
_PIECE = re.compile(rf"(\d+(?:[.,]\d+)*)|([{SIGNS}])")
_LEAST = 2  # characters: 一 alone is also "a"
LONGEST = 40  # characters; what is longer is no number


def read_han(run: str) -> tuple[float, bool] | None:
    """Give the amount of a run and whether it is a percentage; ``None`` where it is no number."""
    if len(run) > LONGEST:
        return None
    if run.startswith("百分之"):
        part = _amount(run[3:])
        return None if part is None else (part, True)
    below, parted, above = run.partition("分之")
    if parted:
        whole, part = _amount(below), _amount(above)
        return (100 * part / whole, True) if whole and part is not None else None
    if len(run) < _LEAST or not any(char in SIGNS for char in run) or run[0] in "百千万萬亿億兆":
        return None
    amount = _amount(run)
    return None if amount is None else (amount, False)


def _amount(run: str) -> float | None:
    """Add up groups under 10,000, each with its magnitude; digit by digit where none stands."""
    total, group, digit = 0.0, 0.0, None
    for numeral, sign in _PIECE.findall(run):
        if numeral:
            if numeral.count(".") > 1:
                return None
            digit = float(fold(numeral).replace(",", ""))
        elif sign in _ONES:
            digit = _ONES[sign] if digit is None else digit * 10 + _ONES[sign]
        elif sign in _TENS:
            group += (1 if digit is None else digit) * _TENS[sign]
            digit = None
        else:
            total += (group + (digit or 0.0) or 1.0) * _GREAT[sign]
            group, digit = 0.0, None
    return total + group + (digit or 0.0)
