"""A folder and settings in; the address of a running `serve` out, its log in a file. I/O."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2

STARTED_WITHIN, STOPPED_WITHIN = 60.0, 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Served:
    """A service in a process of its own."""

    address: str
    pid: int
    log: Path


def environ_of(folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Give an environment with these settings, and none of this machine's."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    return {**clean, **settings, "SOURCEPROOF_DATA_DIR": str(folder)}


@contextmanager
def serving(folder: Path, settings: Mapping[str, str]) -> Iterator[Served]:
    """Serve on a free port, and stop at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "serve.log"
    with (
        log.open("w") as written,
        subprocess.Popen(
            [sys.executable, "-m", "workers.cli", "serve", "--port", "0"],
            env=environ_of(folder, settings),
            stderr=written,
        ) as process,
    ):
        try:
            yield Served(_address(log), process.pid, log)
        finally:
            process.terminate()
            process.wait(timeout=STOPPED_WITHIN)


def _address(log: Path) -> str:
    ends_at = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < ends_at:
        if found := re.search(r"http://[\d.]+:\d+", log.read_text()):
            return found[0]
        time.sleep(0.05)
    raise AssertionError(f"serve did not start: {log.read_text()}")


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def healthy(address: str) -> str:
    """Wait until a service answers at an address, and give the address."""
    ends_at = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < ends_at:
        with suppress(httpx2.HTTPError):
            if httpx2.get(f"{address}/healthz").is_success:
                return address
        time.sleep(0.1)
    raise AssertionError("the service did not start")


def created_key(folder: Path, settings: Mapping[str, str]) -> str:
    """Make a key of every scope, as an operator does; give its secret."""
    done = subprocess.run(
        [sys.executable, "-m", "workers.cli", "keys", "create", "bench"],
        env=environ_of(folder, settings),
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"sp_[\w-]{20,}", done.stdout)
    assert found is not None, done.stdout
    return found[0]
