"""A fault: what is served where, and what it must be recognised as."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from web import HTML, Answer, Route

from service.domain import Access, ReaderAccess, SignName

# The limits that the fault web is made for: long enough for a busy machine.
TIMEOUT = 8.0  # seconds, of one source
CONNECT_TIMEOUT = 5.0  # seconds
MAX_BYTES = 1_000_000
MAX_REDIRECTS = 4
SENTENCES = tuple(
    f"On day {n} of the repairs the port authority counted {n * 7} ships outside the harbour."
    for n in range(1, 40)
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of trouble. ``value`` is a part of the value of the sign that decides."""

    name: str
    url: str
    access: Access
    sign: SignName
    value: str = ""
    reader: ReaderAccess = ReaderAccess.UNKNOWN
    routes: Mapping[str, Route] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def fault(
    name: str,
    route: Route,
    access: Access,
    sign: SignName,
    value: str = "",
    reader: ReaderAccess = ReaderAccess.UNKNOWN,
    *,
    path: str = "/2024/harbour-reopens-after-repairs",
    **others: Route,
) -> Fault:
    """Make a fault at a host of its own; ``others`` are more routes there, by path or by URL."""
    host = f"http://{slug(name)}.test"
    routes = {f"{host}{path}": route}
    routes |= {(u if "://" in u else f"{host}{u}"): r for u, r in others.items()}
    return Fault(name, f"{host}{path}", access, sign, value, reader, routes)


def slug(name: str) -> str:
    """Give the host name of a fault."""
    return "-".join(
        "".join(c if c.isalnum() and c.isascii() else " " for c in name).split()
    ).lower()


def page(title: str, body: str = "", *, head: str = "", lang: str = "en") -> str:
    """Write a page with nothing but what is given."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f"{head}</head><body>{body}</body></html>"
    )


def story(title: str = "Harbour reopens", count: int = 39, *, head: str = "", end: str = "") -> str:
    """Write an article of ``count`` sentences, about 14 words each, between menus."""
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:count])
    return page(
        title,
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>{title}</h1>"
        f"{text}</article>{end}<footer>Imprint</footer>",
        head=head,
    )


def linked_data(**said: object) -> str:
    """Write JSON-LD of an article."""
    pairs = ", ".join(f'"{name}": {value}' for name, value in said.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {pairs}}}</script>'


def html(body: str, status: int = 200, **headers: str) -> Answer:
    """Answer with HTML; header names take "_" for "-"."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(body.encode(), status, {"Content-Type": HTML, **named})
