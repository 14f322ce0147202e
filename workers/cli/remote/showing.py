"""What a server is doing with several drafts at once, on stderr. I/O.

On a terminal a line for each draft that is under way; elsewhere a line a step.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from service.client import Event
from service.domain import HappeningKind, Stage
from service.rendering.words import counted

_STEPS = {
    Stage.COLLECT.value: ("fetching", "source"),
    Stage.ASSESS.value: ("checking", "statement"),
}


class Shown:
    """The progress of one draft. Called from the thread that follows it."""

    def __init__(self, name: str, progress: Progress, console: Console) -> None:
        self._name = name
        self._progress = progress
        self._console = console
        self._task = progress.add_task(f"{name}: sending", total=None)

    def told(self, event: Event) -> None:
        """Show one event of the server's; what it does not know it passes over."""
        if event.kind == HappeningKind.STAGE:
            self._stage(event)
        elif isinstance(done := event.data.get("done"), int):
            self._progress.update(self._task, completed=done)

    def ended(self, words: str) -> None:
        """Say how it ended, and take its line away."""
        self._progress.remove_task(self._task)
        self.say(words)

    def say(self, words: str) -> None:
        """Say something of this draft that stays on the screen."""
        self._console.print(f"{self._name}: {words}", markup=False, highlight=False)

    def _stage(self, event: Event) -> None:
        step = _STEPS.get(str(event.data.get("stage")))
        total = event.data.get("total")
        if step is None or not isinstance(total, int):
            return
        words = f"{step[0]} {counted(total, step[1])}"
        self._progress.update(
            self._task, description=f"{self._name}: {words}", total=total, completed=0
        )
        if not self._console.is_terminal:
            self.say(words)


@contextmanager
def showing() -> Iterator[Callable[[str], Shown]]:
    """Give what begins the line of a draft, for as long as the block runs."""
    console = Console(file=sys.stderr)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
    )
    live = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not live) as progress:
        yield lambda name: Shown(name, progress, console)
