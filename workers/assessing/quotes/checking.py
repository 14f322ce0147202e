"""Quotations and source texts in, how each compares and where it stands out. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain import QuoteCheck, QuoteResult
from workers.assessing.quotes.altering import Alteration, find_alteration
from workers.assessing.quotes.cutting import cuts_change, gaps_change, thought_otherwise
from workers.assessing.quotes.declining import is_declined
from workers.assessing.quotes.elision import read_variants
from workers.assessing.quotes.finding import Quote
from workers.assessing.quotes.locating import Place, locate, locate_hyphenated
from workers.assessing.quotes.speakers import gives_to_another, stands_near
from workers.assessing.quotes.spoken import read_spoken
from workers.assessing.quotes.wording import Wording, read_wording

_FIRST_UNSEGMENTED = "\u0e00"  # from Thai on, scripts that stand without spaces
SHORT = 3  # words; fewer are found anywhere, or nowhere
_FEW = 4  # words; fewer in quotation marks are often a word in scare quotes, said by nobody
_RANK = (
    QuoteResult.EXACT,
    QuoteResult.NORMALISED,
    QuoteResult.ELIDED_OK,
    QuoteResult.WRONG_SPEAKER,
    QuoteResult.ELISION_CHANGES_MEANING,
    QuoteResult.ALTERED,
)
_SOUND = frozenset({QuoteResult.EXACT, QuoteResult.NORMALISED, QuoteResult.ELIDED_OK})


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source as stored; ``language`` is a BCP 47 primary subtag, if known."""

    source_id: str
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """A check, and the passage that it rests on: ``start``/``end`` in the source's text."""

    check: QuoteCheck
    source_id: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class _Find:
    result: QuoteResult
    source_id: str
    start: int
    end: int
    share: float = 1.0
    diff: str | None = None

    @property
    def order(self) -> tuple[int, float, int, str, int]:
        """Sort key, best first; it does not depend on the order of the sources."""
        return (
            _RANK.index(self.result),
            -self.share,
            len(self.source_id),
            self.source_id,
            self.start,
        )


def check_quotes(
    quotes: Sequence[Quote],
    speaker: str | None,
    cited: Sequence[SourceText],
    others: Sequence[SourceText],
    statement_language: str | None,
) -> tuple[QuoteCheck, ...]:
    """Give the checks of ``match_quotes`` alone, one per quotation, in order."""
    matches = match_quotes(quotes, speaker, cited, others, statement_language)
    return tuple(match.check for match in matches)


def match_quotes(
    quotes: Sequence[Quote],
    speaker: str | None,
    cited: Sequence[SourceText],
    others: Sequence[SourceText],
    statement_language: str | None,
) -> tuple[QuoteMatch, ...]:
    """Look for each quotation in the cited sources, then in the article's other sources.

    One match per quotation, in order; ``check.start``/``end`` are those of the quotation.
    ``speaker`` is whom the article gives the words to. The order of the sources does not
    matter. Never raises.
    """
    read = [source for source in cited if source.text.strip()]
    rest = [source for source in others if source.text.strip()]
    return tuple(_match(quote, speaker, read, rest, statement_language) for quote in quotes)


def _match(
    quote: Quote,
    speaker: str | None,
    cited: Sequence[SourceText],
    others: Sequence[SourceText],
    language: str | None,
) -> QuoteMatch:
    words = read_wording(quote.text)
    short = _is_short(words)
    found = _best(quote, words, speaker, cited)
    if found and short and not _is_near(found, speaker, cited):
        return _made(quote, speaker, QuoteResult.TOO_SHORT, None)
    if found and (found.result in _SOUND or short):
        return _made(quote, speaker, found.result, found)
    elsewhere = None if short else _best(quote, words, speaker, others)
    result, where = _without_sound(found, elsewhere, words, cited)
    return _made(quote, speaker, result or _silence(cited, language), where)


def _without_sound(
    found: _Find | None, elsewhere: _Find | None, words: Wording, cited: Sequence[SourceText]
) -> tuple[QuoteResult | None, _Find | None]:
    """Tell what it means that the cited sources have the words not at all, or not as quoted."""
    if elsewhere and elsewhere.result in _SOUND:
        return QuoteResult.FOUND_IN_OTHER_SOURCE, elsewhere
    if found:
        return found.result, found
    if elsewhere and elsewhere.result is QuoteResult.ALTERED:
        return elsewhere.result, elsewhere
    return (QuoteResult.TOO_SHORT if cited and _is_short(words, _FEW) else None), None


def _is_near(found: _Find, speaker: str | None, cited: Sequence[SourceText]) -> bool:
    """Whether the speaker is named near the few words found, which alone prove little."""
    text = next(source.text for source in cited if source.source_id == found.source_id)
    return stands_near(text, found.start, found.end, speaker)


