"""`sourceproof check --changed-since`: in repositories as git makes them."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from command import Done, sourceproof
from docx import Document
from web import LocalWeb

PORT, PILOTS = "https://port.example/2025", "https://pilots.example/staff"
SHIPS = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
HIRED = "The Pilot Service of Lindholm hired nine pilots in April 2025."
FIRST = f"# The harbour\n\n[{SHIPS}]({PORT})\n\n[{HIRED}]({PILOTS})\n"
Check = Callable[..., Done]


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@paper.example")
    environ = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *who, *words],  # noqa: S607  the machine's own
        cwd=folder,
        check=True,
        capture_output=True,
        env=environ,
        timeout=60,
    )


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Drafts")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with one draft on `main`, and a branch for the change."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "harbour.md").write_text(FIRST)
    commit(tmp_path)
    git(tmp_path, "checkout", "-q", "-b", "change")
    return tmp_path


@pytest.fixture
def check(desk: Path, local_web: LocalWeb) -> Check:
    local_web.page(PORT, f"<article><p>{SHIPS}</p></article>")
    local_web.page(PILOTS, f"<article><p>{HIRED}</p></article>")

    def run(*more: object, since: str = "main") -> Done:
        flags = (".", "--changed-since", since, "--format", "json", *more)
        return sourceproof("check", *flags, environ=local_web.environ(), cwd=desk)

    return run


def statements(done: Done) -> list[str]:
    return [s["text"] for report in json.loads(done.out) for s in report["statements"]]


def test_nothing_changed_is_a_pass_that_says_so(check: Check, local_web: LocalWeb) -> None:
    """No change needs no check: the code is 0, no source is asked, and the words are clear."""
    done = check()
    assert (done.code, json.loads(done.out), local_web.asked) == (0, [], [])
    assert "no draft changed since main (" in done.err


def test_only_the_statement_that_changed_is_checked_and_the_rest_is_said(
    check: Check, desk: Path, local_web: LocalWeb
) -> None:
    """Sources of what did not change are not asked for; what was left out is a counted limit."""
    (desk / "harbour.md").write_text(FIRST.replace("412", "512"))
    done = check()
    assert statements(done) == [SHIPS.replace("412", "512")]
    (report,) = json.loads(done.out)
    assert [source["url"] for source in report["sources"]] == [PORT]
    assert local_web.count(PILOTS) == 0
    (limit,) = report["limits"]
    assert (limit["name"], limit["limit"]) == ("changed_since", 2)
    assert "were not checked" in limit["note"]
    assert done.code == 1


def test_a_moved_paragraph_changes_nothing(check: Check, desk: Path) -> None:
    """Statements are known by their words, not by their lines; typography makes no difference."""
    paragraphs = FIRST.split("\n\n")
    moved = "\n\n".join([paragraphs[0], paragraphs[2].strip(), paragraphs[1].strip()])
    (desk / "harbour.md").write_text(moved.replace("Harbour Office", "Harbour  Office"))
    done = check()
    assert (done.code, statements(done)) == (0, [])
    assert "no statement changed since main" in done.err


def test_another_link_under_the_same_words_is_a_change(check: Check, desk: Path) -> None:
    (desk / "harbour.md").write_text(FIRST.replace(f"]({PORT})", f"]({PILOTS})"))
    assert statements(check()) == [SHIPS]


def test_a_renamed_draft_is_compared_with_what_it_was(check: Check, desk: Path) -> None:
    """Whether git was told of the move or not."""
    (desk / "harbour.md").unlink()
    (desk / "2025").mkdir()
    (desk / "2025" / "port.md").write_text(
        FIRST + f"\n[{HIRED.replace('nine', 'ten')}]({PILOTS})\n"
    )
    assert statements(check()) == [HIRED.replace("nine", "ten")]
    commit(desk)
    assert statements(check()) == [HIRED.replace("nine", "ten")]


def test_a_new_draft_is_checked_whole_tracked_or_not(check: Check, desk: Path) -> None:
    (desk / "new.md").write_text(f"[{SHIPS}]({PORT})\n")
    done = check()
    assert (done.code, statements(done)) == (0, [SHIPS])
    assert json.loads(done.out)[0]["limits"] == []


def test_what_others_changed_on_main_since_is_not_this_change(check: Check, desk: Path) -> None:
    """The merge base is compared with, as in a pull request."""
    git(desk, "checkout", "-q", "main")
    (desk / "harbour.md").write_text(FIRST.replace("412", "900"))
    commit(desk)
    git(desk, "checkout", "-q", "change")
    assert statements(check()) == []


def test_word_documents_and_pages_are_compared_by_what_they_say(check: Check, desk: Path) -> None:
    """A file that was saved again and says the same has no changed statement."""

    def save(page: str) -> None:
        document = Document()
        document.add_paragraph(HIRED)
        document.core_properties.comments = f"beside {page}"
        document.save(desk / "story.docx")
        (desk / "page.html").write_text(f"<p><a href='{PORT}'>{page}</a></p>\n")

    save(SHIPS)
    commit(desk)
    save(SHIPS.replace("412", "512"))
    done = check(since="HEAD")
    assert statements(done) == [SHIPS.replace("412", "512")]


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "HEAD~9"])
def test_a_revision_that_is_not_there_is_a_usage_error(check: Check, revision: str) -> None:
    done = check(since=revision)
    assert (done.code, done.out) == (2, "")
    assert "no such revision" in done.err


def test_a_shallow_clone_is_told_how_to_get_the_revision(
    desk: Path, local_web: LocalWeb, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (desk / "harbour.md").write_text(FIRST.replace("412", "512"))
    commit(desk)
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth", "1", "-b", "change", desk.as_uri(), ".")
    done = sourceproof("check", ".", "--changed-since", "origin/main", cwd=clone)
    assert done.code == 2
    assert "fetch-depth: 0" in done.err


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(SHIPS)
    done = sourceproof("check", ".", "--changed-since", "main", cwd=tmp_path)
    assert done.code == 2
    assert "in no repository" in done.err
