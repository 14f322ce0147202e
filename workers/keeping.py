"""A verification in, how its requests are made out: where the operator asks, recorded. I/O."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from service.domain import Verification
from workers.fetching import Fetcher, FetchPolicy, Recorder, recorded_fetcher
from workers.tools import Tools
from workers.versions import versions_line

MAX_BYTES = 200_000_000  # of the recording of one revision; what is beyond is not kept
PART = 1_000_000  # bytes in a row of the record


@contextmanager
def fetcher_of(tools: Tools, verification: Verification, policy: FetchPolicy) -> Iterator[Fetcher]:
    """Give the fetcher of a verification; what it recorded is kept when the block ends well."""
    if not tools.settings.record:
        yield Fetcher(policy, commons=tools.commons)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "exchanges.warc.gz"
        with Recorder(path, software=versions_line(), max_bytes=MAX_BYTES) as recorder:
            yield recorded_fetcher(recorder, policy, tools.commons)
        with tools.record() as store:
            store.save_recording(verification.id, verification.revision, _parts(path))


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(PART):
            yield part
