"""What became of each draft in, the exit code of the run out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from service.domain import Report, Verdict
from service.errors import SourceproofError
from service.policy import Policy, exit_code
from workers.cli.checking.drafts import Draft
from workers.cli.output import Checked
from workers.cli.taping import Tape

UNUSABLE: Final = 2
# Where several codes hold over several articles, the first of these is given.
PRECEDENCE: Final = (UNUSABLE, 5, 1, 3, 4, 0)


@dataclass(frozen=True, slots=True)
class Done:
    """A draft that was checked, as far as there was time."""

    draft: Draft
    report: Report

    @property
    def checked(self) -> Checked:
        """The report as it is written, with the path of the draft where it has one."""
        return Checked(self.report, None if self.draft.path is None else self.draft.name)


@dataclass(frozen=True, slots=True)
class Failed:
    """A draft that could not be checked, and why."""

    draft: Draft
    error: SourceproofError


Outcome = Done | Failed


def kept(outcome: Outcome, tape: Tape) -> Outcome:
    """Let the tape keep a report."""
    if isinstance(outcome, Failed):
        return outcome
    return replace(outcome, report=tape.keep(outcome.draft.name, outcome.report))


def code_of(outcomes: Sequence[Outcome], policy: Policy) -> int:
    """Give the exit code over all drafts.

    One without a statement to check, as a column of opinions, says nothing beside others.
    """
    reports = [outcome.report for outcome in outcomes if isinstance(outcome, Done)]
    weighed = [report for report in reports if _has_to_be_checked(report)] or reports
    codes = [exit_code(report, policy) for report in weighed]
    if len(reports) < len(outcomes):
        codes.append(UNUSABLE)
    return min(codes, key=PRECEDENCE.index)


def _has_to_be_checked(report: Report) -> bool:
    return any(a.verdict is not Verdict.NOT_APPLICABLE for a in report.assessments)
