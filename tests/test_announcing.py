"""What an event tells of sources: private ones never, and never more than it has room for."""

import json
from dataclasses import replace

from report_fixture import sample_report

from service.domain import ChangeKind, SourceChange
from workers.announcing import MAX_BYTES, source_changes


def changed(report, *, private: bool = False, kind: ChangeKind = ChangeKind.GONE, times: int = 1):
    """The report with so many changes of a long-named source."""
    long = replace(report.sources[0], url="https://a.example/" + "x" * 1_900, private=private)
    changes = tuple(
        SourceChange(kind, long.id, f"st{n}", "MARKED BEFORE", "MARKED AFTER") for n in range(times)
    )
    return replace(report, sources=(long, *report.sources[1:]), changes=changes)


def test_private_sources_are_not_spoken_of_and_what_moved_is_no_news():
    report = sample_report()
    assert source_changes(changed(report, private=True), report) is None
    for kind in (ChangeKind.MOVED, ChangeKind.NEARBY):
        assert source_changes(changed(report, kind=kind), report) is None


def test_there_is_room_for_some_and_the_rest_is_counted():
    report = sample_report()
    told = source_changes(changed(report, times=500), report)
    assert len(json.dumps(told)) < MAX_BYTES + 100
    assert len(told["changes"]) + told["left_out"] == 500
    assert len(told["changes"]) > 5
    assert "MARKED" not in json.dumps(told)
