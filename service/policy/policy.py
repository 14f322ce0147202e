"""The user's words for a gate in, a policy out. Pure.

Words are rule ids ("SP101"), rule names ("quote-altered") and verdicts ("not_found");
capitals, hyphens and underscores make no difference.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from service.domain import Severity, Verdict
from service.errors import UsageError
from service.policy.rules import RULES

# A quarter unread still leaves a report worth acting on; more, and its silence would read as fine.
MAX_COULD_NOT_CHECK: Final = 0.25
OFF: Final = "off"
NEVER_A_FAILURE = frozenset({Verdict.SUPPORTED, Verdict.NOT_APPLICABLE})


class OnInconclusive(StrEnum):
    """What an inconclusive gate means for the exit code."""

    FAIL = "fail"
    WARN = "warn"
    PASS = "pass"  # noqa: S105  the contract's word, not a password


@dataclass(frozen=True, slots=True)
class Policy:
    """Which findings count, and when a report passes.

    ``severities`` maps rule ids to a severity; ``None`` turns the rule off.
    ``fail_on`` holds rule ids and verdicts; without it, findings of severity ``error``
    fail. Shares are 0 to 1, of the checkable statements.
    """

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    fail_on: tuple[str, ...] | None = None
    max_could_not_check: float = MAX_COULD_NOT_CHECK
    min_reader_verifiable: float | None = None
    on_inconclusive: OnInconclusive = OnInconclusive.FAIL


def make_policy(options: Mapping[str, object]) -> Policy:
    """Read a policy from flags, a configuration file or an API request.

    Known keys: ``fail_on`` (text with commas, or a list), ``severities`` (rule to severity or
    "off"), ``max_could_not_check`` and ``min_reader_verifiable`` (percent, 0 to 100) and
    ``on_inconclusive``. Keys that are absent or ``None`` keep their default; other keys are not
    ours to judge. Raises UsageError, pointing at the key.
    """
    given = {key: value for key, value in options.items() if value is not None}
    made: dict[str, object] = {
        key: parse(given[key]) for key, parse in _PARSERS.items() if key in given
    }
    return Policy(**made)  # type: ignore[arg-type]  # each parser returns its field's type


def parse_fail_on(words: object) -> tuple[str, ...]:
    """Read "--fail-on RULE|VERDICT,…" into rule ids and verdicts. Raises UsageError."""
    if isinstance(words, str):
        words = words.split(",")
    if not isinstance(words, Iterable):
        raise UsageError("rules and verdicts are wanted, in a list.", pointer="/fail_on")
    named = [str(word).strip() for word in words]
    return tuple(dict.fromkeys(_rule_or_verdict(word) for word in named if word))


def parse_severities(table: object) -> dict[str, Severity | None]:
    """Read {rule: "error" | "warning" | "note" | "off"}. Raises UsageError."""
    if not isinstance(table, Mapping):
        raise UsageError("a table of rules is wanted.", pointer="/severities")
    return {
        parse_rule(str(word), pointer="/severities"): _severity(str(value))
        for word, value in table.items()
    }


def parse_percentage(value: object, *, pointer: str | None = None) -> float:
    """Read a percentage, "25", "25%" or 25, into a share of 0 to 1. Raises UsageError."""
    try:
        percent = float(str(value).strip().removesuffix("%"))
    except ValueError:
        percent = math.nan
    if not 0 <= percent <= 100:  # noqa: PLR2004  percent are of a hundred
        raise UsageError(f"{value!s:.40} is no percentage from 0 to 100.", pointer=pointer)
    return percent / 100


def parse_on_inconclusive(value: object) -> OnInconclusive:
    """Read "fail", "warn" or "pass". Raises UsageError."""
    try:
        return OnInconclusive(str(value).strip().lower())
    except ValueError as err:
        raise UsageError("fail, warn or pass is wanted.", pointer="/on_inconclusive") from err


def _severity(word: str) -> Severity | None:
    if word.lower() == OFF:
        return None
    try:
        return Severity(word.lower())
    except ValueError as err:
        raise UsageError(
            f"{word[:40]!r} is no severity: error, warning, note or off.", pointer="/severities"
        ) from err


def _rule_or_verdict(word: str) -> str:
    """Read one word; a verdict wins over a rule of the same name, being the wider of the two."""
    verdict = next((v for v in Verdict if v == _plain(word)), None)
    if verdict is None:
        return parse_rule(word, pointer="/fail_on")
    if verdict in NEVER_A_FAILURE:
        raise UsageError(f"A report cannot fail on {verdict.value!r}.", pointer="/fail_on")
    return verdict.value


def parse_rule(word: str, *, pointer: str | None = None) -> str:
    """Read a rule's id or name into its id. Raises UsageError, with the nearest name."""
    plain = _plain(word)
    for rule in RULES:
        if plain in {rule.id.lower(), _plain(rule.name)}:
            return rule.id
    names = [*(rule.name for rule in RULES), *(rule.id for rule in RULES), *Verdict]
    near = near_words(word, names) or "."
    raise UsageError(f"{word[:40]!r} is no rule and no verdict{near}", pointer=pointer)


def near_words(word: str, known: Iterable[str]) -> str:
    """Give "; did you mean …?" for a word that comes near a known one, else nothing."""
    names = {_plain(name): name for name in known}
    near = get_close_matches(_plain(word[:40]), names, n=1)
    return f"; did you mean {names[near[0]]}?" if near else ""


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "_")


def _max_could_not_check(value: object) -> float:
    return parse_percentage(value, pointer="/max_could_not_check")


def _min_reader_verifiable(value: object) -> float:
    return parse_percentage(value, pointer="/min_reader_verifiable")


_PARSERS = {
    "severities": parse_severities,
    "fail_on": parse_fail_on,
    "max_could_not_check": _max_could_not_check,
    "min_reader_verifiable": _min_reader_verifiable,
    "on_inconclusive": parse_on_inconclusive,
}
