"""Starting: each command loads what it needs, and no more."""

import subprocess
import sys

SERVERS = ("alembic", "celery", "fastapi", "kombu", "redis", "sqlalchemy", "uvicorn")


def _loaded_by(module: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def test_check_loads_no_server_no_record_and_no_queue() -> None:
    assert not _loaded_by("workers.cli.check") & set(SERVERS)


def test_the_flags_are_read_before_any_verb_is_loaded() -> None:
    assert not _loaded_by("workers.cli.app") & {"httpx2", "numpy", "pydantic", "trafilatura"}
