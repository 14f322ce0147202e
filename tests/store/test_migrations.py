"""What an older version has kept is there after every migration."""

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from record_samples import NOW, READING, REPORT, SUBMISSION

from service.store import Wanted, make_engine, open_store
from service.store.codec import reading_to_json, report_to_json, submission_to_json
from service.store.engine import MIGRATIONS, upgrade


def migrate(engine: sa.Engine, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def fill(engine: sa.Engine) -> None:
    """Put in what the first version of the record held of one verification that had ended."""
    rows = {
        "verifications": {
            "id": "vf_1",
            "tenant": "t",
            "status": "completed",
            "stage": "done",
            "submission": submission_to_json(SUBMISSION),
            "progress": "{}",
            "revision": 1,
            "created_at": NOW,
            "updated_at": NOW,
            "attempts": 1,
        },
        "readings": {"verification_id": "vf_1", "body": reading_to_json(READING)},
        "snapshots": {
            "verification_id": "vf_1",
            "source_id": "s1",
            "sha256": "0" * 64,
            "text": bytes.fromhex("789c4b040000620062"),
        },
        "reports": {
            "verification_id": "vf_1",
            "revision": 1,
            "body": report_to_json(REPORT),
            "counts": '{"contradicted": 1, "supported": 0}',
            "created_at": NOW,
        },
        "events": {
            "id": "evt_1",
            "verification_id": "vf_1",
            "revision": 1,
            "sequence": 1,
            "type": "verification.completed",
            "created_at": NOW,
        },
        "deliveries": {
            "id": "dl_1",
            "event_id": "evt_1",
            "url": "https://a.example/",
            "state": "pending",
            "attempts": 0,
            "due_at": NOW,
            "ring_at": NOW,
        },
    }
    held = sa.MetaData()
    held.reflect(engine)
    with engine.begin() as connection:
        for name, row in rows.items():
            connection.execute(sa.insert(held.tables[name]).values(row))


def test_a_record_of_the_first_version_is_taken_over_whole(request, tmp_path):
    for url in (request.getfixturevalue("sqlite_url"), request.getfixturevalue("postgres_url")):
        engine = make_engine(url)
        migrate(engine, "0001")
        fill(engine)
        upgrade(engine)
        with open_store(engine) as store:
            report = store.load_report("vf_1", "t")
            assert report.assessments == REPORT.assessments
            assert report.sources[0].page.text == "a"
            assert store.load_reading("vf_1").article == READING.article
            assert [v.id for v in store.list("t", wanted=Wanted(rule="SP201"))] == ["vf_1"]
            assert store.list("t", wanted=Wanted(verdict="supported")) == ()
            assert store.begin_delivery("dl_1").status == "completed"
        engine.dispose()
