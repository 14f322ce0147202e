"""Entries as files in a folder, one each, for one machine. I/O.

A file is written beside its place and moved there, so that another process sees it whole
or not at all, and a broken one costs itself alone. The oldest go first when there is too
much; a file is as old as the answer in it, which each confirmation writes anew.
"""

import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import anyio.to_thread

from workers.fetching.cache.shelf import ShelfSize

SUFFIX = ".answer"
ABANDONED = 3_600.0  # seconds after which a file that was never moved is litter


class FolderShelf:
    """A folder of answers; several processes may use it at once."""

    def __init__(self, folder: Path, size: ShelfSize | None = None) -> None:
        self._folder = folder
        self._size = size or ShelfSize()
        self._lock = threading.Lock()
        self._unmeasured = self._size.max_bytes  # so that the first put measures

    async def get(self, key: str) -> bytes | None:
        """Return what was put, or ``None``."""
        return await anyio.to_thread.run_sync(self.get_now, key)

    async def put(self, key: str, blob: bytes) -> None:
        """Keep the bytes, in place of what was there."""
        await anyio.to_thread.run_sync(self.put_now, key, blob)

    async def drop(self, key: str) -> None:
        """Forget the key."""
        await anyio.to_thread.run_sync(_remove, self._path(key))

    async def claim(self, key: str, seconds: float) -> bool:
        """Say that we fetch it: on one machine the fetcher itself sees to it."""
        del key, seconds
        return True

    async def release(self, key: str) -> None:
        """Say that we are done with it."""

    async def is_claimed(self, key: str) -> bool:
        """Whether somebody is at it."""
        del key
        return False

    async def sweep(self) -> None:
        """Erase what is too old, and the oldest while there is too much."""
        await anyio.to_thread.run_sync(self._sweep)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}{SUFFIX}"

    def get_now(self, key: str) -> bytes | None:
        """Return what was put, or ``None``, in this very thread."""
        path = self._path(key)
        try:
            is_old = time.time() - path.stat().st_mtime > self._size.max_age
            return None if is_old else path.read_bytes()
        except OSError:
            return None

    def put_now(self, key: str, blob: bytes) -> None:
        """Keep the bytes, in this very thread."""
        if len(blob) > self._size.max_entry:
            _remove(self._path(key))
            return
        with suppress(OSError):  # a full or closed disk costs the entry alone
            self._write(self._path(key), blob)
        with self._lock:
            self._unmeasured += len(blob)
            is_due = self._unmeasured > self._size.max_bytes // 10
            self._unmeasured = 0 if is_due else self._unmeasured
        if is_due:
            self._sweep()

    def _write(self, path: Path, blob: bytes) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_suffix(f".{uuid4().hex}")
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
                file.write(blob)
            beside.replace(path)
        except OSError:
            _remove(beside)
            raise

    def _sweep(self) -> None:
        now = time.time()
        total = 0
        for age, size, path in sorted(self._files(now)):
            limit = self._size.max_age if path.suffix == SUFFIX else ABANDONED
            if age > limit or total + size > self._size.max_bytes * 9 // 10:
                _remove(path)
            else:
                total += size

    def _files(self, now: float) -> list[tuple[float, int, Path]]:
        """List all files by age in seconds, with their size in bytes."""
        found = []
        for path in self._folder.glob("??/*"):
            with suppress(OSError):  # another process may have removed it
                about = path.stat()
                found.append((now - about.st_mtime, about.st_size, path))
        return found


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
