"""A database URL in, of which version its tables are out. I/O: reads, and makes nothing."""

from dataclasses import dataclass
from functools import cache

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from service.store.engine import MIGRATIONS, make_engine


@dataclass(frozen=True, slots=True)
class Revision:
    """The revision of a record's tables, and the newest that this version knows."""

    current: str | None
    newest: str | None
    known: frozenset[str]

    @property
    def is_newest(self) -> bool:
        """Whether the tables are those of this version."""
        return self.current == self.newest

    @property
    def is_unknown(self) -> bool:
        """Whether a version that is not this one made the tables."""
        return self.current is not None and self.current not in self.known


@cache
def newest() -> str | None:
    """Give the newest revision that this version knows."""
    return _scripts().get_current_head()


def revision_of(url: str) -> Revision:
    """Ask a record for its revision. Raises SQLAlchemyError where it does not answer."""
    scripts = _scripts()
    engine = make_engine(url)
    try:
        with engine.execution_options(reading=True).connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    known = frozenset(script.revision for script in scripts.walk_revisions())
    return Revision(current, scripts.get_current_head(), known)


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return ScriptDirectory.from_config(config)
