"""A run's judged drafts and their excused reports in, the same with what is stale told, out. I/O.

It is told in the report of the first draft that it could be for, since there is no document of
the run in which it could stand.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from service.domain import Report
from service.policy import Baseline, Fault, Ignore, failed_by_stale, gone, tell_stale, unused
from workers.cli.configuration import Configuration, OnStale
from workers.cli.excusing.file import BaselineFile

Key = TypeVar("Key", Path, Ignore)


def with_stale_told(
    configurations: Sequence[Configuration],
    reports: Sequence[Report],
    baseline_of: Callable[[BaselineFile], Baseline],
    *,
    is_whole: bool,
) -> list[Report]:
    """Tell of the excuses that no draft needs, where a folder was looked at whole.

    The gate of a report that has a stale excuse fails where its configuration says so.
    """
    told = list(reports)
    if is_whole:
        told = _of_baselines(configurations, told, baseline_of)
        told = _of_configurations(configurations, told)
    return [
        failed_by_stale(report) if own.on_stale_excuses is OnStale.FAIL else report
        for own, report in zip(configurations, told, strict=True)
    ]


def _of_configurations(
    configurations: Sequence[Configuration], reports: list[Report]
) -> list[Report]:
    told = list(reports)
    for ignore, places in _grouped(configurations, lambda own: own.ignores).items():
        looked_at = [(reports[n], configurations[n].place) for n in places]
        if any(unused([ignore], looked_at)):
            first = next(n for n in places if ignore.is_for(configurations[n].place))
            words = f"{ignore.where}, {ignore.words()}"
            told[first] = tell_stale(told[first], Fault.UNUSED_HERE, [words])
    return told


def _of_baselines(
    configurations: Sequence[Configuration],
    reports: list[Report],
    baseline_of: Callable[[BaselineFile], Baseline],
) -> list[Report]:
    told = list(reports)
    files = _grouped(configurations, lambda own: [own.baseline] if own.baseline else [])
    for path, (first, *_) in files.items():
        file = BaselineFile(path)
        baseline = baseline_of(file)
        left = gone(baseline, file.gone(baseline), reports)
        names = [f"{entry.draft}, {entry.rule}" for entry in left]
        told[first] = tell_stale(told[first], Fault.GONE, names)
    return told


def _grouped(
    configurations: Sequence[Configuration], keys: Callable[[Configuration], Iterable[Key]]
) -> dict[Key, list[int]]:
    """Give, of each key, the places of the drafts whose configuration has it."""
    found: dict[Key, list[int]] = {}
    for place, own in enumerate(configurations):
        for key in keys(own):
            found.setdefault(key, []).append(place)
    return found
