"""A judged report and what may excuse its findings in, the report with that taken in, out. Pure.

What is excused stays in the report and says by what; the gate is decided anew without it.
An excuse that is there and does not hold excuses nothing, and is named in ``limits``, so
that it can be mended or taken away: one that expired, whose statement or evidence is
another by now, that gives no reason, or that covers nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date
from enum import StrEnum
from typing import Final

from service.domain import (
    Finding,
    InlineIgnore,
    Limit,
    Report,
    Suppression,
    SuppressionKind,
)
from service.policy.baseline import NO_BASELINE, Baseline, is_partial, resolved
from service.policy.deciding import decided_gate
from service.policy.grounds import Grounds
from service.policy.identity import normal_text
from service.policy.ignoring import Ignore, Place, read_inline
from service.policy.policy import Policy
from service.policy.selections import excerpt
from service.policy.stricter import SEVERITY_OF

NEW_ONLY: Final = "new_only"
_UNFOLLOWED: Final = "ignores_not_followed"
_NAMED: Final = 5  # of the excuses that do not hold; the rest is a number
_BY: Final = {
    SuppressionKind.INLINE: "the draft",
    SuppressionKind.CONFIG: "the configuration",
    SuppressionKind.BASELINE: "the baseline",
}


class Fault(StrEnum):
    """Why an excuse does not hold, or is not needed: the name of the limit that tells of it."""

    EXPIRED = "excuses_expired"
    REOPENED = "excuses_reopened"
    NOT_APPROVED = "excuses_not_approved"
    LOOSENED = "settings_not_approved"
    REFUSED = "ignores_refused"
    UNUSED = "ignores_unused"
    UNUSED_HERE = "configured_ignores_unused"
    RESOLVED = "baseline_resolved"
    GONE = "baseline_of_gone_drafts"

    def limit(self, names: Sequence[str]) -> Limit:
        """Tell of the excuses that have this fault; the first few by their names."""
        rest = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        what = "Settings" if self is Fault.LOOSENED else "Excuses"
        note = f"{what}: {len(names):,} {_TOLD[self]}: {'; '.join(names[:_NAMED])}{rest}."
        return Limit(self.value, len(names), note)


_TOLD: Final = {
    Fault.EXPIRED: "expired, and excusing no longer",
    Fault.REOPENED: "in the baseline on other evidence, and counting again",
    Fault.NOT_APPROVED: "brought by this change, and not counted",
    Fault.LOOSENED: "loosened by this change, and held to as before",
    Fault.REFUSED: "asked for in the draft, and impossible to follow",
    Fault.UNUSED: "asked for in the draft and covering no finding, to be taken away",
    Fault.UNUSED_HERE: "in the configuration and covering no finding of this run",
    Fault.RESOLVED: "in the baseline and no longer found, to be pruned",
    Fault.GONE: "in the baseline of drafts that are gone, to be pruned",
}


@dataclass(frozen=True, slots=True)
class Base:
    """What excuses stood before the change that is checked; only those count.

    ``inline`` holds the rule and the words of each statement that the draft then asked to
    have passed over, ``None`` for the words where it asked for the whole draft.
    """

    baseline: Baseline = NO_BASELINE
    configured: frozenset[Ignore] = frozenset()
    inline: frozenset[tuple[str, str | None]] = frozenset()


@dataclass(frozen=True, slots=True)
class Excuses:
    """All that may excuse findings of one draft.

    ``draft`` is its path as the baseline has it, ``place`` as the patterns of the
    configuration have it; ``gone`` are drafts of the baseline that are there no longer.
    Without a ``base`` all that stands here counts. ``loosened`` names the settings that a change
    made less strict, which the report was judged without.
    """

    draft: str = ""
    place: str = ""
    inline: tuple[InlineIgnore, ...] = ()
    configured: tuple[Ignore, ...] = ()
    baseline: Baseline = NO_BASELINE
    gone: frozenset[str] = frozenset()
    base: Base | None = None
    loosened: tuple[str, ...] = ()


def excused(report: Report, excuses: Excuses, policy: Policy) -> Report:
    """Take the excuses into a judged report. What editors decided stays and counts."""
    excusing = _Excusing(report, excuses)
    findings = tuple(excusing.answered(finding) for finding in report.findings)
    limits = (*report.limits, *excusing.limits())
    told = replace(report, findings=findings, limits=limits)
    return replace(told, gate=decided_gate(told, policy))


def new_only(report: Report) -> Report:
    """Leave out the findings that are excused, and say how many that were."""
    left = tuple(finding for finding in report.findings if finding.suppressed_by is None)
    number = len(report.findings) - len(left)
    if not number:
        return report
    what = "finding that is excused is" if number == 1 else "findings that are excused are"
    limit = Limit(NEW_ONLY, number, f"{number:,} {what} left out.")
    return replace(report, findings=left, limits=(*report.limits, limit))


def left_unfollowed(report: Report, ignores: tuple[InlineIgnore, ...]) -> Report:
    """Say of a draft's ignores that they were not followed: where editors decide, no draft does."""
    if not ignores:
        return report
    note = (
        f"The draft asks {len(ignores):,} times to have a finding passed over, which only "
        "`sourceproof check` does; here a finding is excused by an editor's decision."
    )
    limit = Limit(_UNFOLLOWED, len(ignores), note)
    return replace(report, limits=(*report.limits, limit))


