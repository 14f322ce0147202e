"""A finding in, a digest of what it was found on out: verdict, passages, compared wordings. Pure.

Where it changes, whoever excused the finding excused something else.
"""

from collections.abc import Iterator

from service.domain import Assessment, Finding, Report, Source, Statement
from service.domain.addresses import same_page_key
from service.policy.identity import digest, normal_text

_OF_THE_ARTICLE = ("SP4", "SP5")  # rules on the article's own words, which the fingerprint holds
_LENGTH = 16  # hexadecimal digits: what changed shall be seen, nobody tries to hide it


class Grounds:
    """The grounds of a report's findings; made once, for a report may have thousands."""

    def __init__(self, report: Report) -> None:
        self._assessments = {a.statement.id: a for a in report.assessments}
        self._sources = {source.id: source for source in report.sources}

    def statement(self, finding: Finding) -> Statement | None:
        """Give the statement that a finding is about, if it is about one."""
        found = self._assessments.get(finding.statement_id or "")
        return None if found is None else found.statement

    def source(self, finding: Finding) -> Source | None:
        """Give the source that a finding is about, if it is about one."""
        return self._sources.get(finding.source_id or "")

    def of(self, finding: Finding) -> str:
        """Give the digest of what a finding rests on, of its own source where it has one.

        What is found of a source or of the article's own words alone rests on nothing else:
        whether a page was withheld by a wall or a time-out changes from day to day, and
        excuses no less.
        """
        assessment = self._assessments.get(finding.statement_id or "")
        if assessment is None or finding.rule.startswith(_OF_THE_ARTICLE):
            return digest(finding.rule)[:_LENGTH]
        parts = sorted(self._parts(assessment, finding.source_id))
        return digest(assessment.verdict.value, *parts)[:_LENGTH]

    def _parts(self, assessment: Assessment, source_id: str | None) -> Iterator[str]:
        for passage in assessment.evidence:
            if source_id in {None, passage.source_id}:
                yield f"{self._address(passage.source_id)} {normal_text(passage.text)}"
        for value in assessment.values:
            if value.source_id == source_id and value.in_source is not None:
                yield f"{normal_text(value.in_article)} → {normal_text(value.in_source)}"
        for quote in assessment.quotes:
            if quote.source_id == source_id:
                yield f"{quote.result.value} {normal_text(quote.diff or quote.text)}"

    def _address(self, source_id: str) -> str:
        source = self._sources.get(source_id)
        return "" if source is None else address_of(source)


def address_of(source: Source) -> str:
    """Name a source as fingerprints do: by its page, else by its label."""
    return same_page_key(source.url) or normal_text(source.url or source.label or "")
