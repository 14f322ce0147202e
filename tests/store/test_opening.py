"""The record as a whole: migrated, transactional, and honest about a database that is away."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from record_samples import SUBMISSION, add

from service.errors import (
    NotReady,
)
from service.store import (
    make_engine,
    open_store,
    upgrade,
)
from service.store.tables import metadata


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


def test_an_exception_leaves_nothing_half_written(engine):
    def crash() -> None:
        with open_store(engine) as store:
            store.add(SUBMISSION, "t")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        crash()
    with open_store(engine) as store:
        assert store.list("t") == ()


def test_a_database_without_tables_is_not_ready_and_says_what_to_run(tmp_path, postgres_url):
    for url in (f"sqlite:///{tmp_path / 'bare.db'}", postgres_url):
        bare = make_engine(url)
        with pytest.raises(NotReady, match="sourceproof db upgrade"), open_store(bare) as store:
            store.list("t")
        bare.dispose()


def test_many_writers_at_once_all_come_to_write(engine):
    with ThreadPoolExecutor(20) as pool:
        made = set(pool.map(lambda _: add(engine).id, range(60)))
    assert len(made) == 60
    with open_store(engine, reading=True) as store:
        assert {each.id for each in store.list("t", limit=100)} == made


def test_a_writer_that_failed_lets_the_next_one_write(engine):
    with pytest.raises(RuntimeError), open_store(engine):
        raise RuntimeError
    assert add(engine).id


def test_a_reader_waits_for_no_writer(engine):
    with open_store(engine) as writing, open_store(engine, reading=True) as reading:
        writing.add(SUBMISSION, "t")
        assert reading.list("t") == ()


def test_a_database_that_is_away_is_not_ready():
    away = make_engine("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(NotReady), open_store(away) as store:
        store.ping()
