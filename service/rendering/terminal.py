"""A report in, text for a terminal out, worst findings first. Pure.

Colour only where the caller says that there is a terminal that wants it; marks and words carry
everything without it. Text of articles and sources cannot move the cursor or colour a line.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from service.domain import Assessment, Evidence, Finding, GateResult, Report, Severity, Verdict
from service.rendering import asides, words
from service.rendering.cleaning import one_line, web_url
from service.rendering.signs import say_evidence

WIDTH = 80  # columns, where the caller knows no better
NARROWEST = 20
EXCERPT = 400  # characters of a statement or passage: a few lines
ASIDES = 20  # suppressed findings that are named; the rest is counted
BAR = "  │ "
SEVERITY_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold blue",
}
GATE_MARKS = {GateResult.PASS: "✓", GateResult.FAIL: "✗", GateResult.INCONCLUSIVE: "?"}
GATE_WORDS = {
    GateResult.PASS: "passed",
    GateResult.FAIL: "failed",
    GateResult.INCONCLUSIVE: "not conclusive",
}
WORST_FIRST = (GateResult.FAIL, GateResult.INCONCLUSIVE, GateResult.PASS)
GATE_STYLES = {
    GateResult.PASS: "bold green",
    GateResult.FAIL: "bold red",
    GateResult.INCONCLUSIVE: "bold yellow",
}


def render_terminal(
    reports: Sequence[Report], *, width: int | None = None, color: bool = False
) -> str:
    """Write the reports for ``width`` columns; ``color`` is ANSI styles.

    Of several the worst come first; a clean one is a line, and a count of all stands at the end.
    """
    out = StringIO()
    # An empty environment: what the report looks like is the caller's word alone.
    console = Console(
        file=out,
        width=max(width or WIDTH, NARROWEST),
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        _environ={},
    )
    full = [report for report in reports if len(reports) == 1 or not _is_clean(report)]
    for report in sorted(full, key=_rank):
        _head(console, report)
        _findings(console, report)
        _suppressed(console, report)
        _decisions(console, report)
        _sources(console, report)
        _limits(console, report)
        _publication(console, report)
        _end(console, report)
        if len(reports) > 1:
            console.print()
    for report in reports if len(reports) > 1 else ():
        if _is_clean(report):
            console.print(Text(f"{GATE_MARKS[report.gate.result]} {_name(report)}", "green"))
    if len(reports) > 1:
        _count(console, reports)
    return "\n".join(line.rstrip(" ") for line in out.getvalue().split("\n"))


def _is_clean(report: Report) -> bool:
    """Whether there is nothing to look at: notes alone are counted in no full report either."""
    counting = (f for f in report.findings if f.suppressed_by is None)
    is_quiet = all(finding.severity is Severity.NOTE for finding in counting)
    is_whole = all(limit.name in asides.AS_ASKED for limit in report.limits)
    return is_quiet and report.gate.result is GateResult.PASS and is_whole


def _rank(report: Report) -> tuple[int, int]:
    """Rank by the gate, then by how many findings count."""
    counting = [f for f in report.findings if f.suppressed_by is None]
    return WORST_FIRST.index(report.gate.result), -len(counting)


def _name(report: Report) -> str:
    article = report.article
    return one_line(article.path or article.title or article.url or "Untitled article", EXCERPT)


def _count(console: Console, reports: Sequence[Report]) -> None:
    """Print how many drafts fared how."""
    numbers = Counter(report.gate.result for report in reports)
    told = ", ".join(
        f"{numbers[result]:,} {GATE_WORDS[result]}" for result in WORST_FIRST if numbers[result]
    )
    console.print(Text(f"{words.counted(len(reports), 'draft')}: {told}.", "bold"))


def _head(console: Console, report: Report) -> None:
    console.print(Text(one_line(report.article.title or _name(report), EXCERPT), "bold"))
    where = report.article.path or report.article.url
    if where and report.article.title is not None:
        console.print(Text(one_line(where, EXCERPT), "dim"))
    console.print()


def _findings(console: Console, report: Report) -> None:
    """Print what counts in full; notes only as a number."""
    assessments = {a.statement.id: a for a in report.assessments}
    counting = [f for f in report.findings if f.suppressed_by is None]
    advised: set[str | None] = set()
    for finding in counting:
        if finding.severity is not Severity.NOTE:
            # The same advice under twenty findings in a row would only be scrolled past.
            said = replace(finding, advice=None) if finding.advice in advised else finding
            _finding(console, report, said, assessments.get(finding.statement_id or ""))
            advised.add(finding.advice)
    notes = sum(finding.severity is Severity.NOTE for finding in counting)
    if notes:
        console.print(Text(f"Not shown here: {words.counted(notes, 'note')}.\n", "dim"))


def _suppressed(console: Console, report: Report) -> None:
    """Print a line a suppressed finding: what is excused stays in view."""
    told = [asides.suppression(each) for each in report.findings if each.suppressed_by is not None]
    if not told:
        return
    console.print(Text(f"{words.counted(len(told), 'suppressed finding')}:"))
    for line in told[:ASIDES]:
        _indented(console, one_line(line, EXCERPT), "dim")
    if len(told) > ASIDES:
        _indented(console, f"and {len(told) - ASIDES:,} more", "dim")
    console.print()


def _decisions(console: Console, report: Report) -> None:
    if not report.decisions:
        return
    console.print(Text("Decided by editors:"))
    for decision in report.decisions:
        _indented(console, one_line(asides.decision(report, decision), EXCERPT))
    console.print()


def _finding(
    console: Console, report: Report, finding: Finding, assessment: Assessment | None
) -> None:
    head = Text(f"{SEVERITY_MARKS[finding.severity]} ", SEVERITY_STYLES[finding.severity])
    head.append(words.rule_title(finding.rule))
    place = ""
    if finding.line is not None:
        place = f", line {finding.line}" + (f":{finding.column}" if finding.column else "")
    head.append(f"  {finding.severity.value} {finding.rule}{place}", "not bold dim")
    console.print(head)
    _indented(console, finding.message)
    if assessment is not None and not _is_of_sourcing(finding):
        for evidence in _best(assessment, finding):
            _passage(console, report, assessment, evidence, finding.severity)
    if finding.advice:
        _indented(console, f"→ {finding.advice}", "cyan")
    console.print()


def _is_of_sourcing(finding: Finding) -> bool:
    """Tell whether who is named is the matter, on which no passage has anything to say."""
    return finding.rule.startswith("SP4")


def _best(assessment: Assessment, finding: Finding) -> list[Evidence]:
    """Give the best passage, of the finding's own source where it has one."""
    ordered = sorted(assessment.evidence, key=lambda each: -each.score)
    own = [each for each in ordered if each.source_id == finding.source_id]
    return (own or ordered)[:1]


