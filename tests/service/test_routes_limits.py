"""Limits of a tenant: stated in every answer, kept by all processes together, never a trap."""

import pytest
from conftest import open_front_door
from test_routes_keys import BODY, URL, keys_of

from service.limiting import WINDOW, OwnCounters, RateLimiter, SharedCounters, make_limiter


@pytest.fixture
def narrow_door(tmp_path):
    """A front door with keys, that grants three requests a minute and two checks at once."""
    opened = open_front_door(tmp_path, require_keys=True, rate_limit=3, max_live=2)
    opened.house.limiter._clock = lambda: 90.0
    yield opened
    opened.client.close()
    opened.engine.dispose()


def test_every_answer_states_what_is_left_and_the_one_too_many_is_refused(narrow_door):
    ours, theirs = keys_of(narrow_door, "ours", "theirs")
    paths = (URL, f"{URL}/vf_none", f"{URL}?limit=0", URL, URL)
    replies = [narrow_door.client.get(path, headers=ours) for path in paths]
    assert [r.status_code for r in replies] == [200, 404, 422, 429, 429]
    assert [r.headers["ratelimit-remaining"] for r in replies] == ["2", "1", "0", "0", "0"]
    assert {r.headers["ratelimit-limit"] for r in replies} == {"3"}
    assert {r.headers["ratelimit-reset"] for r in replies} == {"30"}
    assert replies[-1].headers["retry-after"] == "30"
    assert narrow_door.client.get(URL, headers=theirs).status_code == 200


def test_the_next_minute_begins_anew(narrow_door):
    (ours,) = keys_of(narrow_door, "ours")
    for _ in range(4):
        narrow_door.client.get(URL, headers=ours)
    narrow_door.house.limiter._clock = lambda: 90.0 + WINDOW
    assert narrow_door.client.get(URL, headers=ours).status_code == 200


def test_a_wrong_key_is_counted_for_nobody_and_tells_no_limit(narrow_door):
    for _ in range(5):
        reply = narrow_door.client.get(URL, headers={"authorization": "Bearer sp_wrong"})
        assert reply.status_code == 401
        assert "ratelimit-limit" not in reply.headers


def test_no_more_verifications_go_on_at_once_than_are_granted(narrow_door):
    narrow_door.house.limiter._limit = 0
    ours, theirs = keys_of(narrow_door, "ours", "theirs")
    client = narrow_door.client
    first, *_, last = [client.post(URL, json=BODY, headers=ours) for _ in range(3)]
    assert last.status_code == 429
    assert int(last.headers["retry-after"]) > 0
    assert len(client.get(URL, headers=ours).json()["items"]) == 2
    assert client.post(URL, json=BODY, headers=theirs).status_code == 202
    assert client.post(f"{URL}/{first.json()['id']}/cancel", headers=ours).status_code == 200
    assert client.post(URL, json=BODY, headers=ours).status_code == 202


def test_a_service_without_keys_limits_no_requests(door):
    assert "ratelimit-limit" not in door.client.get(URL).headers


@pytest.mark.parametrize("broker", ["redis_url", "embedded_url"])
def test_processes_on_one_broker_count_together(request, broker):
    url = request.getfixturevalue(broker)
    limiters = [make_limiter(10, url) for _ in range(3)]
    left = []
    for limiter in limiters * 4:
        limiter._clock = lambda: 1e9
        left.append(limiter.take("desk").remaining)
    assert left == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0]
    assert limiters[0].take("another").remaining == 9


def test_a_broker_that_is_away_refuses_nobody_and_the_limit_holds_here():
    limiter = RateLimiter(2, SharedCounters("redis://127.0.0.1:1/0"), clock=lambda: 0.0)
    assert [limiter.take("t").is_spent for _ in range(3)] == [False, False, True]


def test_counts_of_past_minutes_are_let_go():
    counters = OwnCounters()
    for window in range(100):
        for tenant in range(10):
            counters.add(f"sourceproof:rate:{tenant}:{window}")
    assert len(counters._counts) == 10
