"""A public report in; what the article rests on, in the words of schema.org, out. Pure.

``citation`` are the sources that the article cites, ``isBasedOn`` those in which a passage was
found. It says what is cited and never that a claim is right, so it is no ``ClaimReview``.
https://schema.org/citation, https://schema.org/isBasedOn
"""

import json
from typing import Any, Final

from service.domain import Article, Page, Report, Source, Verdict
from service.rendering.cleaning import one_line, unseen_escaped, web_url
from service.rendering.words import title_of

_SAYS_SO: Final = frozenset({Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED})
_LENGTH: Final = 300  # characters of a text
_MAX_SOURCES: Final = 500

# In a script element "<" could end it.
_MARKUP: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&"}


def json_ld(report: Report) -> str:
    """Write the article and its sources as JSON-LD that may stand in a script element."""
    written = json.dumps(describe(report), ensure_ascii=False, separators=(",", ":"))
    return unseen_escaped(written).translate(_MARKUP)


def describe(report: Report) -> dict[str, Any]:
    """Give the article and its sources as a node of JSON-LD with its own context."""
    cited = [source for source in report.sources if not source.private and web_url(source.url)]
    based = _based_on(report)
    return {
        "@context": "https://schema.org",
        **_article(report.article),
        "citation": [_source(source) for source in cited[:_MAX_SOURCES]],
        "isBasedOn": [
            {"@id": web_url(source.url)} for source in cited[:_MAX_SOURCES] if source.id in based
        ],
    }


def _based_on(report: Report) -> set[str]:
    return {
        evidence.source_id
        for assessment in report.assessments
        if assessment.verdict in _SAYS_SO
        for evidence in assessment.evidence
    }


def _article(article: Article) -> dict[str, Any]:
    return _known(
        {
            "@type": "Article",
            "headline": article.title and one_line(article.title, _LENGTH),
            "url": web_url(article.url),
            "inLanguage": article.language,
            "datePublished": article.published_at and article.published_at.isoformat(),
            "author": _named("Person", article.author),
        }
    )


def _source(source: Source) -> dict[str, Any]:
    url = web_url(source.url)
    known = {
        "@type": "CreativeWork",
        "@id": url,
        "url": url,
        "name": one_line(title_of(source), _LENGTH),
    }
    return known if source.page is None else {**known, **_of_page(source.page)}


def _of_page(page: Page) -> dict[str, Any]:
    return _known(
        {
            "publisher": _named("Organization", page.publisher),
            "author": _named("Person", page.author),
            "datePublished": page.published_at and page.published_at.isoformat(),
            "inLanguage": page.language,
            "license": web_url(page.licence),
        }
    )


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": one_line(name, _LENGTH)} if name else None


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
