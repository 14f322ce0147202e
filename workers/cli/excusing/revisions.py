"""A file as it stood at a revision of its repository. I/O: asks git, changes nothing."""

from functools import cache
from pathlib import Path

from service.errors import UsageError
from workers.cli.checking.git import ask_git, with_hint


@cache  # asked for each draft of a run; a revision that moves meanwhile is the same change
def commit_of(revision: str, folder: Path) -> str:
    """Give the commit that a revision names in the repository of ``folder``.

    Raises UsageError where there is no such repository, or no such revision in it.
    """
    named = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = ask_git(folder, *named)
    if isinstance(found, str):
        raise UsageError(with_hint(f"{revision}: no revision that git knows in {folder}", folder))
    return found.decode().strip()


@cache  # what a commit holds never changes
def content_at(commit: str, path: Path) -> bytes | None:
    """Give the bytes of a file at a commit; ``None`` where it was not there."""
    found = ask_git(path.absolute().parent, "show", f"{commit}:./{path.name}")
    return None if isinstance(found, str) else found


def own_name(folder: Path) -> str | None:
    """Give the name that git writes into commits of ``folder``, if one is set."""
    found = ask_git(folder, "config", "user.name")
    return None if isinstance(found, str) else found.decode("utf-8", "replace").strip() or None
