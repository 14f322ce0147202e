"""Texts and URLs in; what stays the same where nothing that matters changed, out. Pure."""

import hashlib
import unicodedata

from service.domain.addresses import same_page_key

TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)


def normal_text(text: str) -> str:
    """Fold case, compatibility forms, typographic quotes and dashes, and white space."""
    folded = unicodedata.normalize("NFKC", text).translate(TYPOGRAPHY).casefold()
    return " ".join(folded.split())


def fingerprint(rule: str, statement: str, url: str, detail: str = "") -> str:
    """Name a finding by rule, statement, source and detail, as 64 hexadecimal digits.

    No offset and no line goes in, so a moved paragraph keeps its findings.
    """
    address = same_page_key(url) or normal_text(url)
    parts = (rule, normal_text(statement), address, normal_text(detail))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
