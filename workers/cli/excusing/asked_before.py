"""A draft in, what it asked to have passed over at a revision, out. I/O: asks git.

A draft that was renamed since is looked up under the name that it had.
"""

import os
from collections import Counter
from functools import cache
from pathlib import Path

from service.domain import Reading
from service.errors import SourceproofError
from service.policy import approved_in, normal_text
from workers.cli.checking.files import read_file
from workers.cli.checking.git import ask_git
from workers.cli.checking.moving import is_draft, moved_from
from workers.cli.checking.passing_over import root_of
from workers.cli.excusing.drafts import read_as
from workers.cli.excusing.revisions import commit_of, content_at
from workers.collecting import Limits


def inline_at(draft: str, revision: str, limits: Limits) -> frozenset[tuple[str, str | None]]:
    """Give the rule and the words of each statement that the draft then asked to have passed over.

    A draft without a file is all new, as is one that could not be read then.
    """
    path = Path(draft)
    if not path.is_file():
        return frozenset()
    content = content_at(commit_of(revision, path.absolute().parent), path)
    if content is None:
        then = _before_it_moved(path, revision, limits)
    else:
        then = _reading(path.name, content, limits)
    return frozenset() if then is None else approved_in(then.ignores, then.article.statements)


def _before_it_moved(path: Path, revision: str, limits: Limits) -> Reading | None:
    now = _reading(path.name, read_file(path, limits.max_article_bytes), limits)
    whole = Path(os.path.realpath(path))
    root = root_of(whole.parent)
    if now is None or root is None:
        return None
    gone = [
        reading
        for name in _gone(root, commit_of(revision, root))
        if (reading := _gone_draft(root, name, revision, limits)) is not None
    ]
    said = [_said(reading) for reading in gone]
    before = moved_from(_said(now), said)
    return None if before is None else gone[said.index(before)]


def _gone_draft(root: Path, name: str, revision: str, limits: Limits) -> Reading | None:
    found = ask_git(root, "cat-file", "--filters", f"{commit_of(revision, root)}:{name}")
    return None if isinstance(found, str) else _reading(Path(name).name, found, limits)


@cache
def _gone(root: Path, commit: str) -> tuple[str, ...]:
    """Name the drafts that a commit has and the working tree no longer."""
    found = ask_git(root, "diff", "--name-only", "--no-renames", "--diff-filter=D", "-z", commit)
    names = [] if isinstance(found, str) else found.split(b"\0")
    return tuple(name for each in names if is_draft(name := os.fsdecode(each)))


def _said(reading: Reading) -> Counter[str]:
    return Counter(normal_text(statement.text) for statement in reading.article.statements)


def _reading(name: str, content: bytes, limits: Limits) -> Reading | None:
    try:
        return read_as(name, content, limits)
    except SourceproofError:
        return None
