"""Reports in, bytes on stdout or in a file out: machine output goes to stdout alone. I/O."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from rich.console import Console

from service.domain import Report
from service.errors import UsageError
from service.rendering import render_parts, report_from_dict, report_to_dict

# Formats that several reports can share: the rest are one document a report.
_SHARED = {"terminal", "json", "markdown", "github"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, and the path of its draft as the user named it, where it has one."""

    report: Report
    path: str | None = None


def write_reports(
    reports: Sequence[Checked], fmt: str, output: Path | None, *, audience: str = "editor"
) -> None:
    """Write ``reports`` as ``fmt`` to ``output``, or to stdout. Raises UsageError."""
    parts = _parts(reports, fmt, to_file=output is not None, audience=audience)
    first = next(parts)  # what makes no sense is said before a file is opened
    if output is None:
        for part in chain([first], parts):
            sys.stdout.buffer.write(part.encode())
        sys.stdout.flush()
        return
    try:
        with output.open("w", encoding="utf-8") as file:
            file.writelines(chain([first], parts))
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


def check_output(fmt: str, output: Path | None, articles: int) -> None:
    """Raise UsageError where the reports could not be written in the end.

    ``fmt`` may not hold those of so many articles; ``output`` may stand in no folder.
    """
    if output is not None and (output.is_dir() or not output.absolute().parent.is_dir()):
        raise UsageError(f"{output} cannot be written: it is a folder, or in no folder there is")
    if articles > 1 and fmt not in _SHARED:
        raise UsageError(f"--format {fmt} takes one article at a time")


def _parts(reports: Sequence[Checked], fmt: str, *, to_file: bool, audience: str) -> Iterator[str]:
    """Give the document in parts, so that a long one is never held twice."""
    if fmt == "json" and len(reports) > 1:
        documents = [report_to_dict(checked.report) for checked in reports]
        yield json.dumps(documents, ensure_ascii=False, indent=2) + "\n"
        return
    console = Console()
    for checked in reports:
        parts = render_parts(
            checked.report,
            fmt,
            audience=audience,
            width=None if to_file else console.width,
            color=not to_file and console.is_terminal and not console.no_color,
            path=checked.path,
            source_texts=_source_texts(checked.report),
        )
        last = ""
        for part in parts:
            yield last
            last = part
        yield last.rstrip("\n")
        yield "\n"


def _source_texts(report: Report) -> dict[str, str]:
    """Give the texts at hand; a stored report.json carries none."""
    return {s.id: s.page.text for s in report.sources if s.page is not None and s.page.text}
