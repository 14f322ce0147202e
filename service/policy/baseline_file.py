"""The text of a baseline file in, its Baseline out, and back. Pure.

The file is TOML, a key a line, an empty line between entries, sorted by draft, rule and
statement, so that a change shows as whole entries and two branches seldom meet in one. It is
read line by line, which tells every fault with its line and takes two thirds of the time of
``tomllib``; a line that is written in another form, such as a literal string, is left to that.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Final

from service.errors import UsageError
from service.policy.baseline import Baseline, Entry
from service.policy.policy import near_words

VERSION: Final = 1
HEAD: Final = f"""\
# Findings of sourceproof that are excused. `sourceproof check --update-baseline` writes this
# file; reason, author and until may be changed by hand, other comments are not kept.
# After a merge that stopped here, keep the entries of both sides, in any order.
version = {VERSION}
"""
TABLE: Final = "[[excused]]"
KEYS: Final = (
    *("draft", "rule", "statement", "source", "finding", "reason", "author", "added", "until"),
    *("fingerprint", "evidence"),
)
_OPTIONAL: Final = frozenset({"statement", "source", "finding", "until"})
_DAYS: Final = frozenset({"added", "until"})
_TEXT: Final = re.compile(r'([a-z]+) = ("(?:[^"\\]|\\["\\bfnrt]|\\u[0-9a-fA-F]{4})*")')
_DAY: Final = re.compile(r"([a-z]+) = (\d{4}-\d\d-\d\d)")
_PRINT: Final = re.compile(r"[0-9a-f]{64}")
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")

Table = dict[str, object]


def write_baseline(baseline: Baseline) -> str:
    """Write a baseline; of equal entries equal text."""
    return "\n".join([HEAD, *(_block(entry) for entry in baseline.entries)])


def read_baseline(text: str, name: str) -> Baseline:
    """Read a baseline; ``name`` is the file's, for what is said of it.

    Raises UsageError with the line where it is no baseline.
    """
    return Baseline(tuple(_entry(table, f"{name}:{line}") for line, table in _tables(text, name)))


def _block(entry: Entry) -> str:
    lines = [TABLE]
    for key in KEYS:
        value = getattr(entry, key)
        if isinstance(value, date):
            lines.append(f"{key} = {value.isoformat()}")
        elif value:
            lines.append(f"{key} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """Write a basic string of TOML; it differs from JSON's in DEL and in lone surrogates."""
    whole = value.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def _tables(text: str, name: str) -> Iterator[tuple[int, Table]]:
    """Give the entries, each with the line where it begins; check what stands before them."""
    head: Table = {}
    table, begun = head, 0
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if bare == TABLE:
            if table is not head:
                yield begun, table
            table, begun = {}, number
            continue
        place = f"{name}:{number}"
        key, value = _pair(bare, place)
        if key in table:
            raise UsageError(f"{place}: {key} stands twice in one entry")
        if table is not head:
            _check(key, value, place)
        table[key] = value
    if head != {"version": VERSION}:
        raise UsageError(f"{name}:1: this is no baseline of version {VERSION}")
    if table is not head:
        yield begun, table


def _pair(line: str, place: str) -> tuple[str, object]:
    try:
        if plain := _TEXT.fullmatch(line):
            return plain[1], json.loads(plain[2])
        if plain := _DAY.fullmatch(line):
            return plain[1], date.fromisoformat(plain[2])
        ((key, value),) = tomllib.loads(line).items()
    except (ValueError, RecursionError) as err:
        merging = line.startswith(_CONFLICT)
        known = "a merge stopped here; keep the entries of both sides"
        what = known if merging else "a line of a baseline is: key = value"
        raise UsageError(f"{place}: {what}") from err
    return key, value


def _entry(table: Table, place: str) -> Entry:
    missing = [key for key in KEYS if key not in table and key not in _OPTIONAL]
    if missing:
        raise UsageError(f"{place}: this entry has no {missing[0]}")
    if not _PRINT.fullmatch(str(table["fingerprint"])):
        raise UsageError(f"{place}: this entry's fingerprint is none")
    return Entry(**table)  # type: ignore[arg-type]  # each was checked to be of its field's type


def _check(key: str, value: object, place: str) -> None:
    if key not in KEYS:
        raise UsageError(f"{place}: an entry has no key {key}{near_words(key, KEYS)}")
    if key in _DAYS:
        if type(value) is not date:
            raise UsageError(f"{place}: {key} is a day, as 2026-12-31 without quotation marks")
    elif not isinstance(value, str) or not (value.strip() or key in _OPTIONAL):
        raise UsageError(f"{place}: {key} is a text, and not an empty one")
