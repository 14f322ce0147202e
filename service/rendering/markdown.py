"""A report in, Markdown for a pull request or a job page out: worst first, bounded. Pure.

Text of articles and sources is escaped so that it neither formats, links, mentions nor embeds.
"""

import re
from collections.abc import Iterator

from service.domain import Assessment, Evidence, Finding, Report, Severity, Source, Verdict
from service.rendering import words
from service.rendering.cleaning import one_line, web_url
from service.rendering.signs import say_evidence

# GitHub takes 65,536 characters in a comment; the rest is for whoever wraps the report.
LENGTH = 60_000
EXCERPT = 300  # characters
MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
# Punctuation that Markdown or a forge reads. As a numeric reference it is read by neither.
SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#|~!&@$^=]|://|(?<=www)\.|^(?=[-+:])|(?<=\d)[.)](?=\s)")


def render_markdown(report: Report, *, length: int = LENGTH) -> str:
    """Write the report in at most ``length`` characters; what is left out is counted."""
    parts = [_head(report)]
    left = length - len(parts[0]) - len(_foot(report, 999_999)) - 2
    dropped = 0
    for part in _parts(report):
        if dropped or len(part) + 1 > left:
            dropped += 1
            continue
        parts.append(part)
        left -= len(part) + 1
    return "\n".join([*parts, _foot(report, dropped)])


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
    title = link(report.article.title or "Untitled article", report.article.url)
    aside = words.set_aside(report)
    lines = [
        f"### Sourceproof: {title}",
        "",
        f"**{words.summary(report)}**" + (f" {aside}" if aside else ""),
        "",
        f"**{escape(words.gate(report))}.**",
        "",
    ]
    return "\n".join(lines)


def _foot(report: Report, dropped: int) -> str:
    more = f"_{words.counted(dropped, 'more line')} left out for length._\n\n" if dropped else ""
    return (
        f"\n{more}<sub>Leads to verify, never proof of truth. Sourceproof "
        f"{escape(report.versions.sourceproof)}, rules {escape(report.versions.rules)}.</sub>\n"
    )


def _parts(report: Report) -> Iterator[str]:
    """Yield whole lines or sections, the most important first."""
    counting = [f for f in report.findings if f.suppressed_by is None]
    assessments = {a.statement.id: a for a in report.assessments}
    if counting:
        yield "#### Findings, worst first\n"
    for finding in counting:
        yield _finding(report, finding, assessments.get(finding.statement_id or ""))
    suppressed = len(report.findings) - len(counting)
    if suppressed:
        yield f"\n{words.counted(suppressed, 'finding')} suppressed."
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
        yield f"\nLimit reached: {escape(limit.note)}"


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
