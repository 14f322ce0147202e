"""What a user asks for in, what is to be done out, before any source is asked. I/O: files, git.

What makes no sense is told here, and not after minutes of reading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from service.domain import Submission, SuppliedSource
from service.errors import UsageError
from workers.cli.checking.changed import ChangedSince
from workers.cli.checking.drafts import Draft, Found, find_drafts
from workers.cli.checking.supplied import supplied_sources
from workers.cli.configuration import Configuration
from workers.cli.excusing import Configure, Excusing, check_excusing, held_to, passed_over
from workers.cli.output import Output, say


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for.

    ``record`` and ``replay`` are folders, ``changed_since`` is a git revision: of the statements
    only those are checked that changed after it.
    """

    articles: Sequence[str]
    sources: Sequence[str] = ()
    output: str | None = None
    excusing: Excusing = field(default_factory=Excusing)
    record: Path | None = None
    replay: Path | None = None
    changed_since: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The drafts of a run, how each is judged, by its name, and where the reports go.

    ``configuration``, that of the first article, holds for what is not a draft's own.
    """

    configuration: Configuration
    drafts: tuple[Draft, ...]
    is_one: bool
    configurations: Mapping[str, Configuration]
    supplied: tuple[SuppliedSource, ...]
    since: ChangedSince | None
    excusing: Excusing
    to: Output

    def submissions(self) -> list[Submission]:
        """Read all drafts. Raises UsageError or TooLarge where one cannot be."""
        most = self.configuration.settings.max_article_bytes
        return [draft.submission(self.supplied, most) for draft in self.drafts]


def plan(asked: Asked, configure: Configure, configuration: Configuration) -> Plan:
    """Find the drafts and what holds for each. Raises UsageError."""
    approved = asked.excusing.approved
    found = find_drafts(asked.articles, passed_over(configure, asked.articles[0], approved))
    if found.own_reports:
        say(f"reports of Sourceproof are no drafts: {', '.join(found.own_reports)} passed over")
    since = _since(asked, configuration)
    if since is not None:
        found = Found(since.drafts_of(found.drafts), is_one=False)
    to = Output.checked(asked.output, configuration.format, is_one=found.is_one)
    supplied = supplied_sources(asked.sources)
    configurations = {d.name: held_to(configure, d.name, approved) for d in found.drafts}
    excusing = replace(asked.excusing, is_search=found.is_search)
    check_excusing(configurations.values(), excusing)
    if configuration.server is not None and (asked.record or asked.replay or since):
        flags = "--record, --replay and --changed-since"
        raise UsageError(f"{flags} are for a check that is made here")
    return Plan(
        configuration, found.drafts, found.is_one, configurations, supplied, since, excusing, to
    )


def _since(asked: Asked, configuration: Configuration) -> ChangedSince | None:
    if asked.changed_since is None:
        return None
    if asked.excusing.update:
        raise UsageError("--update-baseline takes whole drafts, and no --changed-since")
    return ChangedSince(asked.changed_since, configuration.settings)
