"""Reading a copy where the page itself is lost: from the web archives that are configured."""

from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_network
from types import SimpleNamespace

import pytest
from archive import HOST, TIMEGATE, TIMEMAP, WAYBACK, LocalArchive, http_date, moment, story
from web import Answer, LocalWeb

from service.domain import Access, Submission, SuppliedSource
from workers.collecting import collect
from workers.fetching import Fetcher, FetchPolicy
from workers.fetching.archives import LINES, MAX_FAILURES

POLICY = FetchPolicy(
    robots=False, timeout=3, connect_timeout=2, allow_networks=(ip_network("127.0.0.1/32"),)
)
LIMITS = SimpleNamespace(max_article_bytes=100_000, max_sources=50, max_statements=100)
PAGE = "http://council.test/minutes?year=2020&no=7"
DRAFT = f"The council approved [twelve bus lines]({PAGE}) on Monday.\n"
EARLY, NEAR, LATE = "20200101000000", "20200301000000", "20200601000000"
WRITTEN = datetime(2020, 3, 10, tzinfo=UTC)
ALL = [TIMEGATE, TIMEMAP, WAYBACK]


@pytest.fixture
def archive(local_web) -> LocalArchive:
    return LocalArchive(local_web)


async def collected(
    web: LocalWeb, *archives: str, draft: str = DRAFT, written: datetime | None = WRITTEN, **more
):
    policy = replace(POLICY, resolve=web.resolve("council.test", HOST))
    submission = Submission(
        content=draft.encode(), media_type="text/markdown", published_at=written, **more
    )
    async with Fetcher(policy) as fetcher:
        reading = await collect(submission, fetcher, settings=LIMITS, archives=archives)
    return reading.sources


@pytest.mark.parametrize("template", ALL)
async def test_the_snapshot_nearest_to_the_articles_date_is_read(local_web, archive, template):
    """TimeGate, TimeMap and availability API alike give the capture nearest to the date."""
    archive.hold(PAGE, {EARLY: story("Early"), NEAR: story("The council"), LATE: story("Late")})
    (source,) = await collected(local_web, template)
    page = source.page
    assert page.access is Access.ARCHIVED_COPY_USED
    assert "The council approved" in page.text
    assert (page.url, page.final_url) == (PAGE, PAGE)
    assert (page.archived_url, page.archived_at) == (archive.at(PAGE, NEAR), moment(NEAR))
    assert page.obstacle == "The page itself: the page does not exist (status 404)"


@pytest.mark.parametrize("template", ALL)
async def test_of_an_article_without_a_date_the_newest_snapshot_is_read(
    local_web, archive, template
):
    archive.hold(PAGE, {EARLY: story("Early"), LATE: story("Late")})
    (source,) = await collected(local_web, template, written=None)
    assert source.page.archived_at == moment(LATE)


@pytest.mark.parametrize(
    ("written", "stamp"),
    [
        (datetime(2020, 2, 20, tzinfo=UTC), NEAR),
        (datetime(2020, 3, 5), NEAR),  # noqa: DTZ001  a draft's date has no zone
        (datetime(2019, 1, 1, tzinfo=UTC), EARLY),
        (datetime(2026, 1, 1, tzinfo=UTC), LATE),
    ],
)
async def test_nearest_counts_both_before_and_after_the_date(local_web, archive, written, stamp):
    archive.hold(PAGE, {EARLY: story("Early"), NEAR: story("Near"), LATE: story("Late")})
    (source,) = await collected(local_web, TIMEMAP, written=written)
    assert source.page.archived_at == moment(stamp)


@pytest.mark.parametrize("template", ALL)
async def test_nothing_that_the_archive_puts_in_is_read_as_the_pages(local_web, archive, template):
    """The toolbar is in no text, and the canonical address is the page's, not the archive's."""
    shown = story("The council", canonical=archive.at(PAGE, NEAR))
    archive.hold(PAGE, {NEAR: shown})
    (source,) = await collected(local_web, template)
    assert "gift" not in source.page.text
    assert "captures" not in source.page.text
    assert source.page.canonical_url == PAGE


async def test_a_raw_form_that_is_not_there_costs_no_snapshot(local_web, archive):
    """An archive without "id_" is asked for the form that it shows, its toolbar taken out."""
    archive.hold(PAGE, {NEAR: story("The council")})
    local_web.add(archive.at(PAGE, f"{NEAR}id_"), Answer(b"", 404))
    (source,) = await collected(local_web, TIMEMAP)
    assert source.access is Access.ARCHIVED_COPY_USED
    assert "gift" not in source.page.text


SOFT = "<html><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>"


