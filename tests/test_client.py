"""The client against a running service: every call of the contract, as a caller makes it."""

import logging
from datetime import UTC, datetime

import pytest
from fixtures_client import Service
from fixtures_flow import DRAFT, HOOK, SOURCE, until

from service.auth import create_key
from service.client import (
    Client,
    Draft,
    InConflict,
    KeyRefused,
    NotAllowed,
    NotThere,
    SuppliedSource,
    Unusable,
    Verification,
)
from service.domain import (
    DecisionAction,
    GateResult,
    JobStatus,
    Recheck,
    Scope,
    Submission,
    Verdict,
)
from service.store import open_store

MARKDOWN = DRAFT.decode()


def ended(client: Client) -> Verification:
    return client.wait(client.submit(Draft(markdown=MARKDOWN)).id, deadline=60)


def test_a_draft_is_submitted_followed_to_its_end_and_reported(client: Client) -> None:
    """Ten lines of a caller's: submit, be told of each step, read the report."""
    told = []
    begun = client.submit(Draft(markdown=MARKDOWN, external_id="cms-7"), options={"fail_on": []})
    assert begun.status is JobStatus.QUEUED
    done = client.wait(begun.id, deadline=60, on_event=told.append)
    assert (done.status, done.has_report, done.external_id) == (
        JobStatus.COMPLETED,
        True,
        "cms-7",
    )
    assert {"stage", "source", "statement", "end"} == {event.kind for event in told}
    report = client.report(done.id)
    assert report.assessments[0].verdict is Verdict.SUPPORTED
    assert report.gate.result is GateResult.PASS
    evidence = report.assessments[0].evidence[0]
    text = client.source_text(done.id, evidence.source_id)
    assert text[evidence.start : evidence.end] == evidence.text
    assert client.report_as(done.id, "text/html", audience="public").startswith("<!doctype html>")
    assert [event.kind for event in client.events(done.id)][-1] == "end"


@pytest.mark.parametrize(
    "draft",
    [
        Draft(text="The council met.", title="Met", language="en", published_at=datetime.now(UTC)),
        Draft(html="<p>The council met.</p>"),
        Draft(content=b"The council met.", filename="met.md", external_id="x"),
        Draft(url=SOURCE),
    ],
    ids=("text", "html", "file", "url"),
)
def test_every_form_of_a_draft_is_taken(client: Client, draft: Draft) -> None:
    """With its sources, its options and its callback."""
    made = client.submit(
        draft,
        sources=[SuppliedSource(text="The council met.", label="Notes", private=True)],
        options={"max_could_not_check": 50},
        callback_url=HOOK,
    )
    assert client.get(made.id).title in {None, draft.title}


def test_a_key_of_ones_own_makes_one_verification_however_often_it_is_sent(
    client: Client,
) -> None:
    """The same key and body is answered as the first time; another body is refused."""
    made = {client.submit(Draft(text="A."), idempotency_key="k").id for _ in range(3)}
    assert len(made) == 1
    assert client.submit(Draft(text="A.")).id not in made
    with pytest.raises(Unusable) as caught:
        client.submit(Draft(text="B."), idempotency_key="k")
    assert caught.value.kind == "urn:sourceproof:problem:idempotency-mismatch"


def test_the_list_goes_on_over_its_pages(client: Client, service: Service) -> None:
    """Whoever iterates sees every verification once, newest first, narrowed by filters."""
    with open_store(service.tools.engine) as store:
        made = [
            store.add(Submission(content=b"A.", external_id=f"x{n % 2}"), "desk").id
            for n in range(210)
        ]
    assert [each.id for each in client.list(external_id="x1")] == sorted(made[1::2], reverse=True)
    assert [each.id for each in client.list()][:210] == sorted(made, reverse=True)


def test_one_is_cancelled_and_erased(client: Client) -> None:
    """Cancelling what has ended otherwise gives its end; what is erased is not there."""
    done = ended(client)
    assert client.cancel(done.id).status is JobStatus.COMPLETED
    client.erase(done.id)
    with pytest.raises(NotThere):
        client.get(done.id)
    stopped = client.cancel(client.submit(Draft(url="http://none.test/")).id)
    assert stopped.status in {JobStatus.CANCELLED, JobStatus.FAILED}


