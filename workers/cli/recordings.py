"""A folder of recordings: each run of `check` that was kept, oldest first. I/O.

A recording is a folder named by its moment, in UTC. It holds ``exchanges.warc.gz`` (all
that was asked and answered), ``texts/`` (what was read of each source, by the SHA-256 of
it), ``reports/`` and ``recording.json``, which says which report is whose. Nothing in it
is changed afterwards; a further run adds a folder.
"""

import json
import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from service.domain import Report, Source
from service.errors import UsageError
from service.rendering import report_to_dict
from service.rendering.json import text_sha256
from workers.cli.output import read_report

EXCHANGES = "exchanges.warc.gz"
MANIFEST = "recording.json"
TEXTS = "texts"
REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Recording:
    """One run that was kept; ``reports`` are paths within it, by the name of the article."""

    folder: Path
    reports: Mapping[str, str] = field(default_factory=dict)

    @property
    def exchanges(self) -> Path:
        """The WARC file."""
        return self.folder / EXCHANGES

    def report_of(self, article: str) -> Report | None:
        """Read the report on an article, sources with their texts; ``None`` without one.

        Raises UsageError where the file is no report.
        """
        name = self.reports.get(key_of(article))
        if name is None:
            return None
        report = read_report(self.folder / name)
        return replace(report, sources=tuple(self._with_text(s) for s in report.sources))

    def _with_text(self, source: Source) -> Source:
        page = source.page
        if page is None or page.text_sha256 is None:
            return source
        with suppress(OSError):
            text = self.text_path(page.text_sha256).read_bytes().decode()
            if text_sha256(text) == page.text_sha256:
                return replace(source, outcome=replace(page, text=text))
        return source

    def text_path(self, sha256: str) -> Path:
        """Say where the text of that hash is kept."""
        return self.folder / TEXTS / f"{sha256}.txt"


def begin_recording(directory: Path, now: datetime) -> Recording:
    """Make the folder of a new recording. Raises UsageError where that cannot be."""
    # Two runs may begin at one moment, and neither may write into the other's.
    name = f"{now.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}-{secrets.token_hex(2)}"
    try:
        (directory / name / TEXTS).mkdir(parents=True)
        (directory / name / REPORTS).mkdir()
    except OSError as err:
        raise UsageError(f"{directory} cannot be recorded into: {err.strerror}") from err
    return Recording(directory / name)


def read_recordings(directory: Path) -> tuple[Recording, ...]:
    """List the recordings of a folder, oldest first; the folder may be one itself.

    Raises UsageError where a manifest is damaged.
    """
    if (directory / EXCHANGES).is_file():
        return (_read(directory),)
    folders = sorted(path.parent for path in directory.glob(f"*/{EXCHANGES}"))
    return tuple(_read(folder) for folder in folders)


def _read(folder: Path) -> Recording:
    path = folder / MANIFEST
    if not path.is_file():  # of a run that was killed: what it had asked is there
        return Recording(folder)
    try:
        articles = json.loads(path.read_bytes())["articles"]
        reports = {str(each["name"]): str(each["report"]) for each in articles}
    except (OSError, ValueError, KeyError, TypeError) as err:
        raise UsageError(f"{path} cannot be read as a recording's list of reports") from err
    if any(Path(name).is_absolute() or ".." in Path(name).parts for name in reports.values()):
        raise UsageError(f"{path} names a report outside its recording")
    return Recording(folder, reports)


def newest_report(recordings: Iterable[Recording], article: str) -> Report | None:
    """Read the newest report on an article that the recordings hold."""
    holding = [r for r in recordings if key_of(article) in r.reports]
    return holding[-1].report_of(article) if holding else None


def key_of(article: str) -> str:
    """Name an article as recordings do: a URL as it is, a path without detours."""
    return article if "://" in article else Path(os.path.normpath(article)).as_posix()


def keep_texts(recording: Recording, report: Report) -> None:
    """Keep the text of every source that was read; one text is kept once."""
    for source in report.sources:
        if source.page is None or not source.page.text:
            continue
        path = recording.text_path(text_sha256(source.page.text))
        if not path.exists():
            path.write_bytes(source.page.text.encode("utf-8", "replace"))


def with_snapshots(recording: Recording, report: Report) -> Report:
    """Say of each source where its text is kept: a path into the folder of recordings."""
    return replace(report, sources=tuple(_snapshot(recording, s) for s in report.sources))


def _snapshot(recording: Recording, source: Source) -> Source:
    if source.page is None or not source.page.text:
        return source
    path = recording.text_path(text_sha256(source.page.text))
    if not path.is_file():
        return source
    return replace(source, snapshot_url=path.relative_to(recording.folder.parent).as_posix())


def write_reports_of(recording: Recording, reports: Mapping[str, Report]) -> None:
    """Write the reports of a run, and last the manifest that lists them."""
    listed = []
    for number, (article, report) in enumerate(reports.items(), start=1):
        name = f"{REPORTS}/{number:04}.json"
        _write(recording.folder / name, report_to_dict(report))
        listed.append({"name": key_of(article), "report": name})
    _write(recording.folder / MANIFEST, {"schema": 1, "articles": listed})


def _write(path: Path, document: object) -> None:
    """Write JSON whole or not at all."""
    partial = path.with_suffix(".partial")
    text = json.dumps(document, ensure_ascii=False, indent=2)
    partial.write_bytes(text.encode("utf-8", "replace") + b"\n")
    partial.replace(path)
