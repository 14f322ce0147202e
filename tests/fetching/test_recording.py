"""What was recorded of a web is had again without it: answers, troubles, cookies, redirects."""

import gzip
import secrets
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest
import troubles
from test_fetcher import TROUBLES
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio_command
from web import Answer

from service.domain import Access, Reply, Unread
from workers.fetching import Fetcher, FetchPolicy, Recorder, Replay
from workers.fetching.asking import ask

URL = "https://news.example/story"
POLICY = FetchPolicy(
    timeout=1.5,
    connect_timeout=1.0,
    max_bytes=1_000_000,
    max_redirects=4,
    allow_networks=(ip_network("127.0.0.0/8"),),
)


async def record(local_web, path, *urls, policy=POLICY, **words):
    policy = replace(policy, resolve=local_web.resolve())
    with Recorder(path, software="test", **words) as recorder:
        async with Fetcher(policy, asking=recorder.around(ask)) as fetcher:
            return await fetcher.read_all(urls or (URL,), lambda reply: reply), recorder


async def replay(path, *urls, policy=POLICY):
    """Nothing of the web is left: no stand-in for the hosts, and no server."""
    async with Fetcher(policy, asking=Replay(path)) as fetcher:
        return await fetcher.read_all(urls or (URL,), lambda reply: reply)


def records(path):
    with path.open("rb") as file:
        return [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(file)
        ]


def full_disk():
    return Path("/dev/full").open("wb", buffering=0)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "exchanges.warc.gz"


@pytest.mark.parametrize(
    ("route", "access"), [t[1:3] for t in TROUBLES], ids=[t[0] for t in TROUBLES]
)
async def test_every_trouble_is_replayed_as_the_very_same_value(local_web, path, route, access):
    """Words, signs, status, address and moment: a replay is no second opinion."""
    local_web.add(URL, route)
    recorded, _ = await record(local_web, path)
    local_web.close()
    replayed = await replay(path)
    assert recorded[URL].access is access
    assert {u: _without_moment(o) for u, o in replayed.items()} == {
        u: _without_moment(o) for u, o in recorded.items()
    }


def _without_moment(outcome):
    """Circles, redirects too many and the like are decided by us, at a moment of ours."""
    return replace(outcome, retrieved_at=None)


@pytest.mark.parametrize("code", [401, 402, 403, 404, 406, 410, 429, 451, 500, 503])
async def test_a_refusal_is_replayed_with_the_moment_of_the_recording(local_web, path, code):
    """The report of a replay tells when the source was asked, not when it was replayed."""
    local_web.add(URL, troubles.status(code, "<title>No</title>"))
    recorded, _ = await record(local_web, path)
    assert await replay(path) == recorded


async def test_a_page_is_replayed_to_the_byte_with_its_headers_and_moment(local_web, path):
    """A packed body, header values beyond ASCII and an odd media type come back as they came."""
    body = gzip.compress("<p>Grüße, 412 Schiffe.</p>".encode())
    headers = {"Content-Encoding": "gzip", "X-Note": "Grüße; a=b", "Content-Type": "text/html"}
    local_web.add(URL, Answer(body, headers=headers))
    recorded, _ = await record(local_web, path)
    assert await replay(path) == recorded
    assert isinstance(recorded[URL], Reply)
    assert "Grüße" in recorded[URL].content.decode()


async def test_redirects_and_robots_are_recorded_each_for_itself(local_web, path):
    """Whoever opens the file sees every request that left."""
    local_web.add(URL, troubles.redirect("https://other.example/new"))
    local_web.page("https://other.example/new", "<p>Here.</p>")
    local_web.page("https://other.example/robots.txt", "User-agent: *\nDisallow: /x")
    recorded, _ = await record(local_web, path)
    assert await replay(path) == recorded
    asked = {uri for kind, uri, _ in records(path) if kind == "request"}
    assert asked == {
        "https://news.example/robots.txt",
        URL,
        "https://other.example/robots.txt",
        "https://other.example/new",
    }


async def test_the_file_is_one_that_other_tools_read(local_web, path):
    """WARC/1.1, every digest right, each record a gzip member of its own."""
    local_web.page(URL, "<p>Here.</p>")
    await record(local_web, path)
    with pytest.raises(SystemExit) as done:
        warcio_command(["check", str(path)])
    assert not done.value.code
    kinds = [kind for kind, _, _ in records(path)]
    assert kinds[0] == "warcinfo"
    assert {"request", "response", "metadata"} == set(kinds[1:])


async def test_no_cookie_is_written_and_a_page_that_needs_one_is_replayed(local_web, path):
    """A page that sends its reader on to itself with a cookie is a page, live and replayed."""

    def gate(asked):
        if "cookie" in asked.headers:
            return Answer(b"<p>Through.</p>", headers={"Content-Type": "text/html"})
        return Answer(b"", 302, {"Location": URL, "Set-Cookie": "pass=s3cret-value; Path=/"})

    local_web.add(URL, gate)
    recorded, _ = await record(local_web, path)
    assert await replay(path) == recorded
    assert b"Through" in recorded[URL].content
    assert b"s3cret-value" not in gzip.decompress(path.read_bytes())
    assert b"cookie:" not in gzip.decompress(path.read_bytes()).lower()


