"""Pairs of statement and source in, a verdict a row on stdout out. I/O."""

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import typer

from service.errors import UsageError
from workers.assessing.faults import NOT_DECIDED
from workers.assessing.scoring import score_rows
from workers.cli.checking.outcomes import OUR_FAULT

STDIN = "-"


def run_score(pairs: Path) -> None:
    """Score the rows of ``pairs``, in order; raise UsageError on a row that is none.

    Where an error of ours kept a row from being scored, all others are, and the code is 70.
    """
    is_sound = True
    try:
        with _opened(pairs) as lines:
            for row in score_rows(lines):
                is_sound &= row["reason"] != NOT_DECIDED
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as err:
        raise UsageError(f"{pairs} cannot be read: {err.strerror}") from err
    if not is_sound:
        raise typer.Exit(OUR_FAULT)


def _opened(pairs: Path) -> AbstractContextManager[TextIO]:
    if str(pairs) != STDIN:
        return pairs.open(encoding="utf-8")
    return nullcontext(TextIOWrapper(sys.stdin.buffer, encoding="utf-8"))