@pytest.mark.parametrize("template", [TIMEGATE, TIMEMAP])
@pytest.mark.parametrize(
    "bad",
    [
        Answer(b"<h1>Gone</h1>", 404),
        Answer(b"", 503),
        SOFT,
        Answer(status=302, headers={"Location": f"http://{HOST}/web/{NEAR}/http://council.test/"}),
        Answer(status=302, headers={"Location": f"http://{HOST}/web/{NEAR}/http://other.test/x"}),
        Answer(status=302, headers={"Location": "http://127.0.0.9:9/"}),
    ],
)
async def test_a_snapshot_of_an_error_or_of_another_page_gives_way_to_the_next(
    local_web, archive, template, bad
):
    local_web.page(f"http://{HOST}/web/{NEAR}/http://council.test/", story("Home"))
    local_web.page(f"http://{HOST}/web/{NEAR}/http://other.test/x", story("Other"))
    archive.hold(PAGE, {EARLY: story("Early"), NEAR: bad})
    (source,) = await collected(local_web, template, TIMEMAP)
    assert source.access is Access.ARCHIVED_COPY_USED
    assert source.page.archived_at == moment(EARLY)


async def test_a_page_that_had_moved_when_it_was_captured_is_read_where_it_moved(
    local_web, archive
):
    """A redirect to the same site, as captured, leads to the same page."""
    moved = "http://council.test/archive/minutes-7"
    where = {"Location": archive.at(moved, NEAR)}
    archive.hold(PAGE, {NEAR: Answer(status=301, headers=where)})
    local_web.page(archive.at(moved, NEAR), story("The council"))
    (source,) = await collected(local_web, TIMEMAP)
    assert (source.access, source.page.final_url) == (Access.ARCHIVED_COPY_USED, moved)


async def test_at_most_three_snapshots_of_a_page_are_read(local_web, archive):
    stamps = [f"202003{day:02}000000" for day in range(1, 20)]
    archive.hold(PAGE, dict.fromkeys(stamps, SOFT))
    (source,) = await collected(local_web, *ALL)
    assert source.access is Access.DEAD
    assert len({stamp[:14] for stamp in archive.read()}) <= 3


async def test_a_snapshot_that_says_to_be_of_another_page_is_not_read(local_web, archive):
    """Its Link header names the original, whatever its own address says."""
    link = {"Link": '<http://council.test/elsewhere>; rel="original"'}
    body = Answer(story("Wrong").encode(), headers={"Memento-Datetime": http_date(NEAR), **link})
    archive.hold(PAGE, {NEAR: body})
    for template in ALL:
        (source,) = await collected(local_web, template)
        assert source.access is Access.DEAD


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"{", headers={"Content-Type": "application/json"}),
        Answer(b"[" * 100_000, headers={"Content-Type": "application/json"}),
        Answer(b'{"archived_snapshots": []}', headers={"Content-Type": "application/json"}),
        Answer(
            b'{"archived_snapshots": {"closest": {"available": true, "url": 7}}}',
            headers={"Content-Type": "application/json"},
        ),
        Answer(
            b'{"archived_snapshots": {"closest": {"available": true, "url": "ftp://x/"}}}',
            headers={"Content-Type": "application/json"},
        ),
        Answer(b"\xff<<<>;;; rel", headers={"Content-Type": "application/link-format"}),
        Answer(
            b'<http://[::1/>; rel="memento"; datetime="Sun, 99 Mar 99999 00:00:00 GMT"',
            headers={"Content-Type": "application/link-format"},
        ),
        Answer(b"<h1>No captures</h1>"),
        Answer(b"", 503),
        Answer(b"", 404),
        Answer(status=302, headers={"Location": "http://127.0.0.9/"}),
        Answer(status=302, headers={"Location": "file:///etc/passwd"}),
        Answer(status=302, headers={"Location": f"http://{HOST}/broken/x"}),
    ],
)
async def test_an_archive_that_answers_nonsense_leaves_the_page_dead_and_the_next_is_asked(
    local_web, archive, answer
):
    broken = f"http://{HOST}/broken/{{url}}"
    local_web.add(broken.replace("{url}", PAGE), answer)
    (source,) = await collected(local_web, broken)
    assert source.access is Access.DEAD
    assert source.outcome.archived_url is None
    archive.hold(PAGE, {NEAR: story("The council")})
    (source,) = await collected(local_web, broken, TIMEGATE)
    assert source.access is Access.ARCHIVED_COPY_USED


async def test_a_huge_timemap_is_read_as_far_as_its_nearest(local_web, archive):
    """Fifty thousand captures: the nearest five are kept, and one is read."""
    archive.hold(PAGE, {NEAR: story("The council")})
    lines = [
        f'<{archive.at(PAGE, f"19{n:05}0101000")}>; rel="memento"; '
        f'datetime="Thu, 01 Jan 1998 00:00:{n % 60:02} GMT"'
        for n in range(50_000)
    ]
    body = ",\n".join([*lines, archive._link(PAGE, NEAR)]).encode()
    headers = {"Content-Type": "application/link-format"}
    local_web.add(TIMEMAP.replace("{url}", PAGE), Answer(body, headers=headers))
    (source,) = await collected(local_web, TIMEMAP)
    assert source.page.archived_at == moment(NEAR)


