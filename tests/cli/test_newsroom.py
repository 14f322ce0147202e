"""Three changes in a row to a newsroom's drafts, a baseline between; `make trial` has fifty."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from archive import TIMEMAP, LocalArchive
from cli.command import Done, sourceproof
from newsroom.desk import (
    drafts,
    faults,
    serve,
    serve_budget,
    third_change,
    with_budget,
    write_drafts,
)
from newsroom.planted import FERRY_PAGE, LOST
from newsroom.trial import weigh
from web import LocalWeb

MADE = with_budget(drafts()[:6], 5)
PLANTED = [fault for fault in faults() if fault.draft <= 6]
# What the matcher finds of these today; tests/eval measures how good it is.
FOUND = {"SP101", "SP204", "SP206"}
# Of each of these rules one fault, each in a draft of its own.
ON_ITSELF = {
    "SP207",
    "SP303",
    "SP305",
    "SP306",
    "SP307",
    "SP405",
    "SP501",
    "SP502",
    "SP503",
    "SP504",
}
KNOWN = ("--baseline", "known.json")


@pytest.fixture
def check(tmp_path: Path, local_web: LocalWeb) -> Callable[..., Done]:
    serve(local_web)
    serve_budget(local_web, "12.4")
    write_drafts(tmp_path / "drafts", MADE)

    def run(*flags: str) -> Done:
        given = ("check", "drafts", "--format", "json", *flags)
        return sourceproof(*given, environ=local_web.environ(), cwd=tmp_path)

    return run


def _standing(done: Done) -> list[tuple[str, str]]:
    return [
        (report["article"]["path"], finding["rule"])
        for report in json.loads(done.out)
        for finding in report["findings"]
        if finding["suppressed_by"] is None
    ]


def test_only_what_is_new_is_told_after_the_first_change(
    check: Callable[..., Done], tmp_path: Path, local_web: LocalWeb
) -> None:
    """A changed source and a misquotation are two findings; a moved paragraph is none."""
    first = check()
    outcome = weigh(json.loads(first.out), MADE, PLANTED)
    assert {line.split()[1] for line in outcome.found} >= FOUND
    assert outcome.false == ()
    assert first.code == 1
    accepted = check(*KNOWN, "--update-baseline", "--reason", "known since spring")
    assert (accepted.code, _standing(accepted)) == (0, [])
    serve_budget(local_web, "13.9")
    write_drafts(tmp_path / "drafts", third_change(MADE, moved=2, misquoted=6))
    third = check(*KNOWN, "--new-only")
    assert third.code == 1
    assert _standing(third) == [("drafts/draft-05.docx", "SP204"), ("drafts/draft-06.md", "SP101")]


def test_what_a_draft_keeps_from_readers_and_what_its_sources_are_is_found(
    tmp_path: Path, local_web: LocalWeb
) -> None:
    """Hidden, lost, later, copied and own pages, a language not compared, AI and review."""
    planted = [fault for fault in faults() if fault.rule in ON_ITSELF]
    numbers = {fault.draft for fault in planted}
    made = tuple(draft for draft in drafts() if draft.number in numbers)
    serve(local_web)
    LocalArchive(local_web).hold(LOST, {"20250310120000": FERRY_PAGE})
    write_drafts(tmp_path / "drafts", made)
    environ = {**local_web.environ(), "SOURCEPROOF_ARCHIVES": TIMEMAP}
    done = sourceproof("check", "drafts", "--format", "json", environ=environ, cwd=tmp_path)
    outcome = weigh(json.loads(done.out), made, planted)
    assert outcome.missed == ()
    assert len(outcome.found) == len(ON_ITSELF)
