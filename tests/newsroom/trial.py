"""What a run found in, how much of what was planted that is, out: recall and precision. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from newsroom.desk import DraftText, Fault

# What is told of the same trouble by another rule, and is no false alarm.
BESIDE: Mapping[str, frozenset[str]] = {
    "SP301": frozenset({"SP207"}),
    "SP302": frozenset({"SP207"}),
    "SP304": frozenset({"SP207", "SP302"}),
    # A source that is withheld behind a promise is both.
    "SP501": frozenset({"SP303"}),
}
# A number that differs says more than "contradicted", which it silences on its statement.
TOLD_BY: Mapping[str, frozenset[str]] = {"SP201": frozenset({"SP204"})}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Faults found and missed, and findings that nobody planted, each as plain words."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of the planted faults that were found."""
        return len(self.found) / (len(self.found) + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of what was told that was planted."""
        return len(self.found) / (len(self.found) + len(self.false))


def weigh(
    reports: Iterable[Mapping[str, Any]], made: Iterable[DraftText], planted: Iterable[Fault]
) -> Outcome:
    """Hold the findings of each draft against its fault; suppressed ones do not count."""
    faults = {fault.draft: fault for fault in planted}
    numbers = {draft.name: draft.number for draft in made}
    found, missed, false = [], [], []
    for report in reports:
        name = report["article"]["path"].rpartition("/")[2]
        fault = faults.get(numbers[name])
        told = [each for each in report["findings"] if each["suppressed_by"] is None]
        hits = [each for each in told if fault and _is_of(fault, each, report)]
        if fault:
            (found if hits else missed).append(f"{name} {fault.rule} {fault.sentence.words}")
        expected = _rules(fault) | BESIDE.get(fault.rule, frozenset()) if fault else set()
        false += [
            f"{name} {each['rule']} {each['message']}"
            for each in told
            if not (fault and each["rule"] in expected and _points_to(fault, each, report))
        ]
    return Outcome(tuple(found), tuple(missed), tuple(false))


def _is_of(fault: Fault, finding: Mapping[str, Any], report: Mapping[str, Any]) -> bool:
    return finding["rule"] in _rules(fault) and _points_to(fault, finding, report)


def _rules(fault: Fault) -> frozenset[str]:
    return TOLD_BY.get(fault.rule, frozenset()) | {fault.rule}


def _points_to(fault: Fault, finding: Mapping[str, Any], report: Mapping[str, Any]) -> bool:
    """Whether a finding is on the planted sentence, or on the source that it cites."""
    if finding["statement_id"] is None:
        urls = {source["id"]: source["url"] for source in report["sources"]}
        return urls.get(finding["source_id"]) == fault.sentence.url
    texts = {s["id"]: s["text"] for s in report["statements"]}
    return texts[finding["statement_id"]] in fault.sentence.words
