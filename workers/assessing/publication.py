"""An article and its draft's marks in, what the publication says of its own work out. Pure.

Precision before recall: a sentence counts only where the publication plainly speaks of
itself. Quoted and attributed words are somebody else's, and a paragraph of the news must
say "this article" to mean itself.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from service.domain import (
    Article,
    BlockKind,
    DraftImage,
    DraftMarks,
    PublicationBasis,
    PublicationKind,
    PublicationNote,
    Statement,
)
from workers.assessing import machine_cues, own_voice, promise_cues
from workers.assessing.own_lines import NEWS, PLAIN, Line, read_lines

# More of a kind say nothing new; the first are looked at.
_MOST_OF_A_KIND = 50
# A quotation that is never closed ends with its paragraph, or here.
_QUOTED = re.compile(r"[“„«][^”“»]{1,2000}(?:[”“»]|$)|\"[^\"]{1,2000}(?:\"|$)|\"\Z")
_LOOK_BACK = 5_000  # characters of the paragraph before, in which a quotation may be open
_LONGEST_BYLINE = 60
_LONGEST_CREDIT = 200  # characters of a line that is only a caption or a credit
_AI_KINDS = frozenset(
    {PublicationKind.AI_AUTHORSHIP_DISCLOSED, PublicationKind.AI_AUTHORSHIP_UNDISCLOSED}
)


_Said = tuple[PublicationKind, PublicationBasis] | None
_Sort = Callable[[Line], _Said]


def read_publication(article: Article, marks: DraftMarks) -> tuple[PublicationNote, ...]:
    """Give the notes of an article, in text order; those without a place come last."""
    lines = tuple(read_lines(article))
    notes = [note for sort, stems in _SORTS for note in _found(article, lines, sort, stems)]
    notes += _of_tools(article, lines, marks, is_disclosed=_has(notes, _DISCLOSED))
    notes += _of_review(article, lines, by_machine=any(n.kind in _AI_KINDS for n in notes))
    notes += (_of_image(article, image, notes, marks.images) for image in marks.images)
    return tuple(sorted(notes, key=lambda note: (note.start is None, note.start or 0)))


def _found(
    article: Article, lines: tuple[Line, ...], sort: _Sort, stems: tuple[str, ...]
) -> Iterator[PublicationNote]:
    """Sort the lines that have a stem; most have none, and are not looked at closely."""
    near = (line for line in lines if any(stem in line.forms for stem in stems))
    said = ((line, sort(line)) for line in near if not line.is_said_by_another)
    hits = ((line, kind) for line, kind in said if kind is not None)
    for line, kind in islice(hits, _MOST_OF_A_KIND):
        if not _is_quoted(article, line):
            yield _note(article, line, *kind)


def _note(
    article: Article, line: Line, kind: PublicationKind, basis: PublicationBasis
) -> PublicationNote:
    end = line.start + len(line.words)
    text = article.text[line.start : end]
    return PublicationNote(kind, basis, text, line.start, end, line.statement_id)


def _is_quoted(article: Article, line: Line) -> bool:
    """Whether the sentence begins within quotation marks of its paragraph, or is set in them."""
    first = max(line.block_start, line.start - _LOOK_BACK)
    part = article.text[first : line.start + len(line.words)]
    place = line.start - first
    return any(m.start() <= place < m.end() for m in _QUOTED.finditer(part))


def _promise(line: Line) -> _Said:
    by_us = promise_cues.WE_PROMISE_SOURCES.search(line.words)
    here = line.is_own or own_voice.HERE.search(line.words)
    if not by_us and not (here and promise_cues.SOURCES_PROMISED.search(line.words)):
        return None
    if line.block in NEWS or own_voice.NEGATION.search(line.words):
        return None
    if promise_cues.SOURCES_WITHHELD.search(line.words):
        return None
    return PublicationKind.SOURCES_PROMISED, PublicationBasis.WORDING


def _withheld(line: Line) -> _Said:
    found = promise_cues.SOURCES_WITHHELD.search(line.words)
    if found is None or line.block in NEWS:
        return None
    is_ours = line.is_own or own_voice.THIS_ARTICLE.search(line.words)
    # "You need not subscribe to see our sources" withholds none.
    is_denied = own_voice.NEGATION.search(line.words, 0, found.end())
    if is_denied or not (is_ours or promise_cues.CALL_TO_ENTER.match(line.words)):
        return None
    return PublicationKind.SOURCES_WITHHELD, PublicationBasis.WORDING


def _image_label(line: Line) -> _Said:
    """Take captions and credit lines; of sentences, only those about this article."""
    found = machine_cues.AI_IMAGE.search(line.words)
    if found is None or line.block in NEWS or own_voice.NEGATION.search(line.words):
        return None
    if _is_credit(line, found):
        return PublicationKind.AI_IMAGE_LABELLED, PublicationBasis.CAPTION
    if own_voice.THIS_ARTICLE.search(line.words):
        return PublicationKind.AI_IMAGE_LABELLED, PublicationBasis.WORDING
    return None


def _is_credit(line: Line, found: re.Match[str]) -> bool:
    """Whether a line labels a picture: a caption, or a whole line that begins with the label."""
    if len(line.words) > _LONGEST_CREDIT:
        return False
    if line.block is BlockKind.CAPTION:
        return True
    rest = line.words[found.end() :].strip()
    # "AI generated illustration related to: …" is a caption; "AI-made images fool voters." is not.
    ends = not rest or rest[0] in ":.,(|–-" or (line.is_own and rest[-1] not in ".!?")
    return found.start() == 0 and ends and (line.is_own or line.is_whole_block)


def _disclosure(line: Line) -> _Said:
    if len(line.words) <= _LONGEST_BYLINE and machine_cues.AI_BYLINE.fullmatch(line.words.strip()):
        return PublicationKind.AI_AUTHORSHIP_DISCLOSED, PublicationBasis.BYLINE
    found = machine_cues.AI_AUTHORSHIP.search(line.words)
    voice = own_voice.OWN_VOICE if line.is_own else own_voice.THIS_ARTICLE
    if found is None or line.block in NEWS or not voice.search(line.words):
        return None
    if own_voice.NEGATION.search(line.words, 0, found.end()):
        return None
    return PublicationKind.AI_AUTHORSHIP_DISCLOSED, PublicationBasis.WORDING


_SORTS: tuple[tuple[_Sort, tuple[str, ...]], ...] = (
    (_promise, promise_cues.STEMS),
    (_withheld, promise_cues.STEMS),
    (_image_label, machine_cues.STEMS),
    (_disclosure, machine_cues.STEMS),
)
_DISCLOSED = PublicationKind.AI_AUTHORSHIP_DISCLOSED


def _has(notes: list[PublicationNote], kind: PublicationKind) -> bool:
    return any(note.kind is kind for note in notes)


def _of_tools(
    article: Article, lines: tuple[Line, ...], marks: DraftMarks, *, is_disclosed: bool
) -> Iterator[PublicationNote]:
    """Give what shows that a machine wrote: words it left behind, or the page's own metadata."""
    kind = _DISCLOSED if is_disclosed else PublicationKind.AI_AUTHORSHIP_UNDISCLOSED

    def mark(line: Line) -> _Said:
        told = machine_cues.TOOL_MARK.match(line.words) and line.block is BlockKind.PARAGRAPH
        if told or machine_cues.TOOL_MARKUP.search(line.words):
            return kind, PublicationBasis.TOOL_MARK
        return None

    yield from _found(article, lines, mark, machine_cues.TOOL_STEMS)
    for name in marks.generators:
        if machine_cues.GENERATORS.search(name):
            yield PublicationNote(kind, PublicationBasis.PAGE_METADATA, name, detail="generator")
    for name in marks.authors:
        if machine_cues.AI_AUTHOR.fullmatch(name):
            yield PublicationNote(kind, PublicationBasis.PAGE_METADATA, name, detail="author")


