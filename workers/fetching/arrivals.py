"""What could not be read at the end of redirects in, with what the way there says of it out. Pure.

Many sites close their login to robots: a page that sends there stands behind a login, and
is not closed to robots itself.
"""

from dataclasses import replace

from service.domain import Access, ReaderAccess, SignName, Unread, redirect_sign
from workers.barriers import Detour, detour_of

# What a login that was led to may answer an automatic reader.
_SAYS_LESS = frozenset(
    {Access.ROBOTS_DISALLOWED, Access.BOT_BLOCKED, Access.DEAD, Access.LOGIN, Access.REFUSED}
)
_BARRED = {
    Detour.LOGIN: (
        Access.LOGIN,
        "the address leads to a login instead of the page",
        ReaderAccess.REGISTRATION,
    ),
    Detour.CONSENT: (
        Access.BOT_BLOCKED,
        "the address leads to a question about cookies instead of the page",
        ReaderAccess.UNKNOWN,
    ),
}


def after_redirects(unread: Unread, asked: str, reached: str) -> Unread:
    """Judge an Unread anew by the way from the address asked for to the one reached."""
    found = detour_of(asked, reached)
    if found is not None and found[0] in _BARRED and unread.access in _SAYS_LESS:
        access, words, reader = _BARRED[found[0]]
        signs = (found[1], *unread.signs)
        return replace(unread, access=access, obstacle=words, reader_access=reader, signs=signs)
    if unread.access is Access.REFUSED and asked != reached:
        way = redirect_sign(SignName.REDIRECT_REFUSED, asked, reached)
        return replace(unread, signs=(*unread.signs, way))
    return unread
