"""Starting: each command loads what it needs, and no more."""

import re
import subprocess
import sys

import pytest
from cli.command import sourceproof

from workers.versions import versions_line

SERVERS = ("alembic", "celery", "fastapi", "kombu", "redis", "sqlalchemy", "uvicorn")


def _loaded_by(module: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def test_check_loads_no_server_no_record_and_no_queue() -> None:
    assert not _loaded_by("workers.cli.check") & set(SERVERS)


def test_the_flags_are_read_before_any_verb_is_loaded() -> None:
    assert not _loaded_by("workers.cli.app") & {"httpx2", "numpy", "pydantic", "trafilatura"}


def test_the_version_is_told_without_a_parser_of_flags_or_any_verb() -> None:
    code = "import sys; sys.argv[1:] = ['--version']; from workers.cli import main; main(); "
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print(*sys.modules)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    line, modules = done.stdout.splitlines()
    assert re.fullmatch(
        r"sourceproof \d+\.\d+\.\d+ \(rules \d+, extractor \S+/trafilatura-\S+, scorer \S+\)", line
    )
    heavy = {"typer", "rich", "trafilatura", "service.domain", "workers.assessing"}
    assert not set(modules.split()) & heavy


def test_the_version_is_the_same_wherever_it_is_asked() -> None:
    ours = sourceproof("--version", fresh=True)
    assert ours.out == sourceproof("--version", "check").out
    assert versions_line() == ours.out.strip()


@pytest.mark.parametrize(
    ("shell", "words"), [("bash", "COMP_WORDS"), ("zsh", "_TYPER_COMPLETE_ARGS")]
)
def test_a_shell_can_complete_commands_and_flags(shell: str, words: str) -> None:
    asked = {"_SOURCEPROOF_COMPLETE": f"complete_{shell}", "COMP_CWORD": "1"}
    commands = sourceproof(environ={**asked, words: "sourceproof "}, fresh=True).out
    assert {"check", "render", "serve", "doctor"} <= set(re.findall(r"\w+", commands))
