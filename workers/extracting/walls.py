"""The signs of a page in, what stands before its text out, with the evidence. Pure.

No phrase alone decides: a title or a script counts only where little text stands beside
it. Thresholds are words, set on pages as sites serve them; a news brief has more.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from service.domain import Access, ReaderAccess

FEW = 150  # words; a page with more shows an article whatever its title says
SCRIPT_ONLY = 5  # words; a page of scripts with fewer waits for them
TEASER = 60  # words; a paid page with fewer gives no more than its standfirst
WHOLE = 0.8  # share of the stated word count that counts as all of it

_MISSING = re.compile(
    r"\b404\b|\b410\b|page (?:was |could )?not (?:be )?found|not found|page (?:doesn.t|does not)"
    r" exist|no longer (?:available|exists)|nothing (?:was )?found|page (?:is )?missing|gone\b"
    r"|(?:seite|artikel|inhalt) (?:wurde )?(?:leider )?nicht (?:mehr )?(?:gefunden|verfügbar)"
    r"|page introuvable|n.existe (?:pas|plus)|página no (?:se ha )?encontrad[ao]|no encontrada"
    r"|página não encontrada|pagina non trovata|pagina niet gevonden|siden blev ikke fundet"
    r"|sidan (?:kunde inte|hittades inte)|strona nie (?:została|istnieje)|nie znaleziono"
    r"|страница не найдена|сторінку не знайдено|ページが見つかりません|页面不存在|找不到"
    r"|페이지를 찾을 수 없|الصفحة غير موجودة|sayfa bulunamadı",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"just a moment|attention required|checking (?:if the site|your browser)|are you (?:a )?"
    r"(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human|not a robot"
    r"|access (?:to this page has been )?denied|pardon our interruption|security check"
    r"|bot (?:check|verification)|captcha"
    r"|unusual traffic|request (?:was )?blocked|ddos protection|one more step"
    r"|you have been blocked",
    re.IGNORECASE,
)
_CHALLENGE_SCRIPT = re.compile(
    rb"/cdn-cgi/challenge-platform/|_cf_chl_opt|captcha-delivery\.com|px-captcha|perimeterx"
    rb"|_Incapsula_Resource|ak_bmsc_challenge|/_sec/cp_challenge|awsWafCookie|challenges\.cloudflare"
    rb"|hcaptcha\.com|recaptcha/(?:api|enterprise)|geo\.captcha|ddos-guard|/\.well-known/ddosify",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:log|sign)[ -]?(?:in|on)\b|anmeld|einloggen|connexion|se connecter|iniciar sesi"
    r"|iniciar sessão|accedi\b|inloggen|logg? in|zaloguj|войти|вход|увійти|ログイン|登录|로그인",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"before you continue|we (?:value|care about) your privacy|your privacy choices|cookie"
    r" (?:consent|settings)|accept (?:all )?cookies|privacy gate|zustimmung|datenschutz-?einstell"
    r"|mit werbung weiterlesen|respectons? (?:de )?votre vie privée|tu privacidad|uw privacy",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"^(?:consent|myprivacy|privacy|cmp|guce)\.", re.IGNORECASE)
_NEEDS_SCRIPT = re.compile(
    r"enable java\s?script|requires java\s?script|java\s?script is"
    r" (?:disabled|required)|turn on java\s?script|bitte java\s?script|activer java\s?script",
    re.IGNORECASE,
)


_FRONT = frozenset({"", "/", "/index.html", "/index.htm", "/index.php"})


@dataclass(frozen=True, slots=True)
class Signs:
    """What can be seen of a page. ``words`` are those extracted, ``seen`` all on the page."""

    title: str
    heading: str
    text: str
    words: int
    seen: int
    source: bytes
    has_password: bool
    has_script: bool
    is_free: bool | None
    word_count: int | None
    url: str
    final_url: str


@dataclass(frozen=True, slots=True)
class Wall:
    """What stands before the text, or before a part of it (``partial_text``)."""

    access: Access
    obstacle: str
    reader_access: ReaderAccess = ReaderAccess.UNKNOWN


def wall_of(signs: Signs) -> Wall | None:
    """Decide what stands before the text; ``None`` where nothing does."""
    if signs.words < FEW and (wall := _instead_of_text(signs)) is not None:
        return wall
    if _leads_home(signs.url, signs.final_url):
        return Wall(Access.SOFT_404, "the address leads to the front page of the site instead")
    return _before_part(signs)


def _instead_of_text(signs: Signs) -> Wall | None:
    """Judge a page with little text: what may be shown in its place."""
    named = f"{signs.title}\n{signs.heading}"
    if _is_challenge(signs, named):
        return Wall(Access.BOT_BLOCKED, "the site shows a check for robots instead of the page")
    if _MISSING.search(named):
        return Wall(Access.SOFT_404, "the page says that it was not found, with status 200")
    # Many sites keep a login box in the corner of each page; this one must be the page.
    if signs.has_password and (signs.seen < FEW or _LOGIN.search(named)):
        words = "the site shows a login form instead of the page"
        return Wall(Access.LOGIN, words, ReaderAccess.REGISTRATION)
    if _is_consent(signs, named):
        words = "the site shows a question about cookies instead of the page"
        return Wall(Access.BOT_BLOCKED, words)
    if signs.is_free is False and signs.words < TEASER and not _is_all(signs):
        words = f"the page calls itself paid, and only {signs.words} words can be read"
        return Wall(Access.PAYWALLED, words, ReaderAccess.PAID)
    return _shows_nothing(signs)


def _shows_nothing(signs: Signs) -> Wall | None:
    asks_script = bool(_NEEDS_SCRIPT.search(signs.source[-200_000:].decode("utf-8", "ignore")))
    if signs.words < SCRIPT_ONLY and (signs.has_script or asks_script):
        return Wall(Access.UNSUPPORTED_TYPE, "the page shows its text only with JavaScript")
    if not signs.words:
        return Wall(Access.SOFT_404, "the address answers, but the page is empty")
    return None


def _before_part(signs: Signs) -> Wall | None:
    """Judge a page with text: the page may say that there is more."""
    if signs.is_free is False and not _is_all(signs):
        words = "the page calls itself paid; whether all of it was read is not known"
        return Wall(Access.PARTIAL_TEXT, words, ReaderAccess.PAID)
    if signs.is_free is False:
        return Wall(Access.OK, "the page calls itself paid", ReaderAccess.PAID)
    if signs.word_count and signs.words < WHOLE / 2 * signs.word_count:
        words = f"the page states {signs.word_count} words, and {signs.words} could be read"
        return Wall(Access.PARTIAL_TEXT, words)
    return None


def _is_all(signs: Signs) -> bool:
    return bool(signs.word_count) and signs.words >= WHOLE * (signs.word_count or 0)


def _is_challenge(signs: Signs, named: str) -> bool:
    if signs.seen >= FEW:
        return False
    return bool(
        _CHALLENGE.search(named)
        or (signs.words < FEW / 3 and _CHALLENGE_SCRIPT.search(signs.source))
    )


def _is_consent(signs: Signs, named: str) -> bool:
    host = urlsplit(signs.final_url).hostname or ""
    return bool(_CONSENT_HOST.search(host) or _CONSENT.search(named))


def _leads_home(url: str, final_url: str) -> bool:
    """Whether a deep address of a site was sent on to that site's front page."""
    asked, got = urlsplit(url), urlsplit(final_url)
    same = (asked.hostname or "").removeprefix("www.") == (got.hostname or "").removeprefix("www.")
    was_deep = asked.path.strip("/").count("/") > 0 or len(asked.path) > len("/xx-xx/")
    was_deep = was_deep and asked.path not in _FRONT
    return same and was_deep and got.path in _FRONT and not got.query
