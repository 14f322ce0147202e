"""A host and a port in; the API, its page and a worker running until stopped out. I/O."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

import uvicorn

from service.app import create_app
from service.broker import embedded_broker
from service.errors import UsageError
from service.logs import configure_logs
from service.settings import Settings
from service.store import upgrade
from workers.cli.configuration import read_settings
from workers.tools import Tools
from workers.working import check_worker, run_embedded_worker, run_worker

# How long requests at work may go on after Ctrl-C, in seconds.
GRACE = 5
# Loggers whose every request and task would bury what concerns whoever sits at the terminal.
MACHINERY = ("service.routes", "uvicorn", "celery", "kombu", "alembic")


def run_serve(host: str, port: int) -> None:
    """Serve until stopped. Raises UsageError where that would be unsafe or impossible."""
    settings = read_settings()
    configure_logs(settings.log_level, muted=MACHINERY)
    _refuse_open_door(host, settings)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(settings.record_url)
    with (
        _listening(host, port) as door,
        _with_broker(settings) as settled,
        run_embedded_worker(settled) as tools,
    ):
        _ = tools.webhook_secrets  # made now: a receiver is set up before its first event
        _serve(door, settled, tools)


def run_worker_command(queues: list[str] | None, *, beat: bool) -> None:
    """Run a Celery worker until stopped, and exit with its status."""
    settings = read_settings()
    check_worker(settings, queues)
    configure_logs(settings.log_level)
    upgrade(settings.record_url)
    sys.exit(run_worker(settings, queues, beat=beat))


def _serve(door: socket.socket, settings: Settings, tools: Tools) -> None:
    app = create_app(settings, tools.engine, tools.queue, tools.tracing)
    host, port = door.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(  # noqa: T201  the user's terminal
        f"Sourceproof serves on http://{shown}:{port} (API /v1, documentation /docs); "
        f"data in {settings.data_dir}. Ctrl-C stops it.",
        file=sys.stderr,
    )
    config = uvicorn.Config(
        app, log_config=None, server_header=False, timeout_graceful_shutdown=GRACE
    )
    uvicorn.Server(config).run(sockets=[door])


@contextmanager
def _with_broker(settings: Settings) -> Iterator[Settings]:
    """Name the broker that the environment gives, else run one in the data directory."""
    if settings.broker_url is not None:
        yield settings
        return
    with embedded_broker(settings.data_dir) as url:
        yield settings.model_copy(update={"broker_url": url})


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """Take the port before anything else is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        door = socket.create_server((host, port), family=family)
    except OSError as err:
        raise UsageError(f"cannot listen on {host} port {port}: {err.strerror}") from err
    with door:
        yield door


def _refuse_open_door(host: str, settings: Settings) -> None:
    """Without keys, whoever reaches the port may use it: so only this machine may."""
    if not settings.require_keys and not _is_loopback(host):
        raise UsageError(
            f"{host} can be reached from elsewhere: set SOURCEPROOF_REQUIRE_KEYS=1 "
            "and make a key with `sourceproof keys create NAME`"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
