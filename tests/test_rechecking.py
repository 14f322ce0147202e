"""A recheck goes through the same flow, reads what it was asked to, and tells of its own end."""

import json
from dataclasses import replace

import pytest
from fixtures_flow import DRAFT, HOOK, PAGE, SOURCE, SUBMISSION, until
from web import Answer

from service.domain import Access, JobStatus, Recheck
from service.queue import Task

LATE = "http://gone.test/late"
TWO = replace(SUBMISSION, content=DRAFT + f"\nThe mayor resigned [on Friday]({LATE}).\n".encode())


def recheck(house, verification_id: str, mode: Recheck) -> None:
    with house.tools.record() as store:
        assert store.recheck(verification_id, "t", mode)
        assert store.recheck(verification_id, "t", mode) is None
    assert house.tools.queue.enqueue(Task.COLLECT, verification_id)


@pytest.mark.parametrize(("mode", "asked"), [(Recheck.ALL, 2), (Recheck.UNREAD, 1)])
def test_a_recheck_reads_what_it_was_asked_to(house, worker, mode, asked):
    house.web.add(LATE, Answer(status=404))
    # Whatever the cache of sources would spare is not what is shown here.
    uncached = {"Content-Type": "text/html", "Cache-Control": "no-store"}
    house.web.add(SOURCE, Answer(PAGE.encode(), headers=uncached))
    verification_id = house.post(TWO)
    assert house.wait(verification_id) is JobStatus.COMPLETED_WITH_GAPS
    first = house.report(verification_id)
    page = PAGE.replace("The city council", "The mayor resigned on Friday. The city council")
    house.web.page(LATE, page)
    recheck(house, verification_id, mode)
    assert house.wait(verification_id) is JobStatus.COMPLETED
    second = house.report(verification_id)
    assert (first.revision, second.revision) == (1, 2)
    assert house.web.count(SOURCE) == asked
    assert second.sources[1].access is Access.OK
    for assessment in second.assessments:
        texts = {s.id: s.page.text for s in second.sources}
        assert all(texts[e.source_id][e.start : e.end] == e.text for e in assessment.evidence)
    with house.tools.record() as store:
        assert store.load_report(verification_id, "t", 1) == first


def test_each_revision_is_told_once_as_it_ended(house, worker):
    verification_id = house.post()
    house.wait(verification_id)
    until(lambda: house.web.count(HOOK) == 1)
    recheck(house, verification_id, Recheck.ALL)
    house.wait(verification_id)
    until(lambda: house.web.count(HOOK) == 2)
    told = [json.loads(a.body) for a in house.web.asked if a.host == "cms.test"]
    data = [(t["data"]["revision"], t["data"]["sequence"], t["data"]["status"]) for t in told]
    assert data == [(1, 1, "completed"), (2, 2, "completed")]


def test_an_event_tells_how_it_stood_then_although_a_recheck_goes_on(house):
    verification_id = house.add()
    with house.tools.record() as store:
        store.fail(verification_id, "no text")
        (delivery_id,) = store.add_deliveries(verification_id, "verification.failed", (HOOK,))
        assert store.recheck(verification_id, "t", Recheck.ALL)
        delivery = store.begin_delivery(delivery_id)
    assert (delivery.revision, delivery.status) == (1, JobStatus.FAILED)