def test_a_recheck_is_compared_with_the_revision_before(client: Client) -> None:
    """The same web gives the same verdicts; both reports can still be read."""
    done = ended(client)
    assert client.recheck(done.id, Recheck.ALL).revision == 2
    client.wait(done.id, deadline=60)
    compared = client.compare(done.id, done.id, revision=2, other_revision=1)
    assert (compared.unchanged, compared.changed) == (1, ())
    assert client.report(done.id, revision=1).revision == 1


def test_an_editors_word_is_kept(client: Client) -> None:
    """A dispute keeps the gate from passing, and stands in the report."""
    done = ended(client)
    decided = client.decide(done.id, "st1", DecisionAction.DISPUTE, by="Ann", reason="Asked.")
    assert (decided.computed_verdict, decided.gate) == (
        Verdict.SUPPORTED,
        GateResult.INCONCLUSIVE,
    )
    assert client.report(done.id).decisions[0].by == "Ann"


def test_receivers_are_registered_rotated_pinged_and_sent_to_again(client: Client) -> None:
    """Every call below /v1/webhooks, and no secret in what is shown of them."""
    made = client.webhooks.register(HOOK)
    assert made.secret not in repr(made)
    hook = made.webhook.id
    assert client.webhooks.rotate(hook).secret != made.secret
    client.webhooks.ping(hook)
    until(lambda: (ping := client.webhooks.list()[0].ping) is not None and ping.status == 204)
    done = ended(client)
    until(lambda: [d.state.value for d in client.webhooks.deliveries(hook)] == ["delivered"])
    (delivery,) = client.webhooks.deliveries(hook)
    assert delivery.verification_id == done.id
    assert client.webhooks.redeliver(hook, delivery.id) == (delivery.id,)
    assert client.webhooks.redeliver_since(hook, datetime.now(UTC)) == ()
    assert client.webhooks.disable(hook).disabled_by == "caller"
    assert client.webhooks.enable(hook).disabled_at is None
    client.webhooks.remove(hook)
    assert client.webhooks.list() == ()


def test_a_refusal_tells_what_and_where(client: Client) -> None:
    """The problem's words, the pointer to the field, and the id that the logs have."""
    with pytest.raises(Unusable) as caught:
        client.submit(Draft(text="A."), options={"fail_on": ["SP999"]})
    refusal = caught.value
    assert (refusal.status, refusal.pointer) == (422, "/options/fail_on")
    assert refusal.request_id is not None
    assert refusal.request_id.startswith("req_")
    assert "/options/fail_on" in str(refusal)
    with pytest.raises(InConflict):
        client.report(client.submit(Draft(url="http://none.test/")).id)
    with pytest.raises(NotThere):
        client.get("../../v1/webhooks")


def test_a_key_that_is_wrong_or_too_weak_is_told_apart(service: Service) -> None:
    """No key, an unknown one, and one that may only read."""
    with open_store(service.tools.engine) as store:
        reader = create_key(store, "reader", "desk", (Scope.READ,))
    for key in (None, "sp_wrong"):
        with Client(service.address, key) as stranger, pytest.raises(KeyRefused):
            stranger.submit(Draft(text="A."))
    with Client(service.address, reader) as weak, pytest.raises(NotAllowed):
        weak.submit(Draft(text="A."))


def test_the_key_stands_in_no_representation_no_error_and_no_log(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even where everything is logged and the request is refused."""
    caplog.set_level(logging.DEBUG)
    with Client(service.address, service.key) as shown:
        shown.submit(Draft(text="A."))
        with pytest.raises(Unusable) as caught:
            shown.submit(Draft(text="\0"))
        seen = f"{shown!r} {vars(shown)!r} {vars(shown._transport)!r} {caught.value!r}"
    assert service.key not in seen + caplog.text
