"""An earlier report and a new reading in, what became of its cited passages out. Pure.

A passage is looked for word by word, whatever became of its typography and its place. One
that is not there is looked for sentence by sentence. A source that cannot be read now, or
is read from an archive, is not compared: rules of their own tell of these.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from service.domain import (
    Access,
    ChangeKind,
    EarlierCheck,
    Evidence,
    Page,
    Reading,
    Report,
    Source,
    SourceChange,
    Statement,
)
from service.domain.addresses import page_keys
from service.policy import RESTING_ON_EVIDENCE, normal_text
from workers.assessing.quotes.wording import Wording, read_wording
from workers.assessing.rewording import find_rewording, word_diff
from workers.assessing.surroundings import surroundings_change
from workers.language.sentences import split_sentences

MAX_PASSAGES = 2_000  # compared of one article; its sources seldom have a tenth of that
SAME_STATEMENT = 70  # of 100, fuzz.ratio: an edited sentence is still the one it was


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an article was compared with, the changes found, and how many were not looked at."""

    earlier: EarlierCheck
    changes: tuple[SourceChange, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage of then, the source and the statement of now that it belongs to."""

    evidence: Evidence
    then: Source
    now: Source
    page: Page
    statement: Statement


def compare_with(earlier: Report, reading: Reading, extractor: str) -> Comparison:
    """Look for every passage that a verdict of ``earlier`` rested on.

    ``extractor`` is the version that made the reading. Where another made the earlier one,
    or a page was read in part, silence proves nothing: then only a changed wording is told.
    """
    passages = list(_passages(earlier, reading))
    same_reader = earlier.versions.extractor == extractor
    changes = (_change(each, same_reader=same_reader) for each in passages[:MAX_PASSAGES])
    return Comparison(
        EarlierCheck(earlier.id, earlier.checked_at, earlier.revision),
        tuple(change for change in changes if change is not None),
        max(0, len(passages) - MAX_PASSAGES),
    )


def _passages(earlier: Report, reading: Reading) -> Iterator[_Passage]:
    """Pair what the earlier verdicts rest on with the sources and statements of now."""
    then = {source.id: source for source in earlier.sources}
    now = {key: s for s in reversed(reading.sources) for key in page_keys(s.addresses)}
    exact = {normal_text(s.text): s for s in reversed(reading.article.statements)}
    for assessment in earlier.assessments:
        if assessment.verdict not in RESTING_ON_EVIDENCE:
            continue
        for evidence in assessment.evidence:
            before = then.get(evidence.source_id)
            keys = page_keys(before.addresses) if before else frozenset()
            source = next((now[key] for key in sorted(keys) if key in now), None)
            if before is None or source is None or not _is_comparable(before, source):
                continue
            if before.page is not None and before.page.is_earlier(evidence.start):
                continue  # the page itself had lost it already
            old = assessment.statement
            statement = exact.get(normal_text(old.text)) or _edited(old, source, reading)
            if statement is not None and source.page is not None:
                yield _Passage(evidence, before, source, source.page, statement)


def _is_comparable(then: Source, now: Source) -> bool:
    live = Access.ARCHIVED_COPY_USED not in {then.access, now.access}
    return live and then.page is not None and now.page is not None


def _edited(old: Statement, source: Source, reading: Reading) -> Statement | None:
    """Find the sentence that an earlier one became: it cites the source, and is much like it."""
    near = [s for s in reading.article.statements if source.id in s.citations]
    found = process.extractOne(
        old.text, [s.text for s in near], scorer=fuzz.ratio, score_cutoff=SAME_STATEMENT
    )
    return None if found is None else near[found[2]]


def _change(passage: _Passage, *, same_reader: bool) -> SourceChange | None:
    then, page = passage.then.page, passage.page
    if then is not None and then.text and then.live_text == page.live_text:
        return None
    is_sure = same_reader and _is_whole(passage.then) and _is_whole(passage.now)
    wording, text = read_wording(passage.evidence.text), read_wording(page.live_text)
    place = text.line.find(wording.line) if wording.forms else -1
    if place < 0:
        return _reworded(passage, is_sure=is_sure) if wording.forms else None
    start, end = _span(text, place, len(wording.forms))
    return (_nearby(passage, start, end) if is_sure else None) or _moved(passage, start, end)


def _is_whole(source: Source) -> bool:
    return source.access is not None and source.access.is_full_text


def _span(text: Wording, place: int, words: int) -> tuple[int, int]:
    first = text.word_at(place + 1)
    return text.starts[first], text.ends[first + words - 1]


def _moved(passage: _Passage, start: int, end: int) -> SourceChange | None:
    evidence = passage.evidence
    # Opening marks are no words, so a place may differ by these alone.
    at = evidence.start + read_wording(evidence.text).starts[0]
    if start == at:
        return None
    after = passage.page.live_text[start:end]
    return _told(passage, ChangeKind.MOVED, (start, end), evidence.text, after, diff=None)


def _nearby(passage: _Passage, start: int, end: int) -> SourceChange | None:
    """Compare the sentences beside it, where the text of then is at hand."""
    evidence, then = passage.evidence, passage.then.page
    if then is None or then.text[evidence.start : evidence.end] != evidence.text:
        return None
    old = (then.text, evidence.start, evidence.end)
    found = surroundings_change(old, (passage.page.live_text, start, end), passage.page.language)
    if found is None:
        return None
    before, span = found
    after = passage.page.live_text[span[0] : span[1]]
    diff = word_diff(before, after)
    return _told(passage, ChangeKind.NEARBY, span, before, after, diff)


def _reworded(passage: _Passage, *, is_sure: bool) -> SourceChange | None:
    page, before = passage.page, passage.evidence.text
    sentences = split_sentences(page.live_text, page.language)
    parts = [before[a:b] for a, b in split_sentences(before, page.language)]
    span = find_rewording(parts, page.live_text, sentences)
    if span is not None:
        after = page.live_text[span[0] : span[1]]
        return _told(passage, ChangeKind.CHANGED, span, before, after, word_diff(before, after))
    return _told(passage, ChangeKind.GONE, None, before, None, None) if is_sure else None


def _told(
    passage: _Passage,
    kind: ChangeKind,
    span: tuple[int, int] | None,
    before: str,
    after: str | None,
    diff: str | None,
) -> SourceChange:
    start, end = span or (None, None)
    return SourceChange(kind, passage.now.id, passage.statement.id, before, after, start, end, diff)
