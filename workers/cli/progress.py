"""What a check is doing now, on stderr: live on a terminal, a line a step elsewhere. I/O."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from service.domain import Assessment, Page, Unread
from service.rendering.words import counted


class Reporter:
    """Receives what happens in a check, and shows it."""

    def __init__(self, progress: Progress, console: Console) -> None:
        self._progress = progress
        self._console = console
        self._task = progress.add_task("reading the article", total=None)

    def reading(self, name: str) -> None:
        """Say that an article is being read."""
        self._step(f"reading {name}", None)

    def fetching(self, total: int) -> None:
        """Say that ``total`` sources are being fetched."""
        self._step(f"fetching {counted(total, 'source')}", total)

    def fetched(self, url: str, outcome: Page | Unread) -> None:
        """Say what became of one source."""
        self._progress.advance(self._task)
        if not isinstance(outcome, Page):
            self._console.print(f"  {outcome.access}: {url}", markup=False, highlight=False)

    def assessing(self, total: int) -> None:
        """Say that ``total`` statements are being held against their sources."""
        self._step(f"checking {counted(total, 'statement')}", total)

    def assessed(self, _: Assessment) -> None:
        """Count one statement."""
        self._progress.advance(self._task)

    def _step(self, what: str, total: int | None) -> None:
        self._progress.update(self._task, description=what, total=total, completed=0)
        if not self._console.is_terminal:
            self._console.print(what, markup=False, highlight=False)


@contextmanager
def reporting() -> Iterator[Reporter]:
    """Show progress for as long as the block runs, and leave no bar behind."""
    console = Console(file=sys.stderr)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    live = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not live) as progress:
        yield Reporter(progress, console)
