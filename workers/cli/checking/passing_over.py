"""Paths in, those that are not to be checked out: by the configuration, and by git. I/O: git."""

import os
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

SECONDS = 30.0  # for one call of git; it reads a few files


@dataclass(frozen=True, slots=True)
class Excluded:
    """Patterns of a configuration, from the folder ``root`` in which it stands.

    They read as those of a ``.gitignore``: one without a slash holds for a file or folder of
    that name anywhere, one with a slash from the root; ``*`` stays within a name, ``**`` takes
    any number of folders. A folder excludes all that is in it.
    """

    patterns: tuple[str, ...] = ()
    root: Path = Path()

    def holds(self, path: Path) -> bool:
        """Whether a pattern holds for the path, or for a folder that it is in."""
        if not self.patterns:
            return False
        whole = Path(os.path.abspath(path))  # noqa: PTH100  a link is judged by its own name
        root = Path(os.path.abspath(self.root))  # noqa: PTH100  the same
        names = whole.relative_to(root).parts if whole.is_relative_to(root) else whole.parts
        return any(_holds(pattern.strip("/"), names) for pattern in self.patterns)


def _holds(pattern: str, names: Sequence[str]) -> bool:
    if "/" not in pattern:
        return any(fnmatchcase(name, pattern) for name in names)
    parts = pattern.split("/")
    return any(_fits(parts, names[:end]) for end in range(1, len(names) + 1))


def _fits(parts: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the parts of a pattern hold for all of the names."""
    if not parts:
        return not names
    if parts[0] == "**":
        return any(_fits(parts[1:], names[taken:]) for taken in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], parts[0]) and _fits(parts[1:], names[1:])


def git_ignored(paths: Iterable[Path]) -> frozenset[Path]:
    """Give the paths that git ignores; none where there is no git, or no repository.

    What is tracked is not ignored, whatever a pattern says.
    """
    by_repository: dict[Path, list[Path]] = defaultdict(list)
    roots: dict[Path, Path | None] = {}
    for path in paths:
        root = _root_of(path.absolute().parent, roots)
        if root is not None:
            by_repository[root].append(path)
    return frozenset(
        path for root, held in by_repository.items() for path in _ignored_in(root, held)
    )


def _root_of(folder: Path, known: dict[Path, Path | None]) -> Path | None:
    """Find the repository that a folder is in, by its ``.git`` (a file in a worktree)."""
    if folder not in known:
        is_root = (folder / ".git").exists()
        above = None if folder == folder.parent else folder.parent
        known[folder] = folder if is_root else above and _root_of(above, known)
    return known[folder]


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
