"""Reports in, bytes on stdout or in a file out: machine output goes to stdout alone. I/O."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from rich.console import Console

from service.domain import Report
from service.errors import InvalidInput, UsageError
from service.rendering import check_format, render_all, report_from_dict

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, and the path of its draft as the user named it, where it has one."""

    report: Report
    path: str | None = None

    @property
    def named(self) -> Report:
        """The report with the path in it, so that it can be rendered from the file alone."""
        if self.path is None:
            return self.report
        return replace(self.report, article=replace(self.report.article, path=self.path))


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
        with output.open("w", encoding="utf-8", newline="") as file:
            file.writelines(chain([first], parts))
    except OSError as err:
        raise UsageError(f"{output} cannot be written: {err.strerror}") from err


def read_report(path: Path) -> Report:
    """Read a stored report.json of one article; raise UsageError where it is none."""
    reports = read_reports(path)
    if len(reports) != 1:
        raise UsageError(f"{path} holds {len(reports)} reports, and not one")
    return reports[0]


def read_reports(path: Path) -> list[Report]:
    """Read a stored report.json, of one article or of several; raise UsageError where it is none.

    ``-`` is standard input.
    """
    try:
        content = sys.stdin.buffer.read() if path == STDIN else path.read_bytes()
        data = json.loads(content)
    except OSError as err:
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err
    except (ValueError, RecursionError) as err:
        raise UsageError(f"{path} is no report of Sourceproof: it is no JSON") from err
    try:
        return [report_from_dict(each) for each in (data if isinstance(data, list) else [data])]
    except InvalidInput as err:
        raise UsageError(f"{path}: {err.detail}") from err


def check_output(fmt: str, output: Path | None, articles: int) -> None:
    """Raise UsageError where the reports could not be written in the end.

    ``fmt`` may not hold those of so many articles; ``output`` may stand in no folder.
    """
    if output is not None and (output.is_dir() or not output.absolute().parent.is_dir()):
        raise UsageError(f"{output} cannot be written: it is a folder, or in no folder there is")
    check_format(fmt, articles)


def _parts(reports: Sequence[Checked], fmt: str, *, to_file: bool, audience: str) -> Iterator[str]:
    """Give the document in parts, so that a long one is never held twice."""
    console = Console()
    # No colours in a file, for a terminal that has none, or for who wants none (NO_COLOR);
    # FORCE_COLOR has them without a terminal too.
    color = not to_file and console.color_system is not None and not console.no_color
    yield from render_all(
        [checked.named for checked in reports],
        fmt,
        audience=audience,
        width=None if to_file else console.width,
        color=color,
    )
