"""A public report in, a box of its sources out, to be put below the article it is on. Pure.

A piece of HTML that stands in any page: it has its own style, whose every rule begins with the
class of the box, and needs no script. ``details`` opens by mouse, keyboard and screen reader.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from service.domain import Access, Report, Source, Verdict
from service.policy import checkable, reader_verifiable
from service.rendering import words
from service.rendering.cleaning import one_line, web_url

TITLE = 200  # characters
MAX_SOURCES = 200
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

# What the page says of its own elements is taken back, and what is said here is all relative to
# the page: its colour, its font and its size of text.
STYLE: Final = Markup(
    ".sourceproof-box,.sourceproof-box *{all:revert;box-sizing:border-box;font:inherit;"
    "color:inherit}"
    ".sourceproof-box style{display:none}"
    ".sourceproof-box{display:block;margin:1em 0;padding:.75em 1em;border:1px solid;"
    "border-radius:.4em;line-height:1.45;overflow-wrap:anywhere}"
    ".sourceproof-box p{margin:0}"
    ".sourceproof-box summary{cursor:pointer;margin:.5em 0;text-decoration:underline}"
    ".sourceproof-box ol{margin:.5em 0;padding-inline-start:1.75em}"
    ".sourceproof-box li{margin:.35em 0}"
    ".sourceproof-box a{text-decoration:underline}"
    ".sourceproof-box small{font-size:.875em}"
    ".sourceproof-box :focus-visible{outline:.15em solid;outline-offset:.15em}"
)
_BOX: Final = Markup(
    '<aside class="sourceproof-box" lang="en" dir="ltr" aria-label="Sources of this article">\n'
    "<style>{style}</style>\n<p>{lead}</p>\n{sources}<p><small>{note}</small></p>\n</aside>\n"
)
_LIST: Final = Markup(
    "<details>\n<summary>{number}</summary>\n<ol>\n{items}</ol>\n{more}</details>\n"
)
_ITEM: Final = Markup("<li>{name}<small>{facts}</small></li>\n")
_LINK: Final = Markup('<a href="{url}" rel="noopener noreferrer nofollow">{name}</a>')
_NAME: Final = Markup("<bdi{lang}>{name}</bdi>")


def render_embed(report: Report) -> str:
    """Write the box of a public report; what is private in it is named as not shown."""
    note = (
        f"Checked on {words.day(report.checked_at)} by Sourceproof. It shows what is cited and "
        "what can be opened, not whether it is true."
    )
    return _BOX.format(style=STYLE, lead=_lead(report), sources=_sources(report), note=note)


def _lead(report: Report) -> str:
    total = checkable(report.assessments)
    if report.reader_verifiable_share is None:
        return "Sources: this article was not checked against its sources."
    readers = reader_verifiable(report.assessments, report.sources)
    return f"Sources: a reader can check {readers:,} of {words.counted(total, 'statement')}."


def _sources(report: Report) -> Markup:
    if not report.sources:
        return Markup("<p>No source is cited.</p>\n")
    used = _uses(report)
    left_out = len(report.sources) - MAX_SOURCES
    more = Markup("<p>And {} more.</p>\n").format(f"{left_out:,}") if left_out > 0 else ""
    items = Markup("").join(_item(each, used) for each in report.sources[:MAX_SOURCES])
    number = words.counted(len(report.sources), "source")
    return _LIST.format(number=number, items=items, more=more)


def _uses(report: Report) -> Counter[str]:
    return Counter(
        source_id
        for assessment in report.assessments
        if assessment.verdict is not Verdict.NOT_APPLICABLE
        for source_id in assessment.statement.citations
    )


def _item(source: Source, used: Mapping[str, int]) -> Markup:
    page = source.page
    published = page and page.published_at
    facts = (
        page and page.publisher and one_line(page.publisher, TITLE),
        published and words.day(published),
        _for_readers(source),
        f"cited for {words.counted(used[source.id], 'statement')}" if used[source.id] else None,
    )
    told = "".join(f" · {fact}" for fact in facts if fact)
    return _ITEM.format(name=_named(source), facts=told)


def _for_readers(source: Source) -> str | None:
    if source.private:
        return None
    if source.access in {Access.DEAD, Access.SOFT_404}:
        return words.access_of(source).lower()
    return f"for readers: {words.reader_access_of(source).lower()}"


def _named(source: Source) -> Markup:
    page = source.page
    known = page and page.language and LANGUAGE.fullmatch(page.language)
    lang = Markup(' lang="{}"').format(page.language) if page and known else ""
    name = _NAME.format(lang=lang, name=one_line(words.title_of(source), TITLE))
    url = web_url(source.url)
    return name if url is None else _LINK.format(url=url, name=name)
