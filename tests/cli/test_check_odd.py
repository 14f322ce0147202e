"""What a newsroom's disk and shell can do to a check: a code of the contract, a plain line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import TIMEOUT, sourceproof

DRAFT = "The harbour took 40 ferries in 2024.\n"
NAMES = (
    "with space.md",
    "q'uote\".md",
    "new\nline.md",
    "-dash.md",
    "%41,x:y.md",
    "[x].md",
    "ünï–cödé.md",
    "::error::x.md",
    "ctrl\x1b[31m.md",
    os.fsdecode(b"bad\xff.md"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(DRAFT)
    (tmp_path / "source.txt").write_text(DRAFT)
    return tmp_path


def in_shell(desk: Path, rest: str) -> subprocess.CompletedProcess[str]:
    """Run a check of the draft in a shell that does odd things with its streams."""
    line = f'"{sys.executable}" -m workers.cli check a.md --source source.txt {rest}'
    environ = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    return subprocess.run(
        ["/bin/bash", "-c", line],
        cwd=desk,
        env=environ,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (">/dev/full", "standard output cannot be written: No space left on device"),
        ("--output /dev/full", "/dev/full cannot be written: No space left on device"),
        (">&-", "there is no standard output to write to"),
    ],
    ids=["full", "full file", "closed"],
)
def test_a_report_that_cannot_be_written_ends_with_2_and_says_why(desk, rest, said):
    """Neither with a traceback, nor with a code that says something of the draft."""
    done = in_shell(desk, rest)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_whoever_stops_reading_is_told_nothing_about_the_draft(desk):
    """1 would mean findings; a shell knows 141 for a reader that went away."""
    done = in_shell(desk, "--format json | true; exit ${PIPESTATUS[0]}")
    assert done.returncode == 141
    assert "Traceback" not in done.stderr


def test_without_a_stderr_nothing_gets_among_the_report(desk):
    """What is told there must not go to stdout, which machines read."""
    done = in_shell(desk, "--format concise 2>&-")
    assert (done.returncode, done.stdout) == (0, "")


def test_links_in_a_circle_cost_themselves_alone(desk):
    """A folder that links to itself is not followed, a file that does cannot be read."""
    (desk / "self").symlink_to(".")
    (desk / "b.md").symlink_to("c.md")
    (desk / "c.md").symlink_to("b.md")
    flags = ("--source", "source.txt", "--format", "concise")
    done = sourceproof("check", ".", *flags, cwd=desk)
    assert done.code == 2
    assert [line.partition(":")[0] for line in done.out.splitlines()] == ["b.md", "c.md"]
    assert "Too many levels of symbolic links" in done.out
    alone = sourceproof("check", "b.md", *flags, cwd=desk)
    assert (alone.code, alone.out) == (2, "")


@pytest.mark.parametrize("fmt", ["concise", "sarif"])
def test_whatever_a_file_is_called_it_is_checked_and_named_on_one_line(desk, fmt):
    """Names are somebody's input too."""
    for name in NAMES:
        (desk / name).write_text(DRAFT.replace("40", "41"))
    done = sourceproof("check", ".", "--source", "source.txt", "--format", fmt, cwd=desk)
    assert done.code == 1
    assert done.err.strip() == f"checking {len(NAMES) + 2} drafts"  # and a.md, source.txt
    found = [line for line in done.out.splitlines() if "SP204 number-differs: " in line]
    if fmt == "concise":
        assert len(found) == len(NAMES)
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("severity = 3", "severity: this is to be a table"),
        ("baseline = 3", "baseline: this is to be a path"),
        ("fail-on = [3]", "fail-on: this is to be text, or a list of it"),
        ('exclude = "x"', "exclude: this is to be a list"),
        ("ignore = [3]", "ignore.0: this is to be a table"),
        ("paths = [{match = 3}]", "paths.0.match: this is to be text, or a list of it"),
        ('offline = "maybe"', "offline: this is to be true or false"),
        ("[[ignore]]\nrule = 3\nreason = 'x'", "sourceproof.toml: [[ignore]]: '3' is no rule"),
    ],
)
def test_a_setting_of_the_wrong_kind_is_told_in_the_words_of_the_file(desk, text, said):
    """Not in those of Python."""
    (desk / "sourceproof.toml").write_text(text)
    done = sourceproof("check", "a.md", cwd=desk)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("sourceproof.toml", b"\xef\xbb\xbfmax-could-not-check = 30\r\n", 0),
        ("sourceproof.toml", b"\xff\xfe", 2),
        ("pyproject.toml", b"tool = 3", 0),
        ("pyproject.toml", b"[tool]\nsourceproof = 3", 2),
        ("pyproject.toml", b"no toml [", 2),
    ],
)
def test_a_configuration_is_read_as_editors_save_it_or_told(desk, name, content, code):
    """With a mark of its encoding, with other line ends; what is not ours is left alone."""
    (desk / name).write_bytes(content)
    done = sourceproof("check", "a.md", "--source", "source.txt", cwd=desk)
    assert done.code == code
    assert "Traceback" not in done.err
