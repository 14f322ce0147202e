"""The turns of all workers on one Redis; those of this process alone while it is away. I/O.

One script decides as ``turns._Host`` does, on Redis' own clock, so that workers whose
clocks differ agree. No library does this: pyrate-limiter and its like count one rate, and
know neither seats nor a host that asks to be left alone, which one answer must weigh.
"""

from typing import Final

from redis import Redis

from workers.fetching.politeness.turns import POLL, LocalTurns, Pace, Wait
from workers.fetching.sharing import SharedRedis

PREFIX = "sourceproof:host:"

# KEYS: a hash {due, held} in microseconds, and a sorted set of tokens by the end of their
# lease. ARGV: interval, tolerance and lease in microseconds, seats, token.
# Gives {0, 0}: taken; {1, n}: come back in n microseconds; {2, n}: held for n more.
_TAKE: Final = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local interval, tolerance, lease = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local held = tonumber(redis.call('HGET', KEYS[1], 'held') or 0)
if held > now then return {2, held - now} end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[4]) then return {1, 0} end
local due = math.max(tonumber(redis.call('HGET', KEYS[1], 'due') or 0), now)
if due - tolerance > now then return {1, due - tolerance - now} end
redis.call('HSET', KEYS[1], 'due', string.format('%.0f', due + interval))
redis.call('ZADD', KEYS[2], now + lease, ARGV[5])
local rest = math.ceil((due + interval - now) / 1000) + 1000
if redis.call('PTTL', KEYS[1]) < rest then redis.call('PEXPIRE', KEYS[1], rest) end
redis.call('PEXPIRE', KEYS[2], math.ceil(lease / 1000))
return {0, 0}
"""

# KEYS: the hash. ARGV: microseconds. The longer of two holds stays.
_HOLD: Final = """
local clock = redis.call('TIME')
local till = clock[1] * 1000000 + clock[2] + tonumber(ARGV[1])
if tonumber(redis.call('HGET', KEYS[1], 'held') or 0) >= till then return 0 end
redis.call('HSET', KEYS[1], 'held', string.format('%.0f', till))
local rest = math.ceil(tonumber(ARGV[1]) / 1000) + 1000
if redis.call('PTTL', KEYS[1]) < rest then redis.call('PEXPIRE', KEYS[1], rest) end
return 1
"""


class SharedTurns:
    """Turns that every worker on the same Redis takes from."""

    def __init__(self, redis: SharedRedis) -> None:
        self._redis = redis
        self._local = LocalTurns()

    async def take(self, host: str, pace: Pace, token: str) -> Wait | None:
        """Take a turn under a token, or hear how long to wait."""
        interval = _micros(pace.interval)
        lease = _micros(pace.lease)
        arguments = (interval, (pace.burst - 1) * interval, lease, pace.seats, token)

        def work(redis: Redis) -> list[int] | None:
            return redis.register_script(_TAKE)(_keys(host), arguments)  # type: ignore[no-any-return]

        answer = await self._redis.ask(work, None)
        if answer is None:
            return await self._local.take(host, pace, token)
        kind, micros = answer
        if kind == 0:
            return None
        return Wait(micros / 1e6 or POLL, is_held=kind == 2)  # noqa: PLR2004  see _TAKE

    async def leave(self, host: str, token: str) -> None:
        """Give the seat back, wherever it was taken."""
        await self._local.leave(host, token)
        await self._redis.ask(lambda redis: redis.zrem(_keys(host)[1], token), None)

    async def hold(self, host: str, seconds: float) -> None:
        """Let no worker ask the host for so long."""
        await self._local.hold(host, seconds)

        def work(redis: Redis) -> object:
            return redis.register_script(_HOLD)(_keys(host)[:1], [_micros(seconds)])

        await self._redis.ask(work, None)


def _keys(host: str) -> list[str]:
    return [f"{PREFIX}{{{host}}}:pace", f"{PREFIX}{{{host}}}:seats"]


def _micros(seconds: float) -> int:
    return max(1, round(seconds * 1e6))
