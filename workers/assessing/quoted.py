"""A quotation and its statement in, whom the article gives the words to out. Pure."""

from service.domain import Statement
from workers.assessing.quotes import Quote


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
