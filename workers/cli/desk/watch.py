"""``check DRAFT… --watch``: a report in the terminal at each save, until Ctrl-C. I/O."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from watchfiles import Change, watch

from service.domain import SuppliedSource
from service.errors import SourceproofError, UsageError
from service.rendering.words import counted
from workers.cli.checking.drafts import find_drafts
from workers.cli.checking.files import read_file
from workers.cli.configuration import Configuration
from workers.cli.desk.desk import Desk
from workers.cli.output import Checked, write_reports
from workers.cli.progress import showing
from workers.cli.submissions import draft_at

SHOWN_AS = ("terminal", "concise")
SOON = 200  # milliseconds in which an editor writes a file, renames it and is done


def watch_drafts(
    articles: Sequence[str],
    configure: Callable[[str], Configuration],
    supplied: Callable[[], tuple[SuppliedSource, ...]],
) -> int:
    """Check the drafts now, and again whenever one of them is saved; return 0 on Ctrl-C.

    The configuration of each is read anew at each save, and so are the sources supplied by
    hand. Raises UsageError for what is no file, or a format that cannot be read as it goes by.
    """
    paths = _files(articles)
    shown_as = configure(articles[0]).format
    if shown_as not in SHOWN_AS:
        raise UsageError(f"--watch shows {' or '.join(SHOWN_AS)}, not {shown_as}")
    desk, console = Desk(), Console(stderr=True)
    watched = counted(len(paths), "draft")
    try:
        for saved in _saves(paths):
            console.clear()  # does nothing but in a terminal
            for path in saved:
                _show(desk, path, configure(str(path)), supplied())
            console.print(f"Watching {watched}: checked at each save. Ctrl-C ends.", style="dim")
    except KeyboardInterrupt:
        pass
    return 0


def _files(articles: Sequence[str]) -> list[Path]:
    """Find the drafts, as every check does. Raises UsageError for what is no file."""
    drafts = find_drafts(articles).drafts
    for draft in drafts:
        if draft.path is None or not draft.path.is_file():
            raise UsageError(f"--watch takes drafts that are files: {draft.name} is none")
    return [draft.path for draft in drafts if draft.path is not None]


def _show(
    desk: Desk, path: Path, configuration: Configuration, supplied: tuple[SuppliedSource, ...]
) -> None:
    try:
        draft = draft_at(path, read_file(path, configuration.settings.max_article_bytes), supplied)
        with showing(1) as progress:
            progress.reading(str(path))
            report = desk.check(draft, path, configuration, progress).report
    except (SourceproofError, OSError) as err:  # half a draft is no reason to stop watching
        detail = err.detail if isinstance(err, SourceproofError) else err.strerror
        Console(stderr=True).print(f"{path}: {detail}", markup=False, highlight=False)
        return
    write_reports([Checked(report, str(path))], configuration.format, None)


def _saves(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Give all drafts once, and from then on those that were saved since the last time.

    Their folders are watched: many editors write a new file and give it the old one's name,
    and a watch on the old one would sleep on.
    """
    whole = {path.resolve(): path for path in paths}

    def is_ours(_: Change, changed: str) -> bool:
        return Path(changed).resolve() in whole

    folders = sorted({path.parent for path in whole})
    changes = watch(
        *folders,
        watch_filter=is_ours,
        debounce=SOON,
        recursive=False,
        rust_timeout=SOON,
        yield_on_timeout=True,  # the first time says that the watch is set: now nothing is missed
    )
    next(changes)
    yield list(paths)
    for some in changes:
        found = {Path(changed).resolve() for _, changed in some}
        if saved := [path for real, path in whole.items() if real in found and real.is_file()]:
            yield saved
