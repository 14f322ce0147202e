"""Drafts and a configuration in, reports of a server judged and written, an exit code out. I/O."""

import signal
import traceback
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from stamina.instrumentation import set_on_retry_hooks

from service.client import Client
from service.domain import Report, Submission
from service.errors import UsageError
from service.policy import exit_code_of, new_only
from workers.cli.checking.outcomes import OUR_FAULT, PRECEDENCE
from workers.cli.configuration import Configuration
from workers.cli.destination import OnUnavailable, Server
from workers.cli.excusing import Excusing, Judged, excused_all
from workers.cli.output import Checked, Output, not_read, say
from workers.cli.remote.following import Following, Wanted
from workers.cli.remote.judging import judged_here
from workers.cli.remote.outcomes import Away, Fault, Outcome, Reported, Turned
from workers.cli.remote.showing import showing
from workers.cli.remote.uploading import draft_of, options_of

PASSED, UNUSABLE, UNAVAILABLE = 0, 2, 5


def run_remote(
    submissions: Sequence[Submission],
    configurations: Mapping[str, Configuration],
    output: Output,
    server: Server,
    excusing: Excusing,
) -> int:
    """Have each draft checked by the server, judge here, write, and give the exit code.

    ``configurations`` are those of the drafts by their names, in the order of ``submissions``.
    """
    names, policies = list(configurations), [each.policy for each in configurations.values()]
    # Its hooks would write to stdout, which may carry a report.
    set_on_retry_hooks(())
    with _stopped_alike(), _client(server) as client, showing() as begin:
        following = Following(client, submissions[0].sources, options_of(policies[0]))
        wanted = [
            Wanted(name, draft_of(submission), begin(name))
            for name, submission in zip(names, submissions, strict=True)
        ]
        try:
            outcomes = following.outcomes(wanted)
        except KeyboardInterrupt:
            say(f"stopped; what was begun is cancelled on {client.server}")
            raise
    judged = [
        judged_here(name, submission, outcome.report, own)
        for (name, own), submission, outcome in zip(
            configurations.items(), submissions, outcomes, strict=True
        )
        if isinstance(outcome, Reported)
    ]
    reports = excused_all(judged, excusing)
    files = {n for n, s in zip(names, submissions, strict=True) if s.filename}
    if judged:
        told = dict(_told(judged, reports, files)) | dict(_untold(names, outcomes, server, files))
        output.write([told[name] for name in names if name in told])
    codes = [
        exit_code_of(report.gate, each.configuration.policy)
        for each, report in zip(judged, reports, strict=True)
    ]
    codes += _codes_of_others(names, outcomes, server)
    return min(codes, key=PRECEDENCE.index)


def _told(
    judged: Sequence[Judged], reports: Sequence[Report], files: Collection[str]
) -> Iterator[tuple[str, Checked]]:
    """Give each report as it is written, by the draft's name."""
    for each, report in zip(judged, reports, strict=True):
        shown = new_only(report) if each.configuration.new_only else report
        yield each.draft, Checked(shown, each.draft if each.draft in files else None)


def _untold(
    names: Sequence[str], outcomes: Sequence[Outcome], server: Server, files: Collection[str]
) -> Iterator[tuple[str, Checked]]:
    """Give the drafts without a report, but those that are let pass, as such."""
    for name, outcome in zip(names, outcomes, strict=True):
        is_let_pass = server.on_unavailable is not OnUnavailable.FAIL
        if isinstance(outcome, Turned | Fault) or (isinstance(outcome, Away) and not is_let_pass):
            yield name, not_read(name, outcome.words, is_file=name in files)


def _codes_of_others(
    names: Sequence[str], outcomes: Sequence[Outcome], server: Server
) -> Iterator[int]:
    """Say why drafts have no report, and give the code of each."""
    for name, outcome in zip(names, outcomes, strict=True):
        match outcome:
            case Turned(words):
                say(f"{name}: {words}")
                yield UNUSABLE
            case Fault(error, words):
                traceback.print_exception(error)
                say(f"{name}: {words}; what stands above says where")
                yield OUR_FAULT
            case Away(words):
                yield _unavailable(name, words, server.on_unavailable)


def _unavailable(name: str, words: str, on_unavailable: OnUnavailable) -> int:
    if on_unavailable is OnUnavailable.FAIL:
        say(f"{name}: not checked, the server is not available: {words}")
        return UNAVAILABLE
    say(f"{name}: NOT CHECKED ({words}); let pass by --on-unavailable {on_unavailable}")
    return PASSED


@contextmanager
def _client(server: Server) -> Iterator[Client]:
    try:
        client = Client(server.address, server.api_key)
    except ValueError as err:
        raise UsageError(f"--server or --api-key: {err}") from err
    with client:
        yield client


@contextmanager
def _stopped_alike() -> Iterator[None]:
    """Let SIGTERM, which CI sends when a run is cancelled, do what Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
