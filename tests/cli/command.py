"""The command as a user runs it: arguments in, exit code and both streams out. I/O."""

import json
import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running
from pathlib import Path
from typing import Any

import pytest

from workers.cli import main

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
SAMPLE = REPOSITORY / "deploy" / "sample"
GUARD = Path(__file__).parent / "without_network"
WITHOUT_NETWORK = "WITHOUT_NETWORK"  # set for a forked command that is to have none
TIMEOUT = 120  # seconds
# The command, for one that is sent Ctrl-C: a shell lets what it runs in the background ignore it.
HEEDING_CTRL_C = (
    sys.executable,
    "-c",
    (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from workers.cli import main; main()"
    ),
)


@dataclass(frozen=True, slots=True)
class Done:
    """What a finished command left."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        return json.loads(self.out)

    def statement(self, words: str) -> dict[str, Any]:
        """The one statement of the report that holds ``words``."""
        (found,) = [s for s in self.report["statements"] if words in s["text"]]
        return found

    def source(self, url: str) -> dict[str, Any]:
        (found,) = [s for s in self.report["sources"] if s["url"] == url]
        return found


def sourceproof(
    *arguments: object,
    environ: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    cwd: Path | None = None,
    fresh: bool = False,
) -> Done:
    """Run the command in a process of its own; nothing of this machine's settings leaks in.

    ``fresh`` starts Python anew, as a user's shell does. Else the process is forked from
    one that holds nothing but the modules, which saves a second of imports each time.
    """
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    environ = {**clean, "NO_COLOR": "1", "COLUMNS": "100", **(environ or {})}
    run = _started if fresh else _forked
    return run([*map(str, arguments)], environ, stdin, cwd or REPOSITORY)


def without_network(*arguments: object, fresh: bool = False) -> Done:
    """Run the command where a name that is looked up, or a socket, would be an error.

    ``fresh`` starts Python anew, so that nothing is looked up while it loads either.
    """
    environ = {"PYTHONPATH": str(GUARD)} if fresh else {WITHOUT_NETWORK: "1"}
    done = sourceproof(*arguments, environ=environ, fresh=fresh)
    assert "REACHED OUT" not in done.err, done.err
    return done


def _started(arguments: list[str], environ: dict[str, str], stdin: bytes, cwd: Path) -> Done:
    done = subprocess.run(
        [sys.executable, "-m", "workers.cli", *arguments],
        env=environ,
        input=stdin,
        capture_output=True,
        cwd=cwd,
        timeout=TIMEOUT,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@cache
def _forking() -> ForkServerContext:
    """Start what commands are forked from, with ``preloaded`` in it: it looks for it by path."""
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(["cli.preloaded"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "tests")]))
        ensure_running()
    return forking


def _forked(arguments: list[str], environ: dict[str, str], stdin: bytes, cwd: Path) -> Done:
    forking = _forking()
    with tempfile.TemporaryDirectory() as folder:
        streams = [Path(folder) / name for name in ("in", "out", "err")]
        streams[0].write_bytes(stdin)
        process = forking.Process(target=_run, args=(arguments, environ, streams, cwd))
        process.start()
        process.join(TIMEOUT)
        if process.exitcode is None:
            process.kill()
            process.join()
        out, err = (stream.read_text() for stream in streams[1:])
        code = process.exitcode
    assert code is not None
    return Done(code, out, err)


def _run(arguments: list[str], environ: dict[str, str], streams: list[Path], cwd: Path) -> None:
    """Be the command, in a child process: its streams, its environment, its folder."""
    for number, stream in enumerate(streams):
        flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT
        os.dup2(os.open(stream, flags, 0o600), number)
    sys.stdin = os.fdopen(0)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environ)
    if WITHOUT_NETWORK in environ:
        runpy.run_path(str(GUARD / "sitecustomize.py"))
    sys.argv = ["sourceproof", *arguments]
    main()
