"""What stands where a draft or a source is looked for, and is no file: told at once."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from command import sourceproof

DRAFT = "The harbour took 40 ferries in 2024.\n"
HUGE = 200_000_000_000  # bytes, none of which is on the disk


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)  # where we are: the address of a socket is short


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, HUGE)


MADE: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "it is a pipe, and no file"),
    "socket": (_socket, "it is a socket, and no file"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "it is a device, and no file"),
    "broken link": (lambda path: path.symlink_to("nowhere"), "No such file or directory"),
    "link in a circle": (lambda path: path.symlink_to(path), "Too many levels of symbolic links"),
    "huge file": (_huge, "bytes; at most so many are read"),
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(DRAFT)
    for name, (make, _) in MADE.items():
        make(tmp_path / f"{name}.md")
    return tmp_path


def test_among_drafts_each_is_told_of_and_none_keeps_the_others_waiting(desk: Path) -> None:
    done = sourceproof("check", ".", "--offline", "--format", "json", cwd=desk)
    assert done.code == 2
    assert [r["article"]["path"] for r in json.loads(done.out) if r["statements"]] == ["good.md"]
    for name, (_, said) in MADE.items():
        (line,) = [line for line in done.err.splitlines() if f"sourceproof: {name}.md " in line]
        assert line.endswith(said)


@pytest.mark.parametrize("name", ["pipe", "device", "huge file"])
def test_as_a_source_it_is_told_of_too(desk: Path, name: str) -> None:
    done = sourceproof("check", "good.md", "--source", f"{name}.md", "--offline", cwd=desk)
    assert (done.code, done.out) == (2, "")
    assert done.err.strip().endswith(MADE[name][1])


def test_a_name_that_is_too_long_is_told_in_a_line(desk: Path) -> None:
    done = sourceproof("check", "a" * 300 + ".md", "--offline", cwd=desk)
    assert done.code == 2
    assert "Traceback" not in done.err
    assert done.err.strip().endswith("cannot be read: File name too long")


def test_a_pipe_of_the_shell_is_read_to_its_end(desk: Path) -> None:
    """As `check <(pandoc draft.odt)` hands it over."""
    flags = ("--source", "good.md", "--format", "json")
    done = sourceproof("check", "/dev/stdin", *flags, cwd=desk, stdin=DRAFT.encode(), fresh=True)
    assert done.code == 0, done.err
    assert done.report["article"]["text"] == DRAFT.strip()


def test_what_comes_on_standard_input_is_held_to_the_limit_as_it_comes(desk: Path) -> None:
    done = sourceproof("check", "-", "--offline", cwd=desk, stdin=b"a" * 5_000_001)
    assert (done.code, done.out) == (2, "")
    assert "standard input has more than 5,000,000 bytes" in done.err
