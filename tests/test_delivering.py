"""Webhooks: the public library verifies them, and every receiver's trouble is a value."""

import stat
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
from standardwebhooks import Webhook, WebhookVerificationError
from web import Answer

from service.domain import GateResult, JobStatus, Stage, Submission, Verdict, Verification
from service.schemas.event import WebhookEvent
from service.store import Delivery, DeliveryState
from workers.delivering import (
    DELAYS,
    JITTER,
    load_secrets,
    make_payload,
    post,
    sign,
    what_next,
)
from workers.delivering import (
    Answer as Came,
)

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
HOOK = "http://cms.test/hook"
VERIFICATION = Verification(
    id="vf_1",
    tenant="t",
    status=JobStatus.COMPLETED,
    stage=Stage.DONE,
    submission=Submission(content=b"PRIVATE", external_id="x" * 200, title="PRIVATE"),
    created_at=NOW,
    updated_at=NOW,
    gate=GateResult.PASS,
)
DELIVERY = Delivery(
    id="dl_1",
    event_id="evt_1",
    event_type="verification.completed",
    sequence=3,
    verification_id="vf_1",
    tenant="t",
    url=HOOK,
    attempts=1,
    state=DeliveryState.PENDING,
    due_at=NOW,
    created_at=NOW,
    revision=1,
    status=JobStatus.COMPLETED,
    gate=GateResult.PASS,
)


@dataclass(frozen=True)
class Guard:
    resolve: tuple[str, ...] = ()
    allow_networks: tuple = (ip_network("127.0.0.0/8"),)


ANOTHER = "whsec_" + "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldyE="


async def send(web, *, guard: Guard | None = None, seconds: float = 10) -> Came:
    chosen = guard or Guard(web.resolve())
    return await post(HOOK, {"webhook-id": "evt_1"}, b"{}", guard=chosen, seconds=seconds)


def test_the_public_library_verifies_what_is_signed_and_nothing_else(tmp_path):
    (secret,) = load_secrets(tmp_path)
    body = make_payload(DELIVERY, VERIFICATION, {Verdict.SUPPORTED: 2}, "https://sp.example/")
    headers = sign(secret, "evt_1", body, datetime.now(UTC))
    Webhook(secret).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(body + b" ", headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(body, headers | {"webhook-id": "evt_2"})


def test_the_payload_is_thin_holds_no_text_and_is_what_the_contract_file_says():
    counts = dict.fromkeys(Verdict, 5_000)
    body = make_payload(DELIVERY, VERIFICATION, counts, "https://sp.example/")
    assert len(body) < 20_000
    assert b"PRIVATE" not in body
    event = WebhookEvent.model_validate_json(body)
    assert event.data.sequence == 3
    assert event.data.report_url == "https://sp.example/v1/verifications/vf_1/report"
    assert make_payload(DELIVERY, VERIFICATION, counts, "https://sp.example/") == body


def test_the_secret_is_made_once_and_read_by_its_owner_alone(tmp_path):
    folder = tmp_path / "data"
    assert load_secrets(folder) == load_secrets(folder)
    assert stat.S_IMODE((folder / "webhook.secret").stat().st_mode) == 0o600
    assert len(list(folder.iterdir())) == 1


def test_a_second_secret_in_the_file_is_the_one_before_and_signs_too(tmp_path):
    (old,) = load_secrets(tmp_path)
    (tmp_path / "webhook.secret").write_text(f"{ANOTHER}\n{old}\n")
    assert load_secrets(tmp_path) == (ANOTHER, old)


@pytest.mark.parametrize(
    ("answer", "came"),
    [
        (Answer(status=204), Came(204, "delivered")),
        (Answer(status=500), Came(500, "status")),
        (Answer(status=410), Came(410, "status")),
        (Answer(status=301, headers={"Location": "http://cms.test/other"}), Came(301, "status")),
    ],
    ids=["taken", "broken", "gone", "moved"],
)
async def test_what_a_receiver_answers_is_a_value_and_no_redirect_is_followed(
    local_web, answer, came
):
    local_web.add(HOOK, answer)
    assert await send(local_web) == came
    assert len(local_web.asked) == 1


async def test_a_receiver_that_hangs_is_left_when_the_time_is_up(local_web):
    local_web.add(HOOK, Answer(delay=30))
    assert await send(local_web, seconds=0.3) == Came(None, "timeout")


async def test_a_receiver_that_resets_the_connection_was_unreachable(local_web):
    def reset(asked):
        asked.connection.close()

    local_web.add(HOOK, reset)
    assert (await send(local_web)).outcome == "unreachable"


async def test_a_private_address_is_refused_at_every_attempt(local_web):
    local_web.add(HOOK, Answer())
    assert await send(local_web, guard=Guard(local_web.resolve(), ())) == Came(None, "refused")
    assert local_web.asked == []


async def test_a_name_that_does_not_resolve_was_unreachable():
    came = await post("http://no.invalid/", {}, b"{}", guard=Guard(), seconds=10)
    assert came == Came(None, "unreachable")


def test_failures_are_tried_again_on_the_schedule_a_little_late_and_never_early():
    for number, delay in enumerate(DELAYS, start=1):
        step = what_next(Came(500, "status"), number, NOW)
        assert step.state is DeliveryState.PENDING
        assert step.due_at is not None
        assert delay <= step.due_at - NOW <= delay * (1 + JITTER)
    assert what_next(Came(500, "status"), 10, NOW).state is DeliveryState.FAILED
    assert sum(DELAYS, timedelta()) > timedelta(days=3)


def test_success_ends_a_delivery_and_gone_disables_it():
    assert what_next(Came(200, "delivered"), 1, NOW).state is DeliveryState.DELIVERED
    assert what_next(Came(410, "status"), 1, NOW).state is DeliveryState.DISABLED
