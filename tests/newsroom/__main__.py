"""Try the step of CI on fifty drafts and three changes, and print how it fared; `make trial`."""

import json
import tempfile
import time
from pathlib import Path

from archive import TIMEMAP, LocalArchive
from cli.command import Done, sourceproof, without_network
from web import LocalWeb

from newsroom.desk import (
    drafts,
    faults,
    serve,
    serve_budget,
    third_change,
    with_budget,
    write_drafts,
)
from newsroom.planted import FERRY_PAGE, LOST
from newsroom.trial import Outcome, weigh

MOVED, BUDGETED, MISQUOTED = 2, 40, 41


def main() -> None:
    """Print what each run found, and how long it took."""
    with LocalWeb() as web, tempfile.TemporaryDirectory() as folder:
        Trial(web, Path(folder)).run()


class Trial:
    """The three changes, and the same without a network, from a recording, and from a cache."""

    def __init__(self, web: LocalWeb, desk: Path) -> None:
        self._web, self._desk = web, desk

    def run(self) -> None:
        """Run everything, one after the other."""
        serve(self._web)
        LocalArchive(self._web).hold(LOST, {"20250310120000": FERRY_PAGE})
        serve_budget(self._web, "12.4")
        made = with_budget(drafts(), BUDGETED)
        write_drafts(self._desk / "drafts", made)
        first = self._check("first change", "--record", "kept", "--cache", "cache")
        _tell(weigh(json.loads(first.out), made, faults()))
        known = ("--baseline", "known.json")
        self._check("accepted", *known, "--update-baseline", "--reason", "known")
        self._check("second change", *known, "--new-only")
        serve_budget(self._web, "13.9")
        write_drafts(self._desk / "drafts", third_change(made, moved=MOVED, misquoted=MISQUOTED))
        _list(self._check("third change", *known, "--new-only"))
        write_drafts(self._desk / "drafts", made)
        self._check("warm cache", "--cache", "cache")
        self._check("offline, from the cache", "--cache", "cache", "--offline")
        self._check("offline, without a cache", "--offline")
        replayed = without_network(
            "check",
            self._desk / "drafts",
            "--replay",
            self._desk / "kept",
            "--format",
            "json",
            fresh=True,
        )
        print(f"replay without a network: exit {replayed.code}, {_count(replayed)} findings")
        changed = self._check("recorded again, with a changed source", "--record", "kept")
        _list(changed, "SP308")

    def _check(self, name: str, *flags: str) -> Done:
        asked, began = len(self._web.asked), time.perf_counter()
        done = sourceproof(
            "check",
            "drafts",
            "--format",
            "json",
            *flags,
            environ={**self._web.environ(), "SOURCEPROOF_ARCHIVES": TIMEMAP},
            cwd=self._desk,
            fresh=True,
        )
        took = time.perf_counter() - began
        print(
            f"{name}: exit {done.code}, {_count(done)} findings, "
            f"{len(self._web.asked) - asked} requests, {took:.1f} s",
            flush=True,
        )
        return done


def _count(done: Done) -> int:
    """Count the findings that stand."""
    return sum(
        finding["suppressed_by"] is None
        for report in json.loads(done.out)
        for finding in report["findings"]
    )


def _list(done: Done, rule: str = "SP") -> None:
    for report in json.loads(done.out):
        for finding in report["findings"]:
            if finding["suppressed_by"] is None and finding["rule"].startswith(rule):
                print(f"  {report['article']['path']}: {finding['rule']} {finding['message']}")


def _tell(outcome: Outcome) -> None:
    total = len(outcome.found) + len(outcome.missed)
    print(f"  recall {outcome.recall:.2f} ({len(outcome.found)} of {total})")
    print(f"  precision {outcome.precision:.2f} ({len(outcome.false)} not planted)")
    for name, lines in (("missed", outcome.missed), ("not planted", outcome.false)):
        for line in lines:
            print(f"  {name}: {line}")


main()
