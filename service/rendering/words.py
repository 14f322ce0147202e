"""A report's states in, the plain words that every rendering says them in, out. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from service.domain import (
    Access,
    AttributionClass,
    Finding,
    GateResult,
    IndependenceBasis,
    IndependenceCluster,
    Page,
    PublicationKind,
    QuoteResult,
    ReaderAccess,
    Report,
    Severity,
    Source,
    StatementKind,
    ValueResult,
    Verdict,
)
from service.policy import (
    BY_STALE_EXCUSES,
    DRAFT_UNREADABLE,
    RULES_BY_ID,
    checkable,
    plain_reason,
    reader_verifiable,
)


@dataclass(frozen=True, slots=True)
class Label:
    """How a verdict is shown: a mark that needs no colour, its name, its place in a sentence."""

    mark: str
    name: str
    clause: str


# Worst first: the order in which an editor wants to see them.
VERDICTS = {
    Verdict.CONTRADICTED: Label("✗", "Contradicted", "contradicted"),
    Verdict.NOT_FOUND: Label("?", "Not found in source", "not found"),
    Verdict.PARTIALLY_SUPPORTED: Label("◐", "Partly supported", "partly supported"),
    Verdict.COULD_NOT_CHECK: Label("⊘", "Could not be checked", "could not be checked"),
    Verdict.NO_SOURCE_GIVEN: Label("○", "No source given", "without a source"),
    Verdict.SUPPORTED: Label("✓", "Supported", "supported"),
    Verdict.NOT_APPLICABLE: Label("–", "Not for checking", "not for checking"),
}

# What is good for a reader is said as plainly as what is not.
PUBLICATION = {
    PublicationKind.SOURCES_PROMISED: "Promises its sources",
    PublicationKind.SOURCES_WITHHELD: "Keeps links to its sources for subscribers",
    PublicationKind.AI_IMAGE_LABELLED: "Labels an AI-made image",
    PublicationKind.AI_IMAGE_UNLABELLED: "Shows an AI-made image without a label",
    PublicationKind.AI_AUTHORSHIP_DISCLOSED: "Discloses the part of AI in its texts",
    PublicationKind.AI_AUTHORSHIP_UNDISCLOSED: "Shows signs of AI authorship, undisclosed",
    PublicationKind.REVIEW_STATED: "Says whether this article was reviewed",
    PublicationKind.REVIEW_UNCLEAR: "Speaks of review, not of this article's",
}

SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}

ACCESS = {
    Access.OK: "Read in full",
    Access.PARTIAL_TEXT: "Read in part",
    Access.PAYWALLED: "Behind a paywall",
    Access.LOGIN: "Behind a login",
    Access.BOT_BLOCKED: "Turns automatic readers away",
    Access.ROBOTS_DISALLOWED: "Closed to automatic readers (robots.txt)",
    Access.RATE_LIMITED: "Asked us to slow down",
    Access.DEAD: "Dead link",
    Access.SOFT_404: "Error page in place of the document",
    Access.TIMEOUT: "No answer in time",
    Access.UNSUPPORTED_TYPE: "A kind of file that is not read",
    Access.TOO_LARGE: "Too large",
    Access.REFUSED: "Not fetched, by policy",
    Access.ARCHIVED_COPY_USED: "Read from an archived copy",
    Access.SUPPLIED_BY_USER: "Text supplied by hand",
}

READER_ACCESS = {
    ReaderAccess.OPEN: "Open",
    ReaderAccess.REGISTRATION: "After registration",
    ReaderAccess.PAID: "Paid",
    ReaderAccess.HIDDEN_BY_PUBLISHER: "Hidden from readers",
    ReaderAccess.UNKNOWN: "Unknown",
}

ATTRIBUTIONS = {
    AttributionClass.LINKED: "linked",
    AttributionClass.NAMED_DOCUMENT: "named document",
    AttributionClass.NAMED_OUTLET: "named outlet",
    AttributionClass.NAMED_PERSON: "named person",
    AttributionClass.ROLE_ONLY: "a role, no name",
    AttributionClass.ANONYMOUS: "anonymous",
    AttributionClass.VAGUE_PLURAL: "nobody in particular",
    AttributionClass.NONE: "not attributed",
}

QUOTES = {
    QuoteResult.EXACT: "Word for word in the source",
    QuoteResult.NORMALISED: "Word for word but for typography",
    QuoteResult.ELIDED_OK: "Shortened without harm",
    QuoteResult.ALTERED: "Worded differently in the source",
    QuoteResult.ELISION_CHANGES_MEANING: "What was left out changes the meaning",
    QuoteResult.FOUND_IN_OTHER_SOURCE: "In another source than the one cited",
    QuoteResult.WRONG_SPEAKER: "Said by another speaker in the source",
    QuoteResult.TRANSLATED_UNVERIFIED: "A translation: its wording cannot be compared",
    QuoteResult.TOO_SHORT: "Too short to compare",
    QuoteResult.NOT_FOUND: "Not in the source",
    QuoteResult.NO_TEXT: "No text to compare with",
}

VALUES = {
    ValueResult.EQUAL: "Same",
    ValueResult.ROUNDED_OK: "Rounded",
    ValueResult.DIFFERENT: "Different",
    ValueResult.ABSENT: "Not in the source",
}

KINDS = {
    StatementKind.FACT: "Fact",
    StatementKind.QUOTE: "Quotation",
    StatementKind.REPORTED_SPEECH: "Reported speech",
    StatementKind.OPINION: "Opinion",
    StatementKind.PREDICTION: "Prediction",
    StatementKind.QUESTION: "Question",
    StatementKind.OWN_REPORTING: "Own reporting",
    StatementKind.BOILERPLATE: "Not part of the article",
}

BASES = {
    IndependenceBasis.WIRE_TAG: "they carry the mark of one news agency",
    IndependenceBasis.NEAR_DUPLICATE: "their texts are nearly the same",
    IndependenceBasis.CANONICAL: "they name one page as their original",
    IndependenceBasis.CREDIT_LINE: "they credit it",
}

GATES = {
    GateResult.PASS: "Passed",
    GateResult.FAIL: "To fix",
    GateResult.INCONCLUSIVE: "Inconclusive",
}

LIMITS_OF_THE_METHOD = (
    "“Supported” means that the cited source says so. It does not mean that it is true.",
    "Sources that are not cited were not looked for.",
    "Reported speech was checked for whether it was said, never for whether it is right.",
    "“Not found” means that we did not find it in the full text. A person may.",
    "What could not be read was not checked, and says nothing either way.",
    "Pictures, videos and charts were not checked.",
)

NOTHING_CHECKED = "nothing_checked"
_GATE_REASONS = {
    NOTHING_CHECKED: "no statement could be held against a source",
    DRAFT_UNREADABLE: "the draft could not be read",
    BY_STALE_EXCUSES: "an excuse has expired or is not needed",
    "max_could_not_check": "more statements could not be checked than the policy allows",
    "min_reader_verifiable": "readers can verify fewer statements than the policy asks for",
}


def shared_by(cluster: IndependenceCluster) -> str:
    """Say what comes down to one origin, as "2 sources, and Reuters by name, come down to"."""
    names = f", and {', '.join(cluster.named)} by name," if cluster.named else ""
    return f"{counted(len(cluster.source_ids), 'source')}{names} come down to"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun, as "1 statement" or "3 statements"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def summary(report: Report) -> str:
    """Say in one sentence how the statements fared, and how many a reader can verify."""
    total = checkable(report.assessments)
    if DRAFT_UNREADABLE in report.gate.failed_by:
        return "Nothing of this draft was checked."
    if not total:
        return "No statement that a source could speak to was found."
    parts = [
        f"{report.counts[verdict]:,} {label.clause}"
        for verdict, label in VERDICTS.items()
        if verdict is not Verdict.NOT_APPLICABLE and report.counts.get(verdict)
    ]
    # Good news first in the sentence; the list below it has the worst first.
    parts = parts[-1:] + parts[:-1] if report.counts.get(Verdict.SUPPORTED) else parts
    readers = reader_verifiable(report.assessments, report.sources)
    can = f"a reader can open the evidence for {readers:,}"
    can = can if report.coverage is not None else "none was checked"
    return f"{counted(total, 'statement')}: {', '.join(parts)}; {can}."


def set_aside(report: Report) -> str | None:
    """Say how many statements no source could speak to, where there are any."""
    number = report.counts.get(Verdict.NOT_APPLICABLE, 0)
    if not number:
        return None
    verb = "is" if number == 1 else "are"
    what = "opinion, prediction, question or page furniture"
    return f"{number:,} more {verb} {what}, and not counted."


def gate(report: Report) -> str:
    """Say the gate and what decided it, without a final stop."""
    reasons = [_gate_reason(word) for word in report.gate.failed_by]
    return GATES[report.gate.result] + (f": {'; '.join(reasons)}" if reasons else "")


def exit_meaning(report: Report) -> str:
    """Say which exit code the gate stands for, and what it means."""
    if report.gate.result is GateResult.PASS:
        return "exit code 0: nothing stands against the policy"
    if report.gate.result is GateResult.FAIL:
        return "exit code 1: findings over the threshold"
    if DRAFT_UNREADABLE in report.gate.failed_by:
        return "exit code 2: the draft could not be read"
    if NOTHING_CHECKED in report.gate.failed_by:
        return "exit code 3: nothing was checked"
    return "exit code 4 unless the policy lets it pass: too much could not be checked"


def reason(text: str, report: Report) -> str:
    """Give the words of a reason, sources by their names, as a sentence."""
    words = plain_reason(report, text).strip()
    begun = words if words.startswith("http") else words[:1].upper() + words[1:]
    return begun + ("" if words[-1:] in ".!?…”\"'" else ".")


def with_advice(finding: Finding) -> str:
    """Give the message and then the advice of a finding, for formats with one field for both."""
    if not finding.advice:
        return finding.message
    stop = "" if finding.message.rstrip("”\"'").endswith((".", "!", "?", "…")) else "."
    return f"{finding.message}{stop} {finding.advice}"


def title_of(source: Source) -> str:
    """Name a source for a heading: its title, else its label, else its address."""
    title = source.outcome.title if isinstance(source.outcome, Page) else None
    return title or source.label or source.url or source.id


def access_of(source: Source) -> str:
    """Say what we could read of a source."""
    return "Not fetched" if source.access is None else ACCESS[source.access]


def reader_access_of(source: Source) -> str:
    """Say what a reader can open of a source."""
    return READER_ACCESS[source.outcome.reader_access if source.outcome else ReaderAccess.UNKNOWN]


def day(moment: datetime) -> str:
    """Write the day of a moment, as "4 May 2026"."""
    return f"{moment.day} {moment:%B %Y}"


def by_rule(findings: Iterable[Finding]) -> str:
    """Say how many findings each rule has, the most first, as "dead link ×2, contradicted"."""
    counts = Counter(rule_title(finding.rule) for finding in findings)
    named = ((title[:1].lower() + title[1:], n) for title, n in counts.most_common())
    return ", ".join(f"{title} ×{n}" if n > 1 else title for title, n in named)


def rule_name(rule_id: str) -> str:
    """Give the name of a rule, as "quote-altered"; an unknown rule keeps its id."""
    return RULES_BY_ID[rule_id].name if rule_id in RULES_BY_ID else rule_id


def rule_title(rule_id: str) -> str:
    """Give the name of a rule for people, as "Quote altered"; an unknown rule keeps its id."""
    name = rule_name(rule_id)
    return name if name == rule_id else name.replace("-", " ").capitalize()


def _gate_reason(word: str) -> str:
    if word in _GATE_REASONS:
        return _GATE_REASONS[word]
    if word in RULES_BY_ID:
        return f"{rule_title(word).lower()} ({word})"
    return VERDICTS[Verdict(word)].clause if word in set(Verdict) else word
