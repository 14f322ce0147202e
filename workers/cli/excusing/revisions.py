"""A file as it stood at a revision of its repository. I/O: asks git, changes nothing."""

import subprocess
from pathlib import Path
from typing import Final

from service.errors import UsageError

SECONDS: Final = 30.0  # for one call of git, which reads what is there


def commit_of(revision: str, folder: Path) -> str:
    """Give the commit that a revision names in the repository of ``folder``.

    Raises UsageError where there is no such repository, or no such revision in it.
    """
    named = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = _git(folder, *named)
    if found is None:
        raise UsageError(f"{revision}: no revision that git knows in {folder}")
    return found.decode().strip()


def content_at(commit: str, path: Path) -> bytes | None:
    """Give the bytes of a file at a commit; ``None`` where it was not there."""
    return _git(path.absolute().parent, "show", f"{commit}:./{path.name}")


def own_name(folder: Path) -> str | None:
    """Give the name that git writes into commits of ``folder``, if one is set."""
    found = _git(folder, "config", "user.name")
    return found.decode("utf-8", "replace").strip() or None if found else None


def _git(folder: Path, *words: str) -> bytes | None:
    command = ["git", "-C", str(folder), *words]
    try:
        done = subprocess.run(  # noqa: S603  fixed words, and names after them
            command, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