@pytest.mark.parametrize("status", [401, 402, 403, 429, 451])
async def test_a_site_that_says_no_is_not_got_round_by_an_archive(local_web, archive, status):
    local_web.add(PAGE, Answer(b"<h1>No</h1>", status))
    archive.hold(PAGE, {NEAR: story("The council")})
    (source,) = await collected(local_web, *ALL)
    assert source.access is not Access.ARCHIVED_COPY_USED
    assert not [asked for asked in local_web.asked if asked.host == HOST]


async def test_a_page_that_answers_too_late_is_read_from_an_archive(local_web, archive):
    local_web.add(PAGE, Answer(story("Late").encode(), delay=30))
    archive.hold(PAGE, {NEAR: story("The council")})
    (source,) = await collected(local_web, TIMEGATE)
    assert source.access is Access.ARCHIVED_COPY_USED
    assert source.page.obstacle.startswith("The page itself: ")


async def test_a_page_that_says_not_found_with_status_200_is_read_from_an_archive(
    local_web, archive
):
    local_web.page(PAGE, SOFT)
    archive.hold(PAGE, {NEAR: story("The council")})
    (source,) = await collected(local_web, TIMEGATE)
    assert source.access is Access.ARCHIVED_COPY_USED


async def test_a_page_that_stands_is_asked_of_no_archive(local_web, archive):
    local_web.page(PAGE, story("The council"))
    archive.hold(PAGE, {NEAR: story("Copy")})
    (source,) = await collected(local_web, *ALL)
    assert source.access is Access.OK
    assert not [asked for asked in local_web.asked if asked.host == HOST]


async def test_archives_learn_no_names_of_the_house_and_no_private_source(local_web, archive):
    """A name that only a network at home resolves, or a source marked private, stays home."""
    house = "".join(
        f"Rule {n} is [known]({url}).\n\n"
        for n, url in enumerate(["http://wiki/x", "http://cms.newsroom.internal/d?token=1"])
    )
    private = SuppliedSource(url="http://council.test/secret-leak", private=True)
    sources = await collected(local_web, *ALL, draft=house, sources=(private,))
    assert len(sources) == 3
    assert not [asked for asked in local_web.asked if asked.host == HOST]


async def test_an_archive_that_is_down_is_left_alone_after_a_few_pages(local_web):
    """Twenty dead pages cost a silent archive its few requests, and each stays dead."""
    template = f"http://{HOST}/down/{{url}}"
    local_web.add(f"http://{HOST}/", "here")

    def down(asked):
        return Answer(b"", 500)

    for n in range(20):
        local_web.add(template.replace("{url}", f"http://council.test/{n}"), down)
    draft = "".join(f"Line {n} is [new](http://council.test/{n}).\n\n" for n in range(20))
    sources = await collected(local_web, template, draft=draft)
    assert {source.access for source in sources} == {Access.DEAD}
    pages = {asked.path for asked in local_web.asked if asked.host == HOST}
    assert len(pages) <= MAX_FAILURES + LINES


async def test_where_the_snapshot_that_was_cited_is_gone_the_archives_are_asked(local_web, archive):
    """A link to a snapshot keeps both addresses, and the copy that was read is named."""
    archive.hold(PAGE, {NEAR: story("The council")})
    cited = f"http://web.archive.org/web/20200102030405/{PAGE}"
    policy = replace(POLICY, resolve=local_web.resolve("council.test", HOST, "web.archive.org"))
    submission = Submission(
        content=DRAFT.replace(PAGE, cited).encode(),
        media_type="text/markdown",
        published_at=WRITTEN,
    )
    async with Fetcher(policy) as fetcher:
        reading = await collect(submission, fetcher, settings=LIMITS, archives=(TIMEGATE,))
    (source,) = reading.sources
    assert (source.url, source.archived_url) == (PAGE, cited)
    assert source.page.archived_url == archive.at(PAGE, NEAR)


async def test_when_the_time_is_up_a_page_stays_what_it_was(local_web, archive):
    archive.hold(PAGE, {NEAR: Answer(story("The council").encode(), delay=30)})
    policy = replace(POLICY, timeout=20, resolve=local_web.resolve("council.test", HOST))
    submission = Submission(content=DRAFT.encode(), media_type="text/markdown")
    async with Fetcher(policy) as fetcher:
        reading = await collect(
            submission, fetcher, settings=LIMITS, archives=(TIMEGATE,), time_budget=1.5
        )
    assert reading.sources[0].access is Access.DEAD
    assert reading.limits == ()
