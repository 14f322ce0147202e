"""A line of a draft in, whether it only says who wrote and when out. Pure.

Markup tells a byline of HTML by its class; in Markdown and plain text the words must. A line
that may be a sentence is none: a name of two words at least, or a desk, and few words more.
"""

import re

_LONGEST = 120  # characters
_UPPER = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*)"
_PARTICLE = r"(?:de|del|da|di|do|dos|du|la|le|van|von|der|den|ten|zu|bin|ibn|al|el|y)"
_NAME = rf"{_UPPER}(?: (?:{_PARTICLE} ){{0,2}}{_UPPER}){{1,3}}"
_DESK = (
    r"(?:(?:our|the|an?|unser\w*|der|die|einem|einer|notre|la|le|un|une|nuestr[oa]|el|una) )?"
    r"(?:[\w-]+ ){0,3}(?:desk|staff|staff writers?|reporters?|correspondents?|newsroom|editors?|"
    r"agencies|redaktion|korrespondent(?:en|in)?|reporter(?:in)?|rédaction|correspondante?|"
    r"redacción|corresponsal)"
)
_WHO = rf"(?:{_NAME}|{_DESK})"
_MONTH = (
    r"(?:jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|février|mar(?:ch|s|zo)?|märz|"
    r"apr(?:il)?|avril|abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|"
    r"aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|"
    r"nov(?:ember|embre|iembre)?|de[cz](?:ember)?|décembre|diciembre)\.?"
)
_DAY = (
    r"(?:\w{2,10},? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.)? (?:de )?{_MONTH},?(?: de)? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
    r"(?:,?(?: at| um| à| a las)? \d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?| uhr)?(?: [a-z]{2,4})?)?"
)
_REST = rf"(?:,| [-–—|•·]| in\b| à\b| en\b| aus\b) ?(?:{_DAY}|(?:[\w'’-]+,? ?){{1,4}})"
_BYLINE = re.compile(
    rf"(?:by|von|par|por|words by|story by|text(?:e|o)?:) {_WHO}"
    rf"(?:(?:,| and| und| et| y| &) {_WHO}){{0,4}}(?:{_REST}){{0,2}}",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|veröffentlicht|aktualisiert|stand|publié|"
    rf"mis à jour|publicado|actualizado)\b:? ?(?:on |am |le |el )?)?{_DAY}",
    re.IGNORECASE,
)


def is_byline(line: str) -> bool:
    """Tell whether a whole line names only an author, a desk or the day of publication."""
    bare = line.strip(" \t*_|–—-")
    if not bare or len(bare) > _LONGEST:
        return False
    return bool(_BYLINE.fullmatch(bare) or _DATELINE.fullmatch(bare))
