"""Starting: each command loads what it needs, and no more."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cli.command import sourceproof

from workers.versions import versions_line

WHAT_READS_PAGES = {"trafilatura", "htmldate", "justext", "courlan", "urllib3", "docx"}
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


@pytest.mark.parametrize("name", ["source.txt", "source.json"])
def test_a_draft_and_a_text_are_checked_without_what_reads_web_pages_and_documents(
    tmp_path: Path, name: str
) -> None:
    words = "The council of Marlow bought nine trams on Monday, and they run since then."
    (tmp_path / "draft.md").write_text(f"# Trams\n\n{words}\n")
    source = json.dumps({"articleBody": f"{words} " * 5}) if name.endswith("json") else words
    (tmp_path / name).write_text(source)
    run = ["check", "draft.md", "--offline", "--source", name, "--format", "concise"]
    code = "import sys; from workers.cli import main; sys.argv[1:] = {}\ntry: main()\nexcept {}"
    tell = "SystemExit: print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code.format(run, tell)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        cwd=tmp_path,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "workers.assessing.article" in loaded, done.stderr
    assert not loaded & {*WHAT_READS_PAGES, *SERVERS, "jinja2", "service.rendering.terminal"}
    assert not loaded & {"chardet", "numpy", "py3langid", "yaml"}


def test_the_front_door_loads_no_extractor_and_no_model() -> None:
    loaded = _loaded_by("service.app")
    assert not loaded & {*WHAT_READS_PAGES, "workers", "py3langid", "numpy", "lxml", "rapidfuzz"}


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
