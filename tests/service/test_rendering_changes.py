"""Changes since an earlier check in report.json: written, read again, kept from readers."""

from dataclasses import replace

from report_fixture import sample_report
from sample_draft import MOMENT

from service.domain import ChangeKind, EarlierCheck, SourceChange
from service.rendering import report_from_dict, report_to_dict
from service.rendering.audience import for_public
from service.schemas.report import ReportOut

CHANGE = SourceChange(
    ChangeKind.CHANGED, "s1", "st1", "412 ships", "388 ships", 4, 13, "[-412-]{+388+} ships"
)


def changed():
    report = sample_report()
    first, *others = report.sources
    return replace(
        report,
        sources=(replace(first, snapshot_url="/v1/x"), *others),
        earlier=EarlierCheck("r0", MOMENT, 2),
        changes=(CHANGE, replace(CHANGE, kind=ChangeKind.GONE, after=None, start=None, end=None)),
    )


def test_changes_and_snapshots_come_back_from_report_json():
    """A stored report renders like a fresh one."""
    report = changed()
    data = report_to_dict(report)
    ReportOut.model_validate(data)
    back = report_from_dict(data)
    assert (back.earlier, back.changes) == (report.earlier, report.changes)
    assert back.sources[0].snapshot_url == "/v1/x"


def test_a_report_of_before_reads_as_not_compared():
    """Files of an older version lack the keys."""
    data = report_to_dict(sample_report())
    del data["earlier_check"], data["changes"]
    back = report_from_dict(data)
    assert (back.earlier, back.changes) == (None, ())


def test_readers_get_neither_stored_texts_nor_the_newsrooms_earlier_check():
    """Whole texts of others are not ours to publish, and ids of drafts are internal."""
    public = report_to_dict(for_public(changed()))
    assert {source["snapshot_url"] for source in public["sources"]} == {None}
    assert (public["earlier_check"], public["changes"]) == (None, [])
