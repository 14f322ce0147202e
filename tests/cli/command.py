"""The command as a user runs it: arguments in, exit code and both streams out. I/O."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
SAMPLE = REPOSITORY / "deploy" / "sample"


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
) -> Done:
    """Run the command in a process of its own; nothing of this machine's settings leaks in."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    done = subprocess.run(
        [sys.executable, "-m", "workers.cli", *map(str, arguments)],
        env={**clean, "NO_COLOR": "1", "COLUMNS": "100", **(environ or {})},
        input=stdin,
        capture_output=True,
        cwd=cwd or REPOSITORY,
        timeout=120,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
