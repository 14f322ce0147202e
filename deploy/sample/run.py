"""The main job on the sample draft: check it, show it, write report.html. I/O.

Runs the command as a user would, with a small web of made-up sources on loopback.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from serve import sample_web

SAMPLE = Path(__file__).parent
COMMAND = Path(sys.executable).with_name("sourceproof")
REPORT = Path.cwd() / "report.html"
# The draft has planted faults, so the check is expected to end with 1: findings.
FINDINGS = 1


def main() -> int:
    """Check the sample draft, print the report, write it as HTML, and say what is next."""
    with tempfile.TemporaryDirectory() as scratch, sample_web() as settings:
        stored = Path(scratch) / "report.json"
        check = ("check", SAMPLE / "draft.md", "--format", "json", "--output", stored)
        code = _sourceproof(*check, settings=settings)
        if code != FINDINGS:
            return code or 1
        _sourceproof("render", stored, "--format", "html", "--output", REPORT)
        _sourceproof("render", stored, "--format", "terminal")
    _say_what_is_next()
    return 0


def _sourceproof(*arguments: object, settings: dict[str, str] | None = None) -> int:
    line = [str(COMMAND), *map(str, arguments)]
    return subprocess.run(line, env={**os.environ, **(settings or {})}, check=False).returncode  # noqa: S603  our own command


def _say_what_is_next() -> None:
    print(  # noqa: T201  the purpose of this script
        f"\nThe full report, passage by passage: {REPORT}\n"
        "The draft above has planted faults: see deploy/sample/draft.md.\n\n"
        "Now your own article:\n"
        "  .venv/bin/sourceproof check DRAFT.md --format html --output report.html\n"
        "or the service, with its API and a web page:\n"
        "  .venv/bin/sourceproof serve",
    )


if __name__ == "__main__":
    sys.exit(main())
