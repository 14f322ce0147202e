"""A snapshot's HTML in, the page without what the archive put into it out. Pure.

Archives put a banner and scripts into the pages they show, between comments of their own
(the Wayback Machine, OpenWayback and pywb alike), or show the page within one of their own
(archive.today). A banner in the text would be read as the page's.
"""

import re

import lxml.html

_HEAD = re.compile(rb"<head[^>]{0,500}>", re.IGNORECASE)
_REWRITING = b"<!-- End Wayback Rewrite JS Include -->"
_INSERTS = (
    (b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->"),
    (b"<!-- WB Insert -->", b"<!-- End WB Insert -->"),
    (b"<!-- BEGIN WB Insert -->", b"<!-- END WB Insert -->"),
)

# The names that archive.today goes by.
_FRAMING = re.compile(r"//(?:www\.)?archive\.(?:today|ph|is|li|vn|fo|md)(?:[/:]|$)")


def without_frame(tree: lxml.html.HtmlElement) -> None:
    """Leave of a page of archive.today what it shows: the rest of its body is dropped.

    Its search box, dates and marks stand around ``#CONTENT``, under a ``#HEADER`` with links
    to itself; any other page stays as it is.
    """
    headers, contents = (
        tree.xpath("//body//*[@id='HEADER']"),
        tree.xpath("//body//*[@id='CONTENT']"),
    )
    if len(headers) != 1 or len(contents) != 1 or headers[0] in contents[0].iterancestors():
        return
    named = headers[0].xpath(".//@href | .//@action | .//@value")
    (content,), (body,) = contents, tree.xpath("//body[.//*[@id='CONTENT']]")[:1]
    if any(map(_FRAMING.search, named)) and headers[0] not in content.iter():
        body[:] = [content]
        body.text = content.tail = None


def without_toolbar(content: bytes) -> bytes:
    """Take the archive's own insertions out of a page; anything else stays as it is."""
    for begin, end in _INSERTS:
        content = _without(content, begin, end)
    head = _HEAD.search(content)
    rewriting = content.find(_REWRITING)
    if head is None or rewriting < head.end():
        return content
    return content[: head.end()] + content[rewriting + len(_REWRITING) :]


def _without(content: bytes, begin: bytes, end: bytes) -> bytes:
    """Cut from the first ``begin`` to the ``end`` behind it: an archive inserts once."""
    start = content.find(begin)
    stop = content.find(end, start)
    if start < 0 or stop < 0:
        return content
    return content[:start] + content[stop + len(end) :]
