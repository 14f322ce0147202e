"""A report in, the same with the address of every stored source text out. Pure."""

from dataclasses import replace

from service.domain import Report, Source
from service.schemas.verification import PATH


def with_snapshot_urls(report: Report, verification_id: str, base: str) -> Report:
    """Say of every source that was read where its text is."""
    path = f"{base}{PATH}/{verification_id}/sources"

    def placed(source: Source) -> Source:
        if source.page is None or not source.page.text:
            return source
        url = f"{path}/{source.id}/text?revision={report.revision}"
        return replace(source, snapshot_url=url)

    return replace(report, sources=tuple(placed(source) for source in report.sources))