def _silence(cited: Sequence[SourceText], language: str | None) -> QuoteResult:
    """Tell what it means that nothing was found: no text, another language, or not there."""
    if not cited:
        return QuoteResult.NO_TEXT
    # Any of them may have it: silence of the others proves nothing.
    if language and any(source.language not in {language, None} for source in cited):
        return QuoteResult.TRANSLATED_UNVERIFIED
    return QuoteResult.NOT_FOUND


def _is_short(words: Wording, least: int = SHORT) -> bool:
    """Fewer than ``least`` words; in scripts without spaces, two characters count as a word.

    An elided article or pronoun ("l’", "qu’") is no word of its own.
    """
    unsegmented = sum(len(form) == 1 and form >= _FIRST_UNSEGMENTED for form in words.forms)
    elided = sum(form.endswith("'") for form in words.forms)
    return len(words.forms) - elided - unsegmented / 2 < least


def _made(
    quote: Quote, speaker: str | None, result: QuoteResult, found: _Find | None
) -> QuoteMatch:
    check = QuoteCheck(
        text=quote.text,
        start=quote.start,
        end=quote.end,
        speaker=speaker,
        result=result,
        source_id=found.source_id if found else None,
        diff=found.diff if found else None,
    )
    if found is None:
        return QuoteMatch(check)
    return QuoteMatch(check, found.source_id, found.start, found.end)


def _best(
    quote: Quote, words: Wording, speaker: str | None, sources: Iterable[SourceText]
) -> _Find | None:
    if not words.forms:
        return None
    finds = [find for source in sources if (find := _find(quote, words, speaker, source))]
    return min(finds, key=lambda find: find.order, default=None)


def _find(quote: Quote, words: Wording, speaker: str | None, source: SourceText) -> _Find | None:
    """Give the best that one source has for a quotation."""
    wording = read_wording(source.text)
    finds = [
        _judged(quote, speaker, place, wording, source)
        for parts in read_variants(quote.text)
        if parts
        for place in locate([(read_wording(p.text), p.gap) for p in parts], wording)
    ]
    if finds:
        return min(finds, key=lambda find: find.order)
    if _is_short(words):
        return None
    return _joined(quote, speaker, words, wording, source) or _altered(
        quote, speaker, wording, source
    )


def _joined(
    quote: Quote, speaker: str | None, words: Wording, wording: Wording, source: SourceText
) -> _Find | None:
    """Find words that differ in a hyphen, or that the source parts by an attribution."""
    place = locate_hyphenated(words, wording)
    if place:
        return _judged(quote, speaker, place, wording, source)
    spoken = read_spoken(source.text)
    if spoken is None:
        return None
    places = locate([(words, 0)], spoken)
    finds = [_judged(quote, speaker, place, spoken, source) for place in places]
    return min(finds, key=lambda find: find.order, default=None)


def _judged(
    quote: Quote,
    speaker: str | None,
    place: Place,
    wording: Wording,
    source: SourceText,
) -> _Find:
    start, end = wording.starts[place.first], wording.ends[place.last - 1]
    if gaps_change(place, wording, quote) or _cut(quote, place, wording):
        result = QuoteResult.ELISION_CHANGES_MEANING
    elif gives_to_another(source.text, start, end, speaker):
        result = QuoteResult.WRONG_SPEAKER
    elif any(begin < after for begin, after in place.gaps):
        result = QuoteResult.ELIDED_OK
    else:
        words = read_wording(quote.text)
        same = source.text[start:end] == words.raw(0, len(words.forms))
        result = QuoteResult.EXACT if same else QuoteResult.NORMALISED
    return _Find(result, source.source_id, start, end)


def _cut(quote: Quote, place: Place, wording: Wording) -> bool:
    words = read_wording(quote.text)
    if _is_short(words):
        return len(words.forms) > 1 and thought_otherwise(place, wording, quote)
    return cuts_change(place, wording, quote, words.forms)


def _altered(
    quote: Quote, speaker: str | None, wording: Wording, source: SourceText
) -> _Find | None:
    variants = [" ".join(part.text for part in parts) for parts in read_variants(quote.text)]
    found: list[Alteration] = []
    for text in variants:
        words = read_wording(text)
        alteration = find_alteration(words, wording) if words.forms else None
        found += [alteration] if alteration else []
    if not found:
        return None
    near = max(found, key=lambda alteration: (alteration.share, -alteration.first))
    words = read_wording(quote.text)
    if source.language == "de" and is_declined(words, wording, near.first, near.last):
        return _judged(quote, speaker, Place(near.first, near.last, ()), wording, source)
    start, end = wording.starts[near.first], wording.ends[near.last - 1]
    return _Find(QuoteResult.ALTERED, source.source_id, start, end, near.share, near.diff)
