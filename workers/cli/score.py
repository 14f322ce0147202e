"""Pairs of statement and source in, a verdict a row on stdout out. I/O."""

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from service.errors import UsageError
from workers.assessing.scoring import score_rows

STDIN = "-"


def run_score(pairs: Path) -> None:
    """Score the rows of ``pairs``, in order; raise UsageError on a row that is none."""
    try:
        with _opened(pairs) as lines:
            for row in score_rows(lines):
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as err:
        raise UsageError(f"{pairs} cannot be read: {err.strerror}") from err


def _opened(pairs: Path) -> AbstractContextManager[TextIO]:
    if str(pairs) != STDIN:
        return pairs.open(encoding="utf-8")
    return nullcontext(TextIOWrapper(sys.stdin.buffer, encoding="utf-8"))
