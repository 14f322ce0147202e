"""A passage in, the link that opens the live page at that passage out. Pure.

WICG "URL Fragment Text Directives", https://wicg.github.io/scroll-to-text-fragment/:
``#:~:text=textStart,textEnd``, where "-", "," and "&" inside a term are percent-encoded.
"""

from urllib.parse import quote, urldefrag

# A short passage is given whole; of a longer one its first and last words suffice,
# which also survives markup or a line break in the middle of the live page.
WHOLE_WORDS = 10
EDGE_WORDS = 4


def fragment_url(url: str | None, passage: str) -> str | None:
    """Return ``url`` with a text directive for ``passage``; ``None`` without a web address."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    words = passage.split()
    if not words:
        return None
    if len(words) <= WHOLE_WORDS:
        directive = _term(words)
    else:
        directive = f"{_term(words[:EDGE_WORDS])},{_term(words[-EDGE_WORDS:])}"
    return f"{urldefrag(url).url}#:~:text={directive}"


def _term(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
