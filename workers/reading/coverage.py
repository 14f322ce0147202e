"""Sentences and their citations in; what a paragraph's closing citation covers out. Pure.

A link that stands apart at the end of a paragraph, as "(Source)" does, is meant for the
paragraph; one that stands in a sentence is meant for that sentence. Wherever that is open,
nothing is covered: a source that was never meant would be said not to hold the statement.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from service.domain import BlockKind, CitationBasis
from workers.reading.draft import Draft
from workers.reading.pointings import Pointing
from workers.reading.speakers import OUTLET
from workers.reading.statements import Sentence

_LEADS = (
    r"(?:sources?|via|see|from|credit|h/t|quellen?|siehe|vgl\.?|nach|voir|selon|fuentes?|véase|"
    r"según|cf\.|fontes?|fonti?|bron(?:nen)?)"
)
_LONGEST = 100  # characters of a bracket that only points
_BRACKET = re.compile(rf"[(\[]\s?([^()\[\]]{{1,{_LONGEST}}})[)\]]\s?[.]?$")
_WHOLE_BRACKET = re.compile(rf"[(\[]\s?([^()\[\]]{{1,{_LONGEST}}})[)\]]\s?[.]?")
_LABELLED = re.compile(rf"(?:{_LEADS}\s?[:：]|via\b|h/t\b)\s?(.{{1,{_LONGEST}}})", re.IGNORECASE)
_GENERIC = re.compile(rf"{_LEADS}(?:\s?[:：].*)?", re.IGNORECASE)
_LEAD = re.compile(rf"{_LEADS}\s?[:：]?\s?", re.IGNORECASE)
_STOPPED = (".", "!", "?", "…", '"', "”", "»", "。")
_LINKED_ENOUGH = 0.5  # share of a bracket's letters: less is a remark that holds a link
_MOST_COVERED = 5  # sentences before a "(Source)"
_MOST_UNDER_A_NOTE = 2  # sentences before the one that bears a paragraph's only note
_COVERED_BLOCKS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})


def find_pointers(
    draft: Draft, sentences: Sequence[Sentence], cited: Mapping[int, Sequence[Pointing]]
) -> frozenset[int]:
    """Find the sentences that say nothing but where to look, as "(Source)" or "Via: Reuters"."""
    return frozenset(
        index
        for index, pointings in cited.items()
        if _is_pointer(draft.text, sentences[index], pointings)
    )


def find_covered(
    draft: Draft,
    sentences: Sequence[Sentence],
    cited: Mapping[int, Sequence[Pointing]],
    pointers: frozenset[int],
) -> Iterator[Pointing]:
    """Let the citations that close a paragraph stand for its sentences without their own."""
    for first, last in _paragraphs(draft, sentences):
        closing = _closing(draft.text, sentences[last], cited.get(last, ()), last in pointers)
        most = _MOST_COVERED
        if not closing and not any(i in cited for i in range(first, last)):
            closing = _closing_notes(draft.text, sentences[last], cited.get(last, ()))
            most = _MOST_UNDER_A_NOTE if last - first <= _MOST_UNDER_A_NOTE else 0
        covered = _uncited_before(draft.text, sentences, cited, first, last)[:most]
        if covered:
            for p in closing:
                yield Pointing(
                    p.start, p.end, p.url, CitationBasis.INHERITED, tuple(sorted(covered))
                )


def _is_pointer(text: str, sentence: Sentence, pointings: Sequence[Pointing]) -> bool:
    words = text[sentence.start : sentence.end]
    found = _WHOLE_BRACKET.fullmatch(words) or _LABELLED.fullmatch(words)
    if found is None:
        return False
    return _only_points(
        text, sentence.start + found.start(1), sentence.start + found.end(1), pointings
    )


def _only_points(text: str, start: int, end: int, pointings: Sequence[Pointing]) -> bool:
    """Whether a stretch is a link and little else: "Source", "via Reuters", "Reuters, 5 May"."""
    if not any(start <= p.start and p.end <= end for p in pointings):
        return False
    words = text[start:end]
    if _GENERIC.fullmatch(words):
        return True
    lead = _LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    linked = sum(p.end - p.start for p in _apart(pointings) if start <= p.start and p.end <= end)
    return linked >= _LINKED_ENOUGH * len(rest)


def _apart(pointings: Sequence[Pointing]) -> tuple[Pointing, ...]:
    """Give each anchor once: a note may hold several links."""
    return tuple({(p.start, p.end): p for p in pointings}.values())


def _paragraphs(draft: Draft, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Give the first and last sentence of each block of several."""
    first = 0
    for index in range(1, len(sentences) + 1):
        if index < len(sentences) and sentences[index].block == sentences[first].block:
            continue
        if index - first > 1 and draft.blocks[sentences[first].block].kind in _COVERED_BLOCKS:
            yield first, index - 1
        first = index


def _closing(
    text: str,
    sentence: Sentence,
    pointings: Sequence[Pointing],
    is_pointer: bool,  # noqa: FBT001  told once
) -> tuple[Pointing, ...]:
    """Give the links that stand apart behind the paragraph's last word."""
    if is_pointer:
        return tuple(pointings)
    words = text[sentence.start : sentence.end]
    found = _BRACKET.search(words[-_LONGEST - 10 :])
    if found is None:
        return ()
    offset = sentence.end - len(words[-_LONGEST - 10 :])
    start, end = offset + found.start(1), offset + found.end(1)
    before = text[sentence.start : offset + found.start()].rstrip()
    apart = before.endswith(_STOPPED) or _GENERIC.fullmatch(found[1])
    if not apart or not _only_points(text, start, end, pointings):
        return ()
    if len(pointings) > sum(start <= p.start < end for p in pointings):
        return ()  # The sentence has a link of its own: the bracket is one more for it.
    return tuple(pointings)


def _closing_notes(
    text: str, sentence: Sentence, pointings: Sequence[Pointing]
) -> tuple[Pointing, ...]:
    """Give the notes that stand behind the paragraph's last word, where it has no link."""
    if any(
        p.basis is not CitationBasis.NOTE or any(c.isalnum() for c in text[p.end : sentence.end])
        for p in pointings
    ):
        return ()
    return tuple(pointings)


def _uncited_before(
    text: str,
    sentences: Sequence[Sentence],
    cited: Mapping[int, Sequence[Pointing]],
    first: int,
    last: int,
) -> list[int]:
    """Give the sentences from ``last`` back to one that has a source of its own, nearest first."""
    found = []
    for index in range(last - 1, first - 1, -1):
        words = text[sentences[index].start : sentences[index].end]
        if index in cited or OUTLET.search(words):
            break
        found.append(index)
    return found