def to_be_followed(report: Report) -> Report:
    """Take back what ``left_unfollowed`` said, for whoever follows the draft's ignores."""
    limits = tuple(limit for limit in report.limits if limit.name != _UNFOLLOWED)
    return replace(report, limits=limits)


@dataclass(slots=True)
class _Excusing:
    """One report being excused; gathers the excuses that did not hold."""

    report: Report
    excuses: Excuses
    grounds: Grounds = field(init=False)
    ignores: list[Ignore] = field(default_factory=list)
    used: set[Ignore] = field(default_factory=set)
    faults: dict[Fault, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        self.grounds = Grounds(self.report)
        for ignore in read_inline(self.excuses.inline):
            if isinstance(ignore, Ignore):
                self.ignores.append(ignore)
            else:
                self._fault(Fault.REFUSED, ignore)

    @property
    def today(self) -> date:
        """The day of the check, in UTC."""
        return self.report.checked_at.astimezone(UTC).date()

    def answered(self, finding: Finding) -> Finding:
        """Suppress a finding where something excuses it."""
        suppression = self._ignored(finding) or self._known(finding)
        if finding.suppressed_by is not None or suppression is None:
            return finding
        by = f" ({suppression.by})" if suppression.by else ""
        words = f"{_BY[suppression.kind]}{by}"
        return replace(finding, suppressed_by=words, suppression=suppression)

    def _ignored(self, finding: Finding) -> Suppression | None:
        place = Place(
            self.excuses.place, self.grounds.statement(finding), self.grounds.source(finding)
        )
        found: Suppression | None = None
        for ignore in (*self.ignores, *self.excuses.configured):
            if not ignore.covers(finding, place):
                continue
            self.used.add(ignore)
            if ignore.is_expired(self.today):
                self._fault(Fault.EXPIRED, f"{ignore.where}, {finding.rule}: until {ignore.until}")
            elif not self._is_approved(ignore, finding):
                self._fault(Fault.NOT_APPROVED, f"{ignore.where}, {finding.rule}")
            else:
                found = found or ignore.suppression()
        return found

    def _is_approved(self, ignore: Ignore, finding: Finding) -> bool:
        base = self.excuses.base
        if base is None:
            return True
        if ignore.kind is SuppressionKind.CONFIG:
            return ignore in base.configured
        words = None if ignore.span is None else self._words_at(finding)
        return (finding.rule, words) in base.inline

    def _words_at(self, finding: Finding) -> str | None:
        """Give the words of the statement that a finding is about, or stands in."""
        statement = self.grounds.statement(finding)
        if statement is None and finding.start is not None:
            around = (s for s in self.report.article.statements if s.start <= finding.start < s.end)
            statement = next(around, None)
        return None if statement is None else normal_text(statement.text)

    def _known(self, finding: Finding) -> Suppression | None:
        """Look a finding up in the baseline; in that of before, where there is a base."""
        base, gone, draft = self.excuses.base, self.excuses.gone, self.excuses.draft
        ours = self.excuses.baseline.of(finding.fingerprint, draft, gone)
        entry = ours if base is None else base.baseline.of(finding.fingerprint, draft, gone)
        if entry is not None and entry.evidence == self.grounds.of(finding):
            if not entry.is_expired(self.today):
                return entry.suppression()
            self._fault(Fault.EXPIRED, f"{_told(finding)}: {entry.author}, until {entry.until}")
        elif ours is not None and ours != entry:
            self._fault(Fault.NOT_APPROVED, f"{_told(finding)}: {ours.author}")
        elif entry is not None:
            self._fault(Fault.REOPENED, f"{_told(finding)}: {entry.author}, {entry.added}")
        return None

    def _fault(self, fault: Fault, words: str) -> None:
        self.faults[fault][words] = None

    def limits(self) -> Iterator[Limit]:
        """Tell of the excuses that did not hold, once all findings are answered."""
        for ignore in () if is_partial(self.report) else self.ignores:
            if ignore not in self.used and not ignore.might_cover(self.report):
                self._fault(Fault.UNUSED, f"{ignore.where}, {ignore.rule}")
        for entry in resolved(self.excuses.baseline, self.report, self.excuses.draft):
            self._fault(Fault.RESOLVED, f"{entry.rule} “{excerpt(entry.statement, 60)}”")
        for name in self.excuses.loosened:
            if self._bears_on(name):
                self._fault(Fault.LOOSENED, name)
        for fault in Fault:
            if names := list(self.faults[fault]):
                yield fault.limit(names)

    def _bears_on(self, setting: str) -> bool:
        """Whether a setting makes a difference here: of a rule, whether it has a finding."""
        rule = setting.removeprefix(SEVERITY_OF)
        return rule == setting or any(finding.rule == rule for finding in self.report.findings)


def _told(finding: Finding) -> str:
    where = f"line {finding.line}, " if finding.line is not None else ""
    return f"{where}{finding.rule}"
