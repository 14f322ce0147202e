"""A repository of drafts: what its files were at a revision, and which have changed. I/O: git.

Everything is compared with where the history of now and that of the revision parted, as a pull
request is: what others have changed there since is not this change.
"""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from service.errors import UsageError

SECONDS = 60.0  # for one call of git
SHOWN = 12  # digits of a commit's name, for people
DEEPER = (
    "fetch its history first: fetch-depth: 0 of actions/checkout, GIT_DEPTH: 0 on GitLab, "
    "or git fetch --unshallow"
)


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree and the commit that it is compared with; paths are relative to ``root``."""

    root: Path
    base: str

    @classmethod
    def around(cls, folder: Path, revision: str) -> "Repository":
        """Open the repository that a folder is in, at where ``revision`` parted from now.

        Raises UsageError, with what to do, where there is no git, no repository or no such commit.
        """
        top = ask_git(folder, "rev-parse", "--show-toplevel")
        if isinstance(top, str):
            raise UsageError(f"--changed-since: {folder} is in no repository that git reads: {top}")
        root = Path(os.fsdecode(top.removesuffix(b"\n")))
        commit = ask_git(
            root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
        )
        if isinstance(commit, str):
            raise UsageError(_unknown(root, revision))
        base = ask_git(root, "merge-base", "HEAD", commit.decode().strip())
        if isinstance(base, str):
            raise UsageError(_unrelated(root, revision))
        return cls(root, base.decode().strip())

    @property
    def shown(self) -> str:
        """The commit's name, as short as people want it."""
        return self.base[:SHOWN]

    def changes(self) -> Mapping[str, str]:
        """Give the paths that differ from the base, with git's letter: M, A, D, T."""
        words = _words(self._told("diff", "--name-status", "--no-renames", "-z", self.base))
        return dict(zip(words[1::2], words[::2], strict=True))

    def paths(self) -> frozenset[str]:
        """Give the paths of all files that the base has."""
        return frozenset(_words(self._told("ls-tree", "-r", "-z", "--name-only", self.base)))

    def content(self, path: str) -> bytes:
        """Read a file as the base has it, as a checkout would have written it."""
        return self._told("cat-file", "--filters", f"{self.base}:{path}")

    def _told(self, *words: str) -> bytes:
        answer = ask_git(self.root, *words)
        if isinstance(answer, str):
            raise UsageError(f"--changed-since: git {words[0]} failed: {answer}")
        return answer


def ask_git(folder: Path, *words: str) -> bytes | str:
    """Run git; give what it wrote, or in plain words why it failed."""
    try:
        done = subprocess.run(  # noqa: S603  fixed words, and names that git takes as such
            ["git", "-C", folder, *words],  # noqa: S607  the user's own git
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        return "git is not installed"
    except (OSError, subprocess.TimeoutExpired) as err:
        return str(err)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return said[0] if said else f"exit code {done.returncode}"
    return done.stdout


def _words(answer: bytes) -> list[str]:
    return [os.fsdecode(word) for word in answer.split(b"\0") if word]


def with_hint(trouble: str, folder: Path) -> str:
    """Say of a trouble with a revision what to do where the clone is shallow."""
    is_shallow = ask_git(folder, "rev-parse", "--is-shallow-repository") == b"true\n"
    return f"{trouble}; this clone is shallow: {DEEPER}" if is_shallow else trouble


def _unknown(root: Path, revision: str) -> str:
    return with_hint(f"--changed-since {revision}: there is no such revision here", root)


def _unrelated(root: Path, revision: str) -> str:
    trouble = "it has no commit in common with what is checked out"
    return with_hint(f"--changed-since {revision}: {trouble}", root)
