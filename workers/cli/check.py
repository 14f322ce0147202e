"""Articles and a configuration in, their reports written and an exit code out. I/O.

The same four verbs as the service's tasks, in one process: read, collect, assess, render.
"""

import hashlib
import logging
import mimetypes
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from service.domain import Page, Reading, Reply, Report, Submission, SuppliedSource
from service.errors import UsageError
from service.policy import exit_code
from workers.allocator import return_freed_memory
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.assessing.report import make_report
from workers.cli.beside import reader_beside
from workers.cli.configuration import Configuration
from workers.cli.output import Checked, check_output, write_reports
from workers.cli.progress import Reporter, reporting
from workers.cli.taping import Replayed, Tape, open_tape
from workers.collecting import cache_size, collect, fetch_policy, run_collecting
from workers.extracting import extract
from workers.fetching import Commons
from workers.versions import current_versions

OK = 200
STDIN = "-"
# Where several codes hold over several articles, the first of these is given.
PRECEDENCE = (2, 5, 1, 3, 4, 0)


def run_check(
    articles: list[str],
    sources: list[str],
    output: Path | None,
    configuration: Configuration,
    *,
    record: Path | None = None,
    replay: Path | None = None,
) -> int:
    """Check each article, write the reports, and return the exit code of the contract.

    With ``record`` the run is kept in that folder, with ``replay`` it is had from there.
    """
    check_output(configuration.format, output, len(articles))
    # The report says what could not be read and why: libraries need not say it again.
    logging.getLogger().addHandler(logging.NullHandler())
    return_freed_memory()
    supplied = supplied_sources(sources)
    submissions = [_submission(article, supplied) for article in articles]
    if configuration.server is not None:
        if record or replay:
            raise UsageError("--record and --replay are for a check that is made here")
        from workers.cli.remote import run_remote  # noqa: PLC0415  few checks need it

        return run_remote(submissions, articles, output, configuration, configuration.server)
    commons = _commons(configuration)
    with (
        open_tape(record, replay, offline=configuration.offline) as tape,
        reporting() as reporter,
    ):
        reports = [
            _check(submission, name, configuration, commons, reporter, tape)
            for name, submission in zip(articles, submissions, strict=True)
        ]
    checked = [
        Checked(report, submission.filename and name)
        for name, submission, report in zip(articles, submissions, reports, strict=True)
    ]
    write_reports(checked, configuration.format, output)
    codes = [exit_code(report, configuration.policy) for report in reports]
    return min(codes, key=PRECEDENCE.index)


def _commons(configuration: Configuration) -> Commons:
    """Let the articles of one run wait in the same queues; nothing is kept but by ``--cache``.

    A draft's sources are looked at as they are now, unless its author says otherwise.
    """
    if configuration.cache is None:
        return Commons()
    if configuration.cache.exists() and not configuration.cache.is_dir():
        raise UsageError(f"--cache {configuration.cache}: this is no folder")
    return Commons.in_folder(configuration.cache, cache_size(configuration.settings))


def _check(
    submission: Submission,
    name: str,
    configuration: Configuration,
    commons: Commons,
    reporter: Reporter,
    tape: Tape,
) -> Report:
    reporter.reading(name)
    collecting = _collect(submission, name, configuration, commons, reporter, tape)
    reading = tape.read(name, run_collecting(collecting))
    reporter.assessing(len(reading.article.statements))
    scorer = load_scorer()
    assessments = assess_article(reading, scorer, on_statement=reporter.assessed)
    report = make_report(
        reading,
        assessments,
        configuration.policy,
        report_id=_report_id(reading),
        checked_at=datetime.now(UTC),
        versions=current_versions(),
        earlier=tape.earlier(name),
    )
    return tape.keep(name, report)


async def _collect(
    submission: Submission,
    name: str,
    configuration: Configuration,
    commons: Commons,
    reporter: Reporter,
    tape: Tape,
) -> Reading:
    # A replay makes no request either, so that it may be asked for beside --offline.
    offline = configuration.offline and not isinstance(tape, Replayed)
    policy = fetch_policy(configuration.settings, offline=offline)
    async with tape.fetcher(name, policy, commons) as fetcher:
        return await collect(
            submission,
            fetcher,
            settings=configuration.settings,
            archives=configuration.settings.archives,
            on_sources=reporter.fetching,
            on_source=reporter.fetched,
            time_budget=configuration.time_budget,
            beside=reader_beside(Path(name)) if submission.filename else None,
        )


def _report_id(reading: Reading) -> str:
    """Name a report by its draft: there is no record that could give it a name."""
    return "draft_" + hashlib.sha256(reading.article.text.encode()).hexdigest()[:16]


def _submission(article: str, supplied: tuple[SuppliedSource, ...]) -> Submission:
    if article == STDIN:
        return Submission(content=sys.stdin.buffer.read(), sources=supplied)
    if _is_url(article):
        return Submission(url=article, sources=supplied)
    path = Path(article)
    return Submission(
        content=_read(path),
        media_type=mimetypes.guess_type(path.name)[0],
        filename=path.name,
        sources=supplied,
    )


def supplied_sources(sources: Sequence[str]) -> tuple[SuppliedSource, ...]:
    """Read what ``--source`` names, URLs and files. Raises UsageError."""
    return tuple(_supplied(source) for source in sources)


def _supplied(source: str) -> SuppliedSource:
    if _is_url(source):
        return SuppliedSource(url=source)
    path = Path(source)
    page = extract(_reply(path))
    if not isinstance(page, Page):
        raise UsageError(f"{path} cannot be read as a source: {page.obstacle}")
    return SuppliedSource(text=page.text, label=page.title or path.name)


def _reply(path: Path) -> Reply:
    """Let a file on disk be read as if a server had sent it."""
    media_type = mimetypes.guess_type(path.name)[0] or ""
    address = path.resolve().as_uri()
    headers = {"content-type": media_type} if media_type else {}
    return Reply(address, address, OK, headers, _read(path), datetime.now(UTC))


def _is_url(name: str) -> bool:
    return urlsplit(name).scheme in {"http", "https"}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as err:
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err
