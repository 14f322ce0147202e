"""A sentence in, the court decisions that it cites by their number out. Pure.

They have no address by rule, so they are documents that are named, not linked.
"""

import re
from dataclasses import replace

from service.domain import Attribution, AttributionClass, ChainLink

_REPORTERS = (
    # The Bluebook's table T1: federal reporters, and the regional ones of the states.
    r"U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.(?:\s?(?:2d|3d|4th))?|"
    r"F\.\s?Supp\.(?:\s?[23]d)?|F\.\s?App[’']x|B\.\s?R\.|"
    r"(?:A|P|N\.\s?[EWY]|S\.\s?[EW]|So|Cal|Ill|N\.\s?Y)\.(?:\s?(?:2d|3d|4th|5th))"
)
_COURTS = (
    r"BGH|BVerfGE?|BVerwG|BAG|BSG|BFH|BPatG|EuGH|EuG|EGMR|VGH|"
    r"(?:OLG|LG|AG|OVG|VG|LAG|LSG|FG|KG|VGH)\s[A-ZÄÖÜ][\wäöüß-]+"
)
_DATE = r"(?:vo[mn]\s|v\.\s?|of\s|du\s|de\s)\d{1,2}\.?\s?(?:\d{1,2}\.|[A-Za-zäûéç]{3,10})\s?\d{4}"
# "1 BvR 2656/18", "VI ZR 123/20", "7 A 1.19", "3 StR 5/21"
_GERMAN_NUMBER = r"(?:\d{1,3}|[IVX]{1,5}[a-z]?)\s(?:[A-Z][A-Za-z]{0,4})\s\d{1,4}[/.]\d{2}"
_DOCKET = r"[CTF][-‑–]\d{1,4}/\d{2}(?:\sP(?:PU)?)?"
_DECISION = r"(?:(?:Urteil|Beschluss|Urt\.|Beschl\.|Az\.:?|judgment|arrêt)\s)"
_NUMBER = rf"(?:(?:Az\.:?|Rs\.|Rechtssache)\s)?(?:{_GERMAN_NUMBER}|{_DOCKET})"
_PATTERNS = (
    rf"(?<![\w.])\d{{1,4}}\s(?:{_REPORTERS})\s\d{{1,5}}(?:\s\(\D{{0,20}}\d{{4}}\))?",
    # German courts, with the kind of the decision, its date, and its number
    rf"(?:{_COURTS}),?\s{_DECISION}?(?:{_DATE}\s?[,–-]?\s?)?{_NUMBER}",
    rf"\b(?:Az\.:?|Aktenzeichen:?)\s?{_GERMAN_NUMBER}",
    rf"\b(?:[Rr]echtssache|Rs\.|[Cc]ases?|[Aa]ffaires?|[Aa]suntos?|[Cc]ause)\s{_DOCKET}",
    r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}[A-Z0-9]",
    # Neutral citations of the United Kingdom
    r"\[\d{4}\]\s(?:UKSC|UKHL|UKPC|EWCA\s(?:Civ|Crim)|EWHC|CSIH|NICA)\s\d{1,5}(?:\s\(\w{1,8}\))?",
)
_CITATION = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))


def find_court_citations(sentence: str) -> tuple[str, ...]:
    """Give the citations as written, in text order."""
    if not any(character.isdigit() for character in sentence):
        return ()
    return tuple(match.group().strip() for match in _CITATION.finditer(sentence))


def with_decision(attribution: Attribution, sentence: str) -> Attribution:
    """Attribute a sentence that nobody else vouches for to the decision that it cites."""
    if attribution.cls is not AttributionClass.NONE:
        return attribution
    for name in find_court_citations(sentence)[:1]:
        chain = (ChainLink(name, AttributionClass.NAMED_DOCUMENT),)
        cls = AttributionClass.NAMED_DOCUMENT
        return replace(attribution, cls=cls, speaker=name, chain=chain)
    return attribution
