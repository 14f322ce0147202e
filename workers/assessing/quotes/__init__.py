"""Text in, its quotations out, and how each compares with the words of its sources. Pure.

``find_quotes`` finds what stands in quotation marks; ``match_quotes`` looks for it in the
sources and says where it stands there; ``check_quotes`` gives the checks alone.
"""

from workers.assessing.quotes.checking import QuoteMatch, SourceText, check_quotes, match_quotes
from workers.assessing.quotes.finding import Quote, find_quotes

__all__ = ["Quote", "QuoteMatch", "SourceText", "check_quotes", "find_quotes", "match_quotes"]
