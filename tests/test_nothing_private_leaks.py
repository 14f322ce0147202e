"""Marked words of an article, of sources and of editors, looked for in all that is sent and kept.

A real service, at its most talkative, with its traces sent to a collector of ours.
"""

import json
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

import httpx2
import pytest
from fixtures_flow import PATIENCE, until
from test_flow_crashes import environment
from web import Answer

from service.settings import Settings

SOURCE = "http://gull.test/private/path?token=MARKED-TOKEN"
HOOK = "http://cms.test/hook"
COLLECTOR = "http://127.0.0.1/v1/traces"
BODY = {
    "article": {
        "markdown": "# MARKED-TITLE\n\nMARKED-DRAFT says the port had [412 ships]"
        f"({SOURCE}) in May.\n\nMARKED-DRAFT was told twice.\n",
        "external_id": "cms-7",
    },
    "sources": [
        {"text": "MARKED-SOURCE: the port had 388 ships in May.", "label": "MARKED-LABEL"}
        | {"private": True},
        {"url": "http://gull.test/hidden/MARKED-PLACE", "private": True},
    ],
    "options": {"recheck_every": "1d"},
    "callback_url": HOOK,
}
WORD = {"action": "dispute", "by": "MARKED-EDITOR", "reason": "MARKED-REASON"}
PAGE = "<html lang=en><body><article><p>MARKED-PAGE: the port had 388 ships.</p></article></body>"


@contextmanager
def serving(settings: Settings, log, extra: dict[str, str]):
    """A service in a process of its own; its address."""
    command = [sys.executable, "-m", "workers.cli", "serve", "--port", "0"]
    environ = {**environment(settings), **extra, "PYTHONUNBUFFERED": "1"}
    del environ["SOURCEPROOF_BROKER_URL"]
    with log.open("wb") as err:
        process = subprocess.Popen(command, env=environ, stdout=err, stderr=err)
    found = re.compile(r"serves on (http://\S+)")
    try:
        until(lambda: process.poll() is not None or found.search(log.read_text()))
        yield found.search(log.read_text())[1]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def use(url: str, web) -> dict[str, str]:
    """Do what callers and editors do; give the answers of the service's own accounts."""
    with httpx2.Client(base_url=url, timeout=PATIENCE) as client:

        def send(method: str, path: str, body: object = None) -> httpx2.Response:
            return client.request(method, path, json=body)

        ids = []
        for number in range(2):
            posted = send("POST", "/v1/verifications", {**BODY, "options": {}} if number else BODY)
            ids.append(posted.json()["id"])
            until(lambda: client.get(f"/v1/verifications/{ids[-1]}").json()["gate"])
        first = f"/v1/verifications/{ids[0]}"
        statement = client.get(f"{first}/report").json()["statements"][1]["id"]
        assert send("POST", f"{first}/statements/{statement}/decisions", WORD).status_code == 201
        client.get("/v1/verifications", params={"external_id": "cms-7"})
        until(lambda: web.count(HOOK) == 2)
        assert client.delete(f"/v1/verifications/{ids[1]}").status_code == 204
        send("POST", "/v1/verifications", {"article": {"markdown": "MARKED-DRAFT", "x": 1}})
        return {path: client.get(path).text for path in ("/v1/audit", "/metrics")}


@pytest.mark.parametrize("places", ["embedded"], indirect=True)
def test_no_account_that_is_given_holds_a_marked_word(settings, local_web, tmp_path):
    headers = {"Content-Type": "text/html"}
    local_web.add(SOURCE, Answer(PAGE.encode(), headers=headers))
    local_web.add("http://gull.test/hidden/MARKED-PLACE", Answer(PAGE.encode(), headers=headers))
    local_web.add(COLLECTOR, Answer(status=200))
    own = settings.model_copy(
        update={
            "data_dir": tmp_path / "own",
            "broker_url": None,
            "resolve": (*settings.resolve, *local_web.resolve("gull.test")),
        }
    )
    port = local_web.resolve()[0].rpartition(":")[2]
    extra = {
        "SOURCEPROOF_LOG_LEVEL": "DEBUG",
        "SOURCEPROOF_TRACES": "yes",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": f"http://127.0.0.1:{port}/v1/traces",
        "OTEL_EXPORTER_OTLP_TRACES_HEADERS": "",
        "NO_PROXY": "*",
    }
    log = tmp_path / "service.log"
    with serving(own, log, extra) as url:
        accounts = use(url, local_web)
    traces = [a.body for a in local_web.asked if a.path == "/v1/traces"]
    assert any(b"verification.notify" in body for body in traces)
    hooks = [a.body for a in local_web.asked if a.path == "/hook"]
    told = {"log": log.read_bytes(), "traces": b"".join(traces), "webhooks": b"".join(hooks)}
    told |= {path: text.encode() for path, text in accounts.items()}
    assert all(len(text) > 100 for text in told.values())
    for where, text in told.items():
        assert b"MARKED" not in text, where
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    accepted = [line for line in lines if line["event"] == "accepted"]
    assert all({"request_id", "verification_id"} <= line.keys() for line in accepted)
    assert len(accepted) == 2
    within = [line for line in lines if "task_id" in line and "verification_id" in line]
    assert {line["verification_id"] for line in within} == {
        line["verification_id"] for line in accepted
    }
