"""Sentences and their citations in; which point back to a source cited just before out. Pure.

"The report also says …" rests on the report that the sentence before linked to. Told only
where the document is named by a definite word for its kind, the sentence that cites it
names a document of that kind, and no other of the kind came between.
"""

from collections.abc import Iterator, Mapping, Sequence

from service.domain import BlockKind, CitationBasis
from workers.language.patterns import LatePattern
from workers.reading.draft import Draft
from workers.reading.pointings import Pointing
from workers.reading.reference_words import REFERENCE_WORDS, ReferenceWords
from workers.reading.statements import Sentence

_REACH = 3  # sentences back
_BESIDE = 40  # characters between a document and the link to it: "a report by Oxfam [said]"
_HEAD = 400  # characters of a sentence that are looked at
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.LIST_ITEM})
_ANY_KIND = "document"
_SHOWN = frozenset({"post"})  # "It shows" may be what is seen in a video, whatever was linked


def find_back_references(
    draft: Draft,
    sentences: Sequence[Sentence],
    cited: Mapping[int, Sequence[Pointing]],
    language: str | None,
) -> Iterator[Pointing]:
    """Give each such sentence the citation that it points back to; en, de, fr and es only."""
    words = REFERENCE_WORDS.get(language or "")
    if words is None or not cited:
        return
    origins: dict[int, int] = {index: index for index in cited}  # sentence -> the one that cites
    for index in range(1, len(sentences)):
        if index in origins or not _is_running(draft, sentences[index]):
            continue
        origin = _origin(draft, sentences, origins, index, words)
        pointing = None
        if origin is not None:
            pointing = _meant(draft, cited[origin[0]], origin[1])
        if origin is not None and pointing is not None:
            origins[index] = origin[0]
            start, end, url = pointing.start, pointing.end, pointing.url
            yield Pointing(start, end, url, CitationBasis.INHERITED, (index,))


def _is_running(draft: Draft, sentence: Sentence) -> bool:
    return draft.blocks[sentence.block].kind in _RUNNING


def _head(draft: Draft, sentence: Sentence) -> str:
    return draft.text[sentence.start : min(sentence.end, sentence.start + _HEAD)]


def _origin(
    draft: Draft,
    sentences: Sequence[Sentence],
    origins: Mapping[int, int],
    index: int,
    words: ReferenceWords,
) -> tuple[int, LatePattern] | None:
    """Give the sentence that cites what this one points back to, and the noun for it."""
    here = _head(draft, sentences[index])
    if words.pronouns.search(here):
        before = origins.get(index - 1)
        return None if before is None else _any_document(draft, sentences, before, words)
    for noun, modifier in _named(here, words):
        for back in range(index - 1, max(index - 1 - _REACH, -1), -1):
            there = _head(draft, sentences[back])
            if not _is_running(draft, sentences[back]):
                break
            if back in origins:
                cites = _head(draft, sentences[origins[back]])
                if noun.search(cites) and _fits(modifier, cites, words):
                    return origins[back], noun
            elif noun.search(there):
                break  # Another of its kind, without a source, came between.
    return None


def _named(here: str, words: ReferenceWords) -> Iterator[tuple[LatePattern, str | None]]:
    for phrase in words.phrases:
        found = phrase.search(here)
        if found is None:
            continue
        for kind, noun in words.nouns.items():
            if kind != _ANY_KIND and noun.fullmatch(found["noun"]):
                yield noun, found.groupdict().get("mod")


def _fits(modifier: str | None, cites: str, words: ReferenceWords) -> bool:
    """Whether "the UN report" can be the one that was cited: if that is the UN's."""
    if modifier is None or modifier.lower() in words.same:
        return True
    return modifier.lower() in cites.lower()


def _any_document(
    draft: Draft, sentences: Sequence[Sentence], origin: int, words: ReferenceWords
) -> tuple[int, LatePattern] | None:
    there = _head(draft, sentences[origin])
    nouns = (noun for kind, noun in words.nouns.items() if kind not in _SHOWN)
    found = [noun for noun in nouns if noun.search(there)]
    return (origin, found[0]) if len(found) == 1 else None


def _meant(draft: Draft, pointings: Sequence[Pointing], noun: LatePattern) -> Pointing | None:
    """Give the one citation of a sentence, beside the noun, or the one whose anchor has it."""
    if len({p.url for p in pointings}) == 1:
        p = pointings[0]
        around = draft.text[max(p.start - _BESIDE, 0) : p.end + _BESIDE]
        return p if noun.search(around) else None
    named = [p for p in pointings if noun.search(draft.text[p.start : p.end])]
    return named[0] if len(named) == 1 else None
