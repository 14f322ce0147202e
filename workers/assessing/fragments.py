"""A passage in its page in, the link that opens the live page at that passage out. Pure.

WICG "URL Fragment Text Directives", https://wicg.github.io/scroll-to-text-fragment/:
``#:~:text=[prefix-,]start[,end][,-suffix]``, where "-", "," and "&" inside a term are
percent-encoded. A term matches whole words within one block of the page; a browser takes the first
place that fits. Of a PDF, viewers open ``#page=`` (RFC 8118, section 3) and no text.
"""

import re
from bisect import bisect_right
from urllib.parse import quote, urldefrag

# A short passage is given whole; of a longer one its first and last words suffice,
# which also survives markup or a line break in the middle of the live page.
WHOLE_WORDS = 10
EDGE_WORDS = 4
_MOST_EDGE_WORDS = 10
_BESIDE_WORDS = 4
_BESIDE_REACH = 200  # code points to either side that are looked at for a prefix and a suffix
_UNSPACED = 60  # code points of a "word" that is a clause in a script without spaces
_CLAUSE = re.compile(r"[^，。、；：！？,.;:!?]+[，。、；：！？,.;:!?]*")


def fragment_url(
    url: str | None, text: str, start: int = 0, end: int | None = None, page: int | None = None
) -> str | None:
    """Return ``url`` with a text directive for ``text[start:end]``, offsets in code points.

    ``text`` is that of the whole page, so that a passage which stands in it before is told
    apart by the words beside it. ``page`` (1-based) is that of a paged document, which gets
    ``#page=`` in place of a text directive. ``None`` without a web address or without words.
    """
    if not url or not url.startswith(("http://", "https://")):
        return None
    bare = urldefrag(url).url
    if page is not None:
        return f"{bare}#page={page}"
    terms = _terms(text, start, len(text) if end is None else end)
    if not terms:
        return None
    prefix, suffix = _beside(text, start, len(text) if end is None else end, terms)
    directive = [f"{_term(prefix)}-"] if prefix else []
    directive += [_term(term) for term in terms]
    directive += [f"-{_term(suffix)}"] if suffix else []
    return f"{bare}#:~:text={','.join(directive)}"


def _terms(text: str, start: int, end: int) -> list[str]:
    """Give the passage as one term, or as its first and its last words."""
    lines = [line.split() for line in text[start:end].splitlines() if line.split()]
    if not lines:
        return []
    if len(lines) == 1 and len(lines[0]) <= WHOLE_WORDS:
        whole = " ".join(lines[0])
        return [whole] if len(whole) <= _UNSPACED or len(lines[0]) > EDGE_WORDS else _clauses(whole)
    first, last = lines[0], lines[-1]
    size = EDGE_WORDS
    while size < _MOST_EDGE_WORDS and _stands_before(text, " ".join(first[:size]), start):
        size += 1
    # The two terms may not overlap in one line.
    head = first[: min(size, len(first) - EDGE_WORDS)] if len(lines) == 1 else first[:size]
    return [" ".join(head), " ".join(last[-EDGE_WORDS:])]


def _clauses(whole: str) -> list[str]:
    """Cut a passage without spaces at its punctuation, where words surely end."""
    clauses = _CLAUSE.findall(whole)
    return [clauses[0].strip(), clauses[-1].strip()] if len(clauses) > 1 else [whole]


def _stands_before(text: str, term: str, start: int) -> bool:
    """Whether a browser that looks for ``term`` stops before ``start``."""
    pattern = r"\s+".join(map(re.escape, term.split()))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text[: start + 1], re.IGNORECASE)
    return found is not None


def _beside(text: str, start: int, end: int, terms: list[str]) -> tuple[str, str]:
    """Give words before the passage that tell it from an earlier place, or else words after it."""
    if not _stands_before(text, terms[0], start):
        return "", ""
    before = text[max(0, start - _BESIDE_REACH) : start].rpartition("\n")[2]
    words = _whole_words(before, text, start)[-_BESIDE_WORDS:]
    if words:
        return " ".join(words), ""
    following = text[end : end + _BESIDE_REACH].split("\n", 1)[0].split()
    if following and text[end - 1 : end + 1].strip() != text[end - 1 : end + 1]:
        return "", " ".join(following[:_BESIDE_WORDS])
    above = text[max(0, start - _BESIDE_REACH) : start].rstrip().rpartition("\n")[2]
    return " ".join(above.split()[-_BESIDE_WORDS:]), ""


def _whole_words(before: str, text: str, start: int) -> list[str]:
    """Split what stands before the passage; a word that the passage itself cuts is none."""
    words = before.split()
    glued = bool(before) and not before[-1].isspace() and text[start : start + 1].isalnum()
    if words and glued and before[-1].isalnum():
        words.pop()
    # The first of them may have been cut where the look began.
    return words[1:] if len(before) >= _BESIDE_REACH else words


def _term(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def context_of(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the prefix and the suffix of a W3C TextQuoteSelector, up to 32 code points each.

    Web Annotation Data Model, section 4.2.4: they tell the passage from others of its words.
    Both are cut at a word where one is near; either may be empty, at the text's edge.
    """
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    if start > _CONTEXT and (space := before.find(" ")) >= 0:
        before = before[space + 1 :]
    if end + _CONTEXT < len(text) and (space := after.rfind(" ")) >= 0:
        after = after[:space]
    return before, after


_CONTEXT = 32


def page_number(pages: tuple[int, ...], start: int) -> int | None:
    """Return the 1-based page that ``start`` falls on, by where pages begin; ``None`` without."""
    return bisect_right(pages, start) or None
