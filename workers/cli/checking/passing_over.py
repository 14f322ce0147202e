"""Paths in, those that are not to be checked out: by the configuration, and by git. I/O: git."""

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from service.policy import fits

SECONDS = 30.0  # for one call of git; it reads a few files


@dataclass(frozen=True, slots=True)
class Excluded:
    """Patterns of a configuration, from the folder ``root`` in which it stands.

    They read as those of a ``.gitignore``; what is not below the root goes by its name alone.
    With ``only_in`` they hold only where those hold too.
    """

    patterns: tuple[str, ...] = ()
    root: Path = Path()
    only_in: "Excluded | None" = None

    def holds(self, path: Path) -> bool:
        """Whether a pattern holds for the path, or for a folder that it is in."""
        if not self.patterns or (self.only_in is not None and not self.only_in.holds(path)):
            return False
        whole = Path(os.path.abspath(path))  # noqa: PTH100  a link is judged by its own name
        root = Path(os.path.abspath(self.root))  # noqa: PTH100  the same
        path = whole.relative_to(root) if whole.is_relative_to(root) else Path(whole.name)
        return any(fits(pattern, path.as_posix()) for pattern in self.patterns)


def git_ignored(paths: Iterable[Path]) -> frozenset[Path]:
    """Give the paths that git ignores; none where there is no git, or no repository.

    What is tracked is not ignored, whatever a pattern says.
    """
    by_repository: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        root = root_of(path.absolute().parent)
        if root is not None:
            by_repository[root].append(path)
    return frozenset(
        path for root, held in by_repository.items() for path in _ignored_in(root, held)
    )


@cache
def root_of(folder: Path) -> Path | None:
    """Find the repository that a folder is in, by its ``.git`` (a file in a worktree)."""
    if (folder / ".git").exists():
        return folder
    return None if folder == folder.parent else root_of(folder.parent)


def _ignored_in(root: Path, paths: Sequence[Path]) -> list[Path]:
    names = {os.fsencode(path.absolute().relative_to(root)): path for path in paths}
    try:
        done = subprocess.run(  # noqa: S603  fixed words; the paths go in by stdin
            ["git", "-C", root, "check-ignore", "-z", "--stdin"],  # noqa: S607  the user's own git
            input=b"\0".join(names),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [names[name] for name in done.stdout.split(b"\0") if name in names]
