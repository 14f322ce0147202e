"""How much waits is looked up in the record, on either database."""

from record_samples import add, begin

from service.domain import EventType, JobStatus, Stage
from service.store import open_store


def test_what_waits_and_what_is_due_is_counted_with_its_oldest(engine):
    first, second, ended = add(engine), add(engine), add(engine)
    begin(engine, second.id)
    with open_store(engine) as store:
        store.fail(ended.id, "x")
        store.add_deliveries(ended.id, EventType.FAILED, ("https://a.example/",))
        found = {(w.stage, w.status): w for w in store.waiting()}
        pending, due = store.pending_deliveries()
    queued = found.pop((Stage.COLLECT, JobStatus.QUEUED))
    assert (queued.count, queued.oldest) == (1, first.updated_at)
    assert list(found) == [(Stage.COLLECT, JobStatus.RUNNING)]
    assert pending == 1
    assert due.tzinfo is not None
