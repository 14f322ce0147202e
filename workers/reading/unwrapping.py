"""Takes a URL as written; gives the address it stands for, and its snapshot. Pure.

An archive, a redirector and an AMP viewer carry the address of the page inside their own.
Only what the address itself tells is undone: a short code ("archive.ph/AbC12",
"perma.cc/AB12-CD34", "t.co/xyz") tells nothing without asking, and stays itself.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_DEEPEST = 4  # a redirector to an archive of an AMP viewer; more is a trap
_INNER = re.compile(
    r"https?:/{1,2}|www\.|(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/:?#]|$))", re.IGNORECASE
)
# A star asks for the list of snapshots ("/web/2020*/"), which is none itself.
_STAMP = r"(?:\d{4,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6}|newest|oldest)"
# Host of a web archive -> what stands before the original address in its path.
_ARCHIVES = (
    # https://archive.org/help/wayback_api.php; "id_" and its kin ask for another rendering
    (re.compile(r"(?:(?:www|web|wayback)\.)?archive\.org"), re.compile(rf"/web/(?:{_STAMP}/)?")),
    (
        re.compile(r"archive\.(?:today|ph|is|li|md|vn|fo)"),
        re.compile(rf"/(?:{_STAMP}/|o/\w+/)"),
    ),
    (re.compile(r"wayback\.archive-it\.org"), re.compile(rf"/(?:\w+/)?{_STAMP}/")),
    (re.compile(r"(?:www\.)?arquivo\.pt"), re.compile(rf"/wayback/{_STAMP}/")),
    (
        re.compile(r"webarchive\.nationalarchives\.gov\.uk"),
        re.compile(rf"/(?:ukgwa/)?{_STAMP}/"),
    ),
    (re.compile(r"(?:www\.)?webarchive\.org\.uk"), re.compile(rf"/wayback/\w+/{_STAMP}/")),
    (re.compile(r"(?:www\.)?web\.archive\.bibalex\.org"), re.compile(rf"/web/{_STAMP}/")),
)
_CACHE = re.compile(r"cache:(?:[\w-]{8,16}:)?(?P<url>[^\s+]+)")
# Host and path of a redirector -> the field that holds the target.
_REDIRECTORS = (
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}/url"), ("q", "url")),
    (
        re.compile(r"(?:l|lm)\.(?:facebook|messenger|instagram|threads)\.(?:com|net)/(?:l\.php)?"),
        ("u",),
    ),
    (re.compile(r"(?:www\.)?facebook\.com/l\.php"), ("u",)),
    (re.compile(r"(?:www\.)?youtube\.com/redirect"), ("q",)),
    (re.compile(r"(?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)"), ("url",)),
    (re.compile(r"out\.reddit\.com/[\w/]*"), ("url",)),
    (re.compile(r"(?:[\w-]+\.)?safelinks\.protection\.outlook\.com/"), ("url",)),
    (re.compile(r"t\.umblr\.com/redirect"), ("z",)),
    (re.compile(r"(?:www\.)?bing\.com/news/apiclick\.aspx"), ("url",)),
    (re.compile(r"(?:www\.)?webcitation\.org/query"), ("url",)),
    (re.compile(r"steamcommunity\.com/linkfilter/"), ("url", "u")),
    (re.compile(r"slack-redir\.net/link"), ("url",)),
)
_WEBCITATION = re.compile(r"(?:www\.)?webcitation\.org")
# https://developers.google.com/amp/cache/overview: /c/ a document, /s/ for https; /v/ a viewer
_AMP_VIEWER = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<tls>s/)?(?P<url>.+)")
_AMP_CACHE = re.compile(
    r"(?:[\w-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)/[vc]/(?P<tls>s/)?(?P<url>.+)"
)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The page that a URL stands for; ``archived_url`` is the snapshot that was linked."""

    url: str
    archived_url: str | None = None


@lru_cache(maxsize=4_096)
def unwrap(url: str) -> Unwrapped:
    """Undo archives, redirectors and AMP viewers, each told by its address alone."""
    archived_url = None
    for _ in range(_DEEPEST):
        parts = _split(url)
        if parts is None:
            break
        original = _archived(parts)
        if original is not None:
            archived_url = archived_url or url
        inner = original or _redirected(parts) or _amp(parts)
        if inner is None:
            break
        url = inner
    return Unwrapped(url, archived_url)


def _archived(parts: SplitResult) -> str | None:
    host = parts.hostname or ""
    for hosts, lead in _ARCHIVES:
        if hosts.fullmatch(host):
            before = lead.match(parts.path)
            return _inner(_rest(parts, before.end())) if before else None
    field = None
    if host == "webcache.googleusercontent.com":
        found = _CACHE.match(_field(parts, "q") or "")
        field = found["url"] if found else None
    elif _WEBCITATION.fullmatch(host):
        field = _field(parts, "url")
    return _inner(field) if field else None


def _redirected(parts: SplitResult) -> str | None:
    place = f"{parts.hostname}{parts.path or '/'}"
    for pattern, names in _REDIRECTORS:
        if pattern.fullmatch(place):
            found = (_field(parts, name) for name in names)
            return next((_inner(x) for x in found if x and x.startswith("http")), None)
    return None


def _amp(parts: SplitResult) -> str | None:
    """Give the publisher's page behind a viewer or cache of AMP pages."""
    place = f"{parts.hostname}{_rest(parts, 0)}"
    found = _AMP_VIEWER.match(place) or _AMP_CACHE.match(place)
    if found is None:
        return None
    inner = unquote(found["url"]) if "%2F" in found["url"].upper() else found["url"]
    if inner.startswith(("http://", "https://")):
        return _inner(inner)
    return _inner(f"{'https' if found['tls'] else 'http'}://{inner}")


def _rest(parts: SplitResult, start: int) -> str:
    """Give the path from ``start`` on, with query and fragment: all of it is the inner URL."""
    rest = parts.path[start:]
    rest += f"?{parts.query}" if parts.query else ""
    return rest + (f"#{parts.fragment}" if parts.fragment else "")


def _field(parts: SplitResult, name: str) -> str | None:
    values = parse_qs(parts.query, max_num_fields=100).get(name) if parts.query else None
    return values[0] if values else None


def _inner(text: str) -> str | None:
    """Give the absolute address in ``text``; ``None`` where it holds none."""
    lead = _INNER.match(text)
    if lead is None:
        text = unquote(text)
        lead = _INNER.match(text)
    if lead is None:
        return None
    scheme = "https" if lead.group().lower().startswith("https") else "http"
    rest = text[lead.end() :] if lead.group().lower().startswith("http") else text
    parts = _split(f"{scheme}://{rest}")
    if parts is None or "." not in (parts.hostname or ""):
        return None
    return f"{scheme}://{rest}"


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port, parts.hostname
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and parts.hostname else None
