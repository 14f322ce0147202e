"""The audit log, for the operator's terminal. I/O: reads the record."""

import json
from datetime import datetime

import typer

from service.domain import AuditAction, AuditEntry
from service.errors import UsageError
from service.schemas.audit import AuditEntryView
from service.schemas.fields import as_moment
from service.store import Noted, make_engine, open_store
from workers.cli.configuration import read_settings

AT_ONCE = 500  # entries of one transaction


def print_audit(
    given: dict[str, str | None], since: str | None, until: str | None, *, as_json: bool
) -> None:
    """Print entries, newest first, of every tenant unless one is named.

    Raises UsageError for what is no action or no date, NotReady where the record is away.
    """
    action = given.get("action")
    if action is not None and action not in set(AuditAction):
        raise UsageError(f"no action {action}; there are {', '.join(AuditAction)}")
    wanted = Noted(
        tenant=given.get("tenant"),
        action=None if action is None else AuditAction(action),
        who=given.get("who"),
        subject=given.get("subject"),
        since=_moment(since),
        until=_moment(until),
    )
    engine = make_engine(read_settings().record_url)
    before: str | None = None
    while True:
        with open_store(engine, reading=True) as store:
            found = store.list_audit(wanted, AT_ONCE, before)
        for entry in found:
            typer.echo(_as_json(entry) if as_json else _as_line(entry))
        if len(found) < AT_ONCE:
            break
        before = found[-1].id
    engine.dispose()


def _moment(value: str | None) -> datetime | None:
    try:
        moment = as_moment(value)
    except ValueError as err:
        raise UsageError(str(err)) from err
    return moment if isinstance(moment, datetime) else None


def _as_line(entry: AuditEntry) -> str:
    act = entry.act
    facts = [f"{name}={_shown(fact)}" for name, fact in act.detail.items() if fact is not None]
    words = (f"{entry.at:%Y-%m-%dT%H:%M:%SZ}", act.tenant, act.who, act.action.value, act.subject)
    return "  ".join((*words, *facts))


def _shown(fact: object) -> str:
    return ",".join(fact) if isinstance(fact, tuple) else str(fact)


def _as_json(entry: AuditEntry) -> str:
    shown = AuditEntryView.of(entry).model_dump(mode="json")
    return json.dumps({"tenant": entry.act.tenant, **shown})
