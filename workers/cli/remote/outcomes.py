"""What a server made of a draft: a report, a refusal, or nothing. Pure."""

from dataclasses import dataclass

from service.client import (
    ClientError,
    DeadlinePassed,
    KeyRefused,
    LimitReached,
    NotAllowed,
    NotReady,
    Refused,
    UnexpectedAnswer,
    Unreachable,
    Verification,
)
from service.domain import Report
from workers.cli.checking.outcomes import FAULT

# The server is not there, or not for us just now: a later run may well succeed.
_AWAY = (Unreachable, UnexpectedAnswer, NotReady, LimitReached, DeadlinePassed)


@dataclass(frozen=True, slots=True)
class Reported:
    """The server's report, not judged yet."""

    report: Report


@dataclass(frozen=True, slots=True)
class Turned:
    """The draft, the key or the options are no good; ``words`` say why."""

    words: str


@dataclass(frozen=True, slots=True)
class Away:
    """No report can be had just now; ``words`` say why."""

    words: str


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of ours, which says nothing of the draft or the server."""

    error: Exception
    words: str = FAULT


Outcome = Reported | Turned | Away | Fault


def outcome_of(err: ClientError) -> Turned | Away:
    """Say whether the caller has to mend something, or can only try again later."""
    if isinstance(err, _AWAY):
        return Away(str(err))
    if isinstance(err, KeyRefused | NotAllowed):
        return Turned(f"the key is refused: {err.detail} (--api-key or SOURCEPROOF_API_KEY)")
    if isinstance(err, Refused):
        where = f" ({err.pointer})" if err.pointer else ""
        return Turned(f"{err.detail}{where}")
    return Away(str(err))


def without_report(ended: Verification) -> Turned:
    """Tell of a verification that ended without a report."""
    reason = f": {ended.error}" if ended.error else ""
    return Turned(f"the server's check {_ENDED.get(ended.status.value, 'ended')}{reason}")


_ENDED = {"failed": "failed", "cancelled": "was cancelled there", "expired": "has expired"}
