"""The title, heading or text of a page in, whether it names a barrier out. Pure.

A title counts only as a whole: "Page not found | The Gull" is an error page's, "Page not
found: how links rot" an article's. What little stands beside it is the caller's to weigh.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from workers.barriers import wordings

_PARTS = re.compile(r"\s+[-–—|:·•»/]+\s+|\s*[|·•»]\s*|\n")
_MAX_HEAD = 300  # characters; a longer one is no heading
_MAX_TEXT = 2_000  # characters of a page that says that it is gone
_GONE = re.compile(wordings.GONE)
_OFFER = re.compile(wordings.OFFER)
_FREE = re.compile(wordings.FREE)
_PRICE = re.compile(r"[€$£¥₽₹₩]|\b(?:EUR|USD|CHF|GBP)\b|\d[.,]\d\d\b")
_SCRIPT = re.compile(wordings.NEEDS_SCRIPT)


def names_missing(*heads: str) -> str | None:
    """Return the part of a title or heading that says that there is no such page."""
    return _whole(_bare_missing(), heads)


def names_challenge(*heads: str) -> str | None:
    """Return the part that asks whether its reader is a person, or turns it away."""
    return _whole(_any(wordings.CHALLENGE), heads)


def names_login(*heads: str) -> str | None:
    """Return the part that asks for a login."""
    return _whole(_any(wordings.LOGIN), heads)


def names_consent(*heads: str) -> str | None:
    """Return the part that asks for consent to cookies."""
    return _whole(_any(wordings.CONSENT), heads)


def says_gone(text: str) -> str | None:
    """Return the line of a short text that says that its page was removed."""
    for line in text[:_MAX_TEXT].split("\n"):
        if _GONE.search(normalised(line)):
            return line
    return None


def offers_access(text: str) -> bool:
    """Whether a text sells or hands out access; alone that says nothing of a page."""
    return bool(_OFFER.search(normalised(text[:_MAX_TEXT])))


def offers_for_free(text: str) -> bool:
    """Whether an offer asks for an account and names no price."""
    return bool(_FREE.search(normalised(text[:_MAX_TEXT]))) and not _PRICE.search(text)


def needs_script(text: str) -> bool:
    """Whether a text asks its reader to turn JavaScript on."""
    return bool(_SCRIPT.search(normalised(text[:_MAX_TEXT])))


def normalised(text: str) -> str:
    """Fold case, and turn punctuation, symbols and white space into single spaces."""
    kept = (" " if unicodedata.category(sign)[0] in "PSZC" else sign for sign in text)
    return " ".join("".join(kept).casefold().split())


@cache
def _bare_missing() -> re.Pattern[str]:
    """Compile what takes a twentieth of a second only where a page was fetched."""
    return re.compile(
        rf"(?:{wordings.AROUND_MISSING} )*"
        rf"(?:{wordings.MISSING_ALONE}|{'|'.join(wordings.MISSING)})(?: {wordings.AROUND_MISSING})*"
    )


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


def _whole(pattern: re.Pattern[str], heads: Iterable[str]) -> str | None:
    for head in heads:
        if len(head) <= _MAX_HEAD:
            for part in (head, *_PARTS.split(head)):
                if pattern.fullmatch(normalised(part)):
                    return part.strip()
    return None
