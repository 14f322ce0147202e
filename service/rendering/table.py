"""Reports in, a row a statement out: as CSV for a spreadsheet, as JSON Lines for a program. Pure.

A spreadsheet may take a cell for a formula. As OWASP has it, a cell that begins like one gets an
apostrophe before it, every cell is in quotes, and what would begin a cell for a reader that
parts them at other characters is defused in the same way. JSON Lines have every text unchanged.
https://owasp.org/www-community/attacks/CSV_Injection
"""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC
from io import StringIO

from service.domain import Assessment, Evidence, Report, Source, Verdict
from service.rendering import asides, words
from service.rendering.cleaning import one_line, unseen_escaped, web_url
from service.rendering.json import assessment_to_dict

CELL = 32_000  # characters; a cell of Excel takes 32,767
# Excel takes a file without a byte-order mark for one of the machine's old code page.
BYTE_ORDER_MARK = "\ufeff"
FORMULA = re.compile(r"""(?:^|(?<=[,;|"']))(\s*)(?=[=+\-@＝＋－＠])""")
COLUMNS = (
    *("draft", "line", "column", "id", "kind", "verdict", "reason", "statement"),
    *("attribution", "speaker", "sources", "access", "reader_access"),
    *("passage", "passage_source", "passage_url", "support", "contradiction"),
    *("findings", "advice", "decisions"),
)


def render_csv(reports: Sequence[Report]) -> str:
    """Write a line of names and a line a statement (RFC 4180), UTF-8 with a byte-order mark."""
    out = StringIO()
    rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for report in reports:
        rows.writerows([defused(cell) for cell in row] for row in _rows(report))
    return BYTE_ORDER_MARK + out.getvalue()


def defused(cell: object) -> str:
    """Write a cell on one line, so that no spreadsheet takes it for a formula."""
    text = "" if cell is None else one_line(str(cell), CELL)
    return FORMULA.sub(r"\1'", text)


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    sources = {source.id: source for source in report.sources}
    for assessment in report.assessments:
        statement = assessment.statement
        cited = [sources[each] for each in statement.citations if each in sources]
        yield (
            *(report.article.path, statement.line, statement.column, statement.id),
            *(statement.kind, assessment.verdict, words.reason(assessment.reason, report)),
            *(statement.text, statement.attribution.cls, statement.attribution.speaker),
            _listed(source.url or words.title_of(source) for source in cited),
            _listed(str(source.access) for source in cited),
            _listed(words.reader_access_of(source).lower() for source in cited),
            *_passage(assessment, sources),
            *(assessment.support, assessment.contradiction),
            _listed(f.rule for f in report.findings if f.statement_id == statement.id),
            assessment.advice,
            _listed(
                asides.decision(report, each)
                for each in report.decisions
                if each.statement_id == statement.id
            ),
        )


def _passage(assessment: Assessment, sources: dict[str, Source]) -> tuple[str | None, ...]:
    best: Evidence | None = max(assessment.evidence, key=lambda e: e.score, default=None)
    if best is None or assessment.verdict is Verdict.NOT_APPLICABLE:
        return None, None, None
    source = sources.get(best.source_id)
    name = best.source_id if source is None else words.title_of(source)
    return best.text, name, web_url(best.fragment_url)


def _listed(words: Iterator[str]) -> str:
    return " · ".join(words)


def render_jsonl(reports: Sequence[Report]) -> str:
    """Write a statement of report.json a line, with its draft, its sources and its findings."""
    return "".join(
        unseen_escaped(json.dumps(line, ensure_ascii=False)) + "\n"
        for report in reports
        for line in _lines(report)
    )


def _lines(report: Report) -> Iterator[dict[str, object]]:
    sources = {source.id: source for source in report.sources}
    for assessment in report.assessments:
        statement = assessment.statement
        cited = [sources[each] for each in statement.citations if each in sources]
        yield {
            "draft": report.article.path,
            "report": {
                "id": report.id,
                "revision": report.revision,
                "checked_at": report.checked_at.astimezone(UTC).isoformat(),
            },
            **assessment_to_dict(assessment),
            "sources": [_source(source) for source in cited],
            "findings": [f.rule for f in report.findings if f.statement_id == statement.id],
        }


def _source(source: Source) -> dict[str, object]:
    outcome = source.outcome
    return {
        "id": source.id,
        "url": source.url,
        "title": words.title_of(source),
        "access": source.access,
        "reader_access": None if outcome is None else outcome.reader_access,
    }
