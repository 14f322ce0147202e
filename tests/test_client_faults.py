"""The client before a service that fails, is slow, is a proxy, or is away: scripted answers."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx2
import pytest
from web import Answer, LocalWeb

from service.client import (
    Client,
    ClientError,
    DeadlinePassed,
    Draft,
    LimitReached,
    NotReady,
    UnexpectedAnswer,
    Unreachable,
)
from service.domain import JobStatus
from service.schemas.examples import VIEW_EXAMPLE

PATH = "/v1/verifications"
JSON = {"content-type": "application/json"}
VIEW = json.dumps(VIEW_EXAMPLE).encode()
DONE = json.dumps({**VIEW_EXAMPLE, "status": "completed", "stage": "done"}).encode()
ID = VIEW_EXAMPLE["id"]
BUSY = {"title": "Not ready", "status": 503, "detail": "The record does not answer."}
PROBLEM = {"content-type": "application/problem+json"}


@contextmanager
def scripted(answers: list[httpx2.Response | Exception]) -> Iterator[tuple[Client, list]]:
    """A client whose requests get these answers, in their order."""
    asked: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        given = answers[min(len(asked), len(answers)) - 1]
        if isinstance(given, Exception):
            raise given
        return given

    with Client("http://service.test", "sp_key", transport=httpx2.MockTransport(answer)) as made:
        yield made, asked


def busy(seconds: str = "0") -> httpx2.Response:
    return httpx2.Response(503, json=BUSY, headers={**PROBLEM, "retry-after": seconds})


def seen() -> httpx2.Response:
    return httpx2.Response(200, content=VIEW, headers=JSON)


@pytest.mark.parametrize(
    "first", [busy(), httpx2.ReadTimeout("slow"), httpx2.ConnectError("refused")], ids=repr
)
def test_a_submission_is_sent_again_under_the_same_key(first: httpx2.Response | Exception) -> None:
    """Whatever became of the first try, the service can tell that the second is the same."""
    with scripted([first, seen()]) as (client, asked):
        assert client.submit(Draft(text="A.")).id == ID
    keys = [request.headers["idempotency-key"] for request in asked]
    assert len(keys) == 2
    assert len(set(keys)) == 1


def test_what_may_have_been_obeyed_is_not_sent_again() -> None:
    """A recheck whose answer was lost would begin another revision."""
    with (
        scripted([httpx2.ReadTimeout("slow"), seen()]) as (client, asked),
        pytest.raises(Unreachable),
    ):
        client.recheck(ID)
    assert len(asked) == 1


def test_the_service_says_how_long_to_wait() -> None:
    """Retry-After is kept; one that is longer than a minute is told on at once."""
    began = time.monotonic()
    with scripted([busy("1"), seen()]) as (client, _):
        client.get(ID)
    assert time.monotonic() - began >= 1
    with scripted([busy("61")]) as (client, asked), pytest.raises(NotReady) as caught:
        client.get(ID)
    assert (len(asked), caught.value.retry_after) == (1, 61.0)


def test_it_is_given_up_after_five_tries() -> None:
    """The last refusal is the one that is told."""
    limited = httpx2.Response(429, json={"detail": "Too many."}, headers={"retry-after": "0"})
    with scripted([limited]) as (client, asked), pytest.raises(LimitReached):
        client.get(ID)
    assert len(asked) == 5


@pytest.mark.parametrize(
    "answer",
    [
        httpx2.Response(302, headers={"location": "http://elsewhere.test/"}),
        httpx2.Response(200, html="<h1>Log in to the proxy</h1>"),
        httpx2.Response(200, json={"id": ID}),
        httpx2.Response(200, json={**VIEW_EXAMPLE, "status": "pondering"}),
    ],
    ids=("a redirect", "a page", "too little", "an unknown word"),
)
def test_what_speaks_another_language_is_told_so(answer: httpx2.Response) -> None:
    """No redirect is followed: it would carry the key and the draft elsewhere."""
    with scripted([answer]) as (client, asked), pytest.raises(UnexpectedAnswer):
        client.get(ID)
    assert len(asked) == 1


def test_a_page_of_a_proxy_with_an_error_status_is_an_error_of_that_status() -> None:
    """Its words are none of ours, so only the status is told."""
    with scripted([httpx2.Response(502, html="<h1>Bad gateway</h1>")]) as (client, _):
        with pytest.raises(NotReady) as caught:
            client.get(ID)
        assert "Bad gateway" not in str(caught.value)


def test_nobody_there_is_unreachable() -> None:
    """A closed port; the message names the server and no key."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with (
        Client(f"http://127.0.0.1:{port}", "sp_secret") as client,
        pytest.raises(Unreachable, match=str(port)) as caught,
    ):
        client.get(ID)
    assert "sp_secret" not in str(caught.value)


@pytest.mark.parametrize(
    "server",
    ["", "service.test", "ftp://a.test", "http://", "http://u:p@a.test", "http://a.test/?q=1"],
)
def test_an_address_that_is_none_is_refused_before_anything_is_sent(server: str) -> None:
    """With a user name in it too: it would stand in messages."""
    with pytest.raises(ValueError, match=r"[Ss]erver"):
        Client(server, "sp_key")


def stream(*events: str) -> Answer:
    body = "".join(f"{event}\n\n" for event in events).encode()
    return Answer(body, headers={"Content-Type": "text/event-stream"})


def at(web: LocalWeb, events: Answer | Callable, view: bytes = DONE) -> Client:
    web.add(f"http://127.0.0.1{PATH}/{ID}/events", events)
    web.add(f"http://127.0.0.1{PATH}/{ID}", Answer(view, headers=JSON))
    return Client(web.address)


def test_a_stream_that_breaks_is_opened_again_where_it_was(local_web: LocalWeb) -> None:
    """With the id of the last event, so that nothing is told twice or left out."""
    streams = iter(
        [
            stream('event: stage\nid: 1.1\ndata: {"stage":"collect"}'),
            stream('event: end\nid: 1.end\ndata: {"status":"completed"}'),
        ]
    )
    told = []
    with at(local_web, lambda _: next(streams)) as client:
        assert client.wait(ID, deadline=30, on_event=told.append).status is JobStatus.COMPLETED
    assert [(event.kind, event.id) for event in told] == [("stage", "1.1"), ("end", "1.end")]
    opened = [asked for asked in local_web.asked if asked.path.endswith("/events")]
    assert [asked.headers.get("last-event-id") for asked in opened] == [None, "1.1"]


def test_where_no_stream_comes_through_the_status_is_asked_for(local_web: LocalWeb) -> None:
    """As some proxies answer: a page in place of the stream."""
    with at(local_web, Answer(b"<p>No streams here.</p>")) as client:
        assert client.wait(ID, deadline=30).status is JobStatus.COMPLETED


def test_a_wait_ends_at_its_deadline(local_web: LocalWeb) -> None:
    """The verification is named, so that it can be cancelled or waited for again."""
    with (
        at(local_web, Answer(b"no stream"), VIEW) as client,
        pytest.raises(DeadlinePassed) as caught,
    ):
        client.wait(ID, deadline=0.5)
    assert caught.value.verification_id == ID


@pytest.mark.parametrize(
    "body",
    ["data: nonsense", "data: [1]", f"data: {'x' * 1_000_001}"],
    ids=("no JSON", "no object", "too long"),
)
def test_a_stream_of_something_else_is_no_stream_of_ours(local_web: LocalWeb, body: str) -> None:
    """It is told so, and never guessed at."""
    with at(local_web, stream(body)) as client, pytest.raises(ClientError):
        list(client.events(ID))
