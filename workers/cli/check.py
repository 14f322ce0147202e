"""Articles and a configuration in, their reports written and an exit code out. I/O.

The same four verbs as the service's tasks, in one process: read, collect, assess, render.
"""

import logging
import mimetypes
import signal
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from service.domain import Page, Reply, SuppliedSource
from service.errors import UsageError
from service.rendering.words import counted
from workers.allocator import return_freed_memory
from workers.cli.checking.caching import open_cache
from workers.cli.checking.changed import ChangedSince
from workers.cli.checking.drafts import Found, find_drafts, is_url, read_file
from workers.cli.checking.outcomes import Done, Failed, Outcome, Unchanged, code_of, excused, kept
from workers.cli.checking.passing_over import Excluded
from workers.cli.checking.run import Run
from workers.cli.checking.stopping import Stopping
from workers.cli.configuration import Configuration
from workers.cli.excusing import Excusing, check_excusing
from workers.cli.output import Output, say
from workers.cli.progress import showing
from workers.cli.taping import open_tape
from workers.extracting import extract

OK = 200
_NOTHING = Excusing()
SIGNALLED = 128  # what a shell adds to the number of the signal that ended a process


def run_check(
    articles: Sequence[str],
    sources: Sequence[str],
    output: str | None,
    configure: Callable[[str], Configuration],
    *,
    excusing: Excusing = _NOTHING,
    record: Path | None = None,
    replay: Path | None = None,
    changed_since: str | None = None,
) -> int:
    """Check each article, write the reports, and return the exit code of the contract.

    ``configure`` gives the configuration of a draft; that of the first holds for the run.
    With ``record`` the run is kept in that folder, with ``replay`` it is had from there. After
    a signal the reports hold what was decided until then, and the code is the signal's. Of the
    statements only those are checked that changed after ``changed_since``, a git revision. Raises
    UsageError, and InvalidInput where the one article that was named cannot be read.
    """
    configuration = configure(articles[0])
    stopping = Stopping(configuration.time_budget)
    found = find_drafts(articles, Excluded(configuration.exclude, configuration.root))
    since = None
    if changed_since is not None:
        if excusing.update:
            raise UsageError("--update-baseline takes whole drafts, and no --changed-since")
        since = ChangedSince(changed_since, configuration.settings)
        found = Found(since.drafts_of(found.drafts), is_one=False)
    to = Output.checked(output, configuration.format, is_one=found.is_one)
    # The report says what could not be read and why: libraries need not say it again.
    logging.getLogger().addHandler(logging.NullHandler())
    return_freed_memory()
    supplied = supplied_sources(sources)
    configurations = {draft.name: configure(draft.name) for draft in found.drafts}
    check_excusing(configurations.values(), excusing)
    if configuration.server is not None:
        if record or replay or since:
            flags = "--record, --replay and --changed-since"
            raise UsageError(f"{flags} are for a check that is made here")
        from workers.cli.remote import run_remote  # noqa: PLC0415  few checks need it

        submissions = [draft.submission(supplied) for draft in found.drafts]
        return run_remote(submissions, configurations, to, configuration.server, excusing)
    commons, read = open_cache(configuration)
    with (
        open_tape(record, replay, offline=configuration.offline) as tape,
        showing(len(found.drafts)) as progress,
    ):
        run = Run(
            configuration, configurations, supplied, commons, tape, progress, stopping, since, read
        )
        run.check(found.drafts)
        done = [run.done[draft] for draft in found.drafts if draft in run.done]
        taken = excused(done, excusing, is_whole=stopping.signal is None)
        outcomes = [kept(outcome, tape) for outcome in taken]
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    if found.is_one and failed:
        raise failed[0].error
    for each in failed:
        say(f"{each.draft.name}: {each.error.detail}")
    if outcomes or stopping.signal is None:
        to.write([each.checked for each in outcomes if not isinstance(each, Unchanged)])
    if stopping.signal is not None:
        return _interrupted(stopping.signal, len(outcomes), len(found.drafts))
    if since is not None:
        _tell_of(since, outcomes)
    return code_of(outcomes)


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


def supplied_sources(sources: Sequence[str]) -> tuple[SuppliedSource, ...]:
    """Read what ``--source`` names, URLs and files. Raises UsageError."""
    return tuple(_supplied(source) for source in sources)


def _supplied(source: str) -> SuppliedSource:
    if is_url(source):
        return SuppliedSource(url=source)
    path = Path(source)
    page = extract(_reply(path))
    if not isinstance(page, Page):
        raise UsageError(f"{path} cannot be read as a source: {page.obstacle}")
    return SuppliedSource(text=page.text, label=page.title or path.name)


def _reply(path: Path) -> Reply:
    """Let a file on disk be read as if a server had sent it."""
    media_type = mimetypes.guess_type(path.name)[0] or ""
    address = path.resolve().as_uri()
    headers = {"content-type": media_type} if media_type else {}
    return Reply(address, address, OK, headers, read_file(path), datetime.now(UTC))
