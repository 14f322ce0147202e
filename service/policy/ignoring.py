"""What users ask to have passed over, in a draft or a configuration, in; Ignores out. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from service.domain import (
    Finding,
    InlineIgnore,
    Page,
    Report,
    Source,
    Statement,
    Suppression,
    SuppressionKind,
    Verdict,
)
from service.domain.addresses import page_keys, same_page_key
from service.errors import UsageError
from service.policy.identity import normal_text
from service.policy.patterns import fits
from service.policy.policy import near_words, parse_rule

_KEYS: Final = ("rule", "path", "source", "statement", "reason", "until", "by")
_CRITERIA: Final = ("rule", "path", "source", "statement")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: its draft's path, its statement and source, where it has them."""

    draft: str
    statement: Statement | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Ignore:
    """A wish that findings be passed over; all that it names must hold.

    ``rule`` is an id, ``path`` a glob, ``source`` a host or an address, ``statement`` words of
    it, ``span`` a stretch of the article's text. ``where`` says where the wish stands.
    """

    where: str
    reason: str
    rule: str | None = None
    until: date | None = None
    by: str | None = None
    path: str | None = None
    source: str | None = None
    statement: str | None = None
    span: tuple[int, int] | None = None
    kind: SuppressionKind = SuppressionKind.CONFIG

    def covers(self, finding: Finding, place: Place) -> bool:
        """Whether a finding is meant, be the wish expired or not."""
        return (
            self.rule in {None, finding.rule}
            and self.is_for(place.draft)
            and (self.source is None or _leads_to(place.source, self.source))
            and (self.statement is None or _says(place.statement, self.statement))
            and (self.span is None or _stands_in(finding, place.statement, self.span))
        )

    def is_for(self, draft: str) -> bool:
        """Whether the draft at a path is meant."""
        return self.path is None or fits(self.path, draft)

    def might_cover(self, report: Report) -> bool:
        """Whether what could not be read or decided may hide a finding that is meant."""
        if self.source is not None:
            unread = (s for s in report.sources if not isinstance(s.outcome, Page))
            return any(_leads_to(source, self.source) for source in unread)
        undecided = (a for a in report.assessments if a.verdict is Verdict.COULD_NOT_CHECK)
        return any(self._reaches(assessment.statement) for assessment in undecided)

    def _reaches(self, statement: Statement) -> bool:
        return (self.statement is None or _says(statement, self.statement)) and (
            self.span is None or self.span[0] <= statement.start < self.span[1]
        )

    def words(self) -> str:
        """Say what it names, as "SP304, source paper.example"."""
        said = {"path": self.path, "source": self.source, "statement": self.statement}
        named = [f"{name} {value}" for name, value in said.items() if value]
        return ", ".join([*filter(None, [self.rule]), *named])

    def is_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < today

    def suppression(self) -> Suppression:
        """Say by whom and why a finding does not count."""
        return Suppression(self.kind, self.reason, self.by, until=self.until)


def _leads_to(source: Source | None, wanted: str) -> bool:
    if source is None:
        return False
    if key := same_page_key(wanted):
        return key in page_keys(source.addresses)
    hosts = {urlsplit(address).hostname or "" for address in source.addresses}
    host = wanted.lower()
    return any(each == host or each.endswith(f".{host}") for each in hosts)


def _says(statement: Statement | None, words: str) -> bool:
    return statement is not None and normal_text(words) in normal_text(statement.text)


def _stands_in(finding: Finding, statement: Statement | None, span: tuple[int, int]) -> bool:
    start = statement.start if finding.start is None and statement else finding.start
    return start is not None and span[0] <= start < span[1]


def parse_ignores(tables: object, where: str) -> tuple[Ignore, ...]:
    """Read the ``[[ignore]]`` tables of a configuration. Raises UsageError."""
    if not isinstance(tables, Sequence) or isinstance(tables, str):
        raise UsageError(f"{where}: ignore is a list of tables, each [[ignore]]")
    return tuple(_configured(table, where) for table in tables)


def _configured(table: object, where: str) -> Ignore:
    if not isinstance(table, Mapping):
        raise UsageError(f"{where}: ignore is a list of tables, each [[ignore]]")
    for key in table:
        if key not in _KEYS:
            raise UsageError(f"{where}: [[ignore]] has no key {key}{near_words(key, _KEYS)}")
    said = {key: str(value).strip() for key, value in table.items()}
    if not any(said.get(key) for key in _CRITERIA):
        raise UsageError(f"{where}: [[ignore]] names no rule, path, source or statement")
    if not said.get("reason"):
        raise UsageError(f"{where}: [[ignore]] gives no reason")
    return Ignore(
        where=where,
        reason=said["reason"],
        rule=_rule(said.get("rule", ""), f"{where}: [[ignore]]"),
        until=_day(said.get("until", ""), f"{where}: [[ignore]]"),
        by=said.get("by") or None,
        path=said.get("path") or None,
        source=said.get("source") or None,
        statement=said.get("statement") or None,
    )


def _rule(word: str, where: str) -> str | None:
    try:
        return parse_rule(word) if word else None
    except UsageError as err:
        raise UsageError(f"{where}: {err.detail}") from err


def _day(text: str, where: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as err:
        raise UsageError(f"{where}: until is a day, as 2026-12-31, not {text[:40]}") from err


def read_inline(ignores: Sequence[InlineIgnore]) -> Iterator[Ignore | str]:
    """Give the ignores of a draft, and for one that cannot hold, in plain words, why not."""
    for ignore in ignores:
        where = _where(ignore)
        if not ignore.rule:
            yield f"{where}: it names no rule"
        elif not ignore.reason:
            yield f"{where}: it gives no reason for {ignore.rule[:40]}"
        else:
            try:
                yield _inline(ignore, where)
            except UsageError as err:
                yield err.detail if err.detail.startswith(where) else f"{where}: {err.detail}"


def _inline(ignore: InlineIgnore, where: str) -> Ignore:
    whole = ignore.start is None or ignore.end is None
    return Ignore(
        where=where,
        reason=ignore.reason,
        rule=parse_rule(ignore.rule),
        until=_day(ignore.until, where),
        by=ignore.by or None,
        span=None if whole else (ignore.start or 0, ignore.end or 0),
        kind=SuppressionKind.INLINE,
    )


def _where(ignore: InlineIgnore) -> str:
    if ignore.line is not None:
        return f"line {ignore.line}"
    return "the draft's header" if ignore.start is None else "the draft"


def approved_in(
    ignores: Sequence[InlineIgnore], statements: Sequence[Statement]
) -> frozenset[tuple[str, str | None]]:
    """Give what a draft asked for, as the rule and the words of each statement it is for.

    ``None`` stands for the words where the whole draft was meant.
    """
    approved: set[tuple[str, str | None]] = set()
    for ignore in read_inline(ignores):
        if isinstance(ignore, str) or ignore.rule is None:
            continue
        if ignore.span is None:
            approved.add((ignore.rule, None))
            continue
        start, end = ignore.span
        inside = (s for s in statements if start <= s.start < end)
        approved.update((ignore.rule, normal_text(s.text)) for s in inside)
    return frozenset(approved)
