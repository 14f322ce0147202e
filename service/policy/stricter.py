"""Two policies in, the one that lets pass only what both let pass, out. Pure.

A change to a configuration is weighed so: what it tightens holds at once, what it loosens does
not hold before it stands where it was approved.
"""

from collections.abc import Iterator
from typing import Final

from service.domain import Severity
from service.policy.policy import OnInconclusive, Policy
from service.policy.rules import RULES

SEVERITY_OF: Final = "severity of "  # begins the name of a setting of one rule
_WEAKEST_FIRST = (None, *reversed(Severity))
_LENIENT_FIRST = (OnInconclusive.PASS, OnInconclusive.WARN, OnInconclusive.FAIL)


def stricter(one: Policy, other: Policy) -> Policy:
    """Take of each setting what is stricter."""
    if one == other:
        return one
    levels, others = levels_of(one), levels_of(other)
    severities = {
        rule: max(level, others[rule], key=_WEAKEST_FIRST.index) for rule, level in levels.items()
    }
    least = [p.min_reader_verifiable for p in (one, other) if p.min_reader_verifiable is not None]
    return Policy(
        severities=severities,
        fail_on=_either(one, other, severities),
        max_could_not_check=min(one.max_could_not_check, other.max_could_not_check),
        min_reader_verifiable=max(least, default=None),
        on_inconclusive=max(one.on_inconclusive, other.on_inconclusive, key=_LENIENT_FIRST.index),
    )


def levels_of(policy: Policy) -> dict[str, Severity | None]:
    """Give the severity of every rule; ``None`` of one that is off."""
    return {rule.id: policy.severities.get(rule.id, rule.severity) for rule in RULES}


def loosened(policy: Policy, strict: Policy) -> Iterator[str]:
    """Name what a policy has looser than a strict one, as the configuration calls it."""
    levels, held = levels_of(policy), levels_of(strict)
    yield from (f"{SEVERITY_OF}{rule}" for rule, level in levels.items() if level != held[rule])
    if policy.fail_on != strict.fail_on:
        yield "fail-on"
    if policy.max_could_not_check != strict.max_could_not_check:
        yield "max-could-not-check"
    if policy.min_reader_verifiable != strict.min_reader_verifiable:
        yield "min-reader-verifiable"
    if policy.on_inconclusive is not strict.on_inconclusive:
        yield "on-inconclusive"


def _either(
    one: Policy, other: Policy, severities: dict[str, Severity | None]
) -> tuple[str, ...] | None:
    """Fail on what either fails on; errors are named where one of them names none."""
    if one.fail_on == other.fail_on:
        return one.fail_on
    errors = tuple(rule for rule, level in severities.items() if level is Severity.ERROR)
    named = (errors if policy.fail_on is None else policy.fail_on for policy in (one, other))
    return tuple(dict.fromkeys(word for words in named for word in words))
