"""Drafts and pages of all kinds, checked and read in several threads at once."""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

from atonce.inputs import jobs
from atonce.work import outcome

TESTS = Path(__file__).parents[1]
TIMEOUT = 300  # seconds


def test_threads_that_come_first_at_once_get_what_one_alone_gets() -> None:
    """In a process that has made nothing yet, and gives way wherever something may be half made.

    A library that shares a table before it has filled it fails here (as mdurl does, see
    workers/reading/formats/markdown.py), and so would we.
    """
    todo = jobs()
    done = subprocess.run(
        [sys.executable, "-m", "atonce.work"],
        input=pickle.dumps(todo),
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        cwd=TESTS.parent,
        timeout=TIMEOUT,
        check=True,
    )
    assert json.loads(done.stdout) == {job.name: [outcome(job)] for job in todo}
