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


def test_zsh_is_told_the_commands() -> None:
    asked = {"_SOURCEPROOF_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "sourceproof c"}
    assert '"check":' in sourceproof(environ=asked, fresh=True).out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", {"check", "render", "serve", "doctor"}),
        ("check --wat", {"--watch"}),
        ("check --format s", {"sarif"}),
        ("check --explain SP30", {"SP301", "SP308"}),
        ("check --fail-on contradicted,not", {"contradicted,not_found"}),
        ("check --on-inconclusive w", {"warn"}),
        ("render --format j", {"json", "junit"}),
    ],
)
def test_a_shell_can_complete_commands_flags_and_their_values(
    line: str, expected: set[str]
) -> None:
    words = f"sourceproof {line}"
    asked = {"_SOURCEPROOF_COMPLETE": "complete_bash", "COMP_CWORD": str(words.count(" "))}
    said = sourceproof(environ={**asked, "COMP_WORDS": words}, fresh=True)
    assert expected <= {value.strip() for value in said.out.split("\n")}
