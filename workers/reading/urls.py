"""Takes a link's target; gives the URL that may be fetched, and its identity. Pure."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from service.domain.addresses import same_page_key
from workers.reading.unwrapping import unwrap

LONGEST_URL = 8_000  # characters; RFC 9110, section 4.1, asks for 8,000 octets at least
_NOISE = re.compile(r"[\x00-\x20\x7f]+")
_SCHEMES = frozenset({"http", "https"})


def citable_url(target: str, base: str | None = None) -> str | None:
    """Give the absolute http(s) URL of ``target``; ``None`` for anything else.

    In-page anchors, ``mailto:``, ``tel:``, ``javascript:``, ``data:`` and relative
    targets without a ``base`` point to no source.
    """
    target = target.strip()
    if not target or target.startswith("#") or len(target) > LONGEST_URL:
        return None
    url = _NOISE.sub(lambda m: "%20" * m.group().count(" "), _absolute(target, base))
    parts = _split(url)
    if parts is None or parts.scheme not in _SCHEMES or not parts.hostname:
        return None
    return url


def is_relative(target: str) -> bool:
    """Tell whether ``target`` is a path to another page or file, which needs a base to be found."""
    parts = _split(target.strip())
    return parts is not None and not parts.scheme and not parts.netloc and bool(parts.path)


def url_identity(url: str) -> str:
    """Give what all spellings of one address share: those of its snapshots and redirectors too.

    What makes no difference to a page is told in ``service.domain.addresses``.
    """
    return same_page_key(unwrap(url).url) or url


def _absolute(target: str, base: str | None) -> str:
    if target.startswith("//"):
        return "https:" + target
    if base is None:
        return target
    try:
        return urljoin(base, target)
    except ValueError:
        return target


def _split(url: str) -> SplitResult | None:
    """Give the parts of a URL; ``None`` where it has no valid host or port."""
    try:
        parts = urlsplit(url)
        _ = parts.port, parts.hostname
    except ValueError:
        return None
    return parts
