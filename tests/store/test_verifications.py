"""Every change of a verification's state happens once, and nobody sees another's."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from record_samples import NOW, SUBMISSION, add, begin

from service.domain import (
    GateResult,
    JobStatus,
    Progress,
    Stage,
)
from service.errors import (
    IdempotencyMismatch,
    InvalidInput,
    NotFound,
)
from service.store import (
    Wanted,
    new_id,
    open_store,
)
from service.store.verifications import CLAIM


def test_another_tenant_sees_nothing(engine):
    made = add(engine)
    with open_store(engine) as store:
        assert store.list("u") == ()
        with pytest.raises(NotFound):
            store.get(made.id, "u")


def test_a_repeated_key_gives_the_first_verification_and_another_body_is_refused(engine):
    first = add(engine, idempotency_key="k", body_hash="a" * 64)
    assert add(engine, idempotency_key="k", body_hash="a" * 64).id == first.id
    with pytest.raises(IdempotencyMismatch):
        add(engine, idempotency_key="k", body_hash="b" * 64)
    assert add(engine, tenant="u", idempotency_key="k", body_hash="a" * 64).id != first.id


def test_many_posts_at_once_with_one_key_make_one_verification(engine):
    def post(number: int) -> str:
        return add(engine, idempotency_key=f"k{number % 3}", body_hash="a" * 64).id

    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(post, range(48)))
    assert len(ids) == 3


def test_what_a_database_cannot_hold_is_refused_and_not_half_kept(engine):
    with pytest.raises(InvalidInput):
        add(engine, replace(SUBMISSION, external_id="a\x00b"))
    with pytest.raises(InvalidInput):
        add(engine, idempotency_key="\ud800", body_hash="a" * 64)
    with open_store(engine) as store:
        assert store.list("t") == ()


def test_the_list_goes_on_from_its_cursor_newest_first(engine):
    ids = [add(engine).id for _ in range(5)]
    with open_store(engine) as store:
        first = store.list("t", limit=3)
        rest = store.list("t", limit=3, before=first[-1].id)
    assert sorted(ids, reverse=True) == [v.id for v in (*first, *rest)]


def test_the_list_is_filtered_by_what_is_asked(engine):
    kept = add(engine)
    add(engine, replace(SUBMISSION, external_id="cms-2"))
    begin(engine, kept.id)
    with open_store(engine) as store:
        assert [v.id for v in store.list("t", wanted=Wanted(external_id="cms-1"))] == [kept.id]
        assert [v.id for v in store.list("t", wanted=Wanted(JobStatus.RUNNING))] == [kept.id]
        assert store.list("t", wanted=Wanted(gate=GateResult.PASS)) == ()
        assert len(store.list("t", wanted=Wanted(created_from=kept.created_at))) == 2
        assert store.list("t", wanted=Wanted(created_until=kept.created_at)) == ()


def test_ids_sort_by_time_and_never_repeat():
    ids = [new_id("vf") for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert [i[:15] for i in ids] == sorted(i[:15] for i in ids)


def test_many_begin_at_once_and_one_does_the_work(engine):
    made = add(engine)
    with ThreadPoolExecutor(8) as pool:
        begun = list(pool.map(lambda n: begin(engine, made.id, claimant=f"m{n}"), range(16)))
    assert sum(verification is not None for verification in begun) == 1


def test_a_message_given_back_by_the_broker_may_begin_again_and_another_waits_for_the_claim(engine):
    made = add(engine)
    assert begin(engine, made.id, claimant="m1", now=NOW)
    assert begin(engine, made.id, claimant="m1", now=NOW)
    assert begin(engine, made.id, claimant="m2", now=NOW) is None
    assert begin(engine, made.id, claimant="m2", now=NOW + CLAIM)


def test_a_stage_is_begun_at_most_so_often_and_the_next_stage_counts_anew(engine):
    made = add(engine)
    begun = [begin(engine, made.id, claimant="m") for _ in range(4)]
    assert [b is not None for b in begun] == [True, True, True, False]
    with open_store(engine) as store:
        assert store.advance(made.id, Stage.COLLECT, Stage.ASSESS)
        assert not store.advance(made.id, Stage.COLLECT, Stage.ASSESS)
    assert begin(engine, made.id) is None
    assert begin(engine, made.id, Stage.ASSESS)


def test_progress_is_kept_per_stage_and_only_while_the_stage_runs(engine):
    made = add(engine)
    begin(engine, made.id)
    with open_store(engine) as store:
        assert store.save_progress(made.id, Stage.COLLECT, Progress(1, 2))
        store.advance(made.id, Stage.COLLECT, Stage.ASSESS)
        assert not store.save_progress(made.id, Stage.COLLECT, Progress(2, 2))
        assert store.save_progress(made.id, Stage.ASSESS, Progress(0, None))
        assert not store.save_progress("vf_unknown", Stage.ASSESS, Progress(0, None))
        assert store.get(made.id, "t").progress == {
            Stage.COLLECT: Progress(1, 2),
            Stage.ASSESS: Progress(0, None),
        }


def test_what_is_given_up_says_why_and_stays_so(engine):
    made = add(engine)
    with open_store(engine) as store:
        assert store.fail(made.id, "no text")
        assert not store.fail(made.id, "something else")
        failed = store.get(made.id, "t")
    assert (failed.status, failed.error) == (JobStatus.FAILED, "no text")
    assert failed.completed_at is not None
    assert begin(engine, made.id) is None


def test_the_sweep_is_told_of_what_stands_still_and_less_often_as_time_goes_by(engine):
    made = add(engine)
    with open_store(engine) as store:
        assert store.stranded(made.created_at) == ()
        later = made.created_at + timedelta(seconds=61)
        assert [found.id for found in store.stranded(later)] == [made.id]
        assert store.rung(made.id, later)
        assert store.stranded(later + timedelta(seconds=59)) == ()
        much_later = later + timedelta(seconds=62)
        assert store.rung(made.id, much_later)
        assert store.stranded(much_later + timedelta(seconds=100)) == ()
        assert store.stranded(much_later + timedelta(seconds=130))


def test_nobody_is_told_of_what_is_at_work_or_done(engine):
    working, done = add(engine), add(engine)
    begin(engine, working.id)
    soon = working.created_at + timedelta(minutes=5)
    with open_store(engine) as store:
        store.fail(done.id, "x")
        assert store.stranded(soon) == ()


def test_a_claim_that_its_holder_let_go_is_free_for_all(engine):
    made = add(engine)
    begin(engine, made.id, claimant="m1")
    with open_store(engine) as store:
        assert not store.release(made.id, "m2")
        assert store.release(made.id, "m1")
    assert begin(engine, made.id, claimant="m2")


def test_counting_what_goes_on_leaves_out_what_has_ended_and_what_is_anothers(engine):
    going, ended = add(engine), add(engine)
    add(engine, tenant="u")
    begin(engine, going.id)
    with open_store(engine) as store:
        store.fail(ended.id, "x")
        assert store.count_live("t") == 1
