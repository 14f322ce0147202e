"""A data folder and settings in; the address of a running `serve` out. I/O: a process."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

STOPPED_WITHIN = 60  # seconds


@contextmanager
def served(folder: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """Serve on a free port, with nothing of this machine's settings, and stop at the end."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    environ = {**clean, **settings, "SOURCEPROOF_DATA_DIR": str(folder)}
    with subprocess.Popen(
        [sys.executable, "-m", "workers.cli", "serve", "--port", "0"],
        env=environ,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.communicate(timeout=STOPPED_WITHIN)


def _address(process: subprocess.Popen[str]) -> str:
    """Read the address that it announces once it listens."""
    assert process.stderr is not None
    heard = []
    for line in process.stderr:
        heard.append(line)
        if found := re.search(r"http://[\d.]+:\d+", line):
            return found[0]
    raise AssertionError(f"serve ended: {''.join(heard)}")
