"""Published articles are checked again by themselves; receivers are told what sources lost.

The clock is the one handed to the sweep: no test waits for it.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fixtures_flow import PAGE, SECRET, SOURCE, SUBMISSION, until
from standardwebhooks import Webhook
from web import Answer

from service.domain import EventType
from service.schemas.event import SourceChangedEvent
from workers import tasks

WEEKLY = replace(SUBMISSION, options={"recheck_every": "P7D", "recheck_times": 2})
THERE = "http://cms.test/registered"
OWN = "whsec_" + "b3duLW93bi1vd24tb3duLW93bi1vd24tb3duLW93biE="


def days(number: float) -> datetime:
    return datetime.now(UTC) + timedelta(days=number)


def begun(house) -> str:
    """A verification on a schedule, its first revision done."""
    verification_id = house.post(WEEKLY)
    house.wait(verification_id)
    return verification_id


def swept(house, verification_id: str, day: float) -> int:
    """Sweep on that day; give the revision that is there when all is done."""
    tasks.sweep(house.tools, days(day))
    house.wait(verification_id)
    return house.get(verification_id).revision


def told(house, path: str = "/hook"):
    return [asked for asked in house.web.asked if asked.path == path]


def types(house, verification_id: str) -> list[str]:
    return [d.event_type for d in house.deliveries(verification_id)]


def test_each_week_a_revision_until_the_times_are_over(house, worker):
    verification_id = begun(house)
    assert swept(house, verification_id, 6.9) == 1
    assert swept(house, verification_id, 7.1) == 2
    assert swept(house, verification_id, 7.2) == 2
    # The service was down for some weeks: one revision, and in step again.
    assert swept(house, verification_id, 28.5) == 3
    ended = house.get(verification_id).schedule
    assert (ended.left, ended.next_at) == (0, None)
    assert swept(house, verification_id, 60) == 3
    assert types(house, verification_id) == [EventType.COMPLETED] * 3


def test_a_cited_passage_that_reads_otherwise_is_told_to_callback_and_receivers(house, worker):
    with house.tools.record() as store:
        store.add_webhook("t", THERE, (EventType.SOURCE_CHANGED,), OWN)
        store.add_webhook("t", "http://cms.test/other", (EventType.FAILED,), OWN)
    house.web.add(THERE, Answer(status=204))
    verification_id = begun(house)
    house.web.page(SOURCE, PAGE.replace("approved twelve new bus lines", "approved ten bus lines"))
    swept(house, verification_id, 7.1)
    until(lambda: len(told(house)) == 3 and len(told(house, "/registered")) == 1)
    (asked,) = told(house, "/registered")
    assert len(asked.body) < 20_000
    event = SourceChangedEvent.model_validate(Webhook(OWN).verify(asked.body, dict(asked.headers)))
    (change,) = event.data.changes
    assert (change.source_id, change.url, change.change) == ("s1", SOURCE, "changed")
    assert (event.data.revision, event.data.sequence, event.data.left_out) == (2, 3, 0)
    statements = {a.statement.id for a in house.report(verification_id).assessments}
    assert change.statement_id in statements
    bodies = [Webhook(SECRET).verify(a.body, dict(a.headers)) for a in told(house)]
    assert sorted(body["data"]["sequence"] for body in bodies) == [1, 2, 3]
    assert b"bus lines" not in asked.body
    # What reads as at the revision before is no news.
    swept(house, verification_id, 14.2)
    assert types(house, verification_id).count(EventType.SOURCE_CHANGED) == 2
    assert told(house, "/other") == []


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        (Answer(PAGE.replace("They will run", "By 2030 they will run").encode()), []),
        (Answer((PAGE + "<aside><p>Read next: rain in April.</p></aside>").encode()), []),
        (Answer(status=503), []),
        (Answer(status=410), ["page_gone"]),
        (
            Answer(
                f"<html><body><article>{'<p>Ships came in.</p>' * 40}</article></body>".encode()
            ),
            ["gone"],
        ),
    ],
    ids=["beside it", "noise", "away for now", "page gone", "passage gone"],
)
@pytest.mark.parametrize("places", ["embedded"], indirect=True)
def test_noise_is_told_to_nobody_and_what_is_gone_is(house, worker, answer, kinds):
    verification_id = begun(house)
    headers = {"Content-Type": "text/html", "Cache-Control": "no-store"}
    house.web.add(SOURCE, replace(answer, headers=headers))
    swept(house, verification_id, 7.1)
    until(lambda: len(told(house)) == 2 + bool(kinds))
    bodies = [json.loads(a.body) for a in told(house)]
    changed = [b["data"]["changes"] for b in bodies if b["type"] == EventType.SOURCE_CHANGED]
    assert [each["change"] for changes in changed for each in changes] == kinds


def test_however_many_sweeps_meet_each_revision_is_begun_once(house):
    """No worker is there, so what was begun stays begun."""
    verification_id = house.add(WEEKLY)
    with house.tools.record() as store:
        store.fail(verification_id, "x")
        due = store.due_rechecks(days(8))

    def begin(_: int) -> bool:
        with house.tools.record() as store:
            return store.recheck_on_schedule(due[0], days(8)) is not None

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(begin, range(8))) == [False] * 7 + [True]
    assert house.get(verification_id).revision == 2
    tasks.sweep(house.tools, days(40))
    assert house.get(verification_id).revision == 2  # one that goes on is left alone


def test_what_is_cancelled_or_erased_is_checked_no_more(house):
    cancelled, called_off, erased = (house.add(WEEKLY) for _ in range(3))
    with house.tools.record() as store:
        assert store.cancel(cancelled)
        store.fail(called_off, "x")
        assert store.end_schedule(called_off)
        assert not store.end_schedule(called_off)
        store.erase(erased, "t")
        assert store.due_rechecks(days(80)) == ()
