"""`sourceproof baseline`: what is excused is shown, and what no longer occurs is dropped."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from command import sourceproof

from service.domain import Report, Verdict
from service.errors import UsageError
from service.policy import NO_BASELINE, Accepting, Baseline, Policy, judge, renewed, write_baseline
from service.rendering import report_to_dict
from service.settings import Settings
from workers.cli.baseline import prune, show
from workers.cli.excusing.file import BaselineFile
from workers.cli.self_test.faults import DRAFT
from workers.cli.self_test.running import check_faults

ACCEPTING = Accepting("Ann", date(2026, 1, 10), date(2026, 2, 1), "asked the port")


@pytest.fixture(scope="module")
def report() -> Report:
    """The report on a draft with a fault of every rule."""
    return check_faults(Settings())


@pytest.fixture
def baseline(report) -> Baseline:
    return renewed(NO_BASELINE, report, "a.html", ACCEPTING)


@pytest.fixture
def path(tmp_path, baseline) -> Path:
    """A baseline of all that is found in it."""
    (tmp_path / "known.toml").write_text(write_baseline(baseline), encoding="utf-8")
    return tmp_path / "known.toml"


def test_all_that_is_excused_is_shown_with_who_why_and_until_when(path, baseline):
    """Drafts that are gone and entries that expired are named as such."""
    told, number = show(path), len(baseline.entries)
    assert told.startswith(f"{path}: {number} findings excused, the oldest ")
    assert f", {number} expired" in told.splitlines()[0]
    assert "\na.html (gone)\n" in told
    assert told.count("asked the port (Ann, 2026-01-10, until 2026-02-01, EXPIRED)") == number
    assert all(entry.statement in told for entry in baseline.entries)


def test_what_a_draft_or_an_author_wrote_moves_no_terminal(path, baseline, capsys):
    """Whoever can write a statement or a reason can write no line and no colour of ours."""
    hostile = "a\x1b[31m\n::error::b\u202e"
    first = replace(baseline.entries[0], draft="gone.md", statement=hostile, reason=hostile)
    path.write_text(write_baseline(Baseline((first,))), encoding="utf-8")
    told = show(path)
    prune(path, [])
    told += capsys.readouterr().err
    assert told.count("a ::error::b") == 3
    assert not set("\x1b\u202e") & set(told)


def test_what_the_draft_no_longer_has_is_dropped(path, baseline, capsys):
    """A statement that was taken out, a source that is cited no more, a draft that is gone."""
    draft = path.with_name("a.html")
    draft.write_text(DRAFT, encoding="utf-8")
    prune(path, [])
    assert BaselineFile(path).read() == baseline
    taken = "Experts say that the sand will be back within ten years."
    edited = DRAFT.replace(taken, "").replace("https://gone.", "https://found.")
    draft.write_text(edited, encoding="utf-8")
    prune(path, [])
    dropped = set(baseline.entries) - set(BaselineFile(path).read().entries)
    assert {entry.statement for entry in dropped} == {taken, ""}
    assert {entry.rule for entry in dropped} == {"SP301", "SP404"}
    assert "dropped from a.html: SP301 https://gone.lindhaven.example/1950" in (
        capsys.readouterr().err
    )
    draft.unlink()
    prune(path, [])
    assert BaselineFile(path).read().entries == ()


def test_what_a_report_no_longer_finds_is_dropped_and_no_more(path, baseline, report, monkeypatch):
    """The statement stands, its sources were read, and the finding is not there."""
    monkeypatch.chdir(path.parent)
    fixed = tuple(
        replace(a, verdict=Verdict.SUPPORTED, values=(), differing=())
        if "41,000" in a.statement.text
        else a
        for a in report.assessments
    )
    again = judge(replace(report, assessments=fixed, findings=()), Policy())
    again = replace(again, article=replace(again.article, path="a.html"))
    stored = Path("report.json")
    stored.write_text(json.dumps(report_to_dict(again)), encoding="utf-8")
    prune(path, [stored])
    dropped = set(baseline.entries) - set(BaselineFile(path).read().entries)
    assert {entry.rule for entry in dropped} == {"SP204"}
    nameless = replace(again, article=replace(again.article, path=None))
    stored.write_text(json.dumps(report_to_dict(nameless)), encoding="utf-8")
    with pytest.raises(UsageError, match="name no draft"):
        prune(path, [stored])


def test_the_configured_baseline_is_meant_where_none_is_named(path):
    """From the folder that we are in; none there is a usage error."""
    none = sourceproof("baseline", "show", cwd=path.parent)
    assert (none.code, none.out) == (2, "")
    path.with_name("sourceproof.toml").write_text('baseline = "known.toml"\n')
    assert "known.toml: " in sourceproof("baseline", "show", cwd=path.parent).out
    assert sourceproof("baseline", "prune", cwd=path.parent).code == 0
    path.write_text("version = 1\n[[excused]]\nrule = 3\n")
    broken = sourceproof("baseline", "prune", cwd=path.parent)
    assert broken.code == 2
    assert "known.toml:3: rule is a text" in broken.err
