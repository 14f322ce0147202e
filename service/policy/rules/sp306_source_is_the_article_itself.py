"""SP306 source-is-the-article-itself: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Page, Report, Severity, Source
from service.policy.identity import normal_url
from service.policy.rule import Hit, Rule


def _addresses(source: Source) -> set[str]:
    known = [source.url]
    if source.outcome is not None:
        known.append(source.outcome.final_url)
    if isinstance(source.outcome, Page):
        known.append(source.outcome.canonical_url)
    return {normal_url(url) for url in known if url}


def _hits(report: Report) -> Iterator[Hit]:
    own = report.article.url
    for source in report.sources:
        if own is not None and normal_url(own) in _addresses(source):
            yield Hit(f"The article cites itself: {source.url or source.id}", source=source)


RULE = Rule(
    id="SP306",
    name="source-is-the-article-itself",
    severity=Severity.WARNING,
    finds="A citation that leads back to the article, by its address or its canonical twin.",
    why="An article cannot vouch for itself.",
    example="A link “as reported” that leads to the same article under another address.",
    advice="Cite where the statement comes from.",
    hits=_hits,
)