async def test_two_hosts_of_a_chain_may_set_cookies_of_one_name(local_web):
    """A session on either host is no trouble of the source."""
    other = "https://other.example/"
    local_web.add(URL, troubles.redirect(other, **{"Set-Cookie": "id=1"}))
    local_web.add(other, troubles.redirect(f"{other}end", **{"Set-Cookie": "id=2"}))
    local_web.page(f"{other}end", "<p>Here.</p>")
    async with Fetcher(replace(POLICY, resolve=local_web.resolve())) as fetcher:
        assert isinstance(await fetcher.fetch(URL), Reply)


async def test_a_host_that_failed_first_is_replayed_in_that_order(local_web, path):
    """The one retry meets what it met."""
    answers = [Answer(b"", 503), Answer(b"<p>Back.</p>", headers={"Content-Type": "text/html"})]
    local_web.add(URL, lambda _: answers.pop(0))
    recorded, _ = await record(local_web, path)
    assert await replay(path) == recorded
    assert b"Back" in recorded[URL].content


async def test_an_address_that_was_not_recorded_is_said_to_be_so(local_web, path):
    """It is never asked for in silence."""
    local_web.page(URL, "<p>Here.</p>")
    await record(local_web, path)
    before = len(local_web.asked)
    other = "https://news.example/other"
    replayed = await replay(path, other, policy=replace(POLICY, resolve=local_web.resolve()))
    assert isinstance(replayed[other], Unread)
    assert (replayed[other].access, replayed[other].obstacle) == (
        Access.REFUSED,
        "this address is not in the recording, and a replay makes no request",
    )
    assert len(local_web.asked) == before


async def test_a_file_that_breaks_off_gives_what_stands_before(local_web, path):
    """A run that was killed leaves a file without its end."""
    urls = [f"https://news.example/{n}" for n in range(8)]
    for number, url in enumerate(urls):
        local_web.page(url, f"<p>Page {number}. {'word ' * number * 50}</p>")
    recorded, _ = await record(local_web, path, *urls)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    asking = Replay(path)
    assert not asking.is_whole
    async with Fetcher(POLICY, asking=asking) as fetcher:
        replayed = await fetcher.read_all(urls, lambda reply: reply)
    read = [url for url in urls if isinstance(replayed[url], Reply)]
    assert 0 < len(read) < len(urls)
    assert all(replayed[url].content == recorded[url].content for url in read)
    assert all("not in the recording" in replayed[url].obstacle for url in urls if url not in read)


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8, 0.95])
async def test_a_flipped_bit_never_gives_another_page(local_web, path, place):
    """What the digests do not bear out is not replayed."""
    urls = [f"https://news.example/{n}" for n in range(6)]
    for number, url in enumerate(urls):
        local_web.page(url, f"<p>Page {number} says {number * 7}.</p>")
    recorded, _ = await record(local_web, path, *urls)
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 0x10
    path.write_bytes(content)
    for url, outcome in (await replay(path, *urls)).items():
        assert isinstance(outcome, Unread) or outcome.content == recorded[url].content


@pytest.mark.parametrize("content", [b"\x00" * 100, b"plain words\n" * 50, b"\x1f\x8b\x08"])
async def test_what_is_no_recording_gives_nothing_and_says_so(path, content):
    """Nonsense is an empty recording, never an error of a library."""
    path.write_bytes(content)
    asking = Replay(path)
    assert asking.exchanges == 0
    assert not asking.is_whole


async def test_a_recording_of_another_tool_is_judged_as_the_web_is(path, tmp_path):
    """A WARC that a crawler made, packed and in chunks, replays: pages, redirects, refusals."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415  used here alone
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415  used here alone

    def add(writer, url, line, headers, body):
        from io import BytesIO  # noqa: PLC0415  used here alone

        http = StatusAndHeaders(line, headers, protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", BytesIO(body), len(body), http_headers=http)
        )

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        packed = gzip.compress(b"<p>From a crawler.</p>")
        kinds = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
        add(writer, "https://a.example/page", "200 OK", kinds, packed)
        add(writer, URL, "301 Moved", [("Location", "https://a.example/page")], b"")
        add(writer, "https://a.example/gone", "410 Gone", [], b"")
    outcomes = await replay(path, URL, "https://a.example/gone")
    assert outcomes[URL].content == b"<p>From a crawler.</p>"
    assert outcomes["https://a.example/gone"].access is Access.DEAD


async def test_trouble_with_the_file_harms_no_source(local_web, path):
    """A full disk is the recording's trouble."""
    local_web.page(URL, "<p>Here.</p>")
    recorder = Recorder(path, software="test")
    recorder._file.close()
    recorder._file = full_disk()
    policy = replace(POLICY, resolve=local_web.resolve())
    async with Fetcher(policy, asking=recorder.around(ask)) as fetcher:
        assert isinstance(await fetcher.fetch(URL), Reply)
    recorder.close()
    assert recorder.failure is not None


async def test_a_recording_grows_no_further_than_its_bound(local_web, path):
    """What is beyond is counted, and the sources are read all the same."""
    urls = [f"https://news.example/{n}" for n in range(5)]
    for url in urls:
        local_web.page(url, f"<p>{secrets.token_hex(10_000)}</p>")
    outcomes, recorder = await record(local_web, path, *urls, max_bytes=30_000)
    assert all(isinstance(outcome, Reply) for outcome in outcomes.values())
    assert recorder.left_out > 0
    assert path.stat().st_size < 60_000
