"""Redirects: in circles, without an end, to what is not opened, and to another page instead."""

from itertools import count

import troubles
from troubles import redirect
from web import Answer, Asked

from faultweb.fault import MAX_REDIRECTS, Fault, fault, html, page, story
from service.domain import Access, ReaderAccess, SignName

A, S, R = Access, SignName, ReaderAccess
FORM = troubles.login_form()
EMAIL = page(
    "The Gull",
    "<form action='/next'><label>E-mail <input name=e></label><button>Go</button></form>",
)
RESULTS = story("Results", 20)


def farther(asked: Asked) -> Answer:
    """Send one step on, without an end."""
    head, _, step = asked.path.rpartition("/")
    return redirect(f"{head}/{int(step) + 1}")


def fresh_cookie() -> object:
    """Send back to the same address with another cookie each time."""
    numbers = count()
    path = "/2024/harbour-reopens-after-repairs"
    return lambda _: Answer(
        b"", 302, {"Location": path, "Set-Cookie": f"n={next(numbers)}; Path=/"}
    )


def sent(name, to, *rest, **others):
    return fault(name, redirect(to), *rest, **others)


DETOURS: tuple[Fault, ...] = (
    sent("circle of one", "/2024/harbour-reopens-after-repairs", A.DEAD, S.REDIRECT_CIRCLE),
    sent(
        "circle of two",
        "/b",
        *(A.DEAD, S.REDIRECT_CIRCLE),
        **{"/b": redirect("/2024/harbour-reopens-after-repairs")},
    ),
    fault(
        "endless chain",
        farther,
        A.REFUSED,
        S.REDIRECTS,
        "4",
        path="/chain/1",
        **{f"/chain/{n}": farther for n in range(2, 9)},
    ),
    fault("cookie circle", fresh_cookie(), A.REFUSED, S.REDIRECTS, str(MAX_REDIRECTS)),
    sent("redirect inward", "http://10.1.2.3/", A.REFUSED, S.REFUSED_ADDRESS, "10.1.2.3"),
    sent("redirect to a file", "file:///etc/passwd", A.REFUSED, S.REFUSED_URL, "file"),
    sent("redirect with a password", "http://a:hunter2@x.test/", A.REFUSED, S.REFUSED_URL),
    sent("redirect to nonsense", "http://[oops", A.DEAD, S.REFUSED_URL, "not a valid URL"),
    fault("redirect to nowhere", Answer(b"", 302), A.DEAD, S.STATUS, "302"),
    sent(
        "login by redirect",
        "/login?next=/2024/harbour&token=hunter2",
        *(A.LOGIN, S.REDIRECT_LOGIN, "/login", R.REGISTRATION),
        **{"/login": FORM},
    ),
    sent(
        "login without a password field",
        "/account/signin",
        *(A.LOGIN, S.REDIRECT_LOGIN, "/account/signin", R.REGISTRATION),
        **{"/account/signin": EMAIL},
    ),
    sent(
        "login of another house",
        "http://sso.login-house.test/realms/gull?code=hunter2",
        *(A.LOGIN, S.REDIRECT_LOGIN, "sso.login-house.test", R.REGISTRATION),
        **{"http://sso.login-house.test/realms/gull": EMAIL},
    ),
    sent(
        "login that robots forbids",
        "/login",
        *(A.LOGIN, S.REDIRECT_LOGIN, "/login", R.REGISTRATION),
        **{"/login": FORM, "/robots.txt": troubles.robots("/login")},
    ),
    sent(
        "consent at another host",
        "http://consent.gull-media.test/?return=hunter2",
        *(A.BOT_BLOCKED, S.REDIRECT_CONSENT, "consent.gull-media.test"),
        **{"http://consent.gull-media.test/": page("The Gull", "<p>Cookies?</p>")},
    ),
    sent(
        "consent by redirect",
        "/zustimmung?url=%2F2024",
        *(A.BOT_BLOCKED, S.REDIRECT_CONSENT, "/zustimmung"),
        **{"/zustimmung": page("Die Möwe", "<p>Mit Werbung weiterlesen?</p>", lang="de")},
    ),
    sent("front page instead", "/", A.SOFT_404, S.REDIRECT_HOME, **{"/": RESULTS}),
    sent("front page of a language", "/en/", A.SOFT_404, S.REDIRECT_HOME, **{"/en/": RESULTS}),
    sent(
        "front page of the new owner",
        "http://new-owner.test/",
        *(A.SOFT_404, S.REDIRECT_HOME, "new-owner.test/"),
        **{"http://new-owner.test/": RESULTS},
    ),
    sent(
        "search instead",
        "/search?q=harbour+hunter2",
        *(A.SOFT_404, S.REDIRECT_SEARCH, "/search"),
        **{"/search": RESULTS},
    ),
    sent("search at the front", "/?s=harbour", A.SOFT_404, S.REDIRECT_SEARCH, **{"/": RESULTS}),
    sent(
        "error page instead",
        "/errors/404.html",
        *(A.SOFT_404, S.REDIRECT_ERROR, "404.html"),
        **{"/errors/404.html": page("The Gull", "<p>Something went wrong.</p>")},
    ),
    fault(
        "sent on by the page itself, to a login",
        page("Moving", head='<meta http-equiv="refresh" content="0; url=/login?t=hunter2">'),
        *(A.LOGIN, S.REDIRECT_LOGIN, "/login", R.REGISTRATION),
        **{"/login": FORM},
    ),
    fault(
        "sent on by the page itself, inward",
        html(page("Moving", head="<meta http-equiv=refresh content='1;url=http://10.1.2.3/'>")),
        *(A.REFUSED, S.REFUSED_ADDRESS, "10.1.2.3"),
    ),
)