def _passage(
    console: Console,
    report: Report,
    assessment: Assessment,
    evidence: Evidence,
    severity: Severity,
) -> None:
    """Print a passage behind a bar, with its source, and its address where that is urgent."""
    source = next((s for s in report.sources if s.id == evidence.source_id), None)
    _barred(console, one_line(evidence.text, EXCERPT), "italic")
    name = one_line(words.title_of(source) if source else evidence.source_id, EXCERPT)
    page = f", page {evidence.page}" if evidence.page else ""
    nearest = "nearest passage in " if assessment.verdict is Verdict.NOT_FOUND else ""
    _barred(console, f"— {nearest}{name}{page}", "dim")
    # Without the fragment that leads to the passage: it is several lines of percent signs,
    # and the HTML report has it as a link.
    link = web_url(source.url) if source and severity is Severity.ERROR else None
    if link and link != name:
        _barred(console, f"  {link}", "dim")


def _barred(console: Console, text: str, style: str) -> None:
    lines = Text(text, style, overflow="fold").wrap(console, console.width - len(BAR))
    for line in lines:
        line.rstrip()
        console.print(Text(BAR, "dim") + line)


def _sources(console: Console, report: Report) -> None:
    unread = [s for s in report.sources if s.access is None or s.page is None]
    if not report.sources:
        return
    read = len(report.sources) - len(unread)
    console.print(
        Text(f"{words.counted(len(report.sources), 'source')}, of which {read:,} could be read.")
    )
    for source in unread:
        obstacle = source.outcome.obstacle if source.outcome else None
        why = f"; {obstacle}" if obstacle else ""
        _indented(console, f"{words.title_of(source)}: {words.access_of(source)}{why}")
        evidence = say_evidence(source)
        if evidence:
            _barred(console, f"seen: {one_line(evidence, EXCERPT)}", "dim")
    console.print()


def _limits(console: Console, report: Report) -> None:
    """Print what was left out and why, and what could not be followed."""
    for limit in report.limits:
        _indented(console, asides.limit(limit), "yellow")
    if report.limits:
        console.print()


def _publication(console: Console, report: Report) -> None:
    if not report.publication:
        return
    console.print(Text("About this publication:"))
    for note in report.publication:
        said = f": “{one_line(note.text, EXCERPT // 2)}”" if note.text else ""
        _indented(console, f"{words.PUBLICATION[note.kind]}{said}")
    console.print()


def _end(console: Console, report: Report) -> None:
    if report.counts.get(Verdict.COULD_NOT_CHECK):
        console.print(
            Text("Have you read what could not be read here? Give it: --source FILE or URL.", "dim")
        )
        console.print()
    console.print(Text(words.summary(report), "bold"))
    aside = words.set_aside(report)
    if aside:
        console.print(Text(aside, "dim"))
    mark = GATE_MARKS[report.gate.result]
    console.print(Text(f"{mark} {words.gate(report)}.", GATE_STYLES[report.gate.result]))
    console.print(Text(f"({words.exit_meaning(report)})", "dim"))


def _indented(console: Console, text: str, style: str = "") -> None:
    console.print(Padding(Text(one_line(text), style, overflow="fold"), (0, 0, 0, 2), expand=False))
