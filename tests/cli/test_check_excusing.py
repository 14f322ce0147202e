"""What excuses findings, from the command line: baseline, draft, configuration, and a base."""

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from command import Done, sourceproof

from service.errors import UsageError
from service.policy import Baseline, Entry, read_baseline
from workers.cli.configuration import configure
from workers.cli.excusing.file import BaselineFile

SOURCE = """The harbour of Lindhaven

The harbour took 40 ferries in 2024. The harbour master said the pier would be closed for
repairs until May. Fishing boats may use the north quay.
"""
DRAFT = """# Ferries

The harbour took 41 ferries in 2024. The pier is closed for repairs until May.

Experts warn that the quay may sink.
"""


def today() -> date:
    """Give the day as a command knows it: the tests may have been collected the day before."""
    return datetime.now(UTC).date()


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with a draft of three findings, one of them an error, and its source."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "ferries.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def check(newsroom: Path, *flags: object, draft: str = "drafts/ferries.md") -> Done:
    named = ("check", draft, "--source", "source.txt", "--format", "json")
    return sourceproof(*named, *flags, cwd=newsroom)


def counting(done: Done) -> list[str]:
    return [f["rule"] for f in done.report["findings"] if f["suppressed_by"] is None]


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def git(folder: Path, *words: str) -> None:
    own = ("-c", "user.name=Ann", "-c", "user.email=ann@paper.example")
    command = ["git", *own, *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_a_baseline_excuses_what_was_found_and_lets_what_is_new_count(newsroom):
    """It is made once; then a moved paragraph is quiet, and a new fault is the only finding."""
    first = check(newsroom, "--baseline", "known.toml")
    assert (first.code, first.out) == (2, "")
    assert "known.toml is not there; --update-baseline makes it" in first.err
    made = check(
        newsroom, "--baseline", "known.toml", "--update-baseline", "--reason", "asked the port"
    )
    assert (made.code, counting(made)) == (0, [])
    assert "known.toml: 3 findings added, 0 renewed, 0 dropped; 3 in all" in made.err
    entry = read_baseline((newsroom / "known.toml").read_text(), "b").entries[0]
    assert (entry.draft, entry.reason) == ("drafts/ferries.md", "asked the port")
    assert (entry.added, entry.until) == (today(), today() + timedelta(days=180))

    head, one, two = DRAFT.strip().split("\n\n")
    again = f"{head}\n\n{two}\n\n{one.replace('. The', chr(46) + chr(10) + 'The')}\n"
    (newsroom / "drafts" / "ferries.md").write_text(again, encoding="utf-8")
    moved = check(newsroom, "--baseline", "known.toml")
    assert (moved.code, counting(moved)) == (0, [])
    assert "3 findings excused by the baseline, the oldest 0 days" in moved.err
    excuse = moved.report["findings"][0]["suppression"]
    assert (excuse["kind"], excuse["reason"]) == ("baseline", "asked the port")

    edit(newsroom / "drafts" / "ferries.md", "41", "42")
    changed = check(newsroom, "--baseline", "known.toml", "--new-only")
    assert (changed.code, counting(changed)) == (1, ["SP204"])
    assert [f["rule"] for f in changed.report["findings"]] == ["SP204"]


def test_what_excused_too_long_counts_again_and_tells_who_it_was(newsroom):
    """The age of the oldest is told as long as it holds."""
    check(newsroom, "--baseline", "known.toml", "--update-baseline")
    file = BaselineFile(newsroom / "known.toml")
    old = today() - timedelta(days=94)
    _ = file.change(lambda b: Baseline(tuple(_aged(e, old, None) for e in b.entries)))
    held = check(newsroom, "--baseline", "known.toml")
    assert "the oldest 94 days" in held.err
    assert held.report["limits"] == []
    _ = file.change(lambda b: Baseline(tuple(_aged(e, old, old) for e in b.entries)))
    expired = check(newsroom, "--baseline", "known.toml")
    assert (expired.code, len(counting(expired))) == (1, 3)
    assert f"Ann, until {old}" in expired.err


def _aged(entry: Entry, added: date, until: date | None) -> Entry:
    shared = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    return Entry(**{**shared, "author": "Ann", "added": added, "until": until})


def test_a_changed_source_reopens_what_was_excused_of_it(newsroom):
    """The editor who excused it saw another passage."""
    check(newsroom, "--baseline", "known.toml", "--update-baseline")
    edit(newsroom / "source.txt", "40 ferries", "39 ferries")
    reopened = check(newsroom, "--baseline", "known.toml")
    assert "SP204" in counting(reopened)
    assert "in the baseline on other evidence, and counting again" in reopened.err


@pytest.mark.parametrize(
    ("text", "said"),
    [("nonsense", "known.toml:1: a line of a baseline is"), ("version = 9", "known.toml:1:")],
)
def test_a_file_that_is_no_baseline_ends_the_run_before_anything_is_checked(newsroom, text, said):
    """With exit code 2 and the line."""
    (newsroom / "known.toml").write_text(text, encoding="utf-8")
    done = check(newsroom, "--baseline", "known.toml")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_draft_suppresses_with_a_reason_and_an_unused_ignore_is_told(newsroom):
    """In the report with the reason; the one that covers nothing can be taken away."""
    marks = (
        '<!-- sourceproof-ignore SP204 reason="the port recounted" until=2999-12-31 -->\n\n'
        "The harbour took"
    )
    edit(newsroom / "drafts" / "ferries.md", "The harbour took", marks)
    edit(
        newsroom / "drafts" / "ferries.md",
        "sink.",
        "sink. <!-- sourceproof-ignore SP301 reason=x -->",
    )
    done = check(newsroom)
    assert (done.code, counting(done)) == (0, ["SP202", "SP404"])
    (excused,) = [f for f in done.report["findings"] if f["suppressed_by"]]
    assert (excused["rule"], excused["suppressed_by"]) == ("SP204", "the draft")
    assert excused["suppression"] == {
        "kind": "inline",
        "reason": "the port recounted",
        "by": None,
        "since": None,
        "until": "2999-12-31",
    }
    assert "covering no finding, to be taken away: line 7, SP301" in done.err


def test_each_draft_is_judged_by_the_configuration_nearest_to_it_and_by_its_path(newsroom):
    """In a run of many; what a flag says holds for all."""
    for name in ("opinion", "news"):
        (newsroom / name).mkdir()
        (newsroom / name / "a.md").write_text(DRAFT, encoding="utf-8")
    (newsroom / "sourceproof.toml").write_text(
        """
        [[paths]]
        match = "opinion/**"
        severity = {number-differs = "note"}
        [[ignore]]
        rule = "vague-plural-sources"
        path = "opinion/**"
        reason = "columns may speak of experts"
        """
    )
    (newsroom / "news" / "sourceproof.toml").write_text('[severity]\nSP202 = "off"\n')
    names = ("drafts/ferries.md", "opinion/a.md", "news/a.md")
    done = sourceproof("check", *names, "--source", "source.txt", "--format", "json", cwd=newsroom)
    assert done.code == 1
    by_path = {
        report["article"]["path"]: {
            f["rule"]: f["severity"] for f in report["findings"] if not f["suppressed_by"]
        }
        for report in json.loads(done.out)
    }
    assert by_path["drafts/ferries.md"] == {
        "SP204": "error",
        "SP202": "warning",
        "SP404": "warning",
    }
    assert by_path["opinion/a.md"] == {"SP204": "note", "SP202": "warning"}
    assert by_path["news/a.md"] == {"SP204": "error", "SP404": "warning"}
    alone = check(newsroom, draft="opinion/a.md")
    assert alone.code == 0
    assert check(newsroom, "--fail-on", "SP204", draft="opinion/a.md").code == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fial-on = []", "fial-on: is not a setting that exists; did you mean fail-on?"),
        ('[[paths]]\nmatch = "x"\nfail-onn = []', "did you mean fail-on?"),
        (
            "[fetch]\ntmeout = 3",
            "fetch.tmeout: is not a setting that exists; did you mean timeout?",
        ),
        ('[severity]\nquote-alterd = "off"', "did you mean quote-altered?"),
        ('[[paths]]\nmatch = "x"\nfail-on = ["SP999"]', "is no rule and no verdict"),
        ('[[ignore]]\nrule = "SP204"', "[[ignore]] gives no reason"),
    ],
)
def test_what_the_configuration_misspells_is_an_error_with_the_likely_word(newsroom, text, said):
    """A misspelt setting is silent nowhere, also where no draft of the run is meant."""
    (newsroom / "sourceproof.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        configure({}, near=str(newsroom / "drafts" / "ferries.md"), named=None)
    assert said in caught.value.detail


def test_a_change_cannot_excuse_itself(newsroom):
    """With a base only what stood there excuses; its owner may allow the rest."""
    git(newsroom, "init", "-q")
    git(newsroom, "add", ".")
    git(newsroom, "commit", "-qm", "Drafts")
    check(newsroom, "--baseline", "known.toml", "--update-baseline", "--reason", "let me")
    base = ("--baseline", "known.toml", "--baseline-from", "HEAD")
    refused = check(newsroom, *base)
    assert (refused.code, len(counting(refused))) == (1, 3)
    assert "brought by this change, and not counted" in refused.err
    assert check(newsroom, *base, "--allow-baseline-changes").code == 0
    git(newsroom, "add", ".")
    git(newsroom, "commit", "-qm", "Excuse what was looked at")
    assert check(newsroom, *base).code == 0

    edit(newsroom / "drafts" / "ferries.md", "41", "42")
    mark = '<!-- sourceproof-ignore SP204 reason="let me" -->\n\nThe harbour'
    edit(newsroom / "drafts" / "ferries.md", "The harbour", mark)
    inline = check(newsroom, *base)
    assert (inline.code, counting(inline)) == (1, ["SP204"])
    git(newsroom, "commit", "-qam", "Let me")
    assert check(newsroom, *base).code == 0
    unknown = check(newsroom, "--baseline-from", "no-such-branch")
    assert unknown.code == 2
    assert "no-such-branch: no revision that git knows" in unknown.err


def _add(path: Path, number: int) -> None:
    entry = Entry("a.md", "SP202", "known", "Ann", today(), f"{number:064x}", "ab")
    BaselineFile(path).change(lambda baseline: Baseline((*baseline.entries, entry)))


def test_updates_at_one_moment_lose_nothing_and_leave_no_other_file(tmp_path):
    """Each waits for the other, and reads what it wrote."""
    spawning = get_context("fork")
    path = tmp_path / "known.toml"
    running = [spawning.Process(target=_add, args=(path, number)) for number in range(12)]
    for process in running:
        process.start()
    for process in running:
        process.join(60)
    assert [process.exitcode for process in running] == [0] * 12
    assert len(BaselineFile(path).read().entries) == 12
    assert [each.name for each in tmp_path.iterdir()] == ["known.toml"]
