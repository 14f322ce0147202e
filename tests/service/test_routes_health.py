"""Probes: a sign of life, and which part is not ready."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from service.store import open_store

WELL = {"record": "ok", "migrations": "ok", "workers": "ok", "broker": "ok"}


def test_a_living_process_says_so_without_asking_anybody(door, tmp_path):
    door.has_broker = False
    assert door.client.get("/healthz").json() == {"status": "ok"}


def test_ready_is_when_every_part_answers(door):
    reply = door.client.get("/readyz")
    assert reply.status_code == 200
    assert reply.json() == {"status": "ready", "parts": WELL}


def test_not_ready_names_the_part_that_is_down(door, tmp_path):
    door.has_broker = False
    reply = door.client.get("/readyz")
    assert reply.status_code == 503
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["parts"] == {**WELL, "broker": "down"}
    door.has_broker = True
    door.engine.dispose()
    for file in tmp_path.glob("sourceproof.db*"):
        file.unlink()
    tmp_path.joinpath("sourceproof.db").mkdir()
    unknown = {"migrations": "unknown", "workers": "unknown"}
    assert door.client.get("/readyz").json()["parts"] == {**WELL, "record": "down", **unknown}


def test_not_ready_names_the_queues_that_no_worker_is_known_to_be_at(door):
    """A worker that was killed is believed for a minute, one that was stopped is not."""
    with open_store(door.engine) as store:
        store.sign_off("wk_1")
        store.sign_of_life("wk_2", ["collect", "notify"])
        store.sign_of_life("wk_3", ["assess"], datetime.now(UTC) - timedelta(seconds=61))
    reply = door.client.get("/readyz")
    assert reply.status_code == 503
    assert reply.json()["parts"] == {**WELL, "workers": "missing for assess, sweep"}


def test_not_ready_tells_of_tables_of_an_earlier_version(door):
    """The question for workers would fail there, so it is not asked."""
    with door.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0009'"))
    reply = door.client.get("/readyz")
    assert reply.status_code == 503
    assert reply.json()["parts"] == {**WELL, "migrations": "behind", "workers": "unknown"}


def test_probes_need_no_key(locked_door):
    assert locked_door.client.get("/healthz").status_code == 200
    assert locked_door.client.get("/readyz").status_code == 200
