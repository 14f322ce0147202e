"""Findings that were excused for a time: entries in, those that hold for a draft out. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from service.domain import Finding, Page, Report, Suppression, SuppressionKind, Verdict
from service.domain.addresses import same_page_key
from service.policy.grounds import Grounds, address_of
from service.policy.identity import normal_text
from service.policy.unreadable import DRAFT_UNREADABLE

# Limits that leave statements out, or undecided.
_PARTIAL: Final = frozenset(
    {"changed_since", "interrupted", "time_budget", "max_statements", DRAFT_UNREADABLE}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding of one draft, excused by someone, for a reason, until a day or for good.

    ``fingerprint`` is the finding's, ``evidence`` the digest of what it was found on; ``rule``,
    ``statement``, ``source`` and ``finding`` are for people. ``until`` is the last day.
    """

    draft: str
    rule: str
    reason: str
    author: str
    added: date
    fingerprint: str
    evidence: str
    statement: str = ""
    source: str = ""
    finding: str = ""
    until: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What there is one entry of: a finding of a draft."""
        return self.draft, self.fingerprint

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < today

    def suppression(self) -> Suppression:
        """Say by whom and why a finding does not count."""
        return Suppression(
            SuppressionKind.BASELINE, self.reason, self.author, self.added, self.until
        )


def is_partial(report: Report) -> bool:
    """Whether the report answers for a part of its draft alone."""
    return any(limit.name in _PARTIAL for limit in report.limits)


def _place(entry: Entry) -> tuple[str, ...]:
    return (entry.draft, entry.rule, entry.statement, entry.source, entry.fingerprint)


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries in the order of the file: one of each finding of a draft, the newest.

    A merge may have brought two of one.
    """

    entries: tuple[Entry, ...] = ()
    _known: Mapping[str, tuple[Entry, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        newest: dict[tuple[str, str], Entry] = {}
        for entry in sorted(self.entries, key=lambda e: (e.added, e.until or date.max)):
            newest[entry.key] = entry
        known: dict[str, list[Entry]] = defaultdict(list)
        for entry in newest.values():
            known[entry.fingerprint].append(entry)
        object.__setattr__(self, "entries", tuple(sorted(newest.values(), key=_place)))
        object.__setattr__(self, "_known", {name: tuple(each) for name, each in known.items()})

    @property
    def drafts(self) -> frozenset[str]:
        """The drafts that have an entry."""
        return frozenset(entry.draft for entry in self.entries)

    def of(self, fingerprint: str, draft: str, gone: frozenset[str]) -> Entry | None:
        """Find the entry of a finding of a draft.

        An entry whose draft is ``gone`` holds for any draft that has its finding: most
        likely the file was moved. One of a draft that is still there holds for that alone.
        """
        known = self._known.get(fingerprint, ())
        own = next((e for e in known if e.draft == draft), None)
        return own or next((e for e in known if e.draft in gone), None)


NO_BASELINE: Final = Baseline()


def resolved(baseline: Baseline, report: Report, draft: str) -> Iterator[Entry]:
    """Give the entries of a draft whose finding the report no longer has.

    Not those that could not be looked at this time: a source that was not read leaves
    them as they are, and so does a report on a part of the draft.
    """
    if is_partial(report):
        return
    found = {finding.fingerprint for finding in report.findings}
    verdicts: dict[str, set[Verdict]] = defaultdict(set)
    for assessment in report.assessments:
        verdicts[normal_text(assessment.statement.text)].add(assessment.verdict)
    unread = {address_of(s) for s in report.sources if not isinstance(s.outcome, Page)}
    for entry in baseline.entries:
        if entry.draft != draft or entry.fingerprint in found:
            continue
        said = verdicts.get(normal_text(entry.statement), set()) if entry.statement else set()
        source = same_page_key(entry.source) or normal_text(entry.source)
        if Verdict.COULD_NOT_CHECK not in said and (entry.statement or source not in unread):
            yield entry


@dataclass(frozen=True, slots=True)
class Accepting:
    """Who accepts what is found now, why, on which day and until when.

    Without a ``reason`` an entry that is renewed keeps the one it had.
    """

    author: str
    today: date
    until: date | None = None
    reason: str | None = None


FOUND: Final = "Found when the baseline was made; not looked at yet."


def renewed(
    baseline: Baseline,
    report: Report,
    draft: str,
    accepting: Accepting,
    gone: frozenset[str] = frozenset(),
) -> Baseline:
    """Excuse all that counts in a report, and drop what it has no longer.

    What holds stays as it is, under the draft's name of now; entries of other drafts are
    not touched.
    """
    kept = {entry.key: entry for entry in baseline.entries}
    for done in resolved(baseline, report, draft):
        del kept[done.key]
    grounds = Grounds(report)
    for finding in report.findings:
        entry = baseline.of(finding.fingerprint, draft, gone)
        if entry is not None:
            kept.pop(entry.key, None)
        if finding.suppression is None:
            entry = _accepted(finding, draft, grounds, accepting, entry)
        if entry is not None:
            kept[draft, finding.fingerprint] = replace(entry, draft=draft)
    return Baseline(tuple(kept.values()))


def _accepted(
    finding: Finding, draft: str, grounds: Grounds, accepting: Accepting, before: Entry | None
) -> Entry:
    statement, source = grounds.statement(finding), grounds.source(finding)
    return Entry(
        draft=draft,
        rule=finding.rule,
        reason=accepting.reason or (before.reason if before else FOUND),
        author=accepting.author,
        added=accepting.today,
        fingerprint=finding.fingerprint,
        evidence=grounds.of(finding),
        statement="" if statement is None else statement.text,
        source="" if source is None else source.url or source.label or "",
        # What a private source says does not go into a file that others read.
        finding="" if source is not None and source.private else finding.message,
        until=accepting.until,
    )


def pruned(baseline: Baseline, dropped: Iterable[Entry]) -> Baseline:
    """Give the baseline without some of its entries."""
    gone = {entry.key for entry in dropped}
    return Baseline(tuple(entry for entry in baseline.entries if entry.key not in gone))
