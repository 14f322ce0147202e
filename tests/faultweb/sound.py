"""Pages that only look like trouble: each must be read, with nothing in its way."""

import troubles
from troubles import redirect
from web import Answer, Asked

from faultweb.fault import SENTENCES, Fault, fault, html, linked_data, page, story
from service.domain import Access, ReaderAccess, SignName

BRIEF = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:3])
DATED = '<meta property="article:published_time" content="2024-04-30T08:15:00+02:00">'
BOX = "<aside><form>Sign in <input name=u><input type='password' name=p></form></aside>"
HIDDEN = (
    "<div class='paywall' hidden><p>Subscribe to continue reading for 9.90 € per month.</p></div>"
    "<template><div class='paywall'><p>Subscribe to continue reading, per month.</p></div>"
    "</template>"
)
LETTER = "<div class='newsletter-signup'><p>Subscribe to our newsletter, it is free.</p></div>"
COMMENTS = "<form><textarea></textarea><div class='g-recaptcha'></div></form>"
BANNER = "<div class='cookie-banner'><p>We use cookies. Accept all?</p></div>"
GUARDED = (
    "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
    "<script src='https://js.datadome.co/tags.js'></script>"
    "<script src='/_Incapsula_Resource?SWJIYLWA=1'></script>"
)


def sound(name: str, route, **others) -> Fault:
    reader = ReaderAccess.OPEN
    return fault(name, route, Access.OK, SignName.WORDS_READ, "", reader, **others)


def once_with_a_cookie(asked: Asked) -> Answer:
    if "seen=1" in asked.headers.get("cookie", ""):
        return html(story())
    return Answer(b"", 302, {"Location": asked.path, "Set-Cookie": "seen=1; Path=/"})


def early_hints(asked: Asked) -> None:
    body = story().encode()
    asked.connection.sendall(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
        + str(len(body)).encode()
        + b"\r\n\r\n"
        + body
    )


def brief(title: str, more: str = "", head: str = "") -> str:
    return page(title, f"<article><h1>{title}</h1>{BRIEF}</article>{more}", head=head)


SOUND: tuple[Fault, ...] = (
    sound("notice", page("Notice", "<h1>Notice</h1><p>The harbour reopened on Monday.</p>")),
    sound("article about a number", story("404: how a number became a joke")),
    sound("article about links", story("Page not found: how the web forgets")),
    sound("brief on a boat", brief("Missing boat not found after a week")),
    sound("brief on a ban", brief("Access denied: minister barred from the site")),
    sound("dated brief with a short title", brief("Just a moment", head=DATED)),
    sound("dated brief that is called gone", brief("Gone", head=DATED)),
    sound("article called sign in", story("Sign in")),
    sound("article called page not found", story("Page not found")),
    sound("login box in the corner", story(end=BOX)),
    sound("login box beside a brief", brief("Harbour reopens", BOX)),
    sound("newsletter", story(end=LETTER)),
    sound("newsletter beside a brief", brief("Harbour reopens", LETTER)),
    sound("hidden meter", story(end=HIDDEN)),
    sound("comments with a puzzle", brief("Harbour reopens", COMMENTS)),
    sound("cookie banner", brief("Harbour reopens", BANNER)),
    sound("scripts of guards", brief("Harbour reopens", GUARDED)),
    sound("free, and says so", story(head=linked_data(isAccessibleForFree="true"))),
    sound("whole by its stated length", story(head=linked_data(wordCount=560))),
    sound(
        "kept out of indexes",
        html(
            story(head='<meta name="robots" content="noindex,noarchive">'),
            X_Robots_Tag="noarchive, noindex",
        ),
    ),
    sound("other canonical", story(head='<link rel="canonical" href="http://other.test/">')),
    sound("reloads itself", story(head='<meta http-equiv="refresh" content="300">')),
    sound("retry after on a page", html(story(), Retry_After="120")),
    sound("cookie first", once_with_a_cookie),
    sound("early hints", early_hints),
    sound("broken charset", troubles.broken_charset()),
    sound("cut in a character", Answer("<p>Über den Hafen fährt die Fähre übe".encode()[:-1])),
    sound("wrong type", troubles.wrong_type()),
    sound("moved", redirect("/new/harbour-reopens"), **{"/new/harbour-reopens": story()}),
    sound(
        "moved by its page",
        page("Moved", head="<meta http-equiv='Refresh' content='0; URL=/n/a'>"),
        **{"/n/a": story()},
    ),
    sound(
        "short link to a front page",
        redirect("http://harbour-front.test/"),
        path="/x1Yz",
        **{"http://harbour-front.test/": story()},
    ),
    sound("search asked for", redirect("/search/?q=a"), path="/search", **{"/search/": story()}),
    sound("login page asked for by name", story("How to log in"), path="/help/login"),
    sound(
        "from http to www",
        redirect("http://www.from-http-to-www.test/2024/"),
        path="/2024",
        **{"http://www.from-http-to-www.test/2024/": story()},
    ),
)
