"""The record: what it takes in it gives back, and every change of state happens once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from service import auth
from service.domain import (
    Access,
    Article,
    Assessment,
    Attribution,
    AttributionClass,
    Decision,
    Evidence,
    Finding,
    Gate,
    GateResult,
    JobStatus,
    Limit,
    Page,
    Progress,
    Reading,
    Report,
    Severity,
    Source,
    Stage,
    Statement,
    StatementKind,
    Submission,
    SuppliedSource,
    Unread,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
    Versions,
)
from service.errors import (
    IdempotencyMismatch,
    InvalidInput,
    NotAuthenticated,
    NotFound,
    NotReady,
)
from service.store import (
    Attempt,
    DeliveryState,
    make_engine,
    new_id,
    open_store,
    upgrade,
)
from service.store.tables import metadata
from service.store.verifications import CLAIM

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ODD = "Nul \x00, a lone \ud800 surrogate, an 𐍈 beyond the BMP"

SUBMISSION = Submission(
    content=b"\x00\xff\xfe draft",
    media_type="text/plain",
    title=ODD,
    published_at=NOW,
    external_id="cms-1",
    sources=(SuppliedSource(text=ODD, label="notes", private=True),),
    options={"fail_on": ["SP201"], "max_could_not_check": 20.5},
    callback_url="https://hook.example/x",
)

READING = Reading(
    article=Article(text=ODD, title="A title", published_at=NOW),
    sources=(
        Source("s1", "https://a.example/", outcome=Page("https://a.example/", ODD, pages=(0, 5))),
        # A page with an obstacle could pass for an Unread, were it not told apart by kind.
        Source("s2", outcome=Page(None, "", Access.PARTIAL_TEXT, obstacle="cut off")),
        Source("s3", "https://c.example/", outcome=Unread(None, Access.DEAD, "gone", status=404)),
        Source("s4", "https://d.example/"),
    ),
)


STATEMENT = Statement(
    "st1", "Nul.", 0, 3, 0, 1, 1, StatementKind.FACT, Attribution(AttributionClass.LINKED), ("s1",)
)
REPORT = Report(
    id="",
    revision=1,
    checked_at=NOW,
    status=JobStatus.COMPLETED_WITH_GAPS,
    gate=Gate(GateResult.FAIL, ("SP201",)),
    article=replace(READING.article, statements=(STATEMENT,)),
    assessments=(
        Assessment(
            STATEMENT,
            Verdict.CONTRADICTED,
            "it says otherwise",
            0.1,
            0.9,
            evidence=(Evidence("s1", ODD[:3], 0, 3, 0.5, page=1),),
            values=(ValueCheck(ValueKind.YEAR, "2019", "2020", ValueResult.DIFFERENT, "s1"),),
        ),
    ),
    sources=READING.sources,
    counts={Verdict.CONTRADICTED: 1},
    coverage=1.0,
    reader_verifiable_share=None,
    independence=None,
    findings=(Finding("SP201", Severity.ERROR, "contradicted", statement_id="st1"),),
    decisions=(Decision("st1", "dispute", "Ann", "read again", NOW),),
    limits=(Limit("max_sources", 500, "2 sources"),),
    versions=Versions("0", "1", "2", "3"),
)


def add(engine: Engine, submission: Submission = SUBMISSION, tenant: str = "t", **words):
    with open_store(engine) as store:
        return store.add(submission, tenant, **words)


def begin(engine: Engine, verification_id: str, stage: Stage = Stage.COLLECT, **words):
    with open_store(engine) as store:
        return store.begin(verification_id, stage, 3, **words)


def at_assess(engine: Engine) -> str:
    made = add(engine)
    begin(engine, made.id)
    with open_store(engine) as store:
        store.save_reading(made.id, READING)
        assert store.advance(made.id, Stage.COLLECT, Stage.ASSESS)
    return made.id


def test_migrations_make_the_tables_that_the_code_speaks_of(engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_upgrading_again_changes_nothing(engine):
    made = add(engine)
    upgrade(engine)
    with open_store(engine) as store:
        assert store.get(made.id, "t").id == made.id


def test_upgrading_from_several_processes_at_once_does_it_once(postgres_url):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(upgrade, [postgres_url] * 4))
    made = make_engine(postgres_url)
    add(made)
    made.dispose()


def test_a_submission_comes_back_as_it_went_in(engine):
    made = add(engine)
    begun = begin(engine, made.id)
    assert begun is not None
    assert begun.submission == SUBMISSION
    assert made.created_at.tzinfo is not None
    with open_store(engine, reading=True) as store:
        assert store.get(made.id, "t").submission == replace(SUBMISSION, content=None)


def test_a_reading_comes_back_as_it_went_in_with_pages_and_failures_told_apart(engine):
    made = add(engine)
    with open_store(engine) as store:
        store.save_reading(made.id, Reading(Article("an earlier try")))
        store.save_reading(made.id, READING)
        assert store.load_reading(made.id) == READING


def test_a_report_comes_back_as_it_went_in_and_is_kept_once(engine):
    verification_id = at_assess(engine)
    begin(engine, verification_id, Stage.ASSESS)
    report = replace(REPORT, id=verification_id)
    with open_store(engine) as store:
        assert store.save_report(verification_id, report)
        assert not store.save_report(verification_id, report)
        assert store.load_report(verification_id, "t") == report
        assert store.load_counts(verification_id, 1) == report.counts
        done = store.get(verification_id, "t")
        assert (done.status, done.gate, done.stage) == (
            report.status,
            report.gate.result,
            Stage.DONE,
        )
        with pytest.raises(NotFound):
            store.load_report(verification_id, "another tenant")


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
        assert [v.id for v in store.list("t", external_id="cms-1")] == [kept.id]
        assert [v.id for v in store.list("t", status=JobStatus.RUNNING)] == [kept.id]
        assert store.list("t", gate=GateResult.PASS) == ()
        assert len(store.list("t", created_from=kept.created_at)) == 2
        assert store.list("t", created_until=kept.created_at) == ()


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


def test_retention_erases_what_is_done_with_all_that_hangs_on_it(engine):
    done, going = at_assess(engine), add(engine).id
    with open_store(engine) as store:
        store.add_deliveries(done, "verification.failed", ("https://a/",))
        store.fail(done, "x")
    with open_store(engine) as store:
        assert store.expire(NOW) == 0
        assert store.expire(datetime.now(UTC) + timedelta(days=1)) == 1
        assert [v.id for v in store.list("t")] == [going]
    with engine.connect() as connection:
        for name in ("readings", "snapshots", "events", "deliveries"):
            table = metadata.tables[name]
            assert connection.execute(table.select()).all() == []


def test_an_exception_leaves_nothing_half_written(engine):
    def crash() -> None:
        with open_store(engine) as store:
            store.add(SUBMISSION, "t")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        crash()
    with open_store(engine) as store:
        assert store.list("t") == ()


def test_a_database_that_is_away_is_not_ready():
    away = make_engine("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(NotReady), open_store(away) as store:
        store.ping()


def test_a_key_is_shown_once_kept_as_a_digest_and_refused_when_revoked(engine):
    with open_store(engine) as store:
        secret = auth.create_key(store, "cms", "newsroom")
        (key,) = auth.list_keys(store)
        assert secret not in repr(key)
        assert auth.verify_key(store, secret) == "newsroom"
        for wrong in (secret + "x", "", "\ud800"):
            with pytest.raises(NotAuthenticated):
                auth.verify_key(store, wrong)
        auth.revoke_key(store, key.id)
        with pytest.raises(NotAuthenticated):
            auth.verify_key(store, secret)
        with pytest.raises(NotFound):
            auth.revoke_key(store, "key_unknown")
        assert auth.list_keys(store)[0].revoked_at is not None
