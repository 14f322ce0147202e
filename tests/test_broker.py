"""The embedded broker: there at once, for one, dead with its parent, and never forgetful."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import redis

from service.broker import MAX_SOCKET_PATH, embedded_broker
from service.errors import NotReady

HOLD = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from service.broker import embedded_broker\n"
    "with embedded_broker(Path(sys.argv[1])) as url:\n"
    "    print(url, flush=True)\n"
    "    time.sleep(60)\n"
)


def client(url: str) -> redis.Redis:
    return redis.Redis(unix_socket_path=url.removeprefix("redis+socket://"))


def hold(folder: Path) -> tuple["subprocess.Popen[str]", str]:
    """Run a broker in another process; give the process and the URL."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_what_was_queued_is_there_after_a_restart(tmp_path):
    with embedded_broker(tmp_path) as url, client(url) as server:
        server.lpush("collect", "a message")
    with embedded_broker(tmp_path) as url, client(url) as server:
        assert server.lrange("collect", 0, -1) == [b"a message"]


def test_it_listens_on_a_socket_of_its_user_alone_and_on_no_port(tmp_path):
    with embedded_broker(tmp_path) as url, client(url) as server:
        path = Path(url.removeprefix("redis+socket://"))
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        # Other tests of this process may have servers of their own, on ports.
        broker = psutil.Process(server.info("server")["process_id"])
        assert broker.net_connections("unix")
        assert broker.net_connections("inet") == []


def test_a_second_process_on_the_same_directory_is_refused_clearly(tmp_path):
    process, _ = hold(tmp_path)
    try:
        with pytest.raises(NotReady, match="another Sourceproof"), embedded_broker(tmp_path):
            pass
    finally:
        end(process)


def test_it_dies_with_a_parent_that_is_killed_and_keeps_what_it_held(tmp_path):
    process, url = hold(tmp_path)
    with client(url) as server:
        server.lpush("collect", "a message")
        broker = server.info("server")["process_id"]
    os.kill(process.pid, signal.SIGKILL)
    end(process)
    for _ in range(500):
        if not psutil.pid_exists(broker):
            break
        time.sleep(0.01)
    with embedded_broker(tmp_path) as url, client(url) as server:
        assert server.info("server")["process_id"] != broker
        assert server.lrange("collect", 0, -1) == [b"a message"]


def test_a_data_directory_with_a_long_name_gets_a_short_socket(tmp_path):
    folder = tmp_path / ("x" * 120)
    with embedded_broker(folder) as url, client(url) as server:
        assert len(url.removeprefix("redis+socket://")) <= MAX_SOCKET_PATH
        assert server.ping()
    assert not Path(url.removeprefix("redis+socket://")).parent.exists()


def test_a_broker_that_cannot_start_is_not_ready(tmp_path):
    home = tmp_path / "broker"
    (home / "appendonlydir").mkdir(parents=True)
    (home / "appendonlydir" / "appendonly.aof.manifest").write_text("no manifest\n")
    with pytest.raises(NotReady, match="did not start"), embedded_broker(tmp_path):
        pass
