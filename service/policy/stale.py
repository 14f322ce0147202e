"""A run's reports and what might excuse their findings in, what excuses none out. Pure.

An excuse that nothing needs any more is a door left open: the next fault in its place goes
through unseen. Only what was looked at tells: where a statement could not be checked, its finding
may only be hidden.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from service.domain import Gate, GateResult, Report
from service.policy.baseline import Baseline, Entry, is_partial
from service.policy.excusing import Fault
from service.policy.grounds import Grounds
from service.policy.ignoring import Ignore, Place

BY_STALE_EXCUSES: Final = "stale_excuses"
STALE: Final = frozenset(
    {
        Fault.EXPIRED,
        Fault.UNUSED,
        Fault.UNUSED_HERE,
        Fault.RESOLVED,
        Fault.GONE,
    }
)


def unused(ignores: Iterable[Ignore], looked_at: Sequence[tuple[Report, str]]) -> Iterator[Ignore]:
    """Give the ignores of a configuration that cover no finding of a whole run.

    ``looked_at`` are its reports, each with the place of its draft. One for a path is spoken of
    only where the run had a draft there.
    """
    held = [(report, place, Grounds(report)) for report, place in looked_at]
    for ignore in ignores:
        meant = [each for each in held if ignore.is_for(each[1])]
        if meant and not any(_needs(ignore, *each) for each in meant):
            yield ignore


def gone(baseline: Baseline, drafts: frozenset[str], reports: Iterable[Report]) -> Iterator[Entry]:
    """Give the entries of drafts that are gone, and whose findings no other draft has."""
    found = {finding.fingerprint for report in reports for finding in report.findings}
    yield from (e for e in baseline.entries if e.draft in drafts and e.fingerprint not in found)


def failed_by_stale(report: Report) -> Report:
    """Let the gate fail where an excuse is stale, beside what it fails by already."""
    if not any(limit.name in STALE for limit in report.limits):
        return report
    by = report.gate.failed_by if report.gate.result is GateResult.FAIL else ()
    return replace(report, gate=Gate(GateResult.FAIL, (*by, BY_STALE_EXCUSES)))


def tell_stale(report: Report, fault: Fault, names: Sequence[str]) -> Report:
    """Tell of excuses that are of no one draft in the report of one."""
    return replace(report, limits=(*report.limits, fault.limit(names))) if names else report


def _needs(ignore: Ignore, report: Report, place: str, grounds: Grounds) -> bool:
    """Whether an ignore covers a finding, or might cover one that could not be looked for."""
    if is_partial(report):
        return True
    places = ((f, Place(place, grounds.statement(f), grounds.source(f))) for f in report.findings)
    return any(ignore.covers(f, at) for f, at in places) or ignore.might_cover(report)
