"""Work that nobody wants any more stops within seconds, and leaves nothing behind."""

import time
from dataclasses import replace

import pytest
from fixtures_flow import DRAFT, HOOK, SOURCE, SUBMISSION, until
from web import Answer

from service.domain import EventType, JobStatus, Stage
from workers import flow, notifying, tasks
from workers.noting import PROGRESS_EVERY, Stopped
from workers.tools import Tools


def cancel(house, verification_id: str) -> None:
    with house.tools.record() as store:
        assert store.cancel(verification_id)


def erase(house, verification_id: str) -> None:
    with house.tools.record() as store:
        assert store.erase(verification_id, "t")


def silent(held):
    """A source that says nothing for as long as ``held`` holds something."""

    def wait(asked):
        while held and not asked.closing.wait(0.02):
            pass
        return Answer(status=503)

    return wait


@pytest.mark.parametrize("end", [cancel, erase])
def test_collecting_stops_although_its_source_is_silent(house, end):
    """Were it not stopped, the source's own timeout of 20 s would be waited for."""
    held = [True]
    house.web.add(SOURCE, silent(held))
    verification_id = house.add()
    with house.tools.record() as store:
        begun = store.begin(verification_id, Stage.COLLECT, 3)
    end(house, verification_id)
    with pytest.raises(Stopped):
        flow.collect_now(house.tools, begun)
    held.clear()


def test_a_cancelled_collection_is_not_kept_and_rings_for_nothing(house, worker):
    held = [True]
    house.web.add(SOURCE, silent(held))
    verification_id = house.post()
    until(lambda: house.web.count(SOURCE) == 1)
    cancel(house, verification_id)
    held.clear()
    # The same worker takes the next one; by then it is done with the first.
    other = house.post(replace(SUBMISSION, content=b"Nothing is cited.\n"))
    assert house.wait(other).is_final
    assert house.get(verification_id).status is JobStatus.CANCELLED
    with pytest.raises(Exception, match="no report"):
        house.report(verification_id)


class Counting:
    """A scorer that takes its time and counts, and at the third statement has it ended."""

    def __init__(self, scorer, then) -> None:
        self.scorer, self.then, self.scored = scorer, then, 0

    def __getattr__(self, name):
        return getattr(self.scorer, name)

    def score(self, *words):
        self.scored += 1
        time.sleep(PROGRESS_EVERY / 2)
        if self.scored == 3:
            self.then()
        return self.scorer.score(*words)


@pytest.mark.parametrize("end", [cancel, erase])
def test_assessing_stops_between_two_statements(house, monkeypatch, end):
    lines = [DRAFT.replace(b"twelve", str(n).encode()) for n in range(40)]
    verification_id = house.add(replace(SUBMISSION, content=b"\n".join(lines)))
    with house.tools.record() as store:
        begun = store.begin(verification_id, Stage.COLLECT, 3)
    flow.keep_reading(house.tools, verification_id, flow.collect_now(house.tools, begun))
    counting = Counting(house.tools.scorer, lambda: end(house, verification_id))
    monkeypatch.setattr(Tools, "scorer", property(lambda _: counting))
    tasks.assess(house.tools, verification_id)
    assert 3 <= counting.scored <= 6


def test_what_waits_is_never_begun(house):
    verification_id = house.add()
    cancel(house, verification_id)
    tasks.collect(house.tools, verification_id)
    assert house.web.count(SOURCE) == 0
    house.let_time_pass()
    tasks.sweep(house.tools)
    assert house.get(verification_id).status is JobStatus.CANCELLED


def test_a_delivery_of_what_was_erased_meanwhile_is_not_made(house, monkeypatch):
    verification_id = house.add()
    with house.tools.record() as store:
        (delivery_id,) = store.add_deliveries(verification_id, EventType.CANCELLED, (HOOK,))
        delivery = store.begin_delivery(delivery_id)
    erase(house, verification_id)
    tasks.notify(house.tools, delivery_id)
    with pytest.raises(Exception, match="no verification"):
        notifying.deliver_now(house.tools, delivery)
    assert house.web.count(HOOK) == 0
