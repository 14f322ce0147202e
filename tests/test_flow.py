"""The life of a verification, on the embedded places and on those of production."""

from dataclasses import replace

import pytest
from fixtures_flow import DRAFT, HOOK, SECRET, SOURCE, SUBMISSION, attempts, until
from standardwebhooks import Webhook
from web import Answer

from service.domain import (
    Access,
    EventType,
    GateResult,
    JobStatus,
    Stage,
    Submission,
    Unread,
    Verdict,
)
from service.queue import Task
from service.store import DeliveryState
from workers import tasks


def test_an_article_becomes_a_report_and_a_webhook_that_verifies_at_the_second_try(house, worker):
    house.web.add(HOOK, lambda _: Answer(status=500 if house.web.count(HOOK) < 2 else 204))
    verification_id = house.post()
    assert house.wait(verification_id) is JobStatus.COMPLETED

    report = house.report(verification_id)
    (assessment,) = report.assessments
    assert assessment.verdict is Verdict.SUPPORTED
    text = report.sources[0].page.text
    assert all(text[e.start : e.end] == e.text for e in assessment.evidence)
    assert house.get(verification_id).gate is GateResult.PASS
    assert house.get(verification_id).progress[Stage.COLLECT].done == 1

    until(lambda: house.deliveries(verification_id)[0].attempts == 1)
    until(lambda: any(attempts(house, verification_id)))
    house.let_time_pass()
    tasks.sweep(house.tools)
    until(lambda: house.deliveries(verification_id)[0].state is DeliveryState.DELIVERED)
    first, second = (asked for asked in house.web.asked if asked.host == "cms.test")
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    payload = Webhook(SECRET).verify(second.body, dict(second.headers))
    assert payload["type"] == "verification.completed"
    assert payload["data"]["id"] == verification_id
    assert payload["data"]["counts"]["supported"] == 1


def test_the_article_can_be_seen_while_its_sources_are_still_being_read(house, worker):
    """Who watches reads the statements meanwhile."""
    seen = []

    def answer(_):
        with house.tools.record() as store:
            (made,) = store.list("t")
            seen.append(store.load_article(made.id))
        return Answer(status=404)

    house.web.add(SOURCE, answer)
    verification_id = house.post()
    house.wait(verification_id)
    (article,) = seen
    assert article.statements == house.report(verification_id).article.statements


def test_a_task_delivered_many_times_does_its_work_once(house, worker):
    verification_id = house.post()
    for _ in range(5):
        for task in (Task.COLLECT, Task.ASSESS):
            house.tools.queue.enqueue(task, verification_id)
    house.wait(verification_id)
    until(lambda: house.deliveries(verification_id)[0].state is DeliveryState.DELIVERED)
    assert house.web.count(SOURCE) == 1
    assert house.web.count(HOOK) == 1


def test_a_source_that_cannot_be_read_leaves_a_gap_and_says_why(house, worker):
    draft = DRAFT + b"\nThe mayor resigned [on Friday](http://gone.test/x).\n"
    verification_id = house.post(replace(SUBMISSION, content=draft))
    assert house.wait(verification_id) is JobStatus.COMPLETED_WITH_GAPS
    outcome = house.report(verification_id).sources[1].outcome
    assert isinstance(outcome, Unread)
    assert outcome.access is Access.DEAD


def test_an_article_given_by_its_address_is_fetched_first(house, worker):
    body = f"<html><body><article><p>The council approved <a href='{SOURCE}'>twelve new bus lines"
    house.web.page(
        "http://council.test/story", body + "</a> on Monday.</p></article></body></html>"
    )
    verification_id = house.post(Submission(url="http://council.test/story"))
    house.wait(verification_id)
    assert house.report(verification_id).article.url == "http://council.test/story"


@pytest.mark.parametrize(
    "submission",
    [
        replace(SUBMISSION, content=b"\x00\x01\x02" * 50, media_type=None),
        Submission(url="http://gone.test/nothing", callback_url=HOOK),
        Submission(url="http://169.254.169.254/latest", callback_url=HOOK),
    ],
    ids=["binary", "dead", "private"],
)
def test_an_article_that_cannot_be_read_fails_with_a_reason_and_an_event(house, worker, submission):
    verification_id = house.post(submission)
    assert house.wait(verification_id) is JobStatus.FAILED
    assert house.get(verification_id).error
    until(lambda: house.web.count(HOOK) == 1)
    (asked,) = (a for a in house.web.asked if a.host == "cms.test")
    payload = Webhook(SECRET).verify(asked.body, dict(asked.headers))
    assert payload["type"] == "verification.failed"
    assert payload["data"]["report_url"] is None


def test_a_delivery_goes_on_through_the_schedule_and_ends(house):
    house.web.add(HOOK, Answer(status=500))
    verification_id = house.add()
    with house.tools.record() as store:
        (delivery_id,) = store.add_deliveries(verification_id, EventType.COMPLETED, (HOOK,))
    for _ in range(12):
        tasks.notify(house.tools, delivery_id)
        house.let_time_pass()
    assert house.web.count(HOOK) == 10
    assert house.deliveries(verification_id)[0].state is DeliveryState.FAILED
    ids = {a.headers["webhook-id"] for a in house.web.asked if a.host == "cms.test"}
    assert len(ids) == 1


def test_a_receiver_that_says_gone_is_not_asked_again(house):
    house.web.add(HOOK, Answer(status=410))
    verification_id = house.add()
    with house.tools.record() as store:
        (delivery_id,) = store.add_deliveries(verification_id, EventType.COMPLETED, (HOOK,))
    for _ in range(2):
        tasks.notify(house.tools, delivery_id)
        house.let_time_pass()
    assert house.web.count(HOOK) == 1
    assert house.deliveries(verification_id)[0].state is DeliveryState.DISABLED
