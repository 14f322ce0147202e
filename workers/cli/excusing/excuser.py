"""Judged reports in, the same with all that excuses their findings taken in, out. I/O: files, git.

Where a base is named, what excuses is had as it stood there: a change cannot excuse itself.
"""

import getpass
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from service.domain import InlineIgnore, Report, Suppression, SuppressionKind
from service.errors import UsageError
from service.policy import (
    NO_BASELINE,
    STALE,
    Accepting,
    Base,
    Baseline,
    Excuses,
    Fault,
    Ignore,
    excused,
    is_partial,
    read_baseline,
    renewed,
)
from service.rendering.words import counted
from workers.cli.configuration import Configuration, OnStale, ignores_in
from workers.cli.excusing.asked_before import inline_at
from workers.cli.excusing.file import BaselineFile
from workers.cli.excusing.revisions import commit_of, content_at, own_name
from workers.cli.excusing.stale import with_stale_told
from workers.cli.output import say

NEVER = "never"


@dataclass(frozen=True, slots=True)
class Excusing:
    """What a run is asked to do with excuses.

    With ``update`` all that counts is excused from now on, for ``reason``, until a day or
    "never". With ``base``, a revision, only what stood there excuses, unless
    ``allows_changes``. ``is_search`` where a folder was looked through, and so what nothing needs
    can be told.
    """

    update: bool = False
    reason: str | None = None
    until: str | None = None
    base: str | None = None
    allows_changes: bool = False
    is_search: bool = False

    @property
    def approved(self) -> str | None:
        """The revision at which that stood which may excuse; ``None`` where all may."""
        return None if self.allows_changes else self.base


@dataclass(frozen=True, slots=True)
class Judged:
    """A report whose findings all count, its draft by name, and what that draft asks for."""

    draft: str
    report: Report
    ignores: tuple[InlineIgnore, ...]
    configuration: Configuration


def check_excusing(configurations: Iterable[Configuration], excusing: Excusing) -> None:
    """Raise UsageError, before anything is checked, where excuses could not be had in the end."""
    folders: set[Path] = set()
    paths: set[Path] = set()
    for configuration in configurations:
        if configuration.baseline is None and excusing.update:
            raise UsageError("--update-baseline needs a file: --baseline FILE")
        _until(excusing.until, datetime.now(UTC).date(), configuration)
        folders.add(configuration.root.absolute())
        paths.update(filter(None, [configuration.baseline]))
    for path in paths:
        if path.exists() or not excusing.update:
            BaselineFile(path).read()
    if excusing.base is not None:
        for folder in folders:
            commit_of(excusing.base, folder)


def excused_all(judged: Sequence[Judged], excusing: Excusing) -> list[Report]:
    """Excuse what may be excused, and say how much that was. Raises UsageError."""
    excuser = Excuser(excusing.approved)
    reports = [excuser.excused(each) for each in judged]
    if excusing.update:
        excuser.accept(judged, reports, excusing)
        reports = [excuser.excused(each) for each in judged]
    own = [each.configuration for each in judged]
    is_whole = excusing.is_search and not any(map(is_partial, reports))
    reports = with_stale_told(own, reports, excuser.baseline, is_whole=is_whole)
    for words in _told(judged, reports):
        say(words)
    return reports


class Excuser:
    """Excuses reports one after the other; a baseline is read again only where it changed."""

    def __init__(self, base: str | None = None) -> None:
        self._base = base
        self._baselines: dict[Path, tuple[object, Baseline]] = {}
        self._before: dict[Path, Baseline] = {}

    def excused(self, judged: Judged) -> Report:
        """Take all that may excuse its findings into a report. Raises UsageError."""
        configuration = judged.configuration
        excuses = Excuses(
            place=configuration.place,
            inline=judged.ignores,
            configured=configuration.ignores,
            loosened=configuration.loosened,
        )
        if configuration.baseline is not None:
            file = BaselineFile(configuration.baseline)
            baseline = self.baseline(file)
            gone = file.gone(baseline)
            name = file.name_of(judged.draft)
            excuses = replace(excuses, draft=name, baseline=baseline, gone=gone)
        if self._base is not None:
            excuses = replace(excuses, base=self._base_of(judged, self._base))
        return excused(judged.report, excuses, configuration.policy)

    def accept(
        self, judged: Sequence[Judged], reports: Sequence[Report], excusing: Excusing
    ) -> None:
        """Excuse from now on what counts in the reports, and write that down. Raises UsageError."""
        of_files: dict[Path, list[tuple[Judged, Report]]] = defaultdict(list)
        for each, report in zip(judged, reports, strict=True):
            if each.configuration.baseline is not None:
                of_files[each.configuration.baseline].append((each, report))
        for path, checks in of_files.items():
            file = BaselineFile(path)
            accepting = _accepting(checks[0][0].configuration, excusing)
            before, after = file.change(partial(_renewed, file, checks, accepting))
            self._baselines.pop(path, None)
            say(f"{path}: {_changed(before, after)}")

    def baseline(self, file: BaselineFile) -> Baseline:
        """Read a baseline, once for as long as it stays as it is. Raises UsageError."""
        if not file.path.exists():  # it is made at the end of the run, or not yet
            return NO_BASELINE
        status = file.path.stat()
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        known = self._baselines.get(file.path)
        if known is None or known[0] != stamp:
            known = self._baselines[file.path] = (stamp, file.read())
        return known[1]

    def _base_of(self, judged: Judged, revision: str) -> Base:
        configuration = judged.configuration
        return Base(
            baseline=self._baseline_at(configuration.baseline, revision),
            configured=_configured_at(configuration.file, revision),
            inline=_inline_at(judged, revision),
        )

    def _baseline_at(self, path: Path | None, revision: str) -> Baseline:
        if path is None:
            return NO_BASELINE
        if path not in self._before:
            commit = commit_of(revision, path.absolute().parent)
            content = content_at(commit, path)
            text = "" if content is None else content.decode("utf-8", "replace")
            name = f"{path} at {revision}"
            self._before[path] = read_baseline(text, name) if text else NO_BASELINE
        return self._before[path]


