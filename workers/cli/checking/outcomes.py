"""What became of each draft in, the exit code of the run out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from service.domain import Report, Verdict
from service.errors import SourceproofError
from service.policy import exit_code_of, new_only
from workers.assessing.faults import has_fault
from workers.cli.checking.drafts import Draft
from workers.cli.excusing import Excusing, Judged, excused_all
from workers.cli.output import Checked, not_read
from workers.cli.taping import Tape

OUR_FAULT: Final = 70  # EX_SOFTWARE of sysexits.h, as the command gives for every error of ours
UNUSABLE: Final = 2
# Where several codes hold over several articles, the first of these is given.
PRECEDENCE: Final = (OUR_FAULT, UNUSABLE, 5, 1, 3, 4, 0)
FAULT: Final = "an error of Sourceproof itself kept it from being checked"


@dataclass(frozen=True, slots=True)
class Done:
    """A draft that was checked, as far as there was time."""

    draft: Draft
    judged: Judged

    @property
    def report(self) -> Report:
        """The report as it stands by now."""
        return self.judged.report

    @property
    def checked(self) -> Checked:
        """The report as it is written, with the path of the draft where it has one."""
        report = new_only(self.report) if self.judged.configuration.new_only else self.report
        return Checked(report, None if self.draft.path is None else self.draft.name)


@dataclass(frozen=True, slots=True)
class Failed:
    """A draft that could not be checked, and why."""

    draft: Draft
    error: SourceproofError

    @property
    def checked(self) -> Checked:
        """The report that says so, with the path of the draft where it has one."""
        return not_read(self.draft.name, self.error.detail, is_file=self.draft.path is not None)


@dataclass(frozen=True, slots=True)
class Broken:
    """A draft that brought us to fall, with the error."""

    draft: Draft
    error: Exception

    @property
    def checked(self) -> Checked:
        """The report that says so, with the path of the draft where it has one."""
        return not_read(self.draft.name, FAULT, is_file=self.draft.path is not None)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A draft of which nothing that is checked has changed since the revision asked for."""

    draft: Draft


Outcome = Done | Failed | Broken | Unchanged


def kept(outcome: Outcome, tape: Tape) -> Outcome:
    """Let the tape keep a report."""
    if not isinstance(outcome, Done):
        return outcome
    return with_report(outcome, tape.keep(outcome.draft.name, outcome.report))


def with_report(done: Done, report: Report) -> Done:
    """Give the outcome with its report replaced."""
    return replace(done, judged=replace(done.judged, report=report))


def excused(outcomes: Sequence[Outcome], excusing: Excusing, *, is_whole: bool) -> list[Outcome]:
    """Take what excuses findings into the reports. Raises UsageError.

    Of a run that is not whole no baseline is made: what was not decided is nobody's to excuse.
    """
    done = [outcome for outcome in outcomes if isinstance(outcome, Done)]
    is_search = excusing.is_search and is_whole and len(done) == len(outcomes)
    excusing = replace(excusing, update=excusing.update and is_whole, is_search=is_search)
    reports = excused_all([each.judged for each in done], excusing)
    taken = {d.draft: with_report(d, r) for d, r in zip(done, reports, strict=True)}
    return [taken.get(outcome.draft, outcome) for outcome in outcomes]


def code_of(outcomes: Sequence[Outcome]) -> int:
    """Give the exit code over all drafts, each by its own policy.

    One without a statement to check, as a column of opinions, says nothing beside others. Where
    nothing changed there was nothing to check, and that is what was asked.
    """
    done = [outcome.judged for outcome in outcomes if isinstance(outcome, Done)]
    weighed = [judged for judged in done if _has_to_be_checked(judged.report)] or done
    codes = [exit_code_of(judged.report.gate, judged.configuration.policy) for judged in weighed]
    codes += [UNUSABLE for outcome in outcomes if isinstance(outcome, Failed)]
    is_fault = [isinstance(each, Broken) or _has_fault(each) for each in outcomes]
    codes += [OUR_FAULT] if any(is_fault) else []
    return min(codes, key=PRECEDENCE.index, default=0)


def _has_fault(outcome: Outcome) -> bool:
    return isinstance(outcome, Done) and has_fault(outcome.report)


def _has_to_be_checked(report: Report) -> bool:
    return any(a.verdict is not Verdict.NOT_APPLICABLE for a in report.assessments)
