"""`options.recheck_every`: what is taken, what is stated, how it is called off."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.schedule import PATTERN, Schedule, every_text, parse_every

URL = "/v1/verifications"
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def posted(door, **options):
    return door.post(article={"text": "The harbour opened."}, options=options)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("1d", "P1D"),
        ("P7D", "P7D"),
        ("2w", "P14D"),
        ("PT36H", "PT36H"),
        ("24h", "P1D"),
        ("P1DT12H", "PT36H"),
        ("1d12h", "PT36H"),
        ("P29DT23H", "PT719H"),
    ],
)
def test_a_schedule_is_stated_as_it_was_understood(door, words, written):
    reply = posted(door, recheck_every=words, recheck_times=3)
    schedule = door.client.get(f"{URL}/{reply.json()['id']}").json()["schedule"]
    assert (schedule["every"], schedule["left"]) == (written, 3)
    assert schedule["next_at"] > datetime.now(UTC).isoformat()[:13]
    assert parse_every(written) == parse_every(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "7",
        "P",
        "0d",
        "PT0H",
        "31d",
        "P31D",
        "5w",
        "PT721H",
        "P1M",
        "1 d",
        "-1d",
        "P7d",
        "P30DT1H",
        "P1DT24H",
        "P1DT",
        "P1DT0H",
        "P1D12H",
        "PT12H1D",
        "PT90M",
        "P007D",
        "1d12H",
        "P1W1D",
    ],
)
def test_what_is_no_time_within_the_bounds_is_refused_and_they_are_stated(door, words):
    reply = posted(door, recheck_every=words)
    (error,) = reply.json()["errors"]
    assert (reply.status_code, error["pointer"]) == (422, "/options/recheck_every")
    assert "1 hour" in error["detail"]
    assert "30 days" in error["detail"]
    assert not re.search(PATTERN, words)


def test_the_pattern_of_the_contract_takes_every_time_within_the_bounds():
    for hours in range(1, 721):
        text = every_text(timedelta(hours=hours))
        assert re.search(PATTERN, text)
        assert parse_every(text) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "options", [{"recheck_times": 3}, {"recheck_every": "1d", "recheck_times": 0}]
)
def test_times_make_sense_with_a_schedule_alone(door, options):
    assert posted(door, **options).status_code == 422


def test_a_resting_verification_is_called_off_by_cancel_and_by_nothing_twice(door):
    made = posted(door, recheck_every="7d").json()["id"]
    door.fail(made, "x")
    for _ in range(2):
        reply = door.client.post(f"{URL}/{made}/cancel")
        assert (reply.status_code, reply.json()["status"]) == (200, "failed")
        assert reply.json()["schedule"]["next_at"] is None
    acts = door.client.get("/v1/audit").json()["items"]
    assert [each["action"] for each in acts] == ["schedule.ended"]


def test_a_repeated_request_is_answered_as_the_first_although_the_schedule_went_on(door):
    body = {"article": {"text": "A."}, "options": {"recheck_every": "7d"}}
    replies = []
    for _ in range(2):
        replies.append(door.client.post(URL, json=body, headers={"idempotency-key": "k"}).json())
        door.client.post(f"{URL}/{replies[0]['id']}/cancel")
    assert replies[0] == replies[1]


def test_a_schedule_stays_in_step_and_never_falls_behind():
    schedule = Schedule(timedelta(days=1), 5, NOW)
    assert schedule.after(NOW) == NOW + timedelta(days=1)
    assert schedule.after(NOW + timedelta(days=3, hours=2)) == NOW + timedelta(days=4)
    assert Schedule(timedelta(days=1), 1, NOW).after(NOW) is None
