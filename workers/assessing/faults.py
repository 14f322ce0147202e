"""What our own code failed at in, and how the report tells of it out. Pure.

One statement or source that brings us to fall never sinks the rest. It is never taken for
checked either: the report says so in its limits, and whoever runs us tells of the fault.
"""

from collections.abc import Sequence
from typing import Final

from service.domain import (
    CHECKABLE_KINDS,
    Assessment,
    Limit,
    Reading,
    Report,
    SignName,
    Source,
    Statement,
    Unread,
    Verdict,
)
from workers.assessing.verdicts import not_applicable

INTERNAL_ERROR: Final = "internal_error"  # the limit, and the code of the reason
NOT_DECIDED: Final = (
    f"{INTERNAL_ERROR}: an error of Sourceproof itself kept this from being checked"
)


def undecided(statement: Statement, why: str) -> Assessment:
    """Give the assessment of a statement that was not held against anything."""
    if statement.kind in CHECKABLE_KINDS:
        return Assessment(statement, Verdict.COULD_NOT_CHECK, why)
    return Assessment(statement, Verdict.NOT_APPLICABLE, not_applicable(statement.kind))


def fault_limits(reading: Reading, assessments: Sequence[Assessment]) -> tuple[Limit, ...]:
    """Say how much an error of ours kept from being read or decided, if any."""
    statements = sum(assessment.reason == NOT_DECIDED for assessment in assessments)
    sources = sum(map(_is_fault, reading.sources))
    if not statements and not sources:
        return ()
    note = (
        "An error of Sourceproof itself kept from being checked: "
        f"statements {statements:,}, sources {sources:,}."
    )
    return (Limit(INTERNAL_ERROR, 0, note),)


def has_fault(report: Report) -> bool:
    """Whether an error of ours kept a part of the article from being checked."""
    return any(limit.name == INTERNAL_ERROR for limit in report.limits)


def _is_fault(source: Source) -> bool:
    outcome = source.outcome
    return isinstance(outcome, Unread) and any(
        sign.name is SignName.INTERNAL_ERROR for sign in outcome.signs
    )
