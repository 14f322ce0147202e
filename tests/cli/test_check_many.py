"""`sourceproof check` on many drafts, as a step of CI runs it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import REPOSITORY, Done, sourceproof
from troubles import hang
from web import LocalWeb

PORT = "https://port.example/2025"
SHIPS = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
SOUND = f"[{SHIPS}]({PORT})\n"
OPINION = "We think that this is a wonderful harbour, and that it should stay so.\n"


@pytest.fixture
def desk(tmp_path: Path, local_web: LocalWeb) -> Path:
    """A folder of drafts that cite one page, with what is no draft among them."""
    page = f"<article><p>{SHIPS}</p></article>"
    local_web.page(PORT, page, Cache_Control="max-age=3600")
    for name in (
        "a.md",
        "deep/b.html",
        "deep/c.txt",
        "old/d.md",
        "build/e.md",
        ".hidden/f.md",
        "node_modules/g.md",
        "deep/data.json",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        text = f"<p><a href='{PORT}'>{SHIPS}</a></p>" if name.endswith("html") else SOUND
        (tmp_path / name).write_text(text if not name.endswith("txt") else f"{SHIPS} {PORT}\n")
    (tmp_path / ".gitignore").write_text("build/\n")
    (tmp_path / "sourceproof.toml").write_text('exclude = ["old/**"]\n')
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True, timeout=60)  # noqa: S607
    return tmp_path


def paths(done: Done) -> list[str]:
    return [report["article"]["path"] for report in json.loads(done.out)]


def test_reports_of_our_own_are_no_drafts_and_are_told(desk: Path, local_web: LocalWeb) -> None:
    """A step of CI leaves them in the tree; one that is named is checked, as any file is."""
    web = local_web.environ()
    for fmt in ("markdown", "html", "embed"):
        sourceproof("check", "a.md", "--format", fmt, "--output", "out/", environ=web, cwd=desk)
    done = sourceproof("check", ".", "--format", "json", environ=web, cwd=desk)
    assert paths(done) == ["a.md", "deep/b.html", "deep/c.txt"]
    for name in ("out/a.md.md", "out/a.md.html"):
        assert (desk / name).exists()
        assert name in done.err
    named = sourceproof("check", "out/a.md.md", "--format", "json", environ=web, cwd=desk)
    assert json.loads(named.out)["article"]["path"] == "out/a.md.md"


def test_a_folder_is_searched_for_drafts_and_each_page_is_asked_for_once(
    desk: Path, local_web: LocalWeb
) -> None:
    """Hidden, vendored, ignored and excluded ones are passed over; the order is that of names."""
    done = sourceproof("check", ".", "--format", "json", environ=local_web.environ(), cwd=desk)
    assert paths(done) == ["a.md", "deep/b.html", "deep/c.txt"]
    assert done.code == 0, done.err
    assert local_web.count(PORT) == 1
    assert local_web.count("https://port.example/robots.txt") == 1


def test_of_clean_drafts_the_terminal_has_a_line_each(desk: Path, local_web: LocalWeb) -> None:
    """Quiet when nothing is wrong; what is has its whole report, before the clean ones."""
    done = sourceproof("check", ".", environ=local_web.environ(), cwd=desk)
    lines = ["✓ a.md", "✓ deep/b.html", "✓ deep/c.txt", "3 drafts: 3 passed."]
    assert done.out.split() == " ".join(lines).split()
    (desk / "z.md").write_text(SOUND.replace("412", "512"))
    done = sourceproof("check", ".", environ=local_web.environ(), cwd=desk)
    assert done.out.index("z.md") < done.out.index("✓ a.md")
    assert done.out.strip().endswith("4 drafts: 1 failed, 3 passed.")


def test_a_quoted_glob_is_expanded_and_a_named_file_is_checked_whatever_excludes_it(
    desk: Path,
) -> None:
    flags = ("--offline", "--format", "json")
    found = sourceproof("check", "**/*.html", "old/d.md", "./a.md", "a.md", *flags, cwd=desk)
    assert paths(found) == ["deep/b.html", "old/d.md", "./a.md"]


@pytest.mark.parametrize("argument", ["empty", "*.rst", "old"])
def test_a_folder_or_a_glob_without_drafts_is_an_error_and_never_green(
    desk: Path, argument: str
) -> None:
    (desk / "empty").mkdir()
    done = sourceproof("check", argument, cwd=desk)
    assert (done.code, done.out) == (2, "")
    assert "holds no draft" in done.err


def test_one_draft_that_cannot_be_read_does_not_sink_the_rest(
    desk: Path, local_web: LocalWeb
) -> None:
    """Its trouble is told, in the report too; the other reports are written, and the code is 2."""
    (desk / "deep" / "broken.docx").write_bytes(b"no document")
    flags = (".", "--format", "json")
    done = sourceproof("check", *flags, environ=local_web.environ(), cwd=desk)
    assert done.code == 2
    assert paths(done) == ["a.md", "deep/b.html", "deep/broken.docx", "deep/c.txt"]
    statuses = {each["article"]["path"]: each["job"]["status"] for each in json.loads(done.out)}
    assert statuses.pop("deep/broken.docx") == "failed"
    assert set(statuses.values()) == {"completed"}
    assert "deep/broken.docx: The article is called a Word document" in done.err


def test_a_column_of_opinions_among_others_says_nothing(desk: Path, local_web: LocalWeb) -> None:
    """Alone it is 3, for nothing was checked; beside drafts that were it does not fail the run."""
    (desk / "column.md").write_text(OPINION)
    flags = ("--format", "json")
    assert sourceproof("check", "column.md", *flags, cwd=desk).code == 3
    done = sourceproof("check", ".", *flags, environ=local_web.environ(), cwd=desk)
    assert done.code == 0


def test_a_folder_for_the_output_gets_a_file_a_draft(desk: Path) -> None:
    """Where a format holds one article, a folder is the way to have it for many."""
    refused = sourceproof("check", ".", "--format", "html", "--offline", cwd=desk)
    assert refused.code == 2
    assert "FOLDER/" in refused.err
    done = sourceproof("check", ".", "--format", "html", "--output", "out/", "--offline", cwd=desk)
    assert done.code == 3
    written = sorted(path.relative_to(desk).as_posix() for path in desk.glob("out/**/*.*"))
    assert written == ["out/a.md.html", "out/deep/b.html.html", "out/deep/c.txt.html"]


def test_a_damaged_entry_of_the_cache_is_asked_for_again(desk: Path, local_web: LocalWeb) -> None:
    """Cut off, emptied or of other bytes: it costs itself alone, and the report is the same."""
    flags = ("a.md", "--format", "json", "--cache", desk / "kept")
    first = sourceproof("check", *flags, environ=local_web.environ(), cwd=desk)
    entries = sorted((desk / "kept").glob("*/*.answer"))
    assert len(entries) == 3  # the page, what was read of it, and the host's rules
    for entry in entries:
        entry.write_bytes(entry.read_bytes()[:-20])
    again = sourceproof("check", *flags, environ=local_web.environ(), cwd=desk)
    assert again.report["statements"] == first.report["statements"]
    assert local_web.count(PORT) == 2
    assert all(entry.stat().st_size for entry in entries)


def test_offline_reads_what_the_cache_has_and_says_so(desk: Path, local_web: LocalWeb) -> None:
    flags = ("a.md", "--format", "json", "--cache", desk / "kept")
    sourceproof("check", *flags, environ=local_web.environ(), cwd=desk)
    asked = len(local_web.asked)
    (desk / "a.md").write_text(f"{SOUND}\n[{SHIPS}](https://other.example/)\n")
    done = sourceproof("check", *flags, "--offline", environ=local_web.environ(), cwd=desk)
    assert len(local_web.asked) == asked
    assert [s["access"] for s in done.report["sources"]] == ["ok", "refused"]
    (limit,) = done.report["limits"]
    assert limit["name"] == "offline"
    assert "1 of 2 sources" in limit["note"]


def test_two_processes_on_one_cache_do_not_disturb_each_other(
    desk: Path, local_web: LocalWeb
) -> None:
    running = [_begin(desk, local_web, ".", "--cache", "kept") for _ in range(2)]
    ended = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], ended
    first, second = (json.loads(out) for out, _ in ended)
    assert [r["statements"] for r in first] == [r["statements"] for r in second]
    assert not [*(desk / "kept").glob("*/*.??????*[0-9a-f]")]  # nothing is left half written


@pytest.fixture
def hanging(desk: Path, local_web: LocalWeb) -> Iterator[subprocess.Popen[bytes]]:
    """A run with a source that was read and one that never answers."""
    slow = local_web.add("https://slow.example/", hang)
    (desk / "z.md").write_text(f"{SOUND}\n[{SHIPS}]({slow})\n")
    flags = ("--cache", "kept", "--baseline", "known.toml", "--update-baseline")
    process = _begin(desk, local_web, "a.md", "z.md", *flags)
    # An answer, the rules of two hosts, and what was read: all there is to have is kept.
    while len([*(desk / "kept").glob("*/*.answer")]) < 4 and process.poll() is None:
        time.sleep(0.05)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_interrupted_reports_what_it_has_and_leaves_the_cache_whole(
    hanging: subprocess.Popen[bytes],
    desk: Path,
    local_web: LocalWeb,
    number: signal.Signals,
    code: int,
) -> None:
    """Its code is the signal's; what was not read is said to be so, and excused by nobody."""
    hanging.send_signal(number)
    out, err = hanging.communicate(timeout=60)
    assert hanging.returncode == code, err
    assert b"interrupted" in err
    reports = json.loads(out)
    assert [r["article"]["path"] for r in reports] == ["a.md", "z.md"]
    *read, slow = [s["verdict"] for report in reports for s in report["statements"]]
    # How many are decided in the moment that is left depends on the machine.
    assert set(read) <= {"supported", "could_not_check"}
    assert slow == "could_not_check"
    assert {limit["name"] for limit in reports[1]["limits"]} == {"interrupted"}
    assert not (desk / "known.toml").exists()  # what was not decided is not excused
    flags = ("a.md", "--offline", "--cache", "kept", "--format", "json")
    again = sourceproof("check", *flags, environ=local_web.environ(), cwd=desk)
    assert again.statement("412 ships")["verdict"] == "supported"


def test_a_time_budget_holds_for_the_whole_run(desk: Path, local_web: LocalWeb) -> None:
    """Each draft has a report, and says what there was no time for."""
    slow = local_web.add("https://slow.example/", hang)
    for name in ("x.md", "y.md"):
        (desk / name).write_text(f"[{SHIPS}]({slow})\n")
    flags = ("x.md", "y.md", "--time-budget", "2", "--format", "json")
    done = sourceproof("check", *flags, environ=local_web.environ(), cwd=desk)
    assert paths(done) == ["x.md", "y.md"]
    for report in json.loads(done.out):
        assert {limit["name"] for limit in report["limits"]} == {"time_budget"}


def _begin(desk: Path, web: LocalWeb, *arguments: str) -> subprocess.Popen[bytes]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    return subprocess.Popen(
        [sys.executable, "-m", "workers.cli", "check", *arguments, "--format", "json"],
        env={**clean, **web.environ(), "PYTHONPATH": str(REPOSITORY)},
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
