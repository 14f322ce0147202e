"""Reports in, Markdown for a pull request or a job page out: worst first, bounded. Pure.

Text of articles and sources is escaped so that it neither formats, links, mentions nor embeds.
It begins with a comment that nobody sees, by which a CI step finds what it wrote before, and
replaces it.
"""

import re
from collections.abc import Iterator, Sequence

from service.domain import (
    Assessment,
    Evidence,
    Finding,
    GateResult,
    Report,
    Severity,
    Source,
    Verdict,
)
from service.rendering import asides, words
from service.rendering.cleaning import one_line, web_url
from service.rendering.signs import say_evidence

# GitHub takes 65,536 characters in a comment; the rest is for whoever wraps the report.
LENGTH = 60_000
MARKER = "<!-- sourceproof:report -->"
HEADING = "### Sourceproof: "  # with the marker before it, how each report begins
EXCERPT = 300  # characters
ASIDE = 500  # characters
GATES = {GateResult.PASS: "✅", GateResult.FAIL: "❌", GateResult.INCONCLUSIVE: "❔"}
_WORST_FIRST = (GateResult.FAIL, GateResult.INCONCLUSIVE, GateResult.PASS)
MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
# Punctuation that Markdown or a forge reads. As a numeric reference it is read by neither.
SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#|~!&@$^=]|://|(?<=www)\.|^(?=[-+:])|(?<=\d)[.)](?=\s)")


def render_markdown(reports: Sequence[Report], *, length: int = LENGTH) -> str:
    """Write the reports in at most ``length`` characters; what is left out is counted."""
    head = _head(reports[0]) if len(reports) == 1 else _overview_head(reports)
    parts = [MARKER, head]
    left = length - sum(len(part) + 1 for part in parts) - len(_foot(reports, 999_999)) - 1
    dropped = 0
    for part in _parts(reports[0]) if len(reports) == 1 else _parts_of_many(reports):
        if dropped or len(part) + 1 > left:
            dropped += 1
            continue
        parts.append(part)
        left -= len(part) + 1
    return "\n".join([*parts, _foot(reports, dropped)])


def escape(text: str, length: int = EXCERPT) -> str:
    """Put on one line, cut, and write all punctuation that could act as a reference."""
    return SPECIAL.sub(_reference, one_line(text, length))


def _reference(match: re.Match[str]) -> str:
    found = match[0]
    if not found:
        return "&#8203;"  # a sign at the start of a line would make a list of it
    return f"&#{ord(found[0])};{found[1:]}"


def link(text: str, url: str | None) -> str:
    """Link ``text`` where ``url`` is a web address; only escape it otherwise."""
    address = web_url(url)
    if address is None:
        return escape(text)
    safe = address.replace("(", "%28").replace(")", "%29").replace("|", "%7C").replace("@", "%40")
    return f"[{escape(text)}](<{safe}>)"


def _head(report: Report) -> str:
    article = report.article
    title = link(article.title or article.path or "Untitled article", article.url)
    aside = words.set_aside(report)
    lines = [
        f"{HEADING}{title}",
        "",
        f"**{words.summary(report)}**" + (f" {aside}" if aside else ""),
        "",
        f"**{escape(words.gate(report))}.**",
        "",
    ]
    return "\n".join(lines)


def _overview_head(reports: Sequence[Report]) -> str:
    failing = sum(each.gate.result is not GateResult.PASS for each in reports)
    said = f"{failing:,} not passed" if failing else "all passed"
    drafts = words.counted(len(reports), "draft")
    return f"{HEADING}{drafts}, {said if reports else 'nothing checked'}\n"


def _foot(reports: Sequence[Report], dropped: int) -> str:
    more = f"_{words.counted(dropped, 'more line')} left out for length._\n\n" if dropped else ""
    made_by = ""
    if reports:
        versions = reports[0].versions
        made_by = f" Sourceproof {escape(versions.sourceproof)}, rules {escape(versions.rules)}."
    return f"\n{more}<sub>Leads to verify, never proof of truth.{made_by}</sub>\n"


