"""A score and quotation matches in, the passages that they rest on out. Pure."""

from collections.abc import Sequence

from service.domain import Evidence
from workers.assessing.fragments import context_of, fragment_url, page_number
from workers.assessing.library import Library
from workers.assessing.quotes import QuoteMatch
from workers.assessing.scorer import Passage


def collect_evidence(
    passages: Sequence[Passage], matches: Sequence[QuoteMatch], library: Library
) -> tuple[Evidence, ...]:
    """Give the passages of a score, and those that a quotation was found in beside them."""
    evidence = [quote_passage(passage, library) for passage in passages]
    for match in matches:
        if match.source_id is None or match.start is None or match.end is None:
            continue
        covered = any(
            e.source_id == match.source_id and e.start <= match.start and match.end <= e.end
            for e in evidence
        )
        if not covered:
            passage = Passage(match.source_id, match.start, match.end, 0.0)
            evidence.append(quote_passage(passage, library))
    return tuple(evidence)


def quote_passage(passage: Passage, library: Library) -> Evidence:
    """Give a passage as it stands in its source: ``text[start:end]``, exactly."""
    page = library.volumes[passage.source_id].page
    start, end = passage.start, passage.end
    prefix, suffix = context_of(page.text, start, end)
    number = page_number(page.pages, start)
    address = page.archived_url if page.is_earlier(start) else page.final_url or page.url
    return Evidence(
        source_id=passage.source_id,
        text=page.text[start:end],
        start=start,
        end=end,
        score=passage.score,
        page=number,
        fragment_url=fragment_url(address, page.text, start, end, number),
        prefix=prefix,
        suffix=suffix,
    )
