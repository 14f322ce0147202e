"""An error of our own, or of a library beneath us, in one of many: the rest is checked and told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import TIMEOUT, Done
from web import LocalWeb

SHIPS = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
PORT, FAULTY = "https://port.example/2025", "https://port.example/faulty"
FOLDER = Path(__file__).parent / "with_fault"  # any text with "Jabberwock" in it breaks a library


def run(folder: Path, environ: dict[str, str], *arguments: str) -> Done:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    done = subprocess.run(
        [sys.executable, "-m", "workers.cli", *arguments],
        env={**clean, **environ, "PYTHONPATH": str(FOLDER)},
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=TIMEOUT,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def desk(tmp_path: Path, local_web: LocalWeb) -> Path:
    local_web.page(PORT, f"<article><p>{SHIPS}</p></article>")
    local_web.page(FAULTY, f"<article><p>{SHIPS}</p><p>The Jabberwock came.</p></article>")
    (tmp_path / "good.md").write_text(f"[{SHIPS}]({PORT})\n")
    (tmp_path / "half.md").write_text(f"[{SHIPS}]({PORT})\n\n[{SHIPS[:-1]} too.]({FAULTY})\n")
    (tmp_path / "faulty.md").write_text(f"[{SHIPS}]({PORT}) The Jabberwock came.\n")
    return tmp_path


def test_one_draft_or_source_that_brings_us_to_fall_sinks_no_other(
    desk: Path, local_web: LocalWeb
) -> None:
    """Each report says what was not checked, stderr says where it failed, and the code is 70."""
    done = run(desk, local_web.environ(), "check", ".", "--format", "json")
    assert done.code == 70
    reports = {report["article"]["path"]: report for report in json.loads(done.out)}
    assert {name: report["job"]["status"] for name, report in reports.items()} == {
        "good.md": "completed",
        "half.md": "completed_with_gaps",
        "faulty.md": "failed",
    }
    assert reports["good.md"]["gate"]["result"] == "pass"
    verdicts = [(s["verdict"], s["reason"][:15]) for s in reports["half.md"]["statements"]]
    assert verdicts == [("supported", "supported: The "), ("could_not_check", "internal_error:")]
    assert [limit["name"] for limit in reports["half.md"]["limits"]] == ["internal_error"]
    assert done.err.count("LookupError: an error that nobody expects") == 2
    assert "faulty.md: an error of Sourceproof itself kept it from being checked" in done.err


def test_of_a_single_draft_the_error_is_told_and_no_report_written(
    desk: Path, local_web: LocalWeb
) -> None:
    done = run(desk, local_web.environ(), "check", "faulty.md", "--format", "json")
    assert (done.code, done.out) == (70, "")
    assert "LookupError: an error that nobody expects" in done.err


def test_a_row_that_brings_us_to_fall_is_told_of_and_the_others_are_scored(tmp_path: Path) -> None:
    texts = {"a": SHIPS, "b": f"{SHIPS} The Jabberwock came.", "c": SHIPS}
    rows = [{"id": id_, "statement": SHIPS, "source": text} for id_, text in texts.items()]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, rows)))
    done = run(tmp_path, {}, "score", "pairs.jsonl")
    answers = [json.loads(line) for line in done.out.splitlines()]
    verdicts = [(answer["id"], answer["verdict"]) for answer in answers]
    assert verdicts == [("a", "supported"), ("b", "could_not_check"), ("c", "supported")]
    assert answers[0].keys() == answers[1].keys()
    assert answers[1]["reason"].startswith("internal_error: ")
    assert done.code == 70
    assert "LookupError: an error that nobody expects" in done.err


def test_the_terminal_calls_it_an_error_of_ours_and_no_limit(
    desk: Path, local_web: LocalWeb
) -> None:
    done = run(desk, local_web.environ(), "check", "half.md")
    said = " ".join(done.out.split())
    assert "An error of Sourceproof itself kept from being checked: statements 1" in said
    assert "Limit reached" not in said
