"""The commands and their flags; each calls one function of a module beside this one. I/O."""

# ruff: noqa: PLC0415, FBT002  commands import when they run, see workers.cli; flags are typer's booleans

from pathlib import Path
from typing import Annotated

import typer

from workers.cli import completing
from workers.cli.baseline_commands import baseline_app
from workers.cli.check_command import check
from workers.cli.loading import loading
from workers.cli.record_commands import db_app, keys_app

app = typer.Typer(
    name="sourceproof",
    help="Checks an article against the sources it cites, statement by statement.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(keys_app, name="keys")
app.add_typer(baseline_app, name="baseline")
app.add_typer(db_app, name="db")


def _version(*, asked: bool) -> None:
    if asked:
        from workers.versions import versions_line

        typer.echo(versions_line())
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda v: _version(asked=v), is_eager=True),
    ] = False,
) -> None:
    """Check an article against the sources it cites, statement by statement."""


app.command()(check)


@app.command()
def rules() -> None:
    """List the rules, with the severity that each has where no configuration says otherwise."""
    from workers.cli.explain import listed

    typer.echo(listed(), nl=False)


@app.command()
def score(
    pairs: Annotated[
        Path, typer.Argument(help="JSON lines of id, statement, source and perhaps lang; or -.")
    ],
) -> None:
    """Score statements against texts: a row of JSON in, a row out, in order."""
    with loading():
        from workers.cli.score import run_score

    run_score(pairs)


@app.command()
def render(
    report: Annotated[
        Path, typer.Argument(help="A stored report.json, of one article or several, or -.")
    ],
    format: Annotated[  # noqa: A002  the flag's name
        list[str] | None,
        typer.Option(
            help="Any format of check, terminal by default; repeatable.",
            autocompletion=completing.formats,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(help="Write there, not to stdout; to FOLDER/ a file a format."),
    ] = None,
    audience: Annotated[str, typer.Option(help="editor or public.")] = "editor",
) -> None:
    """Turn a stored report into any format."""
    from workers.cli.output import render_stored

    render_stored(report, format or ["terminal"], output, audience=audience)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Another than loopback needs keys.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
) -> None:
    """Serve the API and the web page, with a worker, on an embedded store and broker."""
    from workers.cli.serve import run_serve

    run_serve(host, port)


@app.command()
def worker(
    queues: Annotated[str | None, typer.Option(help="Comma-separated; default all.")] = None,
    beat: Annotated[bool, typer.Option(help="Ring the sweep from here too.")] = False,
) -> None:
    """Run a Celery worker on the configured broker."""
    from workers.cli.serve import run_worker_command

    run_worker_command(queues.split(",") if queues else None, beat=beat)


@app.command()
def doctor(
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="[URL]...", help="Sources to follow step by step.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Instead of looking for one.")] = None,
) -> None:
    """Say what this environment can do, and why a source could not be read.

    Asks nobody but what is configured and the URLs given.

    Exit codes: 0 all is well, 1 something needs attention, 2 usage.
    """
    from workers.cli.doctor import run_doctor

    raise typer.Exit(run_doctor(urls or [], config))


@app.command()
def audit(
    tenant: Annotated[str | None, typer.Option(help="Only what was done by or for it.")] = None,
    action: Annotated[str | None, typer.Option(help="As verification.erased.")] = None,
    who: Annotated[str | None, typer.Option(help="A key's id, local, command, …")] = None,
    subject: Annotated[str | None, typer.Option(help="The id that it was done to.")] = None,
    since: Annotated[str | None, typer.Option(help="A date, or a date and time.")] = None,
    until: Annotated[str | None, typer.Option(help="The same; not included.")] = None,
    json: Annotated[bool, typer.Option("--json", help="A line of JSON for each entry.")] = False,
) -> None:
    """Say who decided, cancelled, erased, or changed keys and receivers; newest first."""
    from workers.cli.audit import print_audit

    given = {"tenant": tenant, "action": action, "who": who, "subject": subject}
    print_audit(given, since, until, as_json=json)


@app.command()
def lsp() -> None:
    """Check drafts in an editor as they are written, over the Language Server Protocol.

    Speaks on stdin and stdout. Sources are asked for when a draft is opened or saved.
    """
    with loading():
        from workers.cli.desk.language_server import run_language_server

    run_language_server()
