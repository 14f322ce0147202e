"""The bytes of a PDF or DOCX in, what a process of its own read of them out. I/O.

The child has bounded memory and time and none of our environment; what it wrote before
it was ended is kept. ``multiprocessing`` is out of question: the children of a Celery
worker are daemonic and may have none.
"""

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

WALL_SECONDS = 30.0  # for a child that waits instead of computing
AT_ONCE = 2  # children of one process; each may take a gigabyte

_CHILD = str(Path(__file__).with_name("parser_child.py"))
_KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "SYSTEMROOT")
_SLOTS = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read: ``pages`` as far as they came, of ``total``.

    ``error`` is "broken", "locked", "unpacked", "memory", "stopped" or ``None``;
    pages may stand beside it.
    """

    total: int = 0
    pages: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    language: str | None = None
    date: str | None = None  # as the document writes it
    error: str | None = None


def parse_apart(kind: str, content: bytes) -> Parsed:
    """Let a child read ``content`` as a "pdf" or "docx". Never raises for bad content."""
    # By path and not by module, so that nothing of this package is loaded; -P keeps its
    # folder, with a file called html.py, out of the child's way.
    command = [sys.executable, "-P", _CHILD, kind]
    environ = {name: os.environ[name] for name in _KEPT if name in os.environ}
    with _SLOTS:
        try:
            done = subprocess.run(  # noqa: S603  our own file, and a word of ours
                command,
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environ,
                timeout=WALL_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as err:
            return _parsed(err.stdout or b"", was_ended=True)
    return _parsed(done.stdout, was_ended=done.returncode != 0)


def _parsed(output: bytes, *, was_ended: bool) -> Parsed:
    rows = [row for line in output.split(b"\n") if (row := _row(line)) is not None]
    head: dict[str, object] = next((row for row in rows if "total" in row), {})
    errors = [str(row["error"]) for row in rows if "error" in row]
    return Parsed(
        total=int(str(head.get("total", 0))),
        pages=tuple(str(row["page"]) for row in rows if "page" in row),
        title=_said(head, "title"),
        author=_said(head, "author"),
        language=_said(head, "language"),
        date=_said(head, "date"),
        error=errors[0] if errors else "stopped" if was_ended else None,
    )


def _row(line: bytes) -> dict[str, object] | None:
    """Read a line; ``None`` for the last one, cut where the child was ended."""
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None


def _said(head: dict[str, object], name: str) -> str | None:
    value = head.get(name)
    return value if isinstance(value, str) and value else None