def _parts(report: Report) -> Iterator[str]:
    """Yield whole lines or sections, the most important first."""
    if any(each.suppressed_by is None for each in report.findings):
        yield "#### Findings, worst first\n"
    yield from _findings(report)
    yield from _asides(report)
    if report.assessments:
        yield "\n#### Statements\n\n| | verdict | statement | source |\n|---|---|---|---|"
    order = list(words.VERDICTS)
    for assessment in sorted(report.assessments, key=lambda a: order.index(a.verdict)):
        if assessment.verdict is not Verdict.NOT_APPLICABLE:
            yield _row(report, assessment)
    if report.sources:
        yield "\n#### Sources\n\n| source | we | readers |\n|---|---|---|"
    for source in report.sources:
        yield _source_row(source)
    for limit in report.limits:
        yield f"\n{escape(asides.limit(limit))}"


def _parts_of_many(reports: Sequence[Report]) -> Iterator[str]:
    """Yield a row a draft, and then what is to be looked at of each, the worst draft first."""
    ordered = sorted(reports, key=lambda each: _WORST_FIRST.index(each.gate.result))
    if reports:
        yield "| | draft | |\n|---|---|---|"
    for report in ordered:
        said = words.summary(report)
        if report.gate.result is not GateResult.PASS:
            said += f" {escape(words.gate(report))}."
        yield f"| {GATES[report.gate.result]} | {escape(_named(report))} | {said} |"
    for report in ordered:
        if report.findings or report.decisions or report.limits:
            yield f"\n#### {escape(_named(report))}\n"
        yield from _findings(report)
        yield from _asides(report)
        for limit in report.limits:
            yield f"\n{escape(asides.limit(limit))}"


def _named(report: Report) -> str:
    """Name an article: of several drafts, the path is what tells them apart."""
    article = report.article
    return article.path or article.title or article.url or "Untitled article"


def _findings(report: Report) -> Iterator[str]:
    assessments = {a.statement.id: a for a in report.assessments}
    for finding in report.findings:
        if finding.suppressed_by is None:
            yield _finding(report, finding, assessments.get(finding.statement_id or ""))


def _asides(report: Report) -> Iterator[str]:
    """Yield what editors decided, and what was suppressed and by whom."""
    if report.decisions:
        yield "\n**Decided by editors**\n"
    for decision in report.decisions:
        yield f"- {escape(asides.decision(report, decision), ASIDE)}"
    suppressed = [each for each in report.findings if each.suppressed_by is not None]
    if suppressed:
        yield f"\n**{words.counted(len(suppressed), 'suppressed finding')}**\n"
    for finding in suppressed:
        yield f"- {escape(asides.suppression(finding), ASIDE)}"


def _finding(report: Report, finding: Finding, assessment: Assessment | None) -> str:
    place = f" (line {finding.line})" if finding.line else ""
    rule = f"**{escape(words.rule_title(finding.rule))}** `{escape(finding.rule)}`{place}"
    lines = [f"- {MARKS[finding.severity]} {rule}: {escape(finding.message)}"]
    best = _best(assessment)
    if best is not None:
        lines.append(f"  > {escape(best.text)} ({_passage_link(report, best)})")
    if finding.advice:
        lines.append(f"  → {escape(finding.advice)}")
    return "  \n".join(lines)


def _best(assessment: Assessment | None) -> Evidence | None:
    passages = () if assessment is None else assessment.evidence
    return max(passages, key=lambda each: each.score, default=None)


def _passage_link(report: Report, evidence: Evidence) -> str:
    source = next((s for s in report.sources if s.id == evidence.source_id), None)
    name = words.title_of(source) if source else evidence.source_id
    page = f", page {evidence.page}" if evidence.page else ""
    return link(name, evidence.fragment_url) + page


def _row(report: Report, assessment: Assessment) -> str:
    label = words.VERDICTS[assessment.verdict]
    best = _best(assessment)
    where = _passage_link(report, best) if best else ""
    said = escape(assessment.statement.text, 160)
    return f"| {label.mark} | {label.name} | {said} | {where} |"


def _source_row(source: Source) -> str:
    name = link(words.title_of(source), source.url)
    seen = say_evidence(source)
    why = f" ({escape(seen)})" if seen else ""
    return f"| {name} | {words.access_of(source)}{why} | {words.reader_access_of(source)} |"
