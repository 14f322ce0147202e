"""What an access state was decided from, as data: a name of a closed list and a value. Pure.

The sign that decided stands first, what bears it out after it. No sign carries a secret:
addresses come without user, query and fragment, and of a header that names a scheme or a
challenge only that word is kept. Cookies and credentials are never signs.
"""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

MAX_VALUE = 160  # characters of a value; a page's title may be as long as it likes


class SignName(StrEnum):
    """What was looked at."""

    STATUS = "status"  # the HTTP status, as "403"
    RETRY_AFTER = "retry_after"  # seconds, as "120"
    AUTHENTICATE = "authenticate"  # the scheme of WWW-Authenticate, as "Basic"
    BOT_HEADER = "bot_header"  # a header that only a bot wall sends, as "cf-mitigated: challenge"
    BOT_MARKUP = "bot_markup"  # whose challenge the page carries, as "Cloudflare"
    CAPTCHA = "captcha"  # whose puzzle the page carries, as "hCaptcha"
    CONTENT_TYPE = "content_type"
    CONTENT_ENCODING = "content_encoding"
    FILE_KIND = "file_kind"  # what the bytes are, as "an image"
    REDIRECT_HOME = "redirect_home"  # "from → to", as all redirects
    REDIRECT_LOGIN = "redirect_login"
    REDIRECT_CONSENT = "redirect_consent"
    REDIRECT_SEARCH = "redirect_search"
    REDIRECT_ERROR = "redirect_error"  # to an address that names an error
    REDIRECT_REFUSED = "redirect_refused"  # to what is not opened
    REDIRECT_CIRCLE = "redirect_circle"
    REDIRECTS = "redirects"  # how many were followed
    META_REFRESH = "meta_refresh"  # the page itself sends its reader on, to this address
    ACCESSIBLE_FOR_FREE = "accessible_for_free"  # schema.org isAccessibleForFree
    CONTENT_TIER = "content_tier"  # article:content_tier
    PAYWALL_MARKUP = "paywall_markup"  # the class or id of an element that offers to sell
    PAID_SECTION = "paid_section"  # words in the part that is marked as paid, as "412"
    WORDS_STATED = "words_stated"  # how long the page says its article is
    WORDS_READ = "words_read"
    WORDS_SEEN = "words_seen"  # all on the page, menus included
    PAGES_READ = "pages_read"  # as "3 of 12"
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"  # words of the page
    PASSWORD_FIELD = "password_field"  # noqa: S105  a name
    CONSENT_MARKUP = "consent_markup"  # whose question it is, as "Sourcepoint"
    JAVASCRIPT = "javascript"  # what shows that the text needs it
    PARKED = "parked"  # whose page for unused names it is
    ROBOTS_RULE = "robots_rule"  # as "Disallow: /story"
    ROBOTS_STATUS = "robots_status"  # of robots.txt itself
    ROBOTS_SILENCE = "robots_silence"  # seconds that robots.txt was waited for
    SIZE_LIMIT = "size_limit"  # bytes
    TIME_LIMIT = "time_limit"  # seconds
    SOURCE_LIMIT = "source_limit"  # sources of one article
    CONNECTION = "connection"  # how far it came, as "refused"
    NAME_SERVICE = "name_service"  # what it said of the host, as "no such name"
    REFUSED_ADDRESS = "refused_address"  # as "10.1.2.3" or "port 25"
    REFUSED_URL = "refused_url"  # what of it is not opened, as "ftp"
    OFFLINE = "offline"
    INTERNAL_ERROR = "internal_error"  # of ours; the step that failed, as "reading"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that was seen of a source."""

    name: SignName
    value: str


def sign(name: SignName, value: object) -> Sign:
    """Make a sign, its value on one line and cut to ``MAX_VALUE`` characters."""
    line = " ".join(str(value).split())
    return Sign(name, line if len(line) <= MAX_VALUE else f"{line[: MAX_VALUE - 1].rstrip()}…")


def bare_url(url: str) -> str:
    """Give an address as a sign may carry it: without user, password, query and fragment."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that cannot be read"
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{port}{parts.path}" if host else f"{parts.scheme}:…"


def redirect_sign(name: SignName, url: str, final_url: str) -> Sign:
    """Make the sign of a redirect, as "from → to"."""
    return sign(name, f"{bare_url(url)} → {bare_url(final_url)}")
