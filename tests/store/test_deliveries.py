"""Events are recorded once, deliveries begun when due, attempts kept."""

from datetime import UTC, datetime, timedelta

from record_samples import add

from service.store import (
    Attempt,
    DeliveryState,
    open_store,
)


def test_an_event_is_recorded_once_and_its_deliveries_with_it(engine):
    made = add(engine)
    urls = ("https://a.example/", "https://a.example/", "https://b.example/")
    with open_store(engine) as store:
        assert len(store.add_deliveries(made.id, "verification.completed", urls)) == 2
        assert store.add_deliveries(made.id, "verification.completed", urls) == ()
        assert store.add_deliveries(made.id, "verification.failed", ("https://a.example/",))
        assert store.add_deliveries(made.id, "verification.cancelled", ()) == ()
        kept = store.list_deliveries(made.id, "t")
        assert sorted({d.sequence for d in kept}) == [1, 2]
        assert store.list_deliveries(made.id, "u") == ()


def test_a_delivery_is_begun_when_due_and_its_attempts_are_kept(engine):
    made = add(engine)
    with open_store(engine) as store:
        (delivery_id,) = store.add_deliveries(made.id, "verification.completed", ("https://a/",))
    with open_store(engine) as store:
        delivery = store.begin_delivery(delivery_id)
        assert delivery is not None
        assert delivery.attempts == 1
        assert store.begin_delivery(delivery_id) is None
        now = datetime.now(UTC)
        later = now + timedelta(minutes=5)
        attempt = Attempt(1, now, 500, "status")
        assert store.record_attempt(delivery_id, attempt, DeliveryState.PENDING, later)
        assert store.due_deliveries(now) == ()
        assert store.due_deliveries(later) == (delivery_id,)
        store.delivery_rung(delivery_id, later)
        assert store.due_deliveries(later) == ()
        assert store.begin_delivery(delivery_id, later) is not None
        stale = Attempt(1, later, 200, "delivered")
        assert not store.record_attempt(delivery_id, stale, DeliveryState.DELIVERED)
        again = Attempt(2, later, 204, "delivered")
        assert store.record_attempt(delivery_id, again, DeliveryState.DELIVERED)
        assert store.list_attempts(delivery_id) == (attempt, again)
        assert store.due_deliveries(later + timedelta(days=9)) == ()


def test_a_crash_between_two_attempts_leaves_the_delivery_due_a_minute_later(engine):
    made = add(engine)
    with open_store(engine) as store:
        (delivery_id,) = store.add_deliveries(made.id, "verification.completed", ("https://a/",))
        begun = store.begin_delivery(delivery_id)
        assert begun is not None
        assert store.due_deliveries(begun.due_at - timedelta(seconds=1)) == ()
        assert store.due_deliveries(begun.due_at) == (delivery_id,)
