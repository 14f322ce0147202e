"""The draft of faults in, whether the gate fails on it as the user configures it, out. I/O."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Final

from service.domain import Reading, Report, Submission
from service.policy import Policy, exit_code, judge
from service.rendering.words import counted
from service.settings import Settings
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.assessing.report import make_report
from workers.cli.configuration import Configuration
from workers.cli.excusing import Excuser, Judged
from workers.cli.output import say
from workers.cli.self_test.faults import ADDRESS, ARCHIVE, CHANGED, DRAFT, PLANTED, PUBLISHED
from workers.cli.self_test.web import ask_faults
from workers.collecting import collect, fetch_policy, run_collecting
from workers.fetching import Fetcher
from workers.versions import current_versions

NAME: Final = "sourceproof-self-test.html"  # a draft in the folder that we are in
PROVED, NOT_PROVED, FAILED = 0, 2, 1
# Every rule counts, and nothing is let pass.
_STRICT: Final = Policy(max_could_not_check=1.0)


def run_self_test(configure: Callable[[str], Configuration]) -> int:
    """Say whether the gate fails on known faults; 0 where it does, as it must, else 2."""
    configuration = configure(NAME)
    can_fail, words = gate_fails(check_faults(configuration.settings), configuration)
    say(words)
    return PROVED if can_fail else NOT_PROVED


def gate_fails(faults: Report, configuration: Configuration) -> tuple[bool, str]:
    """Whether a report on the planted faults fails the gate as configured, and by or for what."""
    missed = PLANTED - {finding.rule for finding in faults.findings}
    if missed:
        return False, f"the self-test did not find its own faults: {', '.join(sorted(missed))}"
    judged = judge(faults, configuration.policy)
    own = replace(configuration, baseline=None)
    weighed = Excuser().excused(Judged(NAME, judged, (), own))
    if exit_code(weighed, configuration.policy) == FAILED:
        by = ", ".join(weighed.gate.failed_by)
        return True, f"the gate can fail: of {len(PLANTED)} planted faults it failed by {by}"
    return False, f"this configuration cannot fail: {_why(weighed, configuration)}"


def check_faults(settings: Settings) -> Report:
    """Check the draft of faults; every rule is on. No request is made."""
    reading = run_collecting(_collect(settings))
    make = partial(
        make_report,
        reading,
        assess_article(reading, load_scorer()),
        _STRICT,
        report_id="self_test",
        checked_at=datetime.now(UTC),
        versions=current_versions(),
    )
    return make(earlier=_earlier(make()))


async def _collect(settings: Settings) -> Reading:
    draft = Submission(
        content=DRAFT.encode(),
        media_type="text/html",
        filename=NAME,
        url=ADDRESS,
        language="en",
        published_at=PUBLISHED,
    )
    async with Fetcher(fetch_policy(settings), asking=ask_faults) as fetcher:
        return await collect(draft, fetcher, settings=settings, archives=(ARCHIVE,))


def _why(report: Report, configuration: Configuration) -> str:
    """Say of a report full of findings why none of them fails the gate."""
    policy = configuration.policy
    off = len(PLANTED - {finding.rule for finding in report.findings})
    excused = sum(finding.suppressed_by is not None for finding in report.findings)
    if policy.fail_on is None:
        wanted = "none of those that count is an error"
    elif policy.fail_on:
        wanted = f"none of those that count is one of fail-on ({', '.join(policy.fail_on)})"
    else:
        wanted = "fail-on names nothing"
    where = configuration.file or "the flags and the environment"
    return (
        f"{counted(len(report.findings), 'finding')} on {counted(len(PLANTED), 'planted fault')}, "
        f"{counted(off, 'rule')} of them off, {excused:,} suppressed, and {wanted} ({where})"
    )


def _earlier(report: Report) -> Report:
    """Give the report as it would have been, had one cited passage read otherwise then."""
    changed = tuple(
        replace(a, evidence=tuple(replace(e, text=e.text.replace(*CHANGED)) for e in a.evidence))
        for a in report.assessments
    )
    sources = tuple(
        s
        if s.page is None
        else replace(s, outcome=replace(s.page, text=s.page.text.replace(*CHANGED)))
        for s in report.sources
    )
    return replace(report, id="earlier", assessments=changed, sources=sources)
