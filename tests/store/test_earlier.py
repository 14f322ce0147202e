"""What a verification is compared with, and its recording: found, kept apart, erased."""

from dataclasses import replace
from datetime import timedelta

import pytest
from record_samples import NOW, READING, REPORT, SUBMISSION, add, begin
from sqlalchemy import func, select

from service.domain import Stage
from service.errors import NotFound
from service.store import open_store
from service.store.tables import recordings, snapshots

BARE = replace(SUBMISSION, external_id=None, url=None)


def finished(engine, submission, tenant="t"):
    made = add(engine, submission, tenant)
    begin(engine, made.id)
    with open_store(engine) as store:
        store.save_reading(made.id, READING)
        assert store.advance(made.id, Stage.COLLECT, Stage.ASSESS)
    begin(engine, made.id, Stage.ASSESS)
    with open_store(engine) as store:
        assert store.save_report(made.id, replace(REPORT, id=made.id))
    return made


def earlier(engine, made):
    with open_store(engine, reading=True) as store:
        report = store.earlier_report(made)
    return report and report.id


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ({"external_id": "cms-7"}, {"external_id": "cms-7"}),
        ({"url": "https://paper.example/a"}, {"url": "http://www.paper.example/a/?utm_source=x"}),
    ],
    ids=["external id", "address"],
)
def test_the_newest_report_on_the_same_article_is_found(engine, then, now):
    """A published article that is posted again is compared with what was found last."""
    finished(engine, replace(BARE, **then))
    second = finished(engine, replace(BARE, **then))
    assert earlier(engine, add(engine, replace(BARE, **now))) == second.id


def test_another_tenant_another_article_and_a_draft_without_a_name_are_compared_with_nothing(
    engine,
):
    """What is not known to be the same article is not compared, and never across tenants."""
    named = replace(BARE, external_id="cms-7", url="https://paper.example/a")
    first = finished(engine, named)
    assert earlier(engine, first) is None
    assert earlier(engine, add(engine, named, "u")) is None
    assert earlier(engine, add(engine, replace(BARE, external_id="cms-8"))) is None
    assert earlier(engine, add(engine, BARE)) is None


def test_the_earlier_report_comes_with_the_texts_of_its_sources(engine):
    """So that what stood beside a passage can be compared as well."""
    finished(engine, replace(BARE, external_id="cms-7"))
    made = add(engine, replace(BARE, external_id="cms-7"))
    with open_store(engine, reading=True) as store:
        report = store.earlier_report(made)
    assert report.sources[0].page.text == READING.sources[0].page.text


def test_a_recording_comes_back_in_its_parts_and_to_its_own_tenant_alone(engine):
    """A later attempt takes the place of an earlier one."""
    made = add(engine)
    with open_store(engine) as store:
        store.save_recording(made.id, 1, [b"a", b"b", b"c"])
        store.save_recording(made.id, 1, [b"\x1f\x8b", b"\x00"])
    with open_store(engine, reading=True) as store:
        assert list(store.load_recording(made.id, "t", 1)) == [b"\x1f\x8b", b"\x00"]
        for tenant, revision in (("u", 1), ("t", 2)):
            with pytest.raises(NotFound):
                list(store.load_recording(made.id, tenant, revision))


@pytest.mark.parametrize("how", ["erase", "expire"])
def test_erasing_and_retention_reach_snapshots_and_recordings(engine, how):
    """Nothing of what was read outlives its verification."""
    made = finished(engine, replace(BARE, external_id="cms-7"))
    with open_store(engine) as store:
        store.save_recording(made.id, 1, [b"a", b"b"])
    with open_store(engine) as store:
        if how == "erase":
            assert not store.erase(made.id, "u")
            assert store.erase(made.id, "t")
        else:
            assert store.expire(NOW + timedelta(days=36_500)) >= 1
    with open_store(engine, reading=True) as store:
        for table in (snapshots, recordings):
            query = select(func.count()).where(table.c.verification_id == made.id)
            assert store._connection.execute(query).scalar_one() == 0
