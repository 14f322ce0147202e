"""A claim and a sentence of its source in, the words that tell it of a made-up story out. Pure.

"In the novel, the mayor flees to Lisbon" tells of no mayor. Told where the frame stands before
all that the sentence shares with the claim, and the claim speaks of no work itself. Known of
English and German.
"""

import re

from workers.assessing.alignment import Aligned, lead_of
from workers.assessing.coverage import Claim
from workers.language.patterns import LatePattern

Span = tuple[int, int]

_KIND = (
    r"(?:novel(?:la)?|short story|film|movie|play|sitcom|opera|musical|video game|thriller|"
    r"(?:tv|television|netflix|hbo|bbc|crime|drama|comedy) (?:series|drama)|"
    r"(?:first|second|third|pilot|opening|latest) episode)"
)
# With a comma or a title behind it: "in the film industry" and "in the play area" are places.
_FRAME = LatePattern(
    rf"\bin (?:the|this|his|her|their|its|a) (?:[\w’'-]+ ){{0,2}}?{_KIND}"
    r"(?= ?[,(“\"‘]| by \w| of the same name)"
    r"|\b(?:a|an|the|this|its|his|her) fictional\b"
    r"|\b(?:im|in dem|in seinem|in ihrem) (?:[\wäöüß-]+en )?(?:roman|film|spielfilm|fernsehfilm|"
    r"krimi|thriller|theaterstück|hörspiel|kurzgeschichte)\b",
    re.IGNORECASE,
)
# Whoever speaks of a work says what a page about it says.
_OF_WORKS = LatePattern(
    r"\b(?:novel\w*|book\w*|stor(?:y|ies)|films?|movies?|plays?|played|playing|series|sitcom\w*|"
    r"episodes?|season|operas?|musicals?|games?|thrillers?|dramas?|fiction\w*|characters?|role|"
    r"starring|stars?|plot|scenes?|protagonist|sequel|author|writer|actor|actress|"
    r"roman\w*|buch\w*|\w*film\w*|krimi\w*|\w*stück\w*|hörspiel\w*|\w*geschichte|figur\w*|"
    r"fiktiv\w*|serie\w*|folge\w*|rolle|spielt\w*|autor\w*)\b",
    re.IGNORECASE,
)


def find_story(claim: Claim, there: Aligned) -> Span | None:
    """Find the words that say of what comes next that it is a story, as offsets into the source."""
    if _OF_WORKS.search(claim.text) or (lead := lead_of(there)) is None:
        return None
    found = _FRAME.search(there.window.index.text[lead[0] : lead[1]])
    return None if found is None else (lead[0] + found.start(), lead[0] + found.end())
