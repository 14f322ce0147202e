"""What a verification brings forth comes back as it went in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from record_samples import NOW, READING, REPORT, SUBMISSION, add, at_assess, begin

from service.domain import (
    Article,
    Reading,
    Stage,
)
from service.errors import (
    NotFound,
)
from service.store import (
    open_store,
)
from service.store.tables import metadata


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


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A title", "A title"),
        ("Two\nlines\x00 and \ud800 a surrogate", "Two lines and a surrogate"),
        ("t" * 400, "t" * 300),
        (" ", None),
        (None, None),
    ],
)
def test_a_verification_carries_the_title_of_its_article_once_that_was_read(engine, title, shown):
    made = add(engine)
    with open_store(engine) as store:
        assert store.get(made.id, "t").title is None
        store.save_reading(made.id, Reading(Article("Text.", title=title)))
        assert store.get(made.id, "t").title == shown


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
