"""Texts and URLs in; what stays the same where nothing that matters changed, out. Pure."""

import hashlib
import re
import unicodedata
from typing import Final

from service.domain.addresses import same_page_key

# A newsroom's style of quotation marks and dashes says nothing of a statement: all marks,
# primes and apostrophes are one, and all dashes are one.
TYPOGRAPHY: Final = str.maketrans(
    dict.fromkeys('‘’‚‛“”„‟«»‹›′″‴`´\u1ffd"', "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
# Compatibility forms would make 104 of 10⁴, and 11⁄2 of 1½, which are other numbers.
_RAISED: Final = re.compile(
    "[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215e]"
)
# Soft hyphens, joiners and marks of direction are not seen, and come and go with an editor.
_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


def normal_text(text: str) -> str:
    """Fold case, compatibility forms, quotation marks, dashes, white space and unseen signs.

    Raised digits and fractions stay apart from plain ones.
    """
    seen = _RAISED.sub(r"^\g<0>", _UNSEEN.sub("", text)).translate(TYPOGRAPHY)
    folded = unicodedata.normalize("NFKC", seen).casefold()
    # Folding case may take apart what was composed (Unicode, section 3.13, D146).
    whole = unicodedata.normalize("NFKC", folded).translate(TYPOGRAPHY)
    return " ".join(whole.split())


def fingerprint(rule: str, statement: str, url: str, detail: str = "") -> str:
    """Name a finding by rule, statement, source and detail, as 64 hexadecimal digits.

    No offset and no line goes in, so a moved paragraph keeps its findings.
    """
    address = same_page_key(url) or normal_text(url)
    return digest(rule, normal_text(statement), address, normal_text(detail))


def digest(*parts: str) -> str:
    """Name texts in their order, as 64 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
