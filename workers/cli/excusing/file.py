"""A baseline's file: read whole, changed by one at a time, written whole or not at all. I/O."""

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.errors import UsageError
from service.policy import NO_BASELINE, Baseline, read_baseline, write_baseline
from workers.cli.configuration import STDIN, place_in

MODE = 0o644  # of a file that is made new; as git would check it out


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """The file at ``path``. Its drafts are named by their paths from its folder."""

    path: Path

    def read(self) -> Baseline:
        """Read it. Raises UsageError where it is not there, or with the line that is wrong."""
        if not self.path.exists():
            raise UsageError(f"{self.path} is not there; --update-baseline makes it")
        return self._read()

    def change(self, make: Callable[[Baseline], Baseline]) -> tuple[Baseline, Baseline]:
        """Write what ``make`` gives for what the file holds now; both of them are given back.

        Others that change a baseline of the same folder wait meanwhile, so that nothing is
        lost where two runs end at once. Raises UsageError.
        """
        try:
            with _alone_in(self.path.absolute().parent):
                before = self._read() if self.path.exists() else NO_BASELINE
                after = make(before)
                if after != before or not self.path.exists():
                    self._write(write_baseline(after))
        except OSError as err:
            raise UsageError(f"{self.path} cannot be written: {err.strerror}") from err
        return before, after

    def name_of(self, draft: str) -> str:
        """Name a draft as the file does."""
        return place_in(self.path.parent, draft)

    def gone(self, baseline: Baseline) -> frozenset[str]:
        """Give the drafts of a baseline that are no files any more."""
        return frozenset(
            name
            for name in baseline.drafts
            if name != STDIN and "://" not in name and not (self.path.parent / name).exists()
        )

    def _read(self) -> Baseline:
        try:
            return read_baseline(self.path.read_text(encoding="utf-8"), str(self.path))
        except OSError as err:
            raise UsageError(f"{self.path} cannot be read: {err.strerror}") from err
        except UnicodeDecodeError as err:
            raise UsageError(f"{self.path} is no text in UTF-8") from err

    def _write(self, text: str) -> None:
        """Put a whole file in the place of the old one, with the same permissions."""
        mode = self.path.stat().st_mode if self.path.exists() else MODE
        target = self.path.resolve()  # a link stays one
        handle, partial = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(partial).chmod(mode)
            Path(partial).replace(target)
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; a lock of the file itself would go with the old file."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
