"""The bell: it rings or says that it did not; it never raises and never makes a caller wait."""

import json
import socket

import pytest
import redis

from service.queue import (
    QUEUES,
    SOFT_TIME_LIMIT,
    TIME_LIMIT,
    VISIBILITY_TIMEOUT,
    Queue,
    Task,
    make_app,
)
from service.store.verifications import CLAIM
from workers.flow import COLLECT_BUDGET


@pytest.fixture
def mute_port():
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_task_is_sent_by_name_with_an_id_to_the_queue_of_its_kind(redis_url):
    queue = Queue(redis_url)
    for task in Task:
        assert queue.enqueue(task, "vf_1")
    queue.close()
    with redis.Redis.from_url(redis_url) as server:
        for task in Task:
            (message,) = server.lrange(task.queue, 0, -1)
            assert json.loads(message)["headers"]["task"] == task.value
    assert set(QUEUES) == {"collect", "assess", "notify", "sweep"}


@pytest.mark.parametrize(
    "url",
    ["redis://127.0.0.1:1/0", "redis+socket:///nowhere/broker.sock", "redis://no.invalid/0"],
    ids=["refused", "no socket", "no name"],
)
def test_a_broker_that_is_away_is_said_and_not_raised(url):
    queue = Queue(url)
    assert queue.enqueue(Task.COLLECT, "vf_1") is False
    assert queue.is_up() is False
    queue.close()


def test_a_broker_that_takes_the_call_and_says_nothing_is_not_waited_for(mute_port):
    queue = Queue(f"redis://127.0.0.1:{mute_port}/0")
    assert queue.enqueue(Task.COLLECT, "vf_1") is False
    assert queue.is_up() is False
    queue.close()


def test_a_broker_that_comes_back_is_rung_again(tmp_path):
    from service.broker import embedded_broker  # noqa: PLC0415  beside its use

    with embedded_broker(tmp_path) as url:
        queue = Queue(url)
        assert queue.enqueue(Task.COLLECT, "vf_1")
        assert queue.is_up()
    assert not queue.enqueue(Task.COLLECT, "vf_1")
    with embedded_broker(tmp_path):
        assert queue.enqueue(Task.COLLECT, "vf_1")
    queue.close()


def test_the_limits_follow_from_each_other():
    """A task ends before its claim does, and the claim before its message goes out again."""
    assert COLLECT_BUDGET < SOFT_TIME_LIMIT < TIME_LIMIT < CLAIM.total_seconds()
    assert CLAIM.total_seconds() < VISIBILITY_TIMEOUT
    options = make_app("memory://").conf.broker_transport_options
    assert options["visibility_timeout"] == VISIBILITY_TIMEOUT
