"""What a site shows in place of a page, and by what that is known. Pure.

Fetching knows it by the head of an answer, extracting by the page: both look here.
"""

from workers.barriers.bots import captcha_sign, header_sign, markup_sign
from workers.barriers.detours import Detour, detour_of
from workers.barriers.parking import parked_sign
from workers.barriers.phrases import (
    names_challenge,
    names_consent,
    names_login,
    names_missing,
    needs_script,
    offers_access,
    offers_for_free,
    says_gone,
)

__all__ = [
    "Detour",
    "captcha_sign",
    "detour_of",
    "header_sign",
    "markup_sign",
    "names_challenge",
    "names_consent",
    "names_login",
    "names_missing",
    "needs_script",
    "offers_access",
    "offers_for_free",
    "parked_sign",
    "says_gone",
]
