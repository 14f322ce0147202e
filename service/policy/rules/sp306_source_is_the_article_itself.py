"""SP306 source-is-the-article-itself: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Report, Severity
from service.domain.addresses import page_keys, same_page_key
from service.policy.rule import Hit, Rule


def _hits(report: Report) -> Iterator[Hit]:
    own = same_page_key(report.article.url)
    for source in report.sources:
        if own in page_keys(source.addresses):
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
