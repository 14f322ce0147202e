"""Pairs of statement and source in, a verdict a row on stdout out. I/O."""

import json
import sys
from pathlib import Path

from service.errors import UsageError
from workers.assessing.scoring import score_rows


def run_score(pairs: Path) -> None:
    """Score the rows of ``pairs``, in order; raise UsageError on a row that is none."""
    try:
        with pairs.open(encoding="utf-8") as lines:
            for row in score_rows(lines):
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as err:
        raise UsageError(f"{pairs} cannot be read: {err.strerror}") from err
