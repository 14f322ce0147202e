"""The signs of a source in, the words that say them to a reader out. Pure."""

from service.domain import Sign, SignName, Source

SEPARATOR = "; "

_WORDS = {
    SignName.STATUS: "status {}",
    SignName.RETRY_AFTER: "come back in {} s",
    SignName.AUTHENTICATE: "asks for credentials ({})",
    SignName.BOT_HEADER: "header {}",
    SignName.BOT_MARKUP: "challenge page of {}",
    SignName.CAPTCHA: "puzzle of {}",
    SignName.CONTENT_TYPE: "type {}",
    SignName.CONTENT_ENCODING: "packed as {}",
    SignName.FILE_KIND: "{}",
    SignName.REDIRECT_HOME: "redirect to the front page: {}",
    SignName.REDIRECT_LOGIN: "redirect to a login: {}",
    SignName.REDIRECT_CONSENT: "redirect to a question of consent: {}",
    SignName.REDIRECT_SEARCH: "redirect to a search: {}",
    SignName.REDIRECT_ERROR: "redirect to an error page: {}",
    SignName.REDIRECT_REFUSED: "redirect to what is not opened: {}",
    SignName.REDIRECT_CIRCLE: "redirects in a circle: {}",
    SignName.REDIRECTS: "{} redirects",
    SignName.META_REFRESH: "the page sends its reader on to {}",
    SignName.ACCESSIBLE_FOR_FREE: "isAccessibleForFree: {}",
    SignName.CONTENT_TIER: "content tier: {}",
    SignName.PAYWALL_MARKUP: "paywall in the page: {}",
    SignName.PAID_SECTION: "{} words in the paid part",
    SignName.WORDS_STATED: "{} words stated",
    SignName.WORDS_READ: "{} words read",
    SignName.WORDS_SEEN: "{} words on the page",
    SignName.PAGES_READ: "{} pages read",
    SignName.TITLE: "title “{}”",
    SignName.HEADING: "heading “{}”",
    SignName.TEXT: "“{}”",
    SignName.PASSWORD_FIELD: "fields for a password: {}",
    SignName.CONSENT_MARKUP: "consent page of {}",
    SignName.JAVASCRIPT: "{}",
    SignName.PARKED: "page for unused names: {}",
    SignName.ROBOTS_RULE: "robots.txt: {}",
    SignName.ROBOTS_STATUS: "robots.txt: status {}",
    SignName.ROBOTS_SILENCE: "robots.txt: no answer in {} s",
    SignName.SIZE_LIMIT: "limit of {} bytes",
    SignName.TIME_LIMIT: "limit of {} s",
    SignName.SOURCE_LIMIT: "limit of {} sources",
    SignName.CONNECTION: "connection: {}",
    SignName.NAME_SERVICE: "name service: {}",
    SignName.REFUSED_ADDRESS: "address {}",
    SignName.REFUSED_URL: "{}",
    SignName.OFFLINE: "offline",
    SignName.INTERNAL_ERROR: "error of Sourceproof itself in {}",
}


def say_sign(sign: Sign) -> str:
    """Say one sign, as "status 403"."""
    return _WORDS[sign.name].format(sign.value)


def say_signs(source: Source) -> str:
    """Say what a source's state was decided from, in one line; empty where it was not told."""
    signs = () if source.outcome is None else source.outcome.signs
    return SEPARATOR.join(say_sign(each) for each in signs)


def say_evidence(source: Source) -> str:
    """Say the signs where something stood in the way, and nothing of a page that was just read."""
    outcome = source.outcome
    return say_signs(source) if outcome is not None and outcome.obstacle else ""
