"""The command in a process of its own, weighed: its report and its peak memory. I/O."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from cli.command import REPOSITORY, Done

MOST = 500  # MiB that a process may take, whatever it is given to read

# The kernel counts the peak of a child that has ended; a process between keeps out ours.
_WRAPPER = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
open(sys.argv[1], "w").write(str(peak))
sys.exit(code)
"""


def weighed(
    folder: Path, *arguments: object, environ: Mapping[str, str] | None = None
) -> tuple[Done, float]:
    """Run the command; give what it left, and its peak resident set in MiB."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    noted = folder / "peak"
    command = [sys.executable, "-m", "workers.cli", *map(str, arguments)]
    done = subprocess.run(
        [sys.executable, "-c", _WRAPPER, str(noted), *command],
        env={**clean, "NO_COLOR": "1", **(environ or {})},
        capture_output=True,
        cwd=REPOSITORY,
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode()), _mebibytes(noted)


def _mebibytes(noted: Path) -> float:
    # Linux counts kibibytes, macOS bytes: getrusage(2) of each.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return int(noted.read_text()) / unit
