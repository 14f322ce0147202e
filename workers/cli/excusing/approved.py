"""How drafts are judged in; held to what stood at a revision, out. I/O: asks git.

What a change makes stricter holds at once. What it makes looser does not hold before it stands at
the revision, or whoever loosens a rule would excuse the very change that breaks it.
"""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from service.errors import UsageError
from service.policy import loosened, stricter
from workers.cli.checking.passing_over import Excluded, root_of
from workers.cli.configuration import Configuration
from workers.cli.configuration_file import Content, on_disk
from workers.cli.excusing.revisions import commit_of, content_at


class Configure(Protocol):
    """Gives the configuration of a draft, by what files hold or held at another time."""

    def __call__(self, draft: str, content: Content = on_disk) -> Configuration:
        """Raise UsageError on what makes no sense."""
        ...


def held_to(configure: Configure, draft: str, revision: str | None) -> Configuration:
    """Give the configuration of a draft, as strict as it was at the revision, or is now.

    Without a revision it is as it stands. Raises UsageError.
    """
    now = configure(draft)
    if revision is None:
        return now
    then = _then(configure, draft, revision)
    policy = stricter(now.policy, then.policy)
    return replace(now, policy=policy, loosened=tuple(loosened(now.policy, policy)))


def passed_over(configure: Configure, draft: str, revision: str | None) -> Excluded:
    """Give what is passed over now, and was at the revision already. Raises UsageError."""
    now = configure(draft)
    excluded = Excluded(now.exclude, now.root)
    if revision is None or not now.exclude:
        return excluded
    then = _then(configure, draft, revision)
    return replace(excluded, only_in=Excluded(then.exclude, then.root))


def _then(configure: Configure, draft: str, revision: str) -> Configuration:
    try:
        return configure(draft, _content_at(revision))
    except UsageError:  # a file that made no sense then said nothing then
        return configure(draft, lambda _: None)


def _content_at(revision: str) -> Content:
    """Read files as they were; those of no repository cannot have come with a change."""

    def content(path: Path) -> bytes | None:
        root = root_of(path.parent)
        return on_disk(path) if root is None else content_at(commit_of(revision, root), path)

    return content
