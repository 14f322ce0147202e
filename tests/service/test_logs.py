"""Logs: JSON lines on stderr, ours and the libraries', that quote nobody's draft."""

import json
import subprocess
import sys
from datetime import datetime
from typing import Any

import pytest

SECRET = "the minister resigns tomorrow"

# A process of its own: logging is set up once for all of it.
SCRIPT = f"""
import logging, sys
import structlog, uvicorn
from celery import Celery
from service.logs import configure_logs
from workers import working

uvicorn.Config("none:at_all")
configure_logs("INFO", muted=("kombu",))
structlog.get_logger("ours").warning("broker_away", id="v_1")
structlog.get_logger("ours").info("a_step")
logging.getLogger("uvicorn.access").info("%s %s", "GET", "/healthz")
logging.getLogger("kombu.anything").info("chatter")
try:
    raise ValueError("{SECRET}")
except ValueError:
    structlog.get_logger("ours").exception("ours_failed")
    logging.getLogger("theirs").exception("theirs_failed")

app = Celery("test", broker="memory://", set_as_current=False)

@app.task(name="verification.collect", shared=False)
def fails():
    raise ValueError("{SECRET}")

fails.apply()
app.log.setup("INFO")
logging.getLogger("celery.worker").info("ready")
with structlog.contextvars.bound_contextvars(request_id="rq_1", task_id="t1"):
    structlog.get_logger("ours").info("within")
    logging.getLogger("uvicorn.access").info("within")
told = dict(name="verification.assess", id="t2", args="('vf_0a1b',)")
logging.getLogger("celery.app.trace").info("done %(name)s", told, extra=dict(data=told))

configure_logs("WARNING")
structlog.get_logger("ours").info("too_low")
logging.getLogger("uvicorn.access").info("too_low")
logging.getLogger("celery.worker").info("too_low")
structlog.get_logger("ours").warning("high_enough")
"""


@pytest.fixture(scope="module")
def done() -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=True
    )


@pytest.fixture(scope="module")
def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stderr.splitlines()]


def _events(lines: list[dict[str, Any]]) -> list[str]:
    return [line["event"] for line in lines]


def test_every_line_is_json_with_level_logger_and_a_moment_in_utc(
    lines: list[dict[str, Any]],
) -> None:
    for line in lines:
        assert {"event", "level", "logger", "at"} <= line.keys()
        assert datetime.fromisoformat(line["at"]).utcoffset() is not None


def test_nothing_goes_to_stdout_which_may_carry_a_report(
    done: subprocess.CompletedProcess[str],
) -> None:
    assert done.stdout == ""


def test_words_of_an_event_are_fields_of_its_line(lines: list[dict[str, Any]]) -> None:
    (line,) = [line for line in lines if line["event"] == "broker_away"]
    assert (line["id"], line["level"], line["logger"]) == ("v_1", "warning", "ours")


def test_uvicorn_and_celery_log_to_the_same_place_once(lines: list[dict[str, Any]]) -> None:
    assert _events(lines).count("GET /healthz") == 1
    assert _events(lines).count("ready") == 1


def test_a_muted_logger_tells_only_of_warnings(lines: list[dict[str, Any]]) -> None:
    assert "chatter" not in _events(lines)


def test_an_exception_is_told_by_kind_and_place_and_never_quoted(
    done: subprocess.CompletedProcess[str], lines: list[dict[str, Any]]
) -> None:
    failed = [line for line in lines if line.get("error") == "ValueError"]
    assert len(failed) == 3
    assert all(line["traceback"] for line in failed)
    assert any("verification.collect" in line["event"] for line in failed)
    assert SECRET not in done.stderr


def test_lines_within_a_request_or_a_task_have_its_ids_those_of_libraries_too(
    lines: list[dict[str, Any]],
) -> None:
    within = [line for line in lines if line["event"] == "within"]
    assert [(line["request_id"], line["task_id"]) for line in within] == [("rq_1", "t1")] * 2
    (done,) = [line for line in lines if line["event"] == "done verification.assess"]
    assert (done["task_id"], done["verification_id"]) == ("t2", "vf_0a1b")
    assert not any("request_id" in line for line in lines if line["event"] == "ready")


def test_what_is_below_the_level_is_not_logged(lines: list[dict[str, Any]]) -> None:
    assert "high_enough" in _events(lines)
    assert "too_low" not in _events(lines)
