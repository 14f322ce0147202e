"""A statement in, its quotations and whom the article gives their words to out. Pure."""

from dataclasses import replace

from service.domain import Statement
from workers.assessing.quotes import Quote, find_quotes

_SENTENCES_OWN = ",،，、"


def quotes_of(statement: Statement, language: str | None) -> tuple[Quote, ...]:
    """Find the quotations of a statement; offsets refer to the statement.

    A comma before the closing mark is the sentence's, set there by American custom
    (Chicago Manual of Style, 6.9), and no word of the speaker.
    """
    return tuple(_without_comma(quote) for quote in find_quotes(statement.text, language))


def _without_comma(quote: Quote) -> Quote:
    text = quote.text.rstrip(_SENTENCES_OWN)
    return replace(quote, text=text, end=quote.start + len(text)) if text else quote


def speaker_of(quote: Quote, statement: Statement) -> str | None:
    """Give the speaker of the quotation itself, which need not be that of the statement.

    ``quote`` has offsets into the statement. Where reading marked no quotation in that
    place (single marks, a language whose cues are not read), it is the statement's.
    """
    start, end = statement.start + quote.start, statement.start + quote.end
    for quotation in statement.attribution.quotations:
        if quotation.start < end and start < quotation.end:
            return quotation.speaker
    return statement.attribution.speaker
