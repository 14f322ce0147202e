"""A page's tree in, its title, author, site and day as trafilatura reads them out. Pure.

The steps are those of ``trafilatura.extract_metadata`` (2.x), but for categories, tags and
its own reading of licences: a tenth of the time of an extraction, and not asked for here.
"""

import lxml.html
from htmldate import find_date
from trafilatura.metadata import (
    META_URL,
    examine_meta,
    extract_author,
    extract_meta_json,
    extract_sitename,
    extract_title,
)
from trafilatura.settings import Document, set_date_params

FIRST_OF_JANUARY = "-01-01"


def metadata_of(tree: lxml.html.HtmlElement, url: str) -> Document:
    """Read the metadata; what breaks a step leaves its field empty. Nothing is fetched."""
    try:
        return _metadata(tree, url)
    except Exception:  # noqa: BLE001  odd markup breaks these steps now and then
        return Document()


def _metadata(tree: lxml.html.HtmlElement, url: str) -> Document:
    found = _stated(tree)
    found.title = found.title or extract_title(tree)
    found.author = found.author or extract_author(tree)
    found.url = found.url or url
    found.date = _date(tree, found.url)
    found.sitename = _site(found.sitename or extract_sitename(tree), found.url)
    found.clean_and_trim()
    return found


def _date(tree: lxml.html.HtmlElement, url: str) -> str | None:
    """Find the day of publication as htmldate does, but not in a year that the text mentions.

    Where nothing else tells, it takes the year that stands there most often for its first day:
    a page that says "in 2021" would be of 1 January 2021, and each "Wednesday" in it too.
    """
    asked = {**set_date_params(True), "url": url}
    found = find_date(tree, **asked)
    if found is None or not found.endswith(FIRST_OF_JANUARY):
        return found
    return find_date(tree, **{**asked, "extensive_search": False})


def _stated(tree: lxml.html.HtmlElement) -> Document:
    """Read meta elements, and over them JSON-LD."""
    found = examine_meta(tree)
    if found.author and " " not in found.author:  # the name of an account
        found.author = None
    try:
        return extract_meta_json(tree, found)
    except Exception:  # noqa: BLE001  it trusts the shape of the data
        return found


def _site(name: str | None, url: str) -> str | None:
    """Give the name of a site, without the mark of an account; else its host."""
    bare = (name or "").lstrip("@")
    if not bare:
        host = META_URL.match(url)
        return host[1] if host else None
    return bare if "." in bare or bare[0].isupper() else bare.title()
