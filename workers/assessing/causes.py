"""A claim and the sentences of its source in, the words that leave its cause open out. Pure.

Who says that one thing is because of another is not borne out by a page that has both and "does
not say why". Told where nothing that the passage says names a cause. English and German.
"""

import re
from collections.abc import Iterator, Sequence

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim
from workers.language.patterns import LatePattern

_CAUSE = LatePattern(
    r"\b(?:because|due to|owing to|thanks to|caus(?:e|es|ed|ing)|as a (?:result|consequence) of|"
    r"result(?:s|ed)? (?:from|in)|stems? from|stemmed from|led to|leads to|down to|"
    r"blam(?:e|es|ed|ing)|attribut(?:e|es|ed)|explain(?:s|ed)?|"
    r"weil|wegen|aufgrund|auf grund|infolge|dank|verursach\w*|führt\w* zu|liegt an|lag an)\b",
    re.IGNORECASE,
)
_NO_REASON = (
    r"(?:why|how come|what (?:caused|lies behind)|"
    r"(?:a|any|the) (?:\w+ )?(?:reason|cause|explanation)s?)\b"
)
_DISCLAIMED = LatePattern(
    rf"\b(?:(?:do|does|did|has|have|had)(?: not|n[’']t)|without) "
    rf"(?:say|saying|said|state|stating|stated|specify|specifying|specified|explain(?:ed|ing)?|"
    rf"give|giving|given|offer(?:ed|ing)?|disclosed?|disclosing|provided?|providing|tell) "
    rf"{_NO_REASON}"
    r"|\b(?:gives?|gave|given|giving|offers?|offered|offering|provides?|provided|names?|named) "
    r"no (?:\w+ )?(?:reason|cause|explanation)s?\b"
    r"|\b(?:reason|cause)s?(?: (?:of|for|behind) [^.;:]{1,60}?)? "
    r"(?:is|are|was|were|remain(?:s|ed)?) "
    r"(?:still )?(?:not (?:yet )?(?:known|clear|given)|unclear|unknown|under investigation)\b"
    r"|\b(?:unclear|unknown|not (?:yet )?(?:known|clear)) (?:why|what caused)\b"
    r"|\b(?:nennt|nannte|nennen|nannten|gab|gibt) kein(?:en|e) (?:gr[uü]nde?|ursachen?)\b"
    r"|\b(?:ursache|grund)(?: [^.;:]{1,60}?)? (?:ist|war|bleibt|blieb) (?:noch )?"
    r"(?:unklar|unbekannt|nicht bekannt|offen)\b"
    r"|\b(?:unklar|offen|nicht bekannt|unbekannt), (?:warum|weshalb|wieso)\b",
    re.IGNORECASE,
)


def find_open_cause(claim: Claim, aligned: Sequence[Aligned]) -> tuple[Aligned, int, int] | None:
    """Find the sentence, and the offsets in its source, that say that the cause is not known."""
    if not _CAUSE.search(claim.text) or _DISCLAIMED.search(claim.text):
        return None
    found = None
    for each, unit in _said(aligned):
        index = each.window.index
        start, end = index.opens[unit], index.closes[unit]
        open_here = _DISCLAIMED.search(index.text[start:end])
        if open_here is None and _CAUSE.search(index.text[start:end]):
            return None
        if open_here is not None and found is None:
            found = each, start + open_here.start(), start + open_here.end()
    return found


def _said(aligned: Sequence[Aligned]) -> Iterator[tuple[Aligned, int]]:
    """Give the sentences of the passages, and the one after that which holds most."""
    for each in aligned:
        yield each, each.unit
    if aligned and aligned[0].unit + 1 < aligned[0].window.index.units:
        yield aligned[0], aligned[0].unit + 1
