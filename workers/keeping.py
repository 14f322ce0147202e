"""A verification in, how its requests are made out: where the operator asks, recorded. I/O."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from service.domain import Reading, Verification
from service.domain.report import Limit
from workers.fetching import Fetcher, FetchPolicy, Recorder, recorded_fetcher
from workers.tools import Tools
from workers.versions import versions_line

MAX_BYTES = 200_000_000  # of the recording of one revision; what is beyond is not kept
RECORDING = "recording"  # the limit of a report that tells of it
PART = 1_000_000  # bytes in a row of the record


@dataclass(frozen=True, slots=True)
class Taping:
    """How the requests of a verification are made, and what writes them down, if anything."""

    fetcher: Fetcher
    recorder: Recorder | None = None

    def told(self, reading: Reading) -> Reading:
        """Say in the reading what the recording does not hold."""
        if self.recorder is None:
            return reading
        limits = tuple(each for each in reading.limits if each.name != RECORDING)
        return replace(reading, limits=(*limits, *_missing(self.recorder)))


def _missing(recorder: Recorder) -> Iterator[Limit]:
    if recorder.failure is not None:
        note = "The recording could not be written to its end, and is kept as far as it goes."
        yield Limit(RECORDING, MAX_BYTES, note)
    elif recorder.left_out:
        note = (
            f"{recorder.left_out:,} answers are not in the recording, which had reached "
            f"{MAX_BYTES // 1_000_000} MB; they were read all the same."
        )
        yield Limit(RECORDING, MAX_BYTES, note)


@contextmanager
def taping_of(tools: Tools, verification: Verification, policy: FetchPolicy) -> Iterator[Taping]:
    """Give the fetcher of a verification; what it recorded is kept when the block ends well."""
    if not tools.settings.record:
        yield Taping(Fetcher(policy, commons=tools.commons))
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "exchanges.warc.gz"
        with Recorder(path, software=versions_line(), max_bytes=MAX_BYTES) as recorder:
            yield Taping(recorded_fetcher(recorder, policy, tools.commons), recorder)
        with tools.record() as store:
            store.save_recording(verification.id, verification.revision, _parts(path))


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(PART):
            yield part
