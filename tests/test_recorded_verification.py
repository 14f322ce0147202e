"""The service looks back: a re-posted article tells what changed, and records where asked to."""

from pathlib import Path
from typing import Any

import pytest
from web import LocalWeb

from service.domain import Article, Reading
from service.store import open_store
from workers.fetching import Fetcher, FetchPolicy, Recorder, Replay
from workers.keeping import Taping

SENTENCE = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
SOURCE = "https://port.example/2025"
BARE = Reading(Article(text=""))


def posted(client: Any) -> str:
    article = {"markdown": f"[{SENTENCE}]({SOURCE})", "external_id": "cms-7"}
    reply = client.post(
        "/v1/verifications", json={"article": article}, headers={"Prefer": "wait=30"}
    )
    return str(reply.json()["id"])


def page(number: int) -> str:
    return f"<article><p>{SENTENCE.replace('412', str(number))} It was a mild month.</p></article>"


def test_a_published_article_that_is_posted_again_tells_what_changed(
    local_web: LocalWeb, api: Any
) -> None:
    """By its external id, without anything else from the caller."""
    local_web.page(SOURCE, page(412), Cache_Control="no-store")
    client, _ = api(local_web.environ())
    first = posted(client)
    local_web.page(SOURCE, page(388), Cache_Control="no-store")
    second = posted(client)
    report = client.get(f"/v1/verifications/{second}/report").raise_for_status().json()
    assert report["earlier_check"]["id"] == first
    (change,) = report["changes"]
    assert (change["kind"], "[-412-]{+388+}" in change["diff"]) == ("changed", True)
    assert [f["statement_id"] for f in report["findings"] if f["rule"] == "SP308"] == [
        change["statement_id"]
    ]


def test_a_service_that_records_keeps_what_was_asked_with_the_verification(
    local_web: LocalWeb, api: Any, tmp_path: Path
) -> None:
    """Off by default; a WARC file that replays, until the verification is erased."""
    local_web.page(SOURCE, page(412))
    client, tools = api({**local_web.environ(), "SOURCEPROOF_RECORD": "1"})
    name = posted(client)
    client.get(f"/v1/verifications/{name}/report").raise_for_status()
    with open_store(tools.engine, reading=True) as store:
        content = b"".join(store.load_recording(name, "local", 1))
    path = tmp_path / "exchanges.warc.gz"
    path.write_bytes(content)
    replay = Replay(path)
    assert replay.is_whole
    assert replay.exchanges == 2  # robots.txt, and the page


@pytest.mark.parametrize(
    ("left_out", "failure", "words"),
    [
        (0, None, None),
        (1_200, None, "1,200 answers are not in the recording, which had reached 200 MB"),
        (3, OSError("no space"), "could not be written to its end"),
    ],
)
def test_what_a_recording_does_not_hold_is_told_in_the_report(
    left_out: int, failure: Exception | None, words: str | None, tmp_path: Path
) -> None:
    """It is cut or broken off in silence otherwise; nothing of the failure's own words is told."""
    with Recorder(tmp_path / "x.warc.gz", software="x") as recorder:
        recorder.left_out, recorder.failure = left_out, failure
        reading = Taping(Fetcher(FetchPolicy()), recorder).told(BARE)
    notes = [limit.note for limit in reading.limits if limit.name == "recording"]
    assert len(notes) == (words is not None)
    assert words is None or (words in notes[0] and "no space" not in notes[0])
