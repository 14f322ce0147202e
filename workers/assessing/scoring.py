"""Rows of statement and source in, rows of verdict and passages out: `sourceproof score`. Pure."""

import json
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from service.domain import ValueCheck, Verdict
from service.errors import InvalidInput
from workers.assessing.coverage import Span
from workers.assessing.faults import NOT_DECIDED
from workers.assessing.judging import COULD_NOT
from workers.assessing.quotes import QuoteMatch, SourceText, find_quotes, match_quotes
from workers.assessing.scorer import Passage, Score, Scorer, load_scorer
from workers.language import detect_language

_LOG = logging.getLogger(__name__)
_NOT_SCORED: dict[str, object] = {
    "id": None,
    "verdict": Verdict.COULD_NOT_CHECK.value,
    "reason": NOT_DECIDED,
    "support": None,
    "contradiction": None,
    "missing": [],
    "differing": [],
    "accounted": [],
    "unsupported_part": None,
    "evidence": [],
    "values": [],
    "quotes": [],
}
LEAST_DETECTABLE = 200  # code points; the language of less is guessed wrong too often


@dataclass(frozen=True, slots=True)
class PairSource:
    """One text of a row."""

    source_id: str
    text: str
    language: str | None


def score_pair(
    statement: str,
    sources: Iterable[str],
    language: str | None = None,
    scorer: Scorer | None = None,
) -> tuple[Score, tuple[PairSource, ...]]:
    """Score a statement against texts; ``language`` is the statement's, ``None`` if unknown."""
    scorer = scorer or load_scorer()
    texts = tuple(
        PairSource(f"s{i}", text, _language_of(text, language)) for i, text in enumerate(sources, 1)
    )
    score = scorer.score(statement, language, [scorer.index(source) for source in texts])
    if score.verdict is Verdict.NOT_FOUND:
        named = tuple(_named_anew(source, language) for source in texts)
        if named != texts:
            texts = named
            score = scorer.score(statement, language, [scorer.index(source) for source in texts])
            if score.verdict is Verdict.NOT_FOUND:
                score = _not_all_read(score)
    return score, texts


def _not_all_read(score: Score) -> Score:
    """Say nothing of silence where one of several sources is in another language."""
    code = "other_language"
    unsaid = Verdict.COULD_NOT_CHECK
    return replace(score, verdict=unsaid, reason=COULD_NOT[code], reason_code=code)


def _named_anew(source: PairSource, language: str | None) -> PairSource:
    """Give a short text the language that it seems to be in, where silence would be told of it."""
    if len(source.text) >= LEAST_DETECTABLE or language is None:
        return source
    return replace(source, language=detect_language(source.text) or language)


def _language_of(text: str, statement_language: str | None) -> str | None:
    """Tell the language of a long source; else take that of the statement."""
    if len(text) < LEAST_DETECTABLE:
        return statement_language
    return detect_language(text) or statement_language


def score_rows(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """Score JSON lines of ``{"id","statement","source"[,"lang"]}``, in their order.

    ``source`` is a text or a list of texts. Empty lines are passed over. A row that an error of
    ours keeps from being scored is ``could_not_check``, ``internal_error``. Raises
    ``InvalidInput`` that names the line (1-based) for anything else.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _parse(line, number)
            try:
                yield _score_row(row)
            except Exception:  # noqa: BLE001  one row never sinks the rest
                _LOG.exception("the row of line %d could not be scored", number)
                yield {**_NOT_SCORED, "id": row.get("id")}


def _parse(line: str, number: int) -> Mapping[str, object]:
    try:
        row = json.loads(line)
    except ValueError as err:
        raise InvalidInput(f"line {number} is not JSON") from err
    if not isinstance(row, dict) or not isinstance(row.get("statement"), str):
        raise InvalidInput(f"line {number}: an object with a text 'statement' was expected")
    sources = row.get("source")
    listed = [sources] if isinstance(sources, str) else sources
    if not isinstance(listed, list) or not all(isinstance(s, str) for s in listed):
        raise InvalidInput(f"line {number}: 'source' must be a text or a list of texts")
    if not isinstance(row.get("lang"), str | None):
        raise InvalidInput(f"line {number}: 'lang' must be a language code")
    return {**row, "source": listed}


def _score_row(row: Mapping[str, object]) -> dict[str, object]:
    statement, language, texts = row["statement"], row.get("lang"), row["source"]
    assert isinstance(statement, str)  # noqa: S101  _parse has seen to it; this tells mypy
    assert isinstance(language, str | None)  # noqa: S101  the same
    assert isinstance(texts, list)  # noqa: S101  the same
    score, sources = score_pair(statement, texts, language)
    by_id = {source.source_id: source.text for source in sources}
    return {
        "id": row.get("id"),
        "verdict": score.verdict.value,
        "reason": score.reason,
        "support": score.support,
        "contradiction": score.contradiction,
        "missing": [_part(statement, span) for span in score.missing],
        "differing": [{**asdict(each), "kind": each.kind.value} for each in score.differing],
        "accounted": [asdict(each) for each in score.accounted],
        "unsupported_part": score.unsupported and _part(statement, score.unsupported),
        "evidence": [_passage(passage, by_id[passage.source_id]) for passage in score.evidence],
        "values": [_value(value) for value in score.values],
        "quotes": [_quote(match) for match in _quotes(statement, language, sources)],
    }


def _part(statement: str, span: Span) -> dict[str, object]:
    start, end = span
    return {"text": statement[start:end], "start": start, "end": end}


def _quotes(
    statement: str, language: str | None, sources: Sequence[PairSource]
) -> tuple[QuoteMatch, ...]:
    texts = [SourceText(source.source_id, source.text, source.language) for source in sources]
    return match_quotes(find_quotes(statement, language), None, texts, (), language)


def _quote(match: QuoteMatch) -> dict[str, object]:
    check = match.check
    return {
        "text": check.text,
        "start": check.start,
        "end": check.end,
        "result": check.result.value,
        "diff": check.diff,
    }


def _passage(passage: Passage, text: str) -> dict[str, object]:
    return {
        "source": int(passage.source_id[1:]) - 1,
        "text": text[passage.start : passage.end],
        "start": passage.start,
        "end": passage.end,
        "score": passage.score,
    }


def _value(value: ValueCheck) -> dict[str, object]:
    return {
        "kind": value.kind.value,
        "in_article": value.in_article,
        "in_source": value.in_source,
        "result": value.result.value,
    }