def _of_review(
    article: Article, lines: tuple[Line, ...], *, by_machine: bool
) -> Iterator[PublicationNote]:
    """Give claims of review; a vague one counts only where a machine is at work or hedged."""

    def review(line: Line) -> _Said:
        is_hedged = bool(machine_cues.HEDGE.search(line.words))
        if machine_cues.REVIEW_STATED.search(line.words) and not is_hedged:
            return PublicationKind.REVIEW_STATED, PublicationBasis.WORDING
        if not machine_cues.REVIEW_CLAIM.search(line.words) or line.block in NEWS:
            return None
        if own_voice.NEGATION.search(line.words) or not own_voice.OWN_VOICE.search(line.words):
            return None
        of_machine = bool(machine_cues.MADE_BY_MACHINE.search(line.words))
        of_news = is_hedged and machine_cues.NEWS_ITSELF.search(line.words) and line.is_own
        if of_news or (of_machine and (is_hedged or by_machine)):
            return PublicationKind.REVIEW_UNCLEAR, PublicationBasis.WORDING
        return None

    return _found(article, lines, review, machine_cues.REVIEW_STEMS)


def _of_image(
    article: Article,
    image: DraftImage,
    notes: list[PublicationNote],
    images: tuple[DraftImage, ...],
) -> PublicationNote:
    """Give an image that its own metadata calls AI-made, with or without a label."""
    own = image.caption or ""
    others = " ".join(_plain(i.caption) for i in images if i is not image)
    is_labelled = bool(machine_cues.AI_IMAGE.search(own.translate(PLAIN))) or any(
        note.kind is PublicationKind.AI_IMAGE_LABELLED and _plain(note.text) not in others
        for note in notes
    )
    kind = PublicationKind.AI_IMAGE_LABELLED if is_labelled else PublicationKind.AI_IMAGE_UNLABELLED
    place = _beside(article, image)
    return PublicationNote(
        kind,
        PublicationBasis.IMAGE_METADATA,
        place.text if place else "",
        start=place.start if place else None,
        end=place.end if place else None,
        statement_id=place.id if place else None,
        detail=f"{image.name}: {image.origin.source_type}",
    )


def _beside(article: Article, image: DraftImage) -> Statement | None:
    """Give the sentence of the caption, else the first after the image in the draft."""
    caption = _plain(image.caption)
    for statement in article.statements if caption else ():
        if _plain(statement.text) in caption:
            return statement
    if image.line is not None:
        after = (s for s in article.statements if s.line is not None and s.line >= image.line)
        return next(after, None)
    return next(iter(article.statements), None)


def _plain(text: str | None) -> str:
    return " ".join((text or "").translate(PLAIN).split())
