"""Files, folders, globs and URLs in, the drafts they stand for out, in a stable order. I/O.

A file that is named is a draft whatever it is called. In folders, and among what a glob finds,
drafts go by their suffix; hidden and vendored folders, what git ignores, what the
configuration excludes and reports of our own are passed over.
"""

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from service.domain import Submission, SuppliedSource
from service.errors import UsageError
from workers.cli.checking.files import read_file, read_stream
from workers.cli.checking.own_reports import is_own_report
from workers.cli.checking.passing_over import Excluded, git_ignored
from workers.cli.submissions import draft_at

STDIN = "-"
SUFFIXES = (".md", ".markdown", ".html", ".htm", ".txt", ".docx")
VENDORED = frozenset(
    {"node_modules", "bower_components", "vendor", "third_party", "venv", "site-packages"}
    | {"__pycache__"}
)
_NOTHING = Excluded()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article to check: by the name that its user knows it by; ``path`` where it is a file."""

    name: str
    path: Path | None = field(default=None, compare=False)

    def submission(self, sources: tuple[SuppliedSource, ...], most: int) -> Submission:
        """Read what is to be checked.

        Raises UsageError where the file cannot be read, and TooLarge beyond ``most`` bytes.
        """
        if self.name == STDIN:
            content = read_stream(sys.stdin.buffer, "standard input", most)
            return Submission(content=content, sources=sources)
        if self.path is None:
            return Submission(url=self.name, sources=sources)
        return draft_at(self.path, read_file(self.path, most), sources)


@dataclass(frozen=True, slots=True)
class Found:
    """The drafts of a run; ``is_one`` where a single article was named, and no folder or glob.

    ``is_search`` where a folder or a glob was named, so that what is there was looked for;
    ``own_reports`` were among it.
    """

    drafts: tuple[Draft, ...]
    is_one: bool
    is_search: bool = False
    own_reports: tuple[str, ...] = ()


def find_drafts(arguments: Sequence[str], excluded: Excluded = _NOTHING) -> Found:
    """Find the drafts that the arguments stand for: in their order, each once.

    Those of a folder or a glob are sorted. Raises UsageError where a folder or a glob holds
    none, so that a misspelt one never passes.
    """
    found: dict[object, Draft] = {}
    own_reports: list[str] = []
    is_search = False
    for argument in arguments:
        drafts = [*_drafts_of(argument, excluded, own_reports)]
        if not drafts:
            raise UsageError(
                f"{argument} holds no draft: looked for {', '.join(SUFFIXES)}, not in hidden or "
                "vendored folders, nor what git ignores or the configuration excludes, nor reports "
                "of Sourceproof itself"
            )
        is_search |= [draft.name for draft in drafts] != [argument]
        for draft in drafts:
            found.setdefault(_identity(draft), draft)
    is_one = len(arguments) == 1 and not is_search
    return Found(tuple(found.values()), is_one, is_search, tuple(own_reports))


def is_url(name: str) -> bool:
    """Whether an argument names an article on the web."""
    return urlsplit(name).scheme in {"http", "https"}


def _identity(draft: Draft) -> object:
    return draft.name if draft.path is None else os.path.realpath(draft.path)


def _drafts_of(argument: str, excluded: Excluded, own_reports: list[str]) -> Iterable[Draft]:
    path = Path(argument)
    if argument == STDIN or is_url(argument):
        return [Draft(argument)]
    # Of os.path, for these say no where Path raises: of a name too long, in a locked folder.
    if os.path.isdir(path):  # noqa: PTH112  see above
        return _kept(_walk(path), excluded, own_reports)
    if glob.has_magic(argument) and not os.path.exists(path):  # noqa: PTH110  see above
        return _kept(_expanded(argument), excluded, own_reports)
    return [Draft(argument, path)]  # one that is not there is told when it is read


def _kept(paths: Iterable[Path], excluded: Excluded, own_reports: list[str]) -> Iterator[Draft]:
    """Sort the paths, and leave out what is not to be checked."""
    wanted = [path for path in sorted(set(paths)) if not excluded.holds(path)]
    ignored = git_ignored(wanted)
    for path in wanted:
        if path in ignored:
            continue
        if is_own_report(path):
            own_reports.append(path.as_posix())
        else:
            yield Draft(path.as_posix(), path)


def _expanded(pattern: str) -> Iterator[Path]:
    """Find what a quoted glob means, as a shell with ``**`` would, folders taken whole."""
    for name in glob.iglob(pattern, recursive=True):  # noqa: PTH207  Path.glob takes no absolute one
        path = Path(name)
        if path.is_dir():
            yield from _walk(path)
        elif _is_draft(path) and not _is_apart(path.parent.parts):
            yield path


def _walk(folder: Path) -> Iterator[Path]:
    """Give the drafts below a folder; links to other folders are not followed."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_apart((name,))]
        yield from (path for name in names if _is_draft(path := Path(here) / name))


def _is_draft(path: Path) -> bool:
    # A file that Word keeps beside an open document begins with "~$".
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def _is_apart(folders: Iterable[str]) -> bool:
    """Whether one of the folders is hidden or holds what others wrote."""
    return any(
        name in VENDORED or (name.startswith(".") and name not in {".", ".."}) for name in folders
    )
