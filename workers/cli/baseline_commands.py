"""`sourceproof baseline`: the flags; the work is in workers.cli.baseline. I/O."""

# ruff: noqa: PLC0415  commands import when they run, see workers.cli

from pathlib import Path
from typing import Annotated

import typer

baseline_app = typer.Typer(
    help="What is excused for a time, with who, why and until when.", no_args_is_help=True
)
_Named = Annotated[
    Path | None, typer.Option("--baseline", help="The file; else the one that is configured.")
]


@baseline_app.command("show")
def baseline_show(baseline: _Named = None) -> None:
    """Tell what is excused, draft by draft."""
    from workers.cli.baseline import show

    typer.echo(show(baseline), nl=False)


@baseline_app.command("prune")
def baseline_prune(
    report: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[REPORT.json]...", help="What the last checks found."),
    ] = None,
    baseline: _Named = None,
) -> None:
    """Drop what no longer occurs.

    That is what is gone from the drafts as they stand.

    With stored reports, also what was looked at and is no longer found.
    """
    from workers.cli.baseline import prune

    prune(baseline, report or [])
