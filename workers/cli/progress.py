"""What a run is doing now, on stderr: live on a terminal, a line a step elsewhere. I/O.

Of one draft each step is told. Of many only how far they are: what is wrong with which source
stands in the reports, and a log of hundreds of lines is read by nobody.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import Progress as Bar

from service.domain import Assessment, Page, Unread
from service.rendering.words import counted


class Progress(Protocol):
    """Receives what happens in a run, from whatever thread, and shows it."""

    def reading(self, name: str) -> None:
        """Say that an article is being read."""

    def fetching(self, total: int) -> None:
        """Say that ``total`` sources of an article are being fetched."""

    def fetched(self, url: str, outcome: Page | Unread) -> None:
        """Say what became of one source."""

    def assessing(self, total: int) -> None:
        """Say that ``total`` statements are being held against their sources."""

    def assessed(self, assessment: Assessment) -> None:
        """Count one statement."""

    def checked(self, name: str) -> None:
        """Say that an article is done."""


class Steps:
    """The steps of one article."""

    def __init__(self, bar: Bar, console: Console) -> None:
        self._bar = bar
        self._console = console
        self._task = bar.add_task("reading the article", total=None)

    def reading(self, name: str) -> None:
        """Say that the article is being read."""
        self._step(f"reading {name}", None)

    def fetching(self, total: int) -> None:
        """Say that ``total`` sources are being fetched."""
        self._step(f"fetching {counted(total, 'source')}", total)

    def fetched(self, url: str, outcome: Page | Unread) -> None:
        """Say what became of one source, where it could not be read."""
        self._bar.advance(self._task)
        if not isinstance(outcome, Page):
            self._console.print(f"  {outcome.access}: {url}", markup=False, highlight=False)

    def assessing(self, total: int) -> None:
        """Say that ``total`` statements are being held against their sources."""
        self._step(f"checking {counted(total, 'statement')}", total)

    def assessed(self, assessment: Assessment) -> None:
        """Count one statement."""
        del assessment
        self._bar.advance(self._task)

    def checked(self, name: str) -> None:
        """Say nothing: the report follows."""

    def _step(self, what: str, total: int | None) -> None:
        self._bar.update(self._task, description=what, total=total, completed=0)
        if not self._console.is_terminal:
            self._console.print(what, markup=False, highlight=False)


class Tally:
    """How many of many articles are done, and how many sources were read for them."""

    def __init__(self, bar: Bar, console: Console, articles: int) -> None:
        self._bar = bar
        self._task = bar.add_task("checking", total=articles)
        self._urls: set[str] = set()
        if not console.is_terminal:
            console.print(f"checking {counted(articles, 'draft')}", markup=False, highlight=False)

    def reading(self, name: str) -> None:
        """Say nothing of one among many."""

    def fetching(self, total: int) -> None:
        """Say nothing of the sources of one among many."""

    def fetched(self, url: str, outcome: Page | Unread) -> None:
        """Count a source once, whoever cites it."""
        del outcome
        self._urls.add(url)
        self._bar.update(self._task, description=f"{counted(len(self._urls), 'source')} read")

    def assessing(self, total: int) -> None:
        """Say nothing of the statements of one among many."""

    def assessed(self, assessment: Assessment) -> None:
        """Say nothing of one statement."""

    def checked(self, name: str) -> None:
        """Count an article."""
        del name
        self._bar.advance(self._task)


@contextmanager
def showing(articles: int) -> Iterator[Progress]:
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
    with Bar(*columns, console=console, transient=True, disable=not live) as bar:
        yield Steps(bar, console) if articles == 1 else Tally(bar, console, articles)
