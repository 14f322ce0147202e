"""What can be seen of a page in, what stands before its text out, with the signs for it. Pure.

No phrase alone decides. A title counts as a whole and only where little text stands beside
it and no date; a login box only where it is the page; a paywall by structured data, stated
length or an element that sells. Thresholds are words, set on pages as sites serve them.
"""

from collections.abc import Callable

from service.domain import Access, ReaderAccess, Sign, SignName, bare_url, sign
from workers.barriers import (
    Detour,
    captcha_sign,
    detour_of,
    header_sign,
    markup_sign,
    names_challenge,
    names_consent,
    names_login,
    names_missing,
    needs_script,
    parked_sign,
    says_gone,
)
from workers.extracting.prices import price_of
from workers.extracting.seen import Seen
from workers.extracting.wall import FEW, TEASER, Wall, title_sign, word_signs

BARE = 12  # words; a page with fewer says nothing beside its puzzle or its form
SHELL = 30  # words; menus that stand without the text that a script would bring
MANY_LINKS = 0.5  # share of words that are links; an article has fewer

_CHECK = "the site shows a check for robots instead of the page"
_CONSENT = "the site shows a question about cookies instead of the page"
_LOGIN = "the site shows a login form instead of the page"


def wall_of(seen: Seen) -> Wall:
    """Decide what stands before the text; ``ok`` where nothing does."""
    if seen.words < FEW and (wall := _instead_of_text(seen)) is not None:
        return wall
    return _detour(seen) or _long_error(seen) or price_of(seen) or _plain(seen)


def _instead_of_text(seen: Seen) -> Wall | None:
    """Judge a page with little text: what may be shown in its place."""
    for judge in _JUDGES:
        wall = judge(seen)
        if wall is not None:
            return wall
    return None


def _challenge(seen: Seen) -> Wall | None:
    found = header_sign(seen.reply.status, seen.reply.headers)
    if found is None and seen.seen < FEW:
        found = markup_sign(seen.source) or _puzzle(seen)
    if found is None and seen.words < TEASER and not seen.is_dated:
        found = title_sign(seen, names_challenge)
    return None if found is None else Wall(Access.BOT_BLOCKED, _CHECK, signs=(found,))


def _puzzle(seen: Seen) -> Sign | None:
    """Return a puzzle that is the page: a form for comments may hold one too."""
    heads = (*seen.heads, *seen.text.split("\n")[:5])
    is_page = seen.loose_words < BARE or names_challenge(*heads) is not None
    return captcha_sign(seen.source) if is_page and not seen.is_dated else None


def _detour(seen: Seen) -> Wall | None:
    """Judge where a redirect ended. Errors, searches and front pages may have much text."""
    found = detour_of(seen.reply.url, seen.reply.final_url)
    if found is None:
        return None
    kind, way = found
    is_short = seen.words < FEW
    if kind is Detour.LOGIN and (is_short or seen.passwords):
        words = "the address leads to a login instead of the page"
        return Wall(Access.LOGIN, words, ReaderAccess.REGISTRATION, (way,))
    if kind is Detour.CONSENT and is_short:
        words = "the address leads to a question about cookies instead of the page"
        return Wall(Access.BOT_BLOCKED, words, signs=(way,))
    away = _AWAY.get(kind)
    return None if away is None else Wall(Access.SOFT_404, away, signs=(way,))


_AWAY = {
    Detour.HOME: "the address leads to the front page of the site instead",
    Detour.SEARCH: "the address leads to a search of the site instead",
    Detour.ERROR: "the address leads to an error page",
}


def _missing(seen: Seen) -> Wall | None:
    found = None if seen.is_dated else title_sign(seen, names_missing)
    if found is None:
        return None
    words = "the page says that it was not found, with status 200"
    return Wall(Access.SOFT_404, words, signs=(found,))


def _parked(seen: Seen) -> Wall | None:
    found = parked_sign(seen.source)
    if found is None:
        return None
    return Wall(Access.SOFT_404, "the name is for sale, and no page stands there", signs=(found,))


def _gone(seen: Seen) -> Wall | None:
    line = says_gone(seen.text) if seen.words < TEASER and not seen.is_dated else None
    if line is None:
        return None
    words = "the page says that what stood there was removed"
    return Wall(Access.SOFT_404, words, signs=(sign(SignName.TEXT, line),))


def _login(seen: Seen) -> Wall | None:
    """Many sites keep a login box in the corner of each page; this one must be the page."""
    named = title_sign(seen, names_login)
    is_form = bool(seen.passwords or seen.tree.xpath("//form//input"))
    if not ((named and is_form) or (seen.passwords and seen.loose_words < BARE)) or seen.is_dated:
        return None
    field = (sign(SignName.PASSWORD_FIELD, seen.passwords),) if seen.passwords else ()
    signs = (*field, *((named,) if named else ()))
    return Wall(Access.LOGIN, _LOGIN, ReaderAccess.REGISTRATION, signs)


def _consent(seen: Seen) -> Wall | None:
    found = None if seen.is_dated else title_sign(seen, names_consent)
    return None if found is None else Wall(Access.BOT_BLOCKED, _CONSENT, signs=(found,))


def _unpaid(seen: Seen) -> Wall | None:
    wall = price_of(seen)
    return None if wall is None or wall.is_read else wall


def _sent_on(seen: Seen) -> Wall | None:
    target = seen.refresh if seen.words < SHELL else None
    if target is None or target == seen.reply.final_url:
        return None
    words = "the page has no text of its own, it only sends its reader on"
    found = sign(SignName.META_REFRESH, bare_url(target))
    return Wall(Access.UNSUPPORTED_TYPE, words, signs=(found,))


def _script(seen: Seen) -> Wall | None:
    why = _why_script(seen) if seen.words < SHELL and not seen.is_dated else None
    if why is None:
        return None
    words = "the page shows its text only with JavaScript"
    return Wall(Access.UNSUPPORTED_TYPE, words, signs=(sign(SignName.JAVASCRIPT, why),))


def _why_script(seen: Seen) -> str | None:
    if seen.has_script and seen.empty_root is not None:
        return f"the element “{seen.empty_root}” is empty"
    whole = " ".join(str(text) for text in seen.tree.xpath("//noscript//text()")[:50])
    if needs_script(f"{seen.text}\n{whole}") and seen.loose_words < SHELL / 2:
        return "the page asks for JavaScript"
    return "scripts and no text" if seen.has_script and seen.words < SHELL / 6 else None


def _empty(seen: Seen) -> Wall | None:
    if seen.words:
        return None
    return Wall(Access.SOFT_404, "the address answers, but the page is empty")


_JUDGES: tuple[Callable[[Seen], Wall | None], ...] = (
    _challenge,
    _detour,
    _parked,
    _missing,
    _login,
    _consent,
    _gone,
    _unpaid,
    _sent_on,
    _script,
    _empty,
)


def _long_error(seen: Seen) -> Wall | None:
    """Judge an error page that is filled up with other stories: it is links, or unlisted."""
    wall = _missing(seen)
    if wall is None or not (seen.is_unlisted or seen.linked_share >= MANY_LINKS):
        return None
    return wall


def _plain(seen: Seen) -> Wall:
    return Wall(Access.OK, None, ReaderAccess.OPEN, word_signs(seen))
