"""URLs in, each step on the way to their text out, told as it went. I/O: asks those URLs."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import httpx2

from service.domain import Access, Page, Reply, Source, Unread, bare_url
from service.rendering.signs import say_signs
from service.rendering.words import ACCESS, READER_ACCESS, counted, day
from service.settings import Settings
from workers.archived import LOST, CopyReader
from workers.cli.doctor.lines import Line, Section, told, well, wrong
from workers.cli.doctor.names import look_up
from workers.collecting import fetch_policy
from workers.extracting import extract
from workers.fetching import Fetcher, FetchPolicy
from workers.fetching.addresses import is_allowed, is_named, parse
from workers.fetching.answers import Setback
from workers.fetching.archives import Archives
from workers.fetching.asking import Answered, Ask
from workers.fetching.commons import Commons, polite_ask
from workers.fetching.guard import PORTS
from workers.fetching.urls import checked_url

ADVICE = {
    Access.PAYWALLED: "Give the text that you can read: --source FILE.",
    Access.LOGIN: "Give the text that you can read: --source FILE.",
    Access.BOT_BLOCKED: "A person may see the page. Save it, and give it: --source FILE.",
    Access.ROBOTS_DISALLOWED: "The site asks programs to stay away. Save the page: --source FILE.",
    Access.RATE_LIMITED: "Try again later.",
    Access.TIMEOUT: "Try again later; SOURCEPROOF_FETCH_TIMEOUT allows more time.",
    Access.DEAD: "Look for the page in a web archive, and cite that copy.",
    Access.SOFT_404: "Look for the page in a web archive, and cite that copy.",
    Access.UNSUPPORTED_TYPE: "Give its text: --source FILE.",
    Access.TOO_LARGE: "SOURCEPROOF_FETCH_MAX_BYTES allows more.",
    Access.PARTIAL_TEXT: "What the missing part says is not known. Give the whole: --source FILE.",
}


@dataclass(eq=False, slots=True)
class Listening:
    """Asks as ``inner`` does, and remembers what was asked and answered."""

    inner: Ask
    heard: list[tuple[str, Answered | Setback]] = field(default_factory=list)

    async def __call__(
        self,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        *,
        max_bytes: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answered | Setback:
        """Ask, and remember."""
        answer = await self.inner(client, url, max_bytes=max_bytes, headers=headers)
        self.heard.append((str(url), answer))
        return answer


def journeys(urls: list[str], settings: Settings) -> Iterator[Section]:
    """Follow each URL, one after the other."""
    policy = fetch_policy(settings)
    for url in urls:
        yield Section(url, tuple(_journey(url, policy, settings)), is_one=True)


def _journey(text: str, policy: FetchPolicy, settings: Settings) -> Iterator[Line]:
    url = checked_url(text)
    if isinstance(url, Unread):
        yield wrong("address", url.obstacle)
        return
    yield well("address", f"{url.scheme} to {url.host}, path {url.path}")
    yield from _guarded(url, policy, settings)
    read, heard = asyncio.run(_read(str(url), policy))
    for asked, answer in heard:
        yield from _step(asked, answer, read.access)
    yield from _reading(read)
    if isinstance(read, Unread) and read.access in LOST:
        yield asyncio.run(_copy(read, str(url), policy, settings.archives))


async def _read(
    url: str, policy: FetchPolicy
) -> tuple[Page | Unread, list[tuple[str, Answered | Setback]]]:
    commons = Commons()
    listening = Listening(polite_ask(policy, commons))
    async with Fetcher(policy, commons=commons, asking=listening) as fetcher:
        outcome = await fetcher.fetch(url)
    return (extract(outcome) if isinstance(outcome, Reply) else outcome), listening.heard


async def _copy(unread: Unread, url: str, policy: FetchPolicy, archives: tuple[str, ...]) -> Line:
    """Tell whether the archives that are configured have a copy."""
    if not archives:
        advice = "SOURCEPROOF_ARCHIVES names archives that may be asked."
        return told("archives", "none is configured", advice)
    async with Fetcher(policy) as fetcher:
        copies = CopyReader(Archives(fetcher, archives), None)
        page = await copies.read(unread, url, is_private=False)
    if isinstance(page, Unread):
        return told("archives", f"no copy to read in {len(archives)} of them")
    when = day(page.archived_at) if page.archived_at else "a day that is not told"
    return well("archives", f"a copy of {when} can be read: {page.archived_url}")


def _guarded(url: httpx2.URL, policy: FetchPolicy, settings: Settings) -> Iterator[Line]:
    """Tell where the name leads, and whether the guard lets us go there."""
    found = look_up(url.host, settings)
    if not found.addresses:
        yield wrong("name", found.words)
        return
    yield well("name", found.words)
    may = [text for text in found.addresses if is_allowed(parse(text), policy.allow_networks)]
    port = url.port or (443 if url.scheme == "https" else 80)
    is_open = found.stand_in is not None or port in PORTS
    if not may:
        advice = "If this is your own, SOURCEPROOF_ALLOW_NETWORKS can name its network."
        yield wrong("guard", "no address that may be connected to: private or reserved", advice)
    elif not (is_open or any(is_named(parse(text), policy.allow_networks) for text in may)):
        yield wrong("guard", f"port {port} is not one for web pages")
    else:
        yield well("guard", f"{len(may)} of {len(found.addresses)} may be connected to")


def _step(asked: str, answer: Answered | Setback, access: Access) -> Iterator[Line]:
    """Tell one request and its answer."""
    if httpx2.URL(asked).path == "/robots.txt":
        yield from _robots(answer, access)
    elif isinstance(answer, Setback):
        yield told("answer", f"{answer.unread.obstacle}, at {bare_url(asked)}")
    elif answer.location is not None:
        words = f"status {answer.status}, sends on to {bare_url(str(_target(answer)))}"
        yield told("redirect", words)
    else:
        kind = answer.headers.get("content-type", "no stated type")
        more = "" if answer.is_whole else " and more"
        words = f"status {answer.status}, {kind}, {len(answer.content):,} bytes{more}"
        yield well("answer", words)


def _robots(answer: Answered | Setback, access: Access) -> Iterator[Line]:
    forbids = access is Access.ROBOTS_DISALLOWED
    status = answer.unread.status if isinstance(answer, Setback) else answer.status
    if status is not None:  # else it met what the page would have met, and that is told below
        words = "forbids to read the page" if forbids else "does not forbid to read the page"
        yield (told if forbids else well)("robots.txt", f"status {status}, {words}")


def _target(answer: Answered) -> object:
    try:
        return answer.url.join(answer.location or "")
    except (httpx2.InvalidURL, UnicodeError, ValueError):
        return answer.location


def _reading(outcome: Page | Unread) -> Iterator[Line]:
    """Tell what came of it, for us and for a reader, and from what that was decided."""
    why = f": {outcome.obstacle}" if outcome.obstacle else ""
    state = f"{ACCESS[outcome.access]} ({outcome.access}){why}"
    is_whole = isinstance(outcome, Page) and outcome.access is not Access.PARTIAL_TEXT
    yield (
        well("reading", state) if is_whole else wrong("reading", state, ADVICE.get(outcome.access))
    )
    if isinstance(outcome, Page):
        yield told("text", _told_of(outcome))
    yield told("readers", READER_ACCESS[outcome.reader_access].lower())
    seen = say_signs(Source("", outcome=outcome))
    if seen:
        yield told("seen", seen)


def _told_of(page: Page) -> str:
    """Say what the page says of itself."""
    parts = [
        counted(len(page.text.split()), "word"),
        f"titled “{page.title}”" if page.title else "without a title",
        f"published {day(page.published_at)}" if page.published_at else "without a date",
        f"in language {page.language}" if page.language else "in no language we know",
    ]
    return ", ".join(parts)
