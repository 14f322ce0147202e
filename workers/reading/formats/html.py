"""Takes HTML, a CMS fragment or a whole page; gives the Draft. Pure.

In a fragment everything is content. In a whole page only what stands in the main text
is; the site's own furniture is left out, and what is doubtful is kept as boilerplate.
"""

import re
from dataclasses import replace

from workers.reading.bare_links import find_bare_links
from workers.reading.draft import Draft
from workers.reading.formats.main_text import keep_main_text
from workers.reading.formats.metadata import read_metadata
from workers.reading.formats.tree import MOST_TAGS, Element, parse
from workers.reading.formats.walk import WalkOptions, walk
from workers.reading.marks import mark_markup, unmarked
from workers.reading.source_lists import find_source_lists
from workers.reading.urls import citable_url

_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_MOST_TAGS = 50_000  # of a page, which is weighed beside; about 0.4 ms each (trafilatura 2.3)
_LOOKED_AT = 100_000  # characters from the start in which a page shows that it is one


def read_html(source: str, url: str | None) -> Draft:
    """Give the draft in HTML ``source``; ``url`` is where it stands, for relative links.

    Raises ``TooLarge`` for more elements than any article has.
    """
    is_page = bool(_PAGE.search(source, 0, _LOOKED_AT))
    most = _MOST_TAGS if is_page else MOST_TAGS
    root = parse(mark_markup(source), most_tags=most, keeps_ignores=True)
    draft = read_tree(root, url, is_page=is_page)
    if not is_page:
        return draft
    draft = keep_main_text(find_source_lists(find_bare_links(draft)), source, url)
    metadata = read_metadata(source, url)
    return replace(
        draft,
        title=metadata.title,
        language=_language(root) or metadata.language,
        published_at=metadata.published_at,
        author=metadata.author,
        url=metadata.url,
    )


def read_tree(
    root: Element, url: str | None, *, is_page: bool = False, trusts_kinds: bool = False
) -> Draft:
    """Walk a parsed tree whose text is marked."""
    base = root.find(".//base[@href]")
    declared = None if base is None else citable_url(unmarked(base.get("href")), url)
    return walk(root, WalkOptions(is_page, declared or url, trusts_kinds))


def _language(root: Element) -> str | None:
    tag = unmarked(root.get("lang") or "").strip().lower()
    return re.split("[-_]", tag)[0] or None if tag.isascii() else None
