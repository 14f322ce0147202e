"""Excuses that nothing needs: told on stderr and in the report, failing only where asked to."""

import json
from pathlib import Path

import pytest
from command import Done, sourceproof

SOURCE = "The harbour took 40 ferries in 2024. The pier is closed for repairs until May.\n"
FALSE = "The harbour took 41 ferries in 2024.\n"
RIGHT = "The harbour took 40 ferries in 2024.\n"
USED = '[[ignore]]\nrule = "SP204"\npath = "drafts/a.md"\nreason = "Counted by us"\n'
UNUSED = '[[ignore]]\nrule = "SP304"\nsource = "paper.example"\nreason = "Our readers have it"\n'
ELSEWHERE = '[[ignore]]\nrule = "SP204"\npath = "archive/**"\nreason = "Printed"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(FALSE)
    (tmp_path / "drafts" / "b.md").write_text(RIGHT)
    (tmp_path / "source.txt").write_text(SOURCE)
    (tmp_path / "sourceproof.toml").write_text(USED + UNUSED + ELSEWHERE)
    return tmp_path


def check(desk: Path, *flags: object, draft: str = "drafts") -> Done:
    named = ("check", draft, "--source", "source.txt", "--format", "json")
    return sourceproof(*named, *flags, cwd=desk)


def notes(done: Done, name: str) -> list[str]:
    told = json.loads(done.out)
    limits = [x for each in (told if isinstance(told, list) else [told]) for x in each["limits"]]
    return [limit["note"] for limit in limits if limit["name"] == name]


def test_an_ignore_of_the_configuration_that_covers_nothing_is_told_once(desk):
    """Not one that is needed, nor one for a path where nothing was looked at."""
    done = check(desk)
    assert done.code == 0
    (note,) = notes(done, "configured_ignores_unused")
    assert "SP304, source paper.example" in note
    assert done.err.count("covering no finding of this run") == 1
    assert "archive" not in done.err


def test_a_single_draft_says_nothing_of_what_others_may_need(desk):
    """A hook that is handed one file cannot know."""
    done = check(desk, draft="drafts/b.md")
    assert notes(done, "configured_ignores_unused") == []


@pytest.mark.parametrize(
    ("host", "is_told"), [("www.paper.example", False), ("away.example", True)]
)
def test_what_could_not_be_looked_at_may_need_its_excuse(desk, host, is_told):
    """A day on which a source is away makes no excuse stale, in the file nor in the draft."""
    (desk / "drafts" / "b.md").write_text(
        '<!-- sourceproof-ignore SP204 reason="Counted by us" -->\n\n'
        f"The pier [took 90 ships in 2024](https://{host}/).\n"
    )
    done = check(desk, "--offline")
    assert bool(notes(done, "configured_ignores_unused")) is is_told
    assert notes(done, "ignores_unused") == []


def test_what_is_left_out_because_it_was_asked_for_is_no_reason_to_look(desk):
    """A clean draft is a line in the terminal, with --new-only too."""
    (desk / "sourceproof.toml").write_text(USED)
    done = sourceproof("check", "drafts", "--source", "source.txt", "--new-only", cwd=desk)
    assert done.out.split() == [
        "✓",
        "drafts/a.md",
        "✓",
        "drafts/b.md",
        "2",
        "drafts:",
        "2",
        "passed.",
    ]


def test_a_draft_that_could_not_be_read_may_need_an_excuse_too(desk):
    (desk / "drafts" / "c.docx").write_bytes(b"no document")
    done = check(desk)
    assert done.code == 2
    assert notes(done, "configured_ignores_unused") == []


@pytest.mark.parametrize(
    ("word", "code", "is_told"), [("fail", 1, True), ("warn", 0, True), ("pass", 0, False)]
)
def test_a_stale_excuse_fails_only_where_that_is_asked_for(desk, word, code, is_told):
    """The gate in the report says by what; "pass" leaves it in the report alone."""
    done = check(desk, "--on-stale-excuses", word)
    assert done.code == code
    assert ("covering no finding" in done.err) is is_told
    assert notes(done, "configured_ignores_unused")
    failed_by = [report["gate"]["failed_by"] for report in json.loads(done.out)]
    assert failed_by == ([["stale_excuses"], []] if code else [[], []])


def test_what_a_baseline_holds_of_a_draft_that_is_gone_is_told(desk):
    """Where its finding came along with a renamed file it is still needed."""
    (desk / "sourceproof.toml").write_text("")
    known = ("--baseline", "known.toml")
    assert check(desk, *known, "--update-baseline", "--reason", "Printed").code == 0
    (desk / "drafts" / "a.md").rename(desk / "drafts" / "z.md")
    moved = check(desk, *known)
    assert (moved.code, notes(moved, "baseline_of_gone_drafts")) == (0, [])
    (desk / "drafts" / "z.md").unlink()
    gone = check(desk, *known, "--on-stale-excuses", "fail")
    assert gone.code == 1
    (note,) = notes(gone, "baseline_of_gone_drafts")
    assert "drafts/a.md, SP204" in note
