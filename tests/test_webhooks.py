"""Registered receivers are told by a worker, and the public library verifies what they get."""

from datetime import UTC, datetime, timedelta

import pytest
from fixtures_flow import HOOK, SUBMISSION, House
from standardwebhooks import Webhook, WebhookVerificationError
from web import Answer

from service.domain import DeliveryState, EventType
from service.settings import Settings
from workers import tasks
from workers.tools import Tools

OLD = "whsec_" + "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZCE="
NEW = "whsec_" + "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldyE="
THERE = "http://cms.test/registered"


@pytest.fixture
def receiver(house):
    """The id of a registered receiver that answers 204."""
    house.web.add(THERE, Answer(status=204))
    with house.tools.record() as store:
        return store.add_webhook("t", THERE, (EventType.FAILED,), OLD).id


def tell(house) -> str:
    """End a verification, and deliver to the registered receiver what it is told."""
    verification_id = house.add(SUBMISSION)
    with house.tools.record() as store:
        store.fail(verification_id, "x")
        store.add_deliveries(verification_id, EventType.FAILED, (HOOK,))
    for delivery in house.deliveries(verification_id):
        tasks.notify(house.tools, delivery.id)
    return verification_id


def asked_there(house):
    return [asked for asked in house.web.asked if asked.path == "/registered"]


def test_while_a_secret_is_rotated_either_verifies_and_no_other(house, receiver):
    with house.tools.record() as store:
        store.rotate_secret(receiver, NEW)
    tell(house)
    (asked,) = asked_there(house)
    for secret in (OLD, NEW):
        payload = Webhook(secret).verify(asked.body, dict(asked.headers))
        assert payload["type"] == "verification.failed"
    with pytest.raises(WebhookVerificationError):
        Webhook("whsec_" + "A" * 32).verify(asked.body, dict(asked.headers))


def test_while_the_installations_secret_is_changed_either_verifies(settings, local_web):
    """Two in the setting, the new one first: a `callback_url` has no secret of its own."""
    changed = settings.model_copy(
        update={"webhook_secret": Settings(webhook_secret=f"{NEW}, {OLD}").webhook_secret}
    )
    house = House(Tools(changed), local_web)
    verification_id = house.add(SUBMISSION)
    with house.tools.record() as store:
        store.fail(verification_id, "x")
        (delivery,) = store.add_deliveries(verification_id, EventType.FAILED, (HOOK,))
    tasks.notify(house.tools, delivery)
    house.tools.close()
    (asked,) = [each for each in local_web.asked if each.path == "/hook"]
    for secret in (OLD, NEW):
        Webhook(secret).verify(asked.body, dict(asked.headers))


def test_a_day_after_the_old_secret_signs_no_more(house, receiver):
    with house.tools.record() as store:
        store.rotate_secret(receiver, NEW, datetime.now(UTC) - timedelta(hours=25))
    tell(house)
    (asked,) = asked_there(house)
    Webhook(NEW).verify(asked.body, dict(asked.headers))
    with pytest.raises(WebhookVerificationError):
        Webhook(OLD).verify(asked.body, dict(asked.headers))


def test_a_receiver_that_says_gone_is_disabled_with_all_that_waits(house, receiver):
    house.web.add(THERE, Answer(status=410))
    tell(house)
    with house.tools.record() as store:
        assert store.find_webhook(receiver).disabled_by == "receiver"
        assert {d.state for d in store.deliveries_of(receiver, 9)} == {DeliveryState.DISABLED}
    tell(house)
    assert len(asked_there(house)) == 1


def test_what_is_redelivered_comes_under_the_same_id(house, receiver):
    tell(house)
    with house.tools.record() as store:
        (again,) = store.redeliver(receiver, None, datetime.now(UTC) - timedelta(hours=1))
    tasks.notify(house.tools, again)
    first, second = asked_there(house)
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    with house.tools.record() as store:
        assert [a.outcome for a in store.list_attempts(again)] == ["delivered", "delivered"]


def test_a_ping_is_signed_and_what_came_of_it_is_noted(house, receiver):
    with house.tools.record() as store:
        store.note_ping(receiver)
    tasks.notify(house.tools, receiver)
    (asked,) = asked_there(house)
    assert Webhook(OLD).verify(asked.body, dict(asked.headers))["type"] == "ping"
    with house.tools.record() as store:
        ping = store.find_webhook(receiver).ping
    assert (ping.status, ping.outcome) == (204, "delivered")
    tasks.notify(house.tools, "wh_unknown")
