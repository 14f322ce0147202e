"""Domain values in, JSON text out, and back, field for field. Pure.

The texts of sources travel apart (``take_texts``, ``put_texts``): they are the
snapshots, kept once however often a reading or a report names them.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from service.domain import Page, Progress, Reading, Report, Source, Stage, Submission, Unread

_SUBMISSION = TypeAdapter(Submission)
_READING = TypeAdapter(Reading)
_REPORT = TypeAdapter(Report)
_SOURCE = TypeAdapter(Source)
_PROGRESS = TypeAdapter(dict[Stage, Progress])
# By a stated kind and not by guessing: a page's fields would also pass for an Unread.
_OUTCOMES: dict[str, TypeAdapter[Any]] = {
    "page": TypeAdapter(Page),
    "unread": TypeAdapter(Unread),
}


def submission_to_json(submission: Submission) -> str:
    """Write JSON of a submission without the bytes of its draft."""
    return _text(_SUBMISSION.dump_python(replace(submission, content=None), mode="json"))


def submission_from_json(text: str, content: bytes | None = None) -> Submission:
    """Read the submission again, with the bytes of its draft where they are given."""
    return replace(_SUBMISSION.validate_python(json.loads(text)), content=content)


def progress_to_json(progress: Mapping[Stage, Progress]) -> str:
    """Write JSON of the progress of each stage."""
    return _text(_PROGRESS.dump_python(dict(progress), mode="json"))


def progress_from_json(text: str) -> dict[Stage, Progress]:
    """Read the progress of each stage again."""
    return _PROGRESS.validate_python(json.loads(text))


def reading_to_json(reading: Reading) -> str:
    """Write JSON of a reading without the texts of its sources."""
    return _text(_with_sources(_READING, reading, reading.sources))


def reading_from_json(text: str, texts: Mapping[str, str]) -> Reading:
    """Read the reading again, its sources' texts put back by source id."""
    data = json.loads(text)
    sources = _sources(data.pop("sources"), texts)
    return replace(_READING.validate_python(data), sources=sources)


def report_to_json(report: Report) -> str:
    """Write JSON of a report without the texts of its sources."""
    return _text(_with_sources(_REPORT, report, report.sources))


def report_from_json(text: str, texts: Mapping[str, str]) -> Report:
    """Read the report again, its sources' texts put back by source id."""
    data = json.loads(text)
    sources = _sources(data.pop("sources"), texts)
    return replace(_REPORT.validate_python({**data, "sources": ()}), sources=sources)


def take_texts(sources: tuple[Source, ...]) -> dict[str, str]:
    """Collect the text of every source that was read, by source id."""
    return {source.id: source.page.text for source in sources if source.page is not None}


def _with_sources(
    adapter: TypeAdapter[Any], value: Reading | Report, sources: tuple[Source, ...]
) -> dict[str, Any]:
    bare: dict[str, Any] = adapter.dump_python(replace(value, sources=()), mode="json")
    return {**bare, "sources": [_source_to_dict(source) for source in sources]}


def _source_to_dict(source: Source) -> dict[str, Any]:
    data: dict[str, Any] = _SOURCE.dump_python(replace(source, outcome=None), mode="json")
    outcome = source.outcome
    if outcome is not None:
        kind = "page" if isinstance(outcome, Page) else "unread"
        bare = replace(outcome, text="") if isinstance(outcome, Page) else outcome
        value = _OUTCOMES[kind].dump_python(bare, mode="json")
        data["outcome"] = {"kind": kind, "value": value}
    return data


def _sources(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> tuple[Source, ...]:
    return tuple(_source(row, texts) for row in rows)


def _source(row: dict[str, Any], texts: Mapping[str, str]) -> Source:
    tagged = row.pop("outcome", None)
    source = _SOURCE.validate_python(row)
    if tagged is None:
        return source
    outcome = _OUTCOMES[tagged["kind"]].validate_python(tagged["value"])
    if isinstance(outcome, Page):
        outcome = replace(outcome, text=texts.get(source.id, ""))
    return replace(source, outcome=outcome)


def _text(data: object) -> str:
    # Escaping every character keeps NUL and lone surrogates out of the database's text.
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))
