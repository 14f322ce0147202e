"""A report and its draft in; diagnostics, hovers and fixes of the editor protocol out. Pure.

Terms are those of the Language Server Protocol 3.17: lines and characters are 0-based, and
characters are counted in the units that the editor and we agreed on.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath

from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from service.domain import Assessment, Differing, Evidence, Finding, Severity, Verdict
from service.policy import RULES_BY_ID, Places
from service.rendering.cleaning import web_url
from service.rendering.markdown import escape, link
from service.rendering.words import reason, with_advice
from workers.cli.desk.desk import Round
from workers.reading.ignores import WORD

SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}
WHERE_IT_BEGINS = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
HTML = frozenset({".html", ".htm"})
TAKES_COMMENTS = HTML | {".md", ".markdown"}
NOT_READ_YET = "not read yet: save the draft to have it read"


class Shown:
    """One round, as an editor shows it on ``text``, the draft that was checked."""

    def __init__(self, checked: Round, text: str, codec: PositionCodec) -> None:
        self._report = checked.report
        self._waiting = checked.waiting
        self._lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._codec = codec
        self._places = Places(checked.report.article)

    def diagnostics(self) -> list[lsp.Diagnostic]:
        """Give each finding that counts, and each citation that nobody has followed yet."""
        told = [
            self._diagnostic(finding)
            for finding in self._report.findings
            if finding.suppressed_by is None and not self._waits(finding)
        ]
        return [*told, *self._not_read_yet()]

    def hover(self, at: lsp.Position) -> lsp.Hover | None:
        """Say of the statement at a place what was decided, why, and in which passages."""
        for assessment in self._report.assessments:
            where = self._range(assessment.statement.start, assessment.statement.end)
            if where.start <= at <= where.end:
                words = "\n\n".join(self._told(assessment))
                return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, words), where)
        return None

    def actions(self, uri: str, within: lsp.Range) -> list[lsp.CodeAction]:
        """Offer what a source has in the place of what differs, and to pass a finding over.

        Neither is done but by the editor's hand, and an ignore holds once it gives a reason.
        """
        return [
            lsp.CodeAction(
                title, kind=lsp.CodeActionKind.QuickFix, edit=lsp.WorkspaceEdit({uri: [edit]})
            )
            for title, edit in (*self._replacements(within), *self._ignores(uri, within))
        ]

    def _replacements(self, within: lsp.Range) -> Iterator[tuple[str, lsp.TextEdit]]:
        for assessment in self._report.assessments:
            for differing in assessment.differing:
                where = self._range(differing.start, differing.end)
                if differing.is_same_word:
                    continue  # "today" of another day
                # Across markup the range holds more than the words that are to be changed.
                if _overlap(where, within) and self._text(where) == differing.in_article:
                    yield _offer(differing), lsp.TextEdit(where, differing.in_source)

    def _ignores(self, uri: str, within: lsp.Range) -> Iterator[tuple[str, lsp.TextEdit]]:
        suffix = PurePosixPath(uri).suffix.lower()
        if suffix not in TAKES_COMMENTS:
            return
        for told in self.diagnostics():
            if told.code is not None and _overlap(told.range, within):
                end = told.range.end.line
                # In HTML a block may end within its line, in Markdown it does not.
                at = told.range.end if suffix in HTML else self._end_of(end)
                comment = f' <!-- {WORD} {told.code} reason="" -->'
                title = f"Pass {told.code} over here: give the reason in the comment"
                yield title, lsp.TextEdit(lsp.Range(at, at), comment)

    def _end_of(self, line: int) -> lsp.Position:
        units = self._codec.client_num_units(self._lines[line].rstrip())
        return lsp.Position(line, units)

    def _waits(self, finding: Finding) -> bool:
        """Whether a finding is about what nobody has asked for yet."""
        if finding.source_id in self._waiting:
            return True
        assessment = self._assessments.get(finding.statement_id or "")
        return assessment is not None and bool(
            self._waiting.intersection(assessment.statement.citations)
        )

    @cached_property
    def _assessments(self) -> dict[str, Assessment]:
        return {assessment.statement.id: assessment for assessment in self._report.assessments}

    def _not_read_yet(self) -> Iterator[lsp.Diagnostic]:
        for citation in self._report.article.citations:
            if citation.source_id in self._waiting:
                yield lsp.Diagnostic(
                    self._range(citation.start, citation.end),
                    f"{citation.url}: {NOT_READ_YET}",
                    severity=lsp.DiagnosticSeverity.Hint,
                    source="sourceproof",
                )

    def _diagnostic(self, finding: Finding) -> lsp.Diagnostic:
        assessment = self._assessments.get(finding.statement_id or "")
        address = self._address(finding, assessment)
        return lsp.Diagnostic(
            WHERE_IT_BEGINS
            if finding.start is None or finding.end is None
            else self._range(finding.start, finding.end),
            with_advice(finding),
            severity=SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=None if address is None else lsp.CodeDescription(address),
            source="sourceproof",
            data={"fingerprint": finding.fingerprint, "name": RULES_BY_ID[finding.rule].name},
        )

    def _address(self, finding: Finding, assessment: Assessment | None) -> str | None:
        """Give the passage that a finding is about, or else its source."""
        passages = () if assessment is None else assessment.evidence
        passage = next((p.fragment_url for p in passages if p.fragment_url), None)
        return web_url(passage or self._urls.get(finding.source_id or ""))

    @cached_property
    def _urls(self) -> dict[str, str | None]:
        return {source.id: source.url for source in self._report.sources}

    def _told(self, assessment: Assessment) -> Iterator[str]:
        waits = self._waiting.intersection(assessment.statement.citations)
        if waits and assessment.verdict is Verdict.COULD_NOT_CHECK:
            yield f"A source is {NOT_READ_YET}."
            return
        why = escape(reason(assessment.reason, self._report))
        yield f"**{assessment.verdict.value.replace('_', ' ')}**: {why}"
        if assessment.advice:
            yield escape(assessment.advice)
        yield from (self._passage(evidence) for evidence in assessment.evidence)

    def _passage(self, evidence: Evidence) -> str:
        url = evidence.fragment_url or self._urls.get(evidence.source_id)
        return f"> {escape(evidence.text)}\n>\n> {link('Open the passage', url)}"

    def _range(self, start: int, end: int) -> lsp.Range:
        """Turn offsets into the article's text into a range of the draft."""
        last = self._position(max(start, end - 1))
        return lsp.Range(self._units(self._position(start)), self._units(last, further=1))

    def _position(self, offset: int) -> lsp.Position:
        line, column = self._places.line_and_column(offset)
        return lsp.Position((line or 1) - 1, (column or 1) - 1)

    def _units(self, position: lsp.Position, further: int = 0) -> lsp.Position:
        shifted = lsp.Position(position.line, position.character + further)
        return self._codec.position_to_client_units(self._lines, shifted)

    def _text(self, where: lsp.Range) -> str:
        if where.start.line != where.end.line:
            return ""
        ours = self._codec.range_from_client_units(self._lines, where)
        return self._lines[ours.start.line][ours.start.character : ours.end.character]


def _offer(differing: Differing) -> str:
    return f"Change “{differing.in_article}” to the source's “{differing.in_source}”"


def _overlap(one: lsp.Range, other: lsp.Range) -> bool:
    return bool(one.start <= other.end and other.start <= one.end)
