"""Jobs in by stdin, what came of each in several threads at once out, as JSON. I/O.

Run in a process of its own, which has made nothing yet: so each thread comes first to everything
that is made on first use.
"""

import importlib
import json
import pickle
import pkgutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from types import CodeType, FrameType
from typing import Any, NamedTuple

from service.domain import Reply, Submission

NOW = datetime(2024, 5, 10, tzinfo=UTC)
THREADS = 4
NEW = 6  # calls, until a function has made what it makes on first use
ROOMS = (
    *("workers.language", "workers.barriers", "workers.reading", "workers.extracting"),
    *("workers.assessing", "service.policy", "service.rendering"),
)
LATE = (
    "workers.collecting",
    "service.settings",
    "trafilatura",
    "trafilatura.metadata",
    "dateparser",
    "babel.dates",
)
MOST_BYTES = 5_000_000


Tracer = Callable[[FrameType, str, Any], Any]


class Job(NamedTuple):
    """A draft to be checked and written in every format, or a page to be read."""

    name: str
    given: Submission | Reply


def outcome(job: Job) -> str:
    """Give in a few digits what came of a job, or the error that it ended with."""
    try:
        done = _checked(job.given) if isinstance(job.given, Submission) else _read(job.given)
    except Exception as err:  # noqa: BLE001  what it is, the test tells
        return f"{type(err).__name__}: {err}"
    return sha256(done.encode()).hexdigest()[:16]


def _read(reply: Reply) -> str:
    from workers.extracting import extract  # noqa: PLC0415  each thread may be the first

    return repr(extract(reply))


def _checked(submission: Submission) -> str:
    from service.policy import Policy  # noqa: PLC0415  as above
    from service.rendering import FORMATS, render  # noqa: PLC0415  as above
    from service.settings import Settings  # noqa: PLC0415  as above
    from workers.assessing import load_scorer  # noqa: PLC0415  as above
    from workers.assessing.article import assess_article  # noqa: PLC0415  as above
    from workers.assessing.report import make_report  # noqa: PLC0415  as above
    from workers.collecting import read_content  # noqa: PLC0415  as above
    from workers.versions import current_versions  # noqa: PLC0415  as above

    reading = read_content(submission, Settings())
    report = make_report(
        reading,
        assess_article(reading, load_scorer()),
        Policy(),
        report_id="draft",
        checked_at=NOW,
        versions=current_versions(),
    )
    return "".join(render(report, fmt) for fmt in FORMATS)


def at_once(jobs: list[Job]) -> dict[str, list[str]]:
    """Do each job in all threads at once, one job after the other; give every outcome of each."""
    found: dict[str, list[str]] = {job.name: [] for job in jobs}
    ready = threading.Barrier(THREADS)

    def work() -> None:
        for job in jobs:
            ready.wait()  # so that all come to what is made on first use at once
            found[job.name].append(outcome(job))

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {name: sorted(set(outcomes)) for name, outcomes in found.items()}


def let_others_go_on() -> None:
    """From now on have threads give way after each line, where a function is still new.

    What is made on first use is half made between two of its lines, and at no other time.
    """
    calls: Counter[CodeType] = Counter()

    def on_call(frame: FrameType, event: str, argument: object) -> Tracer | None:
        calls[frame.f_code] += 1
        return give_way if calls[frame.f_code] <= NEW else None

    def give_way(frame: FrameType, event: str, argument: object) -> Tracer:
        if event == "line":
            time.sleep(0)
        return give_way

    threading.settrace(on_call)


def load_all() -> None:
    """Import all that the jobs need, and what is imported late.

    Whoever comes to a module while it is imported waits for that (by the import system's own
    locks), and after that the threads would come one by one.
    """
    for room in ROOMS:
        package = importlib.import_module(room)
        for found in pkgutil.walk_packages(package.__path__, f"{room}."):
            if not found.name.endswith("parser_child"):
                importlib.import_module(found.name)
    for name in LATE:
        importlib.import_module(name)


def main() -> None:
    """Do all jobs in each of several threads, and print every outcome of each."""
    jobs: list[Job] = pickle.load(sys.stdin.buffer)  # noqa: S301  our own test wrote it
    load_all()
    let_others_go_on()
    print(json.dumps(at_once(jobs)))


if __name__ == "__main__":
    main()
