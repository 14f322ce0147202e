"""Collecting the sources of an article that links to snapshots of pages."""

from dataclasses import replace
from ipaddress import ip_network
from types import SimpleNamespace

import anyio.lowlevel
import pytest
from web import Answer

from service.domain import Access, Article, Reading, Submission
from workers.collecting import collect, run_collecting
from workers.fetching import Fetcher, FetchPolicy

POLICY = FetchPolicy(robots=False, allow_networks=(ip_network("127.0.0.0/8"),))
LIMITS = SimpleNamespace(max_article_bytes=100_000, max_sources=10, max_statements=100)
PAGE = "http://council.test/minutes"
SNAPSHOT = f"http://web.archive.org/web/20200102030405/{PAGE}"
DRAFT = f"The council approved [twelve bus lines]({SNAPSHOT}) on Monday.\n".encode()
TEXT = "<html lang=en><body><article><p>{} approved twelve new bus lines on Monday. The lines will \
run from the harbour to the hills every ten minutes, the minutes say.</p></article></body></html>"


async def collected(local_web):
    told = []
    policy = replace(POLICY, resolve=local_web.resolve("council.test", "web.archive.org"))
    submission = Submission(content=DRAFT, media_type="text/markdown")
    async with Fetcher(policy) as fetcher:
        reading = await collect(
            submission, fetcher, settings=LIMITS, on_source=lambda *given: told.append(given)
        )
    (source,) = reading.sources
    assert (source.url, source.archived_url) == (PAGE, SNAPSHOT)
    assert [url for url, _ in told] == [PAGE]
    return source


async def test_the_page_is_read_where_it_still_stands_and_its_snapshot_is_named(local_web):
    local_web.page(PAGE, TEXT.format("The council"))
    local_web.page(SNAPSHOT, TEXT.format("The archive"))
    source = await collected(local_web)
    assert source.access is Access.OK
    assert source.page.text.startswith("The council")
    assert source.outcome.archived_url == SNAPSHOT
    assert local_web.count(SNAPSHOT) == 0


@pytest.mark.parametrize("status", [404, 410, 403])
async def test_the_snapshot_is_read_where_the_page_cannot_be(local_web, status):
    local_web.add(PAGE, Answer(b"<h1>Gone</h1>", status))
    local_web.page(SNAPSHOT, TEXT.format("The archive"))
    source = await collected(local_web)
    assert source.access is Access.ARCHIVED_COPY_USED
    assert source.page.text.startswith("The archive")
    assert (source.page.url, source.page.archived_url) == (PAGE, SNAPSHOT)
    assert source.page.obstacle.startswith("The page itself: ")


async def test_where_both_are_gone_the_page_is_dead(local_web):
    source = await collected(local_web)
    assert source.access is Access.DEAD
    assert (source.outcome.url, source.outcome.archived_url) == (PAGE, SNAPSHOT)


def test_a_reading_is_never_written_out_on_its_way_from_the_loop() -> None:
    written_out = []

    class Told(Reading):
        def __repr__(self) -> str:
            written_out.append(self)
            return "a long draft"

    async def work() -> Reading:
        await anyio.lowlevel.checkpoint()
        return Told(Article("The harbour opened."))

    assert run_collecting(work()).article.text == "The harbour opened."
    assert written_out == []
