"""Text in, the spans of its sentences out, as code-point offsets. Pure.

sentencex proposes boundaries paragraph by paragraph; a repair pass then joins what
the news writes with inner stops (titles, initials, numbered things, quotations with
their speaker) and parts what a footnote marker or a bracket kept together.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

import sentencex

from workers.language.boundaries import is_sentence_end

# Later stages compare sentences word by word, so none may grow without bound.
MAX_SENTENCE = 5_000
_CHUNK = 4_000
_UNSPACED_CHUNK = 500

_CLOSERS = "\"'”’»›」』】）)\\]}"
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS_AT_STOP = re.compile(rf"[.!?…।۔؟。！？．\n][{_CLOSERS}\s]{{0,6}}$")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MARKER = r"(?:\[\d{1,3}\]|\[[a-z]\]|[¹²³⁰⁴-⁹]+|\[\^?\w{1,12}\])"
# What belongs to the sentence before: closing marks and the markers of notes.
_TAIL = re.compile(rf"(?:[^\S\n]{{0,3}}(?:{_MARKER})|[{_CLOSERS}]+(?=\s|$|\[)){{1,40}}")


def _behind(before: str, *words: str) -> str:
    """Match behind any of the words and its stop: each alone, for a look back has one width."""
    return "(?:" + "|".join(rf"(?<={before}{word}\.)" for word in words) + ")"


_ABBREVIATED = _behind(
    r"(?<![^\W_])", "[Nn]o", "usw", "etc", "itd", "itp", r"т\.[дп]", r"т\.\s[дп]"
)
_UNIT = _behind(r"\d ", "[грr]", "ос", "чел", "млн", "тыс", "руб", "грн", "млрд")
_OF_MILLIONS = _behind("млн ", "ос", "чел", "руб", "грн")
_HOURS = _behind(r"\d ", "h")
# A stop that sentencex may have passed over, with all that closes after it. Every alternative
# begins with the stop, so that the search leaps from one to the next.
_MISSED = re.compile(
    rf"[.!?…।۔؟。！？](?:[{_CLOSERS}]*(?:{_MARKER})+(?=\s|$)\s*"
    rf"|(?<=[.!?…])[)\]”»\"][^\S\n]+(?=[(\[“«„\"]?[^\W_])"
    rf"|(?<=[。！？।])[)）\]]\s*(?=[^\W_])"
    rf"|(?<=…)\s+(?=[(\[“«„\"]?[^\W_])"
    rf"|{_ABBREVIATED}\s+(?=[¡¿(\[“«„\"]?[^\W_])"
    rf"|{_UNIT}\s+(?=[^\W\d_])"
    rf"|{_OF_MILLIONS}\s+(?=[^\W\d_])"
    rf"|{_HOURS}\s+(?=[A-ZÀ-Ý])"
    rf"|(?<=[.!?…])\s+(?=[’']s\s[A-Z]))"
)
_THAI_END = re.compile(r"(?:ครับ|ค่ะ|นะคะ)\s+")

# sentencex does not know the quotation that opens low and closes high, nor 『』.
_LOW_QUOTATION = re.compile(r"„[^„“”]{1,1000}[“”]|『[^『』]{1,1000}』")
# Hebrew abbreviates with a mark inside the word (ש"ח), which is no quotation mark.
_GERSHAYIM = re.compile(r"(?<=[א-ת])\"(?=[א-ת])")
# A quotation stays whole, however many sentences it holds; sentencex sees to the rest.
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")

Span = tuple[int, int]


def split_sentences(text: str, language: str | None) -> tuple[Span, ...]:
    """Half-open spans of the sentences of ``text``, in order, disjoint, trimmed.

    Together they cover every character that is not white space. No sentence crosses
    an empty line or is longer than ``MAX_SENTENCE``. ``language`` is a BCP 47 primary
    subtag; where it is ``None`` or unknown, the rules common to most languages hold.
    Linear in the length of the text.
    """
    return tuple(
        span
        for start, end in _paragraphs(text)
        for whole in _sentences_of(text[start:end], language)
        for span in _bounded(text, start + whole[0], start + whole[1])
    )


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _sentences_of(paragraph: str, language: str | None) -> Iterator[Span]:
    """Spans within one paragraph, trimmed and never empty."""
    paragraph = _GERSHAYIM.sub("״", paragraph)
    cuts = _proposed(paragraph, language) | _missed(paragraph)
    cuts = {_after_tail(paragraph, cut) for cut in _outside(cuts, _LOW_QUOTATION, paragraph)}
    start = 0
    for cut in [*sorted(cuts), len(paragraph)]:
        if cut < len(paragraph) and not is_sentence_end(paragraph, start, cut, language):
            continue
        if span := _trimmed(paragraph, start, cut):
            yield span
        start = cut


def _proposed(paragraph: str, language: str | None) -> set[int]:
    # The library is written in Rust and takes no lone surrogate; offsets stay the same.
    clean = _LONE_SURROGATE.sub("\ufffd", paragraph)
    cuts: set[int] = set()
    for start, end in _chunks(clean):
        found = sentencex.get_sentence_boundaries(language or "en", clean[start:end])
        cuts.update(start + boundary["end_index"] for boundary in found)
        if not _ENDS_AT_STOP.search(clean, max(start, end - 8), end):
            cuts.discard(end)  # the part ends here, the sentence need not
    return {cut for cut in cuts if 0 < cut < len(paragraph)}


def _chunks(paragraph: str) -> Iterator[Span]:
    """Parts short enough that sentencex, quadratic in odd text such as ``?)?)``, stays quick."""
    start = 0
    while len(paragraph) - start > _CHUNK:
        limit = start + _CHUNK
        gap = max(paragraph.rfind(" ", start + 1, limit), paragraph.rfind("。", start + 1, limit))
        end = gap + 1 if gap > 0 else start + _UNSPACED_CHUNK
        yield start, end
        start = end
    yield start, len(paragraph)


def _missed(paragraph: str) -> set[int]:
    ends = chain(_MISSED.finditer(paragraph), _THAI_END.finditer(paragraph))
    found = {match.end() for match in ends}
    return _outside(found, _QUOTATION, paragraph) if found else found


def _outside(cuts: set[int], quotation: re.Pattern[str], paragraph: str) -> set[int]:
    """Keep the cuts that lie within no quotation of the paragraph."""
    quoted = [match.span() for match in quotation.finditer(paragraph)]
    starts = [start for start, _ in quoted]
    kept = set()
    for cut in cuts:
        nearest = bisect_left(starts, cut) - 1
        if cut < len(paragraph) and (nearest < 0 or cut >= quoted[nearest][1]):
            kept.add(cut)
    return kept


def _after_tail(paragraph: str, cut: int) -> int:
    """Move ``cut`` behind the closing marks and note markers that follow it."""
    if tail := _TAIL.match(paragraph, cut):
        return tail.end()
    return cut


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a sentence that is too long at its last white space before the bound."""
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        cut = max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        cut = cut if cut > 0 else limit
        if span := _trimmed(text, start, cut):
            yield span
        start = cut
    if span := _trimmed(text, start, end):
        yield span