def _configured_at(path: Path | None, revision: str) -> frozenset[Ignore]:
    if path is None:
        return frozenset()
    content = content_at(commit_of(revision, path.absolute().parent), path)
    try:
        return frozenset() if content is None else frozenset(ignores_in(content, path))
    except UsageError:  # what made no sense then excused nothing then
        return frozenset()


def _inline_at(judged: Judged, revision: str) -> frozenset[tuple[str, str | None]]:
    if not judged.ignores:
        return frozenset()
    return inline_at(judged.draft, revision, judged.configuration.settings)


def _renewed(
    file: BaselineFile,
    checks: Sequence[tuple[Judged, Report]],
    accepting: Accepting,
    baseline: Baseline,
) -> Baseline:
    gone = file.gone(baseline)
    for judged, report in checks:
        baseline = renewed(baseline, report, file.name_of(judged.draft), accepting, gone)
    return baseline


def _accepting(configuration: Configuration, excusing: Excusing) -> Accepting:
    today = datetime.now(UTC).date()
    folder = (configuration.baseline or Path.cwd()).absolute().parent
    author = own_name(folder) or getpass.getuser()
    return Accepting(author, today, _until(excusing.until, today, configuration), excusing.reason)


def _until(said: str | None, today: date, configuration: Configuration) -> date | None:
    if said is None:
        return today + timedelta(days=configuration.baseline_days)
    if said == NEVER:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError as err:
        raise UsageError(f"--until {said}: a day, as 2026-12-31, or {NEVER}") from err


def _changed(before: Baseline, after: Baseline) -> str:
    """Count what was done, by the findings: a draft that was renamed has the same ones."""
    had, has = (Counter(e.fingerprint for e in each.entries) for each in (before, after))
    known = {entry.key: entry for entry in before.entries}
    kept = ((entry, known[entry.key]) for entry in after.entries if entry.key in known)
    renewed_ = sum(entry.added != earlier.added for entry, earlier in kept)
    return (
        f"{counted((has - had).total(), 'finding')} added, {renewed_:,} renewed, "
        f"{(had - has).total():,} dropped; {len(after.entries):,} in all"
    )


def _told(judged: Sequence[Judged], reports: Sequence[Report]) -> Iterator[str]:
    """Say what does not hold, draft by draft, and at the end how much was excused by what."""
    for each, report in zip(judged, reports, strict=True):
        passed = STALE if each.configuration.on_stale_excuses is OnStale.PASS else frozenset()
        names = frozenset(Fault) - passed - {Fault.LOOSENED}
        yield from (f"{each.draft}: {x.note}" for x in report.limits if x.name in names)
    loosened = dict.fromkeys(name for each in judged for name in each.configuration.loosened)
    if loosened:
        yield f"loosened by this change, and held to as before: {', '.join(loosened)}"
    found = [(f, report) for report in reports for f in report.findings]
    known = [(f.suppression, report) for f, report in found if f.suppression is not None]
    counts = Counter(suppression.kind for suppression, _ in known)
    if number := counts[SuppressionKind.BASELINE]:
        oldest = max(_age(suppression, report) for suppression, report in known)
        yield (
            f"{counted(number, 'finding')} excused by the baseline, "
            f"the oldest {counted(oldest, 'day')}"
        )
    by = {SuppressionKind.INLINE: "drafts themselves", SuppressionKind.CONFIG: "configuration"}
    for kind, words in by.items():
        if counts[kind]:
            yield f"{counted(counts[kind], 'finding')} excused by the {words}"


def _age(suppression: Suppression, report: Report) -> int:
    """Give the days since a finding was excused; 0 where that is not known."""
    day = report.checked_at.astimezone(UTC).date()
    return 0 if suppression.since is None else max((day - suppression.since).days, 0)
