"""A reading and its assessments in, the report out: counted, with findings and gate. Pure."""

from datetime import datetime

from service.domain import (
    Assessment,
    Gate,
    GateResult,
    JobStatus,
    Limit,
    Page,
    Reading,
    Report,
    Versions,
)
from service.policy import Policy, count, coverage, judge, reader_verifiable_share
from workers.assessing.changes import MAX_PASSAGES, Comparison, compare_with
from workers.assessing.faults import fault_limits
from workers.assessing.independence import find_clusters, outlets_without_link
from workers.assessing.publication import read_publication
from workers.assessing.reader_access import as_readers_find


def make_report(
    reading: Reading,
    assessments: tuple[Assessment, ...],
    policy: Policy,
    *,
    report_id: str,
    checked_at: datetime,
    versions: Versions,
    revision: int = 1,
    earlier: Report | None = None,
) -> Report:
    """Assemble the report and let ``policy`` judge it.

    ``earlier`` is an earlier report on the same article, if there is one: what became of
    the passages it rested on is told. It may carry the texts of its sources.
    """
    compared = None if earlier is None else compare_with(earlier, reading, versions.extractor)
    notes = read_publication(reading.article, reading.marks)
    sources = as_readers_find(reading, notes)
    faults = fault_limits(reading, assessments)
    report = Report(
        id=report_id,
        revision=revision,
        checked_at=checked_at,
        status=JobStatus.COMPLETED_WITH_GAPS if faults else job_status(reading),
        # The gate cannot be known before the findings are; judge() replaces it.
        gate=Gate(GateResult.INCONCLUSIVE),
        article=reading.article,
        assessments=assessments,
        sources=sources,
        counts=count(assessments),
        coverage=coverage(assessments),
        reader_verifiable_share=reader_verifiable_share(assessments, sources),
        independence=find_clusters(reading.sources, outlets_without_link(reading.article)),
        findings=(),
        decisions=(),
        limits=(*reading.limits, *faults, *_not_compared(compared)),
        versions=versions,
        publication=notes,
        earlier=compared.earlier if compared else None,
        changes=compared.changes if compared else (),
    )
    return judge(report, policy)


def job_status(reading: Reading) -> JobStatus:
    """Return whether everything cited was read, or gaps remain."""
    whole = all(
        isinstance(source.outcome, Page) and source.outcome.access.is_full_text
        for source in reading.sources
    )
    return JobStatus.COMPLETED if whole and not reading.limits else JobStatus.COMPLETED_WITH_GAPS


def _not_compared(compared: Comparison | None) -> tuple[Limit, ...]:
    if compared is None or not compared.left_out:
        return ()
    note = f"{compared.left_out:,} passages of the earlier check were not looked for again."
    return (Limit("max_passages_compared", MAX_PASSAGES, note),)
