"""Shelf: where answers are kept, whoever keeps them. Pure: a protocol and its bounds."""

from dataclasses import dataclass
from typing import Protocol

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class ShelfSize:
    """How much is kept, in bytes as stored, and for how long at most, in seconds."""

    max_bytes: int = 200_000_000
    max_age: float = 7 * DAY

    @property
    def max_entry(self) -> int:
        """Bytes of one entry, so that no one answer drives out all others."""
        return self.max_bytes // 8


class Shelf(Protocol):
    """Bytes by key, for a while. None of it raises: what cannot be had is not there."""

    async def get(self, key: str) -> bytes | None:
        """Return what was put, or ``None``."""

    async def put(self, key: str, blob: bytes) -> None:
        """Keep the bytes, in place of what was there."""

    async def drop(self, key: str) -> None:
        """Forget the key."""

    async def claim(self, key: str, seconds: float) -> bool:
        """Say that we fetch it; ``False``: another worker said so less than ``seconds`` ago."""

    async def release(self, key: str) -> None:
        """Say that we are done with it."""

    async def is_claimed(self, key: str) -> bool:
        """Whether somebody is at it."""

    async def sweep(self) -> None:
        """Erase what is too old or too much, where that does not happen by itself."""
