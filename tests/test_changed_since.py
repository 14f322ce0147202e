"""A page that states it was changed after the article: its copy of that day says what it lost."""

from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_network
from types import SimpleNamespace

import pytest
from archive import HOST, TIMEMAP, LocalArchive, moment
from web import LocalWeb

from service.domain import Access, Submission, Verdict
from workers.assessing.article import assess_article
from workers.assessing.scorer import load_scorer
from workers.collecting import collect
from workers.fetching import Fetcher, FetchPolicy

POLICY = FetchPolicy(
    robots=False, timeout=3, connect_timeout=2, allow_networks=(ip_network("127.0.0.1/32"),)
)
LIMITS = SimpleNamespace(max_article_bytes=100_000, max_sources=50, max_statements=100)
PAGE = "http://harbour.test/news/dredging"
WRITTEN = datetime(2020, 3, 10, tzinfo=UTC)
THEN = "20200308000000"
CLAIM = "The dredging company Marlin paid a fine of 480,000 euros in October."
DRAFT = f"# Fines\n\n[{CLAIM}]({PAGE})\n"
BODY = "".join(f"<p>On day {n} the port counted {n * 7} ships outside.</p>" for n in range(1, 30))


def page_of(*paragraphs: str, head: str = "") -> str:
    inner = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<html lang=en><head><title>Dredging</title>{head}</head><body><article><h1>Dredging</h1>"
        f"{BODY}{inner}</article></body></html>"
    )


def changed(day: str) -> str:
    return f'<meta property="article:modified_time" content="{day}T08:00:00Z">'


@pytest.fixture
def archive(local_web) -> LocalArchive:
    held = LocalArchive(local_web)
    held.hold(PAGE, {THEN: page_of(CLAIM)})
    return held


async def checked(web: LocalWeb, live: str, *, written: datetime | None = WRITTEN):
    web.page(PAGE, live)
    policy = replace(POLICY, resolve=web.resolve("harbour.test", HOST))
    submission = Submission(
        content=DRAFT.encode(), media_type="text/markdown", published_at=written
    )
    async with Fetcher(policy) as fetcher:
        reading = await collect(submission, fetcher, settings=LIMITS, archives=(TIMEMAP,))
    claim = next(a for a in assess_article(reading, load_scorer()) if a.statement.text == CLAIM)
    return reading.sources[0].page, claim


async def test_what_a_page_has_dropped_since_is_found_in_its_copy(local_web, archive):
    """The verdict says that it is the copy's word, and the link leads to the copy."""
    page, claim = await checked(local_web, page_of(head=changed("2020-05-01")))
    assert (page.access, page.archived_at) == (Access.OK, moment(THEN))
    assert claim.verdict is Verdict.SUPPORTED
    assert "the archived copy of 2020-03-08 alone: the page has been changed since" in claim.reason
    (evidence, *_) = claim.evidence
    assert page.text[evidence.start : evidence.end] == evidence.text == CLAIM
    assert evidence.fragment_url.startswith(f"{archive.at(PAGE, THEN)}#:~:text=")
    assert CLAIM not in page.live_text
    assert CLAIM not in page.main_text


async def test_a_copy_never_contradicts_what_the_page_says_now(local_web, archive):
    """Paragraphs that the page took back are no evidence against a statement."""
    now = CLAIM.replace("480,000", "520,000")
    archive.hold(PAGE, {THEN: page_of(now)})
    page, claim = await checked(local_web, page_of(CLAIM, head=changed("2020-05-01")))
    assert now in page.text
    assert claim.verdict is Verdict.SUPPORTED
    assert claim.evidence[0].fragment_url.startswith(PAGE)


@pytest.mark.parametrize(
    ("head", "written"),
    [(changed("2020-03-01"), WRITTEN), ("", WRITTEN), (changed("2020-05-01"), None)],
    ids=["changed before", "no date of the page", "no date of the article"],
)
async def test_no_archive_is_asked_where_no_later_change_is_stated(
    local_web, archive, head, written
):
    page, claim = await checked(local_web, page_of(head=head), written=written)
    assert archive.read() == []
    assert page.earlier_from is None
    assert claim.verdict is Verdict.NOT_FOUND


async def test_a_copy_that_says_nothing_more_changes_nothing(local_web, archive):
    """The page is then its own evidence, and no copy is named."""
    page, _ = await checked(local_web, page_of(CLAIM, head=changed("2020-05-01")))
    assert (page.earlier_from, page.archived_url) == (None, None)


async def test_a_page_is_not_lost_with_its_archive(local_web, archive):
    """An archive that is down leaves the page as it was read."""
    local_web.routes = {k: v for k, v in local_web.routes.items() if k[0] != HOST}
    local_web.page(f"http://{HOST}/", "")
    page, claim = await checked(local_web, page_of(CLAIM, head=changed("2020-05-01")))
    assert (page.access, claim.verdict) == (Access.OK, Verdict.SUPPORTED)
