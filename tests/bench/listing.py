"""A list of 100,000 verifications, page by page: whether the last page takes longer than the first.

`PYTHONPATH=tests python -m bench.listing`.
"""

import statistics
import tempfile
import time
from pathlib import Path

import httpx2
from sqlalchemy import insert

from bench.serving import serving
from service.domain import Submission
from service.schemas.cursor import cursor_after
from service.store import make_engine, open_store
from service.store.tables import verifications

ROWS, PAGE, LOOKS = 100_000, 100, 15
PATH = "/v1/verifications"


def run() -> None:
    """Print the medians of the first and the last page, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with serving(folder, {"SOURCEPROOF_LOG_LEVEL": "ERROR"}) as served:
            last = _filled(folder / "sourceproof.db")
            with httpx2.Client(base_url=served.address, timeout=60) as client:
                top, deep = _median(client, {}), _median(client, {"cursor": last})
    print(
        f"a page of {PAGE} of {ROWS:,} verifications: first {top * 1e3:.0f} ms, "
        f"last {deep * 1e3:.0f} ms, ratio {deep / top:.2f}"
    )


def _filled(record: Path) -> str:
    """Fill the record with copies of one that has ended; give the cursor before the last page."""
    engine = make_engine(f"sqlite:///{record}")
    with open_store(engine) as store:
        made = store.add(Submission(content=b"One sentence."), "local")
        store.fail(made.id, "for the bench")
    with engine.begin() as connection:
        row = dict(connection.execute(verifications.select()).mappings().one())
        ids = sorted(f"vf_{number:032x}" for number in range(ROWS))
        for start in range(0, ROWS, 5_000):
            rows = [{**row, "id": each} for each in ids[start : start + 5_000]]
            connection.execute(insert(verifications), rows)
    engine.dispose()
    return cursor_after(ids[PAGE], "local")


def _median(client: httpx2.Client, query: dict[str, str]) -> float:
    took = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        answer = client.get(PATH, params={"limit": str(PAGE), **query})
        took.append(time.perf_counter() - began)
        assert len(answer.json()["items"]) == PAGE
    return statistics.median(took)


if __name__ == "__main__":
    run()
