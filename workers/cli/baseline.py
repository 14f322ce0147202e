"""`sourceproof baseline`: what a baseline excuses, shown; what no longer occurs, dropped. I/O."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

from service.domain import Reading
from service.domain.addresses import same_page_key
from service.errors import SourceproofError, UsageError
from service.policy import Baseline, Entry, normal_text, pruned, resolved
from service.rendering.cleaning import one_line
from service.rendering.words import counted
from workers.cli.configuration import configure
from workers.cli.excusing.drafts import read_as
from workers.cli.excusing.file import BaselineFile
from workers.cli.output import read_reports, say


def show(named: Path | None) -> str:
    """Tell what a baseline excuses, draft by draft. Raises UsageError."""
    file = _file(named)
    baseline, today = file.read(), datetime.now(UTC).date()
    expired = sum(entry.is_expired(today) for entry in baseline.entries)
    ages = [(today - entry.added).days for entry in baseline.entries]
    head = f"{file.path}: {counted(len(baseline.entries), 'finding')} excused"
    if ages:
        head += f", the oldest {counted(max(ages), 'day')}, {expired:,} expired"
    parts = [head]
    for draft, entries in groupby(baseline.entries, key=lambda entry: entry.draft):
        gone = " (gone)" if draft in file.gone(baseline) else ""
        parts += [f"\n{one_line(draft)}{gone}", *(_shown(entry, today) for entry in entries)]
    return "\n".join(parts) + "\n"


def prune(named: Path | None, reports: Sequence[Path]) -> None:
    """Drop what no longer occurs, and say what that was. Raises UsageError.

    Without ``reports`` what the drafts themselves show: one that is gone, a statement or a
    source that stands in it no longer. Stored reports also show what is no longer found of
    what stands there.
    """
    file = _file(named)
    checked = [
        (file.name_of(report.article.path), report)
        for path in reports
        for report in read_reports(path)
        if report.article.path is not None
    ]
    if reports and not checked:
        raise UsageError("these reports name no draft by its path; they are of no file")

    def without_gone(baseline: Baseline) -> Baseline:
        dropped = [entry for name, report in checked for entry in resolved(baseline, report, name)]
        return pruned(baseline, dropped if reports else _vanished(file, baseline))

    before, after = file.change(without_gone) if file.path.exists() else (file.read(),) * 2
    left = {entry.key for entry in after.entries}
    for entry in before.entries:
        if entry.key not in left:
            say(f"dropped from {entry.draft}: {_title(entry)}")
    dropped = len(before.entries) - len(after.entries)
    say(f"{file.path}: {counted(dropped, 'finding')} dropped, {len(after.entries):,} left")


def _file(named: Path | None) -> BaselineFile:
    path = named or configure({}, near=".", named=None).baseline
    if path is None:
        raise UsageError("no baseline is configured here; name one: --baseline FILE")
    return BaselineFile(path)


def _shown(entry: Entry, today: date) -> str:
    until = "for good" if entry.until is None else f"until {entry.until}"
    expired = ", EXPIRED" if entry.is_expired(today) else ""
    excuse = f"{entry.reason} ({entry.author}, {entry.added}, {until}{expired})"
    return f"  {one_line(_title(entry))}\n    {one_line(excuse)}"


def _title(entry: Entry) -> str:
    about = f"“{entry.statement}”" if entry.statement else entry.source or entry.finding
    return f"{entry.rule} {about}"


def _vanished(file: BaselineFile, baseline: Baseline) -> Iterator[Entry]:
    """Give the entries whose draft is gone, or no longer has their statement or source."""
    gone = file.gone(baseline)
    for draft, entries in groupby(baseline.entries, key=lambda entry: entry.draft):
        path = file.path.parent / draft
        if draft in gone:
            yield from entries
        elif path.is_file():
            reading = _read(path)
            texts = {normal_text(each.text) for each in reading.article.statements}
            sources = {same_page_key(source.url) for source in reading.sources}
            yield from (entry for entry in entries if not _stands(entry, texts, sources))


def _stands(entry: Entry, texts: set[str], sources: set[str | None]) -> bool:
    if entry.statement:
        return normal_text(entry.statement) in texts
    address = same_page_key(entry.source)  # of what was added by hand the draft says nothing
    return address is None or address in sources


def _read(path: Path) -> Reading:
    settings = configure({}, near=str(path), named=None).settings
    try:
        return read_as(path.name, path.read_bytes(), settings)
    except OSError as err:
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err
    except SourceproofError as err:
        raise UsageError(f"{path}: {err.detail}") from err
