"""The example of a receiver: it takes what the service signed, once, and nothing else."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from ci.runner import CI
from fixtures_client import Service
from fixtures_flow import SECRET
from standardwebhooks import Webhook

BODY = '{"type": "verification.completed", "data": {"external_id": "cms-7", "gate": "pass"}}'


@dataclass(frozen=True, slots=True)
class Receiver:
    """The example, listening in a process of its own."""

    process: subprocess.Popen[str]
    address: str

    def post(self, body: str, headers: dict[str, str]) -> int:
        return httpx2.post(self.address, content=body, headers=headers).status_code

    def next_line(self) -> str:
        return self.process.stdout.readline()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with subprocess.Popen(
        [sys.executable, CI / "receiver.py", "0"],
        env={**os.environ, "SOURCEPROOF_WEBHOOK_SECRET": SECRET},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        port = process.stdout.readline().split()[-1]
        yield Receiver(process, f"http://127.0.0.1:{port}/")
        process.terminate()


def signed(body: str, *, secret: str = SECRET, name: str = "msg_1", age: int = 0) -> dict[str, str]:
    moment = datetime.now(UTC) - timedelta(seconds=age)
    return {
        "webhook-id": name,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": Webhook(secret).sign(name, moment, body),
    }


def test_a_signed_event_is_handled_once_however_often_it_comes(receiver: Receiver) -> None:
    """Delivery is at least once."""
    assert receiver.post(BODY, signed(BODY)) == 204
    assert receiver.post(BODY, signed(BODY)) == 204
    assert (
        receiver.post(
            BODY.replace("cms-7", "cms-8"), signed(BODY.replace("cms-7", "cms-8"), name="msg_2")
        )
        == 204
    )
    assert receiver.next_line() == "verification.completed: cms-7: pass, None\n"
    assert receiver.next_line() == "verification.completed: cms-8: pass, None\n"


def test_what_is_not_ours_is_refused(receiver: Receiver) -> None:
    """Another's secret, another body, an old delivery sent again, no signature, too much."""
    other = "whsec_" + "QUJD" * 8
    assert receiver.post(BODY, signed(BODY, secret=other)) == 400
    assert receiver.post(BODY + " ", signed(BODY)) == 400
    assert receiver.post(BODY, signed(BODY, age=3600)) == 400
    assert receiver.post(BODY, {}) == 400
    assert receiver.post("x" * 20_001, signed("x" * 20_001)) == 413
    assert receiver.post("", {}) == 413


def test_the_service_itself_is_understood(receiver: Receiver, service: Service) -> None:
    """From the end of a verification to the example, signed and delivered by the worker."""
    article = {"text": "The council met on Monday.", "external_id": "cms-9"}
    reply = httpx2.post(
        f"{service.address}/v1/verifications",
        json={"article": article, "callback_url": receiver.address},
        headers={"authorization": f"Bearer {service.key}"},
    )
    assert reply.status_code == 202
    assert receiver.next_line().startswith("verification.completed: cms-9: inconclusive, ")
