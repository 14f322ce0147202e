"""A URL in, what its host's robots.txt says to it out, asked for once a host. I/O.

RFC 9309: a 4xx means no rules (2.3.1.3), a 5xx or silence means that nothing may be
fetched (2.3.1.4), at least five redirects are followed (2.3.1.2), and 500 KiB are read
(2.5). A host that cannot be reached at all is not reported as forbidding: the source
then gets the obstacle that robots.txt met.
"""

from contextlib import suppress
from dataclasses import dataclass, replace

import anyio
import httpx2
from protego import Protego

from service.domain import Access, SignName, Unread, sign
from service.domain.product import product_token
from workers.fetching.answers import Setback
from workers.fetching.asking import Answered, Ask, BrokenOff
from workers.fetching.clock import standing_still, time_limit
from workers.fetching.policy import FetchPolicy
from workers.fetching.politeness import Delays
from workers.fetching.robots_memory import RulesMemory
from workers.fetching.robots_rules import forbidding_rule
from workers.fetching.urls import joined_url, origin_of

MAX_BYTES = 500 * 1024
MAX_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Stated:
    """What a robots.txt states, read and as it stands."""

    rules: Protego
    text: str


Rules = Stated | Unread | None  # None: the host has no rules


class Robots:
    """The rules of the hosts met in one run, or remembered from others.

    The delays they ask for are noted in ``delays``.
    """

    def __init__(
        self, policy: FetchPolicy, *, ask: Ask, delays: Delays, memory: RulesMemory
    ) -> None:
        self._user_agent = product_token(policy.user_agent)
        self._ask = ask
        self._delays = delays
        self._memory = memory
        self._timeout = policy.connect_timeout  # seconds for one robots.txt in all
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, anyio.Lock] = {}

    async def objection(self, client: httpx2.AsyncClient, url: httpx2.URL) -> Unread | None:
        """Return why the URL must not be asked for, or ``None``."""
        rules = await self._rules_of(client, url)
        if isinstance(rules, Unread):
            return replace(rules, url=str(url))
        if rules is None:
            return None
        self._delays.note(url.host, rules.rules.crawl_delay(self._user_agent))
        if rules.rules.can_fetch(str(url), self._user_agent):
            return None
        rule = sign(SignName.ROBOTS_RULE, forbidding_rule(rules.text, str(url), self._user_agent))
        words = "the site's robots.txt forbids it"
        return Unread(str(url), Access.ROBOTS_DISALLOWED, words, signs=(rule,))

    async def _rules_of(self, client: httpx2.AsyncClient, url: httpx2.URL) -> Rules:
        origin = origin_of(url)
        lock = self._locks.setdefault(origin, anyio.Lock())
        with standing_still():
            await lock.acquire()
        try:
            if origin not in self._rules:
                self._rules[origin] = await self._read(client, httpx2.URL(origin))
            return self._rules[origin]
        finally:
            lock.release()

    async def _read(self, client: httpx2.AsyncClient, origin: httpx2.URL) -> Rules:
        with suppress(BrokenOff), time_limit(self._timeout):
            answer: Answered | Setback | None = await self._memory.recall(str(origin))
            if answer is None:
                answer = await self._answer(client, origin.join("/robots.txt"))
                await self._memory.remember(str(origin), answer)
            return _rules_from(answer)
        words = "the host did not answer in time (its robots.txt was asked for first)"
        silence = sign(SignName.ROBOTS_SILENCE, f"{self._timeout:g}")
        return Unread(str(origin), Access.TIMEOUT, words, signs=(silence,))

    async def _answer(self, client: httpx2.AsyncClient, url: httpx2.URL) -> Answered | Setback:
        answer = await self._ask(client, url, max_bytes=MAX_BYTES)
        for _ in range(MAX_REDIRECTS):
            if isinstance(answer, Setback) or answer.location is None:
                return answer
            target = joined_url(answer.url, answer.location)
            if isinstance(target, Unread):
                return answer
            answer = await self._ask(client, target, max_bytes=MAX_BYTES)
        return answer


def _rules_from(answer: Answered | Setback) -> Rules:
    if isinstance(answer, Answered):
        return None if answer.location else _parsed(answer.content)
    status = answer.unread.status
    if status is None:
        return answer.unread
    if status < 500:  # noqa: PLR2004  the class of server errors
        return None
    words = f"the site's robots.txt could not be read (status {status}), so nothing was fetched"
    seen = (sign(SignName.ROBOTS_STATUS, status),)
    return Unread(None, Access.ROBOTS_DISALLOWED, words, status=status, signs=seen)


def _parsed(content: bytes) -> Rules:
    text = content.decode("utf-8", "replace")
    try:
        return Stated(Protego.parse(text), text)
    except Exception:  # noqa: BLE001  what is not a robots.txt states no rules
        return None
