"""The head of a page in, the address that it sends its reader on to at once out. Pure.

An old site's way to move a page, and a link shortener's: browsers follow it as they follow
a redirect (HTML, section 4.2.5.3, "refresh"). A page that shows text and reloads itself,
or sends on later, is a page; what stands in ``noscript`` is for others.
"""

import re

AT_ONCE = 5.0  # seconds; who waits longer lets his page be read
MOST = 8_000  # bytes; a longer page has something to say itself
_COMMENTS = re.compile(rb"<!--.*?-->|<noscript.*?</noscript\s*>", re.IGNORECASE | re.DOTALL)
_META = re.compile(rb"<meta\b[^>]{0,1000}>", re.IGNORECASE)
_IS_REFRESH = re.compile(rb"http-equiv\s*=\s*[\"']?refresh\b", re.IGNORECASE)
_CONTENT = re.compile(
    rb"content\s*=\s*[\"']?\s*(\d{1,4}(?:\.\d*)?)\s*[;,]\s*url\s*=\s*[\"']?([^\"'>\s]+)",
    re.IGNORECASE,
)


def refresh_of(content: bytes, content_type: str) -> str | None:
    """Return where a short HTML page sends its reader on to, within seconds."""
    if len(content) > MOST or "html" not in content_type.lower():
        return None
    for meta in _META.findall(_COMMENTS.sub(b"", content)):
        found = _CONTENT.search(meta) if _IS_REFRESH.search(meta) else None
        if found and float(found[1]) <= AT_ONCE:
            return found[2].decode("utf-8", "replace").replace("&amp;", "&")
    return None
