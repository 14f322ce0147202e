"""Articles and a configuration in, their reports written and an exit code out. I/O.

The same four verbs as the service's tasks, in one process: read, collect, assess, render.
"""

import logging
import signal
import traceback
from collections.abc import Sequence

from service.rendering.words import counted
from workers.allocator import return_freed_memory
from workers.cli.checking.caching import open_cache
from workers.cli.checking.changed import ChangedSince
from workers.cli.checking.outcomes import (
    FAULT,
    Broken,
    Done,
    Failed,
    Outcome,
    Unchanged,
    code_of,
    excused,
    kept,
)
from workers.cli.checking.planning import Asked, Plan, plan
from workers.cli.checking.run import Run
from workers.cli.checking.stopping import Stopping
from workers.cli.excusing import Configure
from workers.cli.output import say
from workers.cli.progress import showing
from workers.cli.taping import open_tape

__all__ = ["Asked", "run_check"]

SIGNALLED = 128  # what a shell adds to the number of the signal that ended a process


def run_check(asked: Asked, configure: Configure) -> int:
    """Check each article, write the reports, and return the exit code of the contract.

    ``configure`` gives the configuration of a draft; that of the first holds for the run. After
    a signal the reports hold what was decided until then, and the code is the signal's. Raises
    UsageError, and InvalidInput where the one article that was named cannot be read.
    """
    configuration = configure(asked.articles[0])
    stopping = Stopping(configuration.time_budget)
    planned = plan(asked, configure, configuration)
    # The report says what could not be read and why: libraries need not say it again.
    logging.getLogger().addHandler(logging.NullHandler())
    _tell_of_our_errors()
    return_freed_memory()
    if configuration.server is not None:
        from workers.cli.remote import run_remote  # noqa: PLC0415  few checks need it

        drafts, own = planned.submissions(), planned.configurations
        return run_remote(drafts, own, planned.to, configuration.server, planned.excusing)
    outcomes = _outcomes(asked, planned, stopping)
    _write(planned, outcomes, stopping)
    if stopping.signal is not None:
        return _interrupted(stopping.signal, len(outcomes), len(planned.drafts))
    if planned.since is not None:
        _tell_of(planned.since, outcomes)
    return code_of(outcomes)


def _tell_of_our_errors() -> None:
    """Let an error of ours, which sinks no other statement or source, be seen all the same."""
    told = logging.StreamHandler()  # stderr
    told.setLevel(logging.ERROR)
    logging.getLogger("workers").addHandler(told)


def _outcomes(asked: Asked, planned: Plan, stopping: Stopping) -> list[Outcome]:
    """Check the drafts; give what became of those that were begun, in their order."""
    configuration = planned.configuration
    commons, read = open_cache(configuration)
    with (
        open_tape(asked.record, asked.replay, offline=configuration.offline) as tape,
        showing(len(planned.drafts)) as progress,
    ):
        run = Run(
            configuration,
            planned.configurations,
            planned.supplied,
            commons,
            tape,
            progress,
            stopping,
            planned.since,
            read,
        )
        run.check(planned.drafts)
        done = [run.done[draft] for draft in planned.drafts if draft in run.done]
        taken = excused(done, planned.excusing, is_whole=stopping.signal is None)
        return [kept(outcome, tape) for outcome in taken]


def _write(planned: Plan, outcomes: Sequence[Outcome], stopping: Stopping) -> None:
    """Say what could not be read, and write the reports. Raises the trouble of an only draft."""
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed | Broken)]
    if planned.is_one and failed:
        raise failed[0].error
    for each in failed:
        _say(each)
    if outcomes or stopping.signal is None:
        planned.to.write([each.checked for each in outcomes if not isinstance(each, Unchanged)])


def _say(failed: Failed | Broken) -> None:
    name = failed.draft.name
    if isinstance(failed, Broken):
        traceback.print_exception(failed.error)
        say(f"{name}: {FAULT}; what stands above says where")
        return
    why = failed.error.detail
    say(why if why.startswith(name) else f"{name}: {why}")


def _tell_of(since: ChangedSince, outcomes: Sequence[Outcome]) -> None:
    """Say what was left out, so that it never reads as checked."""
    done = sum(isinstance(outcome, Done) for outcome in outcomes)
    if done:
        said = counted(done, "draft")
        say(f"checked what changed since {since.words()} in {said}, and nothing else")
    elif not outcomes:
        say(f"no draft changed since {since.words()}: nothing was checked")
    else:
        say(f"no statement changed since {since.words()} that is checked: nothing was")


def _interrupted(number: signal.Signals, begun: int, drafts: int) -> int:
    left = f", {drafts - begun:,} of {drafts:,} drafts not begun" if begun < drafts else ""
    say(f"interrupted{left}; the report says what was not decided")
    return SIGNALLED + number
