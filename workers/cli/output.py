"""Reports in, bytes on stdout or in a file out: machine output goes to stdout alone. I/O."""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Self

from rich.console import Console

from service.domain import Report
from service.errors import InvalidInput, UsageError
from service.policy import unreadable_report, why_unreadable
from service.rendering import FORMATS, check_format, render_all, report_from_dict
from service.rendering.cleaning import one_line
from workers.versions import current_versions

STDIN = Path("-")
READER_GONE = 141  # what a shell makes of SIGPIPE; 1 would read as findings


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


def not_read(draft: str, why: str, *, is_file: bool) -> Checked:
    """Give the report of a draft of which nothing was checked, for every format to tell."""
    report = unreadable_report(
        draft, why, checked_at=datetime.now(UTC), versions=current_versions()
    )
    return Checked(report, draft if is_file else None)


@dataclass(frozen=True, slots=True)
class Output:
    """Where the reports of a run go: stdout, a file, or a folder that takes one file a draft.

    ``is_one``: a single article was named, so JSON is its report; of several it is a list, even
    where only one was found.
    """

    fmt: str
    path: Path | None
    is_folder: bool = False
    is_one: bool = True

    @classmethod
    def checked(cls, output: str | None, fmt: str, *, is_one: bool) -> Self:
        """Read ``--output``; raise UsageError where the reports could not be written in the end.

        A name that ends in a slash is a folder, and is made if need be.
        """
        if output is not None and output.endswith(("/", os.sep)):
            check_format(fmt)
            return cls(fmt, Path(output), is_folder=True)
        path = None if output is None else Path(output)
        if path is not None and (path.is_dir() or not path.absolute().parent.is_dir()):
            raise UsageError(
                f"{path} cannot be written: it is a folder, or in no folder there is "
                "(for a file a draft, end it with a slash)"
            )
        if not is_one and not FORMATS[fmt].is_shared:
            raise UsageError(f"--format {fmt} is one file a draft: give --output FOLDER/")
        return cls(fmt, path, is_one=is_one)

    def write(self, reports: Sequence[Checked]) -> None:
        """Write the reports. Raises UsageError where that cannot be."""
        if not self.is_folder or self.path is None:
            write_reports(reports, self.fmt, self.path, as_list=not self.is_one)
            return
        for checked in reports:
            if FORMATS[self.fmt].is_public and why_unreadable(checked.report):
                continue  # a box for readers has nothing to say of it
            path = self.path / _file_name(checked, self.fmt)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as err:
                raise UsageError(f"{path} cannot be written: {err.strerror}") from err
            write_reports([checked], self.fmt, path)


def _file_name(checked: Checked, fmt: str) -> Path:
    """Name the file of a draft's report as the draft, beneath the folder; other articles by id."""
    if checked.path is None:
        return Path(f"{checked.report.id}{FORMATS[fmt].suffix}")
    parts = [part for part in Path(checked.path).parts if part not in {"..", "/", os.sep}]
    return Path(*parts[:-1], f"{parts[-1]}{FORMATS[fmt].suffix}")


def say(words: str) -> None:
    """Tell the user something beside the reports, on one line of stderr.

    It may hold words of a draft or a source, which shall write no other line, as an annotation.
    """
    print(f"sourceproof: {one_line(words)}", file=sys.stderr)  # noqa: T201  the user's terminal


def write_reports(
    reports: Sequence[Checked],
    fmt: str,
    output: Path | None,
    *,
    audience: str = "editor",
    as_list: bool = False,
) -> None:
    """Write ``reports`` as ``fmt`` to ``output``, or to stdout. Raises UsageError.

    ``as_list``: JSON is a list, of however many.
    """
    parts = _parts(reports, fmt, to_file=output is not None, audience=audience)
    if as_list and fmt == "json" and len(reports) == 1:
        parts = chain(["["], parts, ["]\n"])
    first = next(parts)  # what makes no sense is said before a file is opened
    if output is None:
        _write_out(chain([first], parts))
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            file.writelines(chain([first], parts))
    except OSError as err:
        raise UsageError(f"{output} cannot be written: {err.strerror}") from err


def _write_out(parts: Iterable[str]) -> None:
    """Write to stdout. Raises UsageError, and ends as SIGPIPE would where nobody reads any more."""
    if sys.stdout is None:
        raise UsageError("there is no standard output to write to; give --output FILE")
    try:
        for part in parts:
            sys.stdout.buffer.write(part.encode())
        sys.stdout.flush()
    except OSError as err:
        # Else what is still held would be tried once more at the end, and fail the process anew.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(err, BrokenPipeError):
            sys.exit(READER_GONE)
        raise UsageError(f"standard output cannot be written: {err.strerror}") from err


def render_stored(
    stored: Path, formats: Sequence[str], output: str | None, *, audience: str = "editor"
) -> None:
    """Write a stored report in each of ``formats``; several into a folder, a file a format.

    Raises UsageError, before anything is written where a format does not hold the reports.
    """
    reports = [Checked(each) for each in read_reports(stored)]
    is_folder = output is not None and output.endswith(("/", os.sep))
    if len(formats) > 1 and not is_folder:
        raise UsageError("several formats are a file each: give --output FOLDER/")
    for fmt in formats:
        check_format(fmt, len(reports))
    if output is None:
        write_reports(reports, formats[0], None, audience=audience)
        return
    to = Path(output)
    stem = "report" if stored == STDIN else stored.stem
    try:
        if is_folder:
            to.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise UsageError(f"{output} cannot be written: {err.strerror}") from err
    for fmt in formats:
        path = to / f"{stem}{FORMATS[fmt].suffix}" if is_folder else to
        write_reports(reports, fmt, path, audience=audience)


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
