"""Entries on the Redis that all workers share, within a size that is ours to keep. I/O.

It is the broker's Redis, which must refuse work rather than forget it (``noeviction``), so
the bound cannot be left to the server: an index says what is kept and how large it is, and
one script puts an entry in and takes out those that end first.
"""

from typing import Final

from redis import Redis

from workers.fetching.cache.shelf import ShelfSize
from workers.fetching.sharing import SharedRedis

PREFIX = "sourceproof:answers:"
_ENDS, _SIZES, _TOTAL = (f"{PREFIX}{name}" for name in ("ends", "sizes", "total"))

# KEYS: ends (sorted set), sizes (hash), total. ARGV: key, blob, seconds, bytes in all, prefix.
# With an empty blob the key is only taken out.
_PUT: Final = """
local now = tonumber(redis.call('TIME')[1])
local function out(key)
  redis.call('DEL', ARGV[5] .. key)
  redis.call('DECRBY', KEYS[3], tonumber(redis.call('HGET', KEYS[2], key) or 0))
  redis.call('HDEL', KEYS[2], key)
  redis.call('ZREM', KEYS[1], key)
end
for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 1000)) do
  out(key)
end
out(ARGV[1])
local size = string.len(ARGV[2])
if size == 0 then return 0 end
while tonumber(redis.call('GET', KEYS[3]) or 0) + size > tonumber(ARGV[4]) do
  local first = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
  if not first then redis.call('SET', KEYS[3], 0) break end
  out(first)
end
redis.call('SET', ARGV[5] .. ARGV[1], ARGV[2], 'EX', ARGV[3])
redis.call('HSET', KEYS[2], ARGV[1], size)
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('INCRBY', KEYS[3], size)
return size
"""


class SharedShelf:
    """Answers that every worker on the same Redis is given."""

    def __init__(self, redis: SharedRedis, size: ShelfSize | None = None) -> None:
        self._redis = redis
        self._size = size or ShelfSize()

    async def get(self, key: str) -> bytes | None:
        """Return what was put, or ``None``."""
        return await self._redis.ask(lambda redis: _bytes(redis.get(PREFIX + key)), None)

    async def put(self, key: str, blob: bytes) -> None:
        """Keep the bytes, in place of what was there."""
        await self._put(key, blob if len(blob) <= self._size.max_entry else b"")

    async def drop(self, key: str) -> None:
        """Forget the key."""
        await self._put(key, b"")

    async def claim(self, key: str, seconds: float) -> bool:
        """Say that we fetch it; ``False``: another worker said so less than ``seconds`` ago."""

        def work(redis: Redis) -> bool:
            return bool(redis.set(_claim(key), 1, nx=True, px=max(1, round(seconds * 1000))))

        return await self._redis.ask(work, otherwise=True)

    async def release(self, key: str) -> None:
        """Say that we are done with it."""
        await self._redis.ask(lambda redis: bool(redis.delete(_claim(key))), otherwise=False)

    async def is_claimed(self, key: str) -> bool:
        """Whether somebody is at it."""
        return await self._redis.ask(lambda redis: bool(redis.exists(_claim(key))), otherwise=False)

    async def sweep(self) -> None:
        """Erase what is too old: here Redis does, and the script what it left in the index."""

    async def _put(self, key: str, blob: bytes) -> None:
        arguments = (key, blob, round(self._size.max_age), self._size.max_bytes, PREFIX)

        def work(redis: Redis) -> object:
            return redis.register_script(_PUT)([_ENDS, _SIZES, _TOTAL], arguments)

        await self._redis.ask(work, None)


def _claim(key: str) -> str:
    return f"{PREFIX}claim:{key}"


def _bytes(value: object) -> bytes | None:
    return value if isinstance(value, bytes) else None
