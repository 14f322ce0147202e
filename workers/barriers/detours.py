"""The address asked for and the one that answered in, what a detour shows out. Pure."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import SplitResult, parse_qs, urlsplit

from service.domain import Sign, SignName, redirect_sign

_LOGIN = re.compile(
    r"^(?:log[-_]?(?:in|on)|sign[-_]?(?:in|on)|sso|saml2?|oauth2?|openid[-\w]*|authorize|auth"
    r"|wp-login|authenticate|authentication|anmelden|anmeldung|connexion|iniciar-sesion|inloggen"
    r"|logowanie|accedi)(?:\.\w{2,4})?$",
    re.IGNORECASE,
)
_LOGIN_HOST = re.compile(
    r"^(?:login|signin|sso|auth|accounts?|idp?|identity|cas|adfs|shibboleth)\."
    r"|\.(?:auth0|okta|onelogin|amazoncognito|microsoftonline|b2clogin)\.com$",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"^(?:consent|zustimmung|privacy-?(?:gate|wall|consent)|cookie-?(?:wall|consent)|gdpr-?consent"
    r"|collectconsent|datenschutz-?zustimmung)$",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"^(?:consent|myprivacy|privacy|cmp|guce|zustimmung)\.", re.IGNORECASE)
_SEARCH = re.compile(
    r"^(?:search|suche|recherche|rechercher|buscar|busca|busqueda|ricerca|cerca|zoeken|sok|haku"
    r"|szukaj|szukanie|poisk|arama|hledat|searchresults?)(?:\.\w{2,4})?$",
    re.IGNORECASE,
)
_SEARCH_KEYS = frozenset({"s", "q", "query", "search", "keyword", "keywords", "searchterm"})
_ERROR = re.compile(
    r"^(?:(?:error|err|fehler|erreur)?[-_]?(?:404|410)|(?:page[-_]?)?not[-_]?found|404[-_]?error"
    r"|errors?|nicht-gefunden|page-introuvable)(?:\.\w{2,5})?$",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"^/*(?:(?:index|default|home|start|welcome)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)?/*$",
    re.IGNORECASE,
)
_SHORT = len("/xx-xx/")  # characters; an address of no more names a language or a section
# A story's own address: a date, or three words and more. No link shortener has one.
_STORY = re.compile(r"/\d{4}/\d{1,2}/|/[^/]*[a-z]+-[a-z\d]+-[a-z\d-]+[^/]*/?$", re.IGNORECASE)


class Detour(Enum):
    """Where an address led instead."""

    LOGIN = auto()
    CONSENT = auto()
    SEARCH = auto()
    ERROR = auto()
    HOME = auto()


@dataclass(frozen=True, slots=True)
class _Ends:
    asked: SplitResult
    got: SplitResult

    @property
    def is_one_site(self) -> bool:
        return _site(self.asked) == _site(self.got)


def detour_of(url: str, final_url: str) -> tuple[Detour, Sign] | None:
    """Say where an address led, if not to the page; ``None`` where it may be the page."""
    try:
        ends = _Ends(urlsplit(url), urlsplit(final_url))
        kind = _kind(ends)
    except ValueError:
        return None
    return None if kind is None else (kind, redirect_sign(_NAMES[kind], url, final_url))


_NAMES = {
    Detour.LOGIN: SignName.REDIRECT_LOGIN,
    Detour.CONSENT: SignName.REDIRECT_CONSENT,
    Detour.SEARCH: SignName.REDIRECT_SEARCH,
    Detour.ERROR: SignName.REDIRECT_ERROR,
    Detour.HOME: SignName.REDIRECT_HOME,
}


def _kind(ends: _Ends) -> Detour | None:
    if (ends.asked.netloc, ends.asked.path) == (ends.got.netloc, ends.got.path):
        return None
    if _is_new(ends, _LOGIN, _LOGIN_HOST):
        return Detour.LOGIN
    if _is_new(ends, _CONSENT, _CONSENT_HOST):
        return Detour.CONSENT
    if _is_new(ends, _ERROR, None):
        return Detour.ERROR
    if ends.is_one_site and _searches(ends.got) and not _searches(ends.asked):
        return Detour.SEARCH
    return Detour.HOME if _leads_home(ends) else None


def _is_new(ends: _Ends, segment: re.Pattern[str], host: re.Pattern[str] | None) -> bool:
    """Whether the address that answered is of a kind, and the one asked for was not."""
    return _is_of(ends.got, segment, host) and not _is_of(ends.asked, segment, host)


def _is_of(parts: SplitResult, segment: re.Pattern[str], host: re.Pattern[str] | None) -> bool:
    if host is not None and host.search(parts.hostname or ""):
        return True
    return any(segment.match(part) for part in parts.path.split("/"))


def _searches(parts: SplitResult) -> bool:
    if any(_SEARCH.match(part) for part in parts.path.split("/")):
        return True
    return bool(_FRONT.match(parts.path) and _SEARCH_KEYS & parse_qs(parts.query).keys())


def _leads_home(ends: _Ends) -> bool:
    """Whether a deep address was sent on to a front page: of its site, or of another."""
    asked = ends.asked.path
    if not _FRONT.match(ends.got.path) or ends.got.query or _FRONT.match(asked):
        return False
    if ends.is_one_site:
        return asked.strip("/").count("/") > 0 or len(asked) > _SHORT
    # Of other sites only what was plainly a story: a short link may well lead to a front page.
    return bool(_STORY.search(asked))


def _site(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.").removeprefix("m.")
