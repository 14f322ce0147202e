"""The whole fault web at once, over real sockets: each trouble is called what it is."""

import asyncio
import threading
import time
from collections import Counter
from dataclasses import replace
from ipaddress import ip_network

import pytest
from faultweb import FAULTS, LIMITS, SOUND, Fault, serve
from faultweb.tls import SelfSigned
from web import LocalWeb

from service.domain import Access, Page, SignName, Unread
from workers.extracting import extract
from workers.fetching import Fetcher, FetchPolicy

POLICY = FetchPolicy(**LIMITS, concurrency=48, allow_networks=(ip_network("127.0.0.0/8"),))
EVERY = (*FAULTS, *SOUND)
Outcome = Page | Unread


async def read(urls: list[str], resolve: tuple[str, ...]) -> dict[str, Outcome]:
    async with Fetcher(replace(POLICY, resolve=resolve)) as fetcher:
        return await fetcher.read_all(urls, extract)


@pytest.fixture(scope="module")
def left_behind() -> list[object]:
    """Tasks that ran on and threads that stayed, after everything was read."""
    return []


@pytest.fixture(scope="module")
def outcomes(left_behind: list[object]) -> dict[str, Outcome]:
    """What became of every fault, all read at once beside each other."""

    async def whole(resolve: tuple[str, ...]) -> dict[str, Outcome]:
        done = await read([fault.url for fault in EVERY], resolve)
        left_behind.extend(asyncio.all_tasks() - {asyncio.current_task()})
        return done

    before = set(threading.enumerate())
    with LocalWeb() as web:
        done = asyncio.run(whole(serve(web, EVERY)))
    left_behind.extend(thread for thread in _lasting(before))
    return done


def _lasting(before: set[threading.Thread]) -> set[threading.Thread]:
    """Threads that do not end within ten seconds; the web's own have a last word to send."""
    for _ in range(200):
        if not (lasting := set(threading.enumerate()) - before):
            break
        time.sleep(0.05)
    return lasting


@pytest.mark.parametrize("fault", EVERY, ids=str)
def test_each_trouble_is_recognised_with_the_sign_that_decides(
    outcomes: dict[str, Outcome], fault: Fault
) -> None:
    """Access, what a reader can open, and the evidence: all three, for each kind of trouble."""
    outcome = outcomes[fault.url]
    told = (outcome.access, outcome.reader_access, outcome.signs, outcome.obstacle)
    assert outcome.access is fault.access, told
    assert outcome.reader_access is fault.reader, told
    assert outcome.signs[0].name is fault.sign, told
    assert fault.value in outcome.signs[0].value, told


def test_no_two_kinds_of_trouble_share_an_address() -> None:
    """Else one would stand for the other."""
    assert max(Counter(fault.url for fault in EVERY).values()) == 1


def test_no_sign_and_no_obstacle_carries_a_secret(outcomes: dict[str, Outcome]) -> None:
    """Tokens, passwords and realms that the fault web hides everywhere stay there."""
    for outcome in outcomes.values():
        assert "hunter2" not in f"{outcome.signs} {outcome.obstacle}"


def test_every_state_of_the_vocabulary_has_its_trouble() -> None:
    """All that fetching can come to; copies and supplied texts are none of its states."""
    elsewhere = {Access.ARCHIVED_COPY_USED, Access.SUPPLIED_BY_USER}
    assert {fault.access for fault in EVERY} == set(Access) - elsewhere


def test_nothing_is_left_behind(outcomes: dict[str, Outcome], left_behind: list[object]) -> None:
    """No task, no thread: not even those that hung, dripped or were cut off."""
    assert outcomes
    assert left_behind == []


def test_a_certificate_that_nobody_vouches_for_is_refused_and_named() -> None:
    """TLS is never switched off to get at a text, and the sign says what does not hold."""
    with SelfSigned() as url:
        outcome = asyncio.run(read([url], ()))[url]
    assert outcome.access is Access.REFUSED
    assert outcome.signs[0].name is SignName.CONNECTION
    assert "self-signed certificate" in outcome.signs[0].value


def test_a_host_that_speaks_no_tls_where_it_should_is_refused(local_web: LocalWeb) -> None:
    """Plain HTTP on a TLS port is no secure connection."""
    url = f"https://127.0.0.1:{local_web.port}/"
    outcome = asyncio.run(read([url], ()))[url]
    assert (outcome.access, outcome.signs[0].value) == (Access.REFUSED, "not secure")
