"""Reports in, bytes on stdout or in a file out: machine output goes to stdout alone. I/O."""

import json
import sys
from pathlib import Path

from rich.console import Console

from service.domain import Report
from service.errors import UsageError
from service.rendering import FORMATS, render
from service.rendering.json import report_from_dict, report_to_dict

# Formats that several reports can share: the rest are one document a report.
_SHARED = {"terminal", "json", "markdown", "github"}


def write_report(
    reports: tuple[Report, ...], fmt: str, output: Path | None, *, audience: str = "editor"
) -> None:
    """Write ``reports`` as ``fmt`` to ``output``, or to stdout."""
    if fmt not in FORMATS:
        raise UsageError(f"--format {fmt}: choose one of {', '.join(FORMATS)}")
    if len(reports) > 1 and fmt not in _SHARED:
        raise UsageError(f"--format {fmt} takes one article at a time")
    text = _as_text(reports, fmt, to_file=output is not None, audience=audience)
    if output is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as err:
        raise UsageError(f"{output} cannot be written: {err.strerror}") from err


def read_report(path: Path) -> Report:
    """Read a stored report.json; raise UsageError where it is none."""
    try:
        return report_from_dict(json.loads(path.read_text(encoding="utf-8")))
    except OSError as err:
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err
    except (ValueError, KeyError, TypeError, AttributeError) as err:
        raise UsageError(f"{path} is not a report.json of Sourceproof") from err


def _as_text(reports: tuple[Report, ...], fmt: str, *, to_file: bool, audience: str) -> str:
    if fmt == "json" and len(reports) > 1:
        return json.dumps([report_to_dict(r) for r in reports], ensure_ascii=False, indent=2) + "\n"
    console = Console()
    texts = [
        render(
            report,
            fmt,
            audience=audience,
            width=None if to_file else console.width,
            color=not to_file and console.is_terminal and not console.no_color,
        )
        for report in reports
    ]
    return "\n".join(text.rstrip("\n") for text in texts) + "\n"
