"""No change excuses itself: settings, patterns and moved drafts, held to a revision."""

import subprocess
from pathlib import Path

import pytest
from command import Done, sourceproof

SOURCE = """The harbour of Lindhaven

The harbour took 40 ferries in 2024. The harbour master said the pier would be closed for
repairs until May. Fishing boats may use the north quay.
"""
DRAFT = """# Ferries

The harbour took 41 ferries in 2024. The pier is closed for repairs until May.

Fishing boats may use the north quay. The harbour master spoke of repairs of the pier.
"""
# A number that differs is told as contradicted where its own rule is off.
OFF = '[severity]\nSP204 = "off"\nSP201 = "off"\n'
BASE = ("--baseline-from", "HEAD")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository of a draft with one error (SP204), its source and a configuration."""
    write(tmp_path, "drafts/ferries.md", DRAFT)
    write(tmp_path, "source.txt", SOURCE)
    write(tmp_path, "sourceproof.toml", "max-could-not-check = 50\n")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def git(folder: Path, *words: str) -> None:
    own = ("-c", "user.name=Ann", "-c", "user.email=ann@paper.example")
    command = ["git", *own, *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "As it stands")


def check(desk: Path, *flags: object, draft: str = "drafts/ferries.md") -> Done:
    named = ("check", draft, "--source", "source.txt", "--format", "json")
    return sourceproof(*named, *flags, cwd=desk)


def told(done: Done, name: str) -> list[str]:
    return [limit["note"] for limit in done.report["limits"] if limit["name"] == name]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (OFF, "severity of SP204"),
        ('[severity]\nnumber-differs = "note"\n', "severity of SP204"),
        ('[[paths]]\nmatch = "drafts/**"\nseverity = { SP204 = "warning" }\n', "severity of SP204"),
        ('fail-on = ["SP101"]\n', "fail-on"),
    ],
    ids=["off", "lowered", "of a path", "fail-on"],
)
def test_a_change_that_loosens_the_gate_is_judged_by_the_gate_as_it_was(desk, text, named):
    """And told, in the report too; once it stands at the revision it holds."""
    assert check(desk, *BASE).code == 1
    write(desk, "sourceproof.toml", text)
    assert check(desk).code == 0  # without a base the configuration is taken as it stands
    held = check(desk, *BASE)
    assert held.code == 1
    assert named in held.err
    assert named in told(held, "settings_not_approved")[0]
    assert check(desk, *BASE, "--allow-baseline-changes").code == 0
    commit(desk)
    assert check(desk, *BASE).code == 0


def test_a_nearer_or_a_new_configuration_is_a_change_too(desk):
    """What holds for a draft at the revision is found upwards there, as it would be now."""
    write(desk, "drafts/sourceproof.toml", OFF)
    assert (check(desk).code, check(desk, *BASE).code) == (0, 1)
    (desk / "drafts" / "sourceproof.toml").unlink()
    (desk / "sourceproof.toml").unlink()
    write(desk, "pyproject.toml", OFF.replace("severity", "tool.sourceproof.severity"))
    assert (check(desk).code, check(desk, *BASE).code) == (0, 1)
    write(desk, "own.toml", OFF)
    flags = ("--config", "own.toml")
    assert (check(desk, *flags).code, check(desk, *flags, *BASE).code) == (0, 1)


def test_what_a_change_tightens_holds_at_once_and_is_not_told(desk):
    """Whoever is stricter need not wait for approval."""
    write(desk, "sourceproof.toml", 'fail-on = ["SP205"]\n')
    commit(desk)
    assert check(desk, *BASE).code == 0
    write(desk, "sourceproof.toml", 'fail-on = ["SP204", "SP205"]\n')
    done = check(desk, *BASE)
    assert done.code == 1
    assert "loosened" not in done.err


def test_flags_are_of_whoever_runs_the_step_and_hold_as_they_are(desk):
    """A file of the change can write none."""
    done = check(desk, *BASE, "--fail-on", "SP101")
    assert done.code == 0
    assert "loosened" not in done.err


def test_a_file_that_made_no_sense_at_the_revision_said_nothing_there(desk):
    """A mended configuration is not held to what nobody could read."""
    write(desk, "sourceproof.toml", "no toml [\n")
    commit(desk)
    write(desk, "sourceproof.toml", "max-could-not-check = 90\n")
    done = check(desk, *BASE)
    assert done.code == 1
    assert "max-could-not-check" in done.err


def test_a_draft_that_the_change_excludes_is_checked_all_the_same(desk):
    """Else a pattern beside it would take it out of sight."""
    write(desk, "drafts/ships.md", DRAFT)
    write(desk, "sourceproof.toml", 'exclude = ["ships.md", "ferries.md"]\n')
    assert check(desk, draft="drafts").code == 2
    assert len(check(desk, *BASE, draft="drafts").report) == 2
    commit(desk)
    assert check(desk, *BASE, draft="drafts").code == 2


@pytest.mark.parametrize("base", [BASE, ("--changed-since", "HEAD")], ids=["from", "since"])
def test_a_renamed_draft_keeps_what_it_was_excused_for(desk, base):
    """Under its new name it is the same draft, and what is new in it is as new as ever."""
    mark = '<!-- sourceproof-ignore SP204 reason="Counted by us" -->\n\n'
    write(desk, "drafts/ferries.md", DRAFT.replace("The harbour took", f"{mark}The harbour took"))
    commit(desk)
    text = (desk / "drafts" / "ferries.md").read_text()
    (desk / "drafts" / "ferries.md").unlink()
    write(desk, "published/ferries-2024.md", text)
    done = check(desk, *base, draft="published/ferries-2024.md")
    assert done.code == 0, done.err
    assert "not counted" not in done.err
    new = f"\n{mark}The harbour took 45 ferries in 2024.\n"
    write(desk, "published/ferries-2024.md", text + new)
    done = check(desk, *base, draft="published/ferries-2024.md")
    assert done.code == 1
    assert "brought by this change, and not counted" in done.err


def test_an_ignore_of_another_draft_that_is_gone_comes_with_no_new_one(desk):
    """A draft that shares nothing with one that went away is not that one."""
    mark = '<!-- sourceproof-ignore SP204 reason="Counted by us" -->\n\n'
    write(desk, "drafts/old.md", f"{mark}{DRAFT}\n{'A line of its own. ' * 9}")
    commit(desk)
    (desk / "drafts" / "old.md").unlink()
    head = "---\nsourceproof:\n  ignore:\n    - {rule: SP204, reason: let me}\n---\n"
    write(desk, "drafts/new.md", f"{head}The harbour took 45 ferries in 2024.\n")
    assert check(desk, draft="drafts/new.md").code == 0
    assert check(desk, *BASE, draft="drafts/new.md").code == 1
