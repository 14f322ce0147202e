"""A passage and its source's text in, the passage with a little of its surroundings out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.domain import Evidence, Report

SURROUNDING = 220  # characters on either side: about two sentences


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before and after a passage; empty where nothing of it is known."""

    before: str = ""
    after: str = ""


def texts_of(report: Report, source_texts: Mapping[str, str] | None) -> dict[str, str]:
    """Give the texts by source id: those handed in, else those that the report carries."""
    carried = {source.id: source.page.text for source in report.sources if source.page}
    return carried | dict(source_texts or {})


def context_of(evidence: Evidence, texts: Mapping[str, str]) -> Context:
    """Cut the surroundings at words; without a text that holds the passage, a few words of them.

    Those few words are what the passage's selector has of them: a stored report carries no texts.
    """
    text = texts.get(evidence.source_id, "")
    if not text:
        return _of_selector(evidence)
    if text[evidence.start : evidence.end] != evidence.text:
        return Context()
    before = text[max(0, evidence.start - SURROUNDING) : evidence.start]
    after = text[evidence.end : evidence.end + SURROUNDING]
    if evidence.start > SURROUNDING:
        before = f"…{before.partition(' ')[2] or before}"
    if evidence.end + SURROUNDING < len(text):
        after = f"{after.rpartition(' ')[0] or after}…"
    return Context(before, after)


def _of_selector(evidence: Evidence) -> Context:
    before, after = evidence.prefix, evidence.suffix
    return Context(f"…{before}" if before else "", f"{after}…" if after else "")
