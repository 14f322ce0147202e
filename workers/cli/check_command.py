"""``sourceproof check`` and its flags; what it does stands in ``check`` and beside it. I/O."""

# ruff: noqa: PLC0415, FBT002  commands import when they run, see workers.cli; flags are typer's booleans

from pathlib import Path
from typing import Annotated

import typer

from workers.cli import completing
from workers.cli.loading import loading


def check(  # noqa: PLR0913, PLR0917  one parameter a flag of the contract
    article: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE]...", help="Files, folders, globs or URLs, or - for stdin."
        ),
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(help="Add a source by hand: a URL or a file.")
    ] = None,
    format: Annotated[  # noqa: A002  the flag's name
        str | None,
        typer.Option(
            help=f"terminal by default; or {completing.OTHER_FORMATS}.",
            autocompletion=completing.formats,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(help="Write there, not to stdout; to FOLDER/ a file a draft."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            help="Rules and verdicts that fail, comma-separated.",
            autocompletion=completing.rules_and_verdicts,
        ),
    ] = None,
    max_could_not_check: Annotated[
        float | None, typer.Option(help="Percent of checkable statements, 0-100.")
    ] = None,
    min_reader_verifiable: Annotated[
        float | None, typer.Option(help="Percent of checkable statements, 0-100.")
    ] = None,
    on_inconclusive: Annotated[
        str | None, typer.Option(help="fail, warn or pass.", autocompletion=completing.meanings)
    ] = None,
    offline: Annotated[
        bool | None, typer.Option("--offline", help="Make no request at all.")
    ] = None,
    cache: Annotated[
        Path | None, typer.Option(help="Keep answers there, and take those that still hold.")
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option(
            help="Keep the run in this folder, and tell what changed since the last one there."
        ),
    ] = None,
    replay: Annotated[
        Path | None, typer.Option(help="Have the web from that folder; make no request at all.")
    ] = None,
    time_budget: Annotated[
        float | None, typer.Option(help="Seconds for the whole run; what is left is said.")
    ] = None,
    server: Annotated[
        str | None, typer.Option(help="Have it checked by this service, and judge here.")
    ] = None,
    api_key: Annotated[
        str | None, typer.Option(help="For the server: a key, or @FILE that holds it.")
    ] = None,
    on_unavailable: Annotated[
        str | None,
        typer.Option(
            help="Where no server answers: fail, warn or pass.",
            autocompletion=completing.meanings,
        ),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="What this file excuses does not count.")
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Excuse from now on all that counts now.")
    ] = False,
    reason: Annotated[str | None, typer.Option(help="Why, for --update-baseline.")] = None,
    until: Annotated[
        str | None,
        typer.Option(help="The last day, for --update-baseline: 2026-12-31, or never."),
    ] = None,
    on_stale_excuses: Annotated[
        str | None,
        typer.Option(
            help="Where an excuse covers nothing or has expired: fail, warn or pass.",
            autocompletion=completing.meanings,
        ),
    ] = None,
    new_only: Annotated[
        bool | None, typer.Option("--new-only", help="Leave out what is excused.")
    ] = None,
    baseline_from: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Only what stood at this revision excuses findings; else that of --changed-since.",
        ),
    ] = None,
    allow_baseline_changes: Annotated[
        bool,
        typer.Option("--allow-baseline-changes", help="What came since that revision too."),
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Only what changed since this git revision."),
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Instead of looking for one.")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again at each save.")] = False,
    self_test: Annotated[
        bool, typer.Option("--self-test", help="Prove that the gate can fail, as configured.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="RULE",
            help="Say what a rule finds, and check nothing.",
            autocompletion=completing.rules,
        ),
    ] = None,
) -> None:
    """Check drafts against the sources they cite. Needs no server and no account.

    Exit codes: 0 pass; 1 findings over the threshold;
    2 usage or unreadable draft; 3 nothing was checked;
    4 inconclusive; 5 the server of --server is not available;
    130 and 143 interrupted.
    """
    if explain is not None:
        from workers.cli.explain import explained

        typer.echo(explained(explain), nl=False)
        return
    with loading():
        from workers.cli.check import Asked, run_check
        from workers.cli.configuration import Configuration, configure
        from workers.cli.configuration_file import Content, on_disk
        from workers.cli.excusing import Excusing

    flags = {
        "format": format,
        "fail_on": fail_on,
        "max_could_not_check": max_could_not_check,
        "min_reader_verifiable": min_reader_verifiable,
        "on_inconclusive": on_inconclusive,
        "offline": offline,
        "cache": cache,
        "time_budget": time_budget,
        "server": server,
        "api_key": api_key,
        "on_unavailable": on_unavailable,
        "baseline": baseline,
        "new_only": new_only,
        "on_stale_excuses": on_stale_excuses,
    }

    def configured(draft: str, content: Content = on_disk) -> Configuration:
        return configure(flags, near=draft, named=config, content=content)

    if self_test:
        from workers.cli.self_test import run_self_test

        raise typer.Exit(run_self_test(configured))
    if not article:
        raise typer.BadParameter("name what is to be checked", param_hint="ARTICLE")
    if watch:
        from workers.cli.checking.supplied import supplied_sources
        from workers.cli.desk.watch import watch_drafts

        code = watch_drafts(
            article,
            configured,
            lambda: supplied_sources(source or []),
        )
        raise typer.Exit(code)
    base = baseline_from or changed_since
    excusing = Excusing(update_baseline, reason, until, base, allow_baseline_changes)
    asked = Asked(article, source or [], output, excusing, record, replay, changed_since)
    raise typer.Exit(run_check(asked, configured))
