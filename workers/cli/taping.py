"""What stands between a check and the web: nothing, a recorder, or a recording. I/O."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from service.domain import Limit, Reading, Report
from service.errors import UsageError
from workers.cli.recordings import (
    Recording,
    begin_recording,
    keep_texts,
    key_of,
    newest_report,
    read_recordings,
    with_snapshots,
    write_reports_of,
)
from workers.fetching import Commons, Fetcher, FetchPolicy, Recorder, Replay, recorded_fetcher
from workers.versions import versions_line

WARC = (".warc", ".warc.gz")


class Tape(Protocol):
    """How a run reaches the web, and what is kept of it."""

    def place(self, article: str) -> object:
        """Name where the web of an article comes from: articles of one place share a fetcher."""

    def fetcher(self, article: str, policy: FetchPolicy, commons: Commons) -> Fetcher:
        """Make the fetcher of an article."""

    def read(self, article: str, reading: Reading) -> Reading:
        """Add to the reading what the tape could not give."""

    def earlier(self, article: str) -> Report | None:
        """Give the report on the same article that this one is to be compared with."""

    def keep(self, article: str, report: Report) -> Report:
        """Keep a report, and say in it where the texts of its sources are kept."""


class Live:
    """The web, and nothing kept."""

    def place(self, article: str) -> object:
        """Have one web for all articles."""
        del article
        return "the web"

    def fetcher(self, article: str, policy: FetchPolicy, commons: Commons) -> Fetcher:
        """Ask the web."""
        del article
        return Fetcher(policy, commons=commons)

    def read(self, article: str, reading: Reading) -> Reading:
        """Add nothing."""
        del article
        return reading

    def earlier(self, article: str) -> Report | None:
        """Compare with nothing."""
        del article
        return None

    def keep(self, article: str, report: Report) -> Report:
        """Keep nothing."""
        del article
        return report


@dataclass(slots=True)
class Recorded(Live):
    """The web, every exchange written down in a new recording beside those of before."""

    recorder: Recorder
    recording: Recording
    before: tuple[Recording, ...]
    reports: dict[str, Report] = field(default_factory=dict)

    def fetcher(self, article: str, policy: FetchPolicy, commons: Commons) -> Fetcher:
        """Ask the web, or what is kept of it, and write down what came."""
        del article
        return recorded_fetcher(self.recorder, policy, commons)

    def earlier(self, article: str) -> Report | None:
        """Compare with the newest report on the article in the same folder."""
        return newest_report(self.before, article)

    def keep(self, article: str, report: Report) -> Report:
        """Keep the texts now, and the report at the end of the run."""
        keep_texts(self.recording, report)
        self.reports[article] = with_snapshots(self.recording, report)
        return self.reports[article]


class Replayed:
    """Recordings, and no web: for each article the newest that it was recorded in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._recordings = () if _is_warc(path) else read_recordings(path)
        self._replays: dict[Path, Replay] = {}
        if not self._recordings and not self._loose():
            raise UsageError(f"{path} holds no recording to replay")

    def place(self, article: str) -> object:
        """Have a web for each recording."""
        chosen = self._recording(article)
        return self._path if chosen is None else chosen.folder

    def fetcher(self, article: str, policy: FetchPolicy, commons: Commons) -> Fetcher:
        """Answer from the recording. Raises UsageError where nothing of it can be read."""
        del commons
        return Fetcher(policy, asking=self._replay(article))

    def read(self, article: str, reading: Reading) -> Reading:
        """Say where a recording broke off."""
        replay = self._replay(article)
        if replay.is_whole:
            return reading
        note = (
            f"The recording breaks off or is damaged after {replay.exchanges:,} exchanges; "
            "what came after them could not be replayed."
        )
        limit = Limit("recording", replay.exchanges, note)
        return replace(reading, limits=(*reading.limits, limit))

    def earlier(self, article: str) -> Report | None:
        """Compare with what the recording was compared with."""
        chosen = self._recording(article)
        if chosen is None:
            return None
        before = (r for r in read_recordings(chosen.folder.parent) if r.folder < chosen.folder)
        return newest_report(before, article)

    def keep(self, article: str, report: Report) -> Report:
        """Keep nothing; say where the recording has the texts."""
        chosen = self._recording(article)
        return report if chosen is None else with_snapshots(chosen, report)

    def _recording(self, article: str) -> Recording | None:
        holding = [r for r in self._recordings if key_of(article) in r.reports]
        found = holding or list(self._recordings)
        return found[-1] if found else None

    def _loose(self) -> tuple[Path, ...]:
        """Give the WARC files of another tool: one named, or those of a folder."""
        if _is_warc(self._path):
            return (self._path,)
        files = self._path.iterdir() if self._path.is_dir() else iter(())
        return tuple(sorted(file for file in files if _is_warc(file)))

    def _replay(self, article: str) -> Replay:
        chosen = self._recording(article)
        place = self._path if chosen is None else chosen.folder
        if place not in self._replays:
            paths = self._loose() if chosen is None else (chosen.exchanges,)
            self._replays[place] = _open_replay(place, paths)
        return self._replays[place]


def _is_warc(path: Path) -> bool:
    return path.name.endswith(WARC) and path.is_file()


def _open_replay(place: Path, paths: tuple[Path, ...]) -> Replay:
    try:
        replay = Replay(*paths)
    except OSError as err:
        raise UsageError(f"{place} cannot be read: {err.strerror}") from err
    if not replay.exchanges and not replay.is_whole:
        raise UsageError(f"{place} is no recording, or is damaged from its beginning")
    return replay


@contextmanager
def open_tape(record: Path | None, replay: Path | None, *, offline: bool) -> Iterator[Tape]:
    """Open what the flags ask for. Raises UsageError on what makes no sense together."""
    if record is not None and replay is not None:
        raise UsageError("--record and --replay: a replay asks nothing that could be recorded")
    if record is not None and offline:
        raise UsageError("--record and --offline: without a request there is nothing to record")
    if record is not None:
        with _recording(record) as tape:
            yield tape
    else:
        yield Live() if replay is None else Replayed(replay)


@contextmanager
def _recording(directory: Path) -> Iterator[Recorded]:
    before = read_recordings(directory)
    recording = begin_recording(directory, datetime.now(UTC))
    with Recorder(recording.exchanges, software=versions_line()) as recorder:
        tape = Recorded(recorder, recording, before)
        yield tape
    try:
        write_reports_of(recording, tape.reports)
        if recorder.failure is not None:
            raise recorder.failure
    except OSError as err:
        raise UsageError(f"{recording.folder} cannot be written: {err.strerror}") from err
