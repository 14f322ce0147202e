"""`sourceproof check --server`, by the door a user takes, against a running service."""

import json
import os
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.command import HEEDING_CTRL_C, Done, sourceproof
from fixtures_client import Service
from fixtures_flow import DRAFT, SOURCE, until
from troubles import hang
from web import LocalWeb

from service.client import Client
from service.domain import DecisionAction, JobStatus, Submission, Verdict
from service.policy import exit_code_of
from service.store import open_store
from workers.cli.configuration import configure
from workers.cli.excusing import Excusing, excused_all
from workers.cli.remote.judging import judged_here
from workers.cli.remote.uploading import draft_of

Ask = Callable[..., Done]


@pytest.fixture
def ask(service: Service, tmp_path: Path) -> Ask:
    """Run a check on the service, with its key in the environment."""
    tmp_path.joinpath("draft.md").write_bytes(DRAFT)

    def run(*arguments: object, **environ: str) -> Done:
        known = {"SOURCEPROOF_SERVER": service.address, "SOURCEPROOF_API_KEY": service.key}
        given = arguments or ("draft.md",)
        return sourceproof("check", *given, environ={**known, **environ}, cwd=tmp_path)

    return run


def test_a_draft_is_checked_by_the_server_and_reported_as_a_local_check_does(
    ask: Ask, service: Service, tmp_path: Path
) -> None:
    """The same statements, verdicts, findings, gate and exit code; progress on stderr alone."""
    there = ask("draft.md", "--format", "json")
    web = service.web.environ()
    here = sourceproof("check", "draft.md", "--format", "json", environ=web, cwd=tmp_path)
    assert (there.code, here.code) == (0, 0), there.err
    for part in ("statements", "counts", "findings", "gate", "coverage", "article"):
        assert there.report[part] == here.report[part]
    assert "draft.md: fetching 1 source" in there.err
    assert "draft.md: completed" in there.err
    assert service.key not in there.err + there.out


def test_the_gate_is_that_of_the_callers_own_policy(ask: Ask, tmp_path: Path) -> None:
    """Flags and the configuration file decide, severities too, that the server never hears of."""
    assert ask("draft.md", "--fail-on", "supported").code == 2
    tmp_path.joinpath("poor.md").write_text("Everyone says that the council met on Monday.\n")
    assert ask("poor.md").code == 3
    assert ask("poor.md", "--fail-on", "no_source_given").code == 1
    tmp_path.joinpath("sourceproof.toml").write_text('[severity]\nSP401 = "error"\n')
    assert ask("poor.md").code == 1


def test_what_a_draft_asks_to_have_passed_over_is_followed_as_in_a_check_made_here(
    ask: Ask, service: Service, tmp_path: Path
) -> None:
    """The draft is here, and the server's word that it follows none is taken back."""
    tmp_path.joinpath("sourceproof.toml").write_text('[severity]\nSP401 = "error"\n')
    ignore = '<!-- sourceproof-ignore SP401 reason="seen by all" -->\n\n'
    text = DRAFT.decode() + f"\n{ignore}Everyone says that the council met on Monday.\n"
    tmp_path.joinpath("asks.md").write_text(text)
    there = ask("asks.md", "--format", "json")
    web = service.web.environ()
    here = sourceproof("check", "asks.md", "--format", "json", environ=web, cwd=tmp_path)
    assert (there.code, here.code) == (0, 0), there.err
    for part in ("findings", "gate", "limits"):
        assert there.report[part] == here.report[part]
    excused = [f["rule"] for f in there.report["findings"] if f["suppressed_by"] == "the draft"]
    assert excused == ["SP401"]


@pytest.mark.parametrize("action", [DecisionAction.OVERRIDE, DecisionAction.DISPUTE])
def test_what_editors_decided_on_the_server_counts_here(
    client: Client, action: DecisionAction, tmp_path: Path
) -> None:
    """By the caller's own policy: what they suppressed stays so, and so does a dispute."""
    tmp_path.joinpath("sourceproof.toml").write_text('[severity]\nSP401 = "error"\n')
    text = DRAFT + b"\nEveryone says that the council met on Monday.\n"
    submission = Submission(text, "text/markdown", filename="draft.md")
    done = client.wait(client.submit(draft_of(submission)).id)
    verdict = Verdict.SUPPORTED if action is DecisionAction.OVERRIDE else None
    client.decide(done.id, "st2", action, by="Ann", reason="Asked.", verdict=verdict)
    own = configure({}, near=str(tmp_path / "draft.md"), named=None)
    judged = judged_here("draft.md", submission, client.report(done.id), own)
    (report,) = excused_all([judged], Excusing())
    found = [f for f in report.findings if f.statement_id == "st2"]
    assert {f.suppressed_by for f in found} == {f"{action} by Ann"}
    code = exit_code_of(report.gate, own.policy)
    assert code == (0 if action is DecisionAction.OVERRIDE else 4)


@pytest.mark.parametrize(
    ("form", "mark"),
    [("markdown", "#"), ("html", "<!doctype html>"), ("sarif", '"version": "2.1.0"')],
)
def test_every_format_is_written_here(ask: Ask, form: str, mark: str) -> None:
    """As a local check writes them, to the file that was named too."""
    assert mark in ask("draft.md", "--format", form).out


def test_several_drafts_and_their_sources_go_at_once(ask: Ask, tmp_path: Path) -> None:
    """A file given as a source is read here and sent as text; the reports keep their order."""
    tmp_path.joinpath("notes.txt").write_text("The mayor opened the bridge in Lindholm.")
    tmp_path.joinpath("bridge").write_text("# Bridge\n\nThe mayor opened the bridge in Lindholm.\n")
    done = ask("draft.md", "bridge", SOURCE, "--source", "notes.txt", "--format", "json")
    titles = [report["article"]["title"] for report in json.loads(done.out)]
    assert titles[1:] == ["Bridge", "Minutes"], done.err
    (mayor,) = [s for s in json.loads(done.out)[1]["statements"] if "mayor" in s["text"]]
    assert mayor["verdict"] == "supported"


def test_a_key_may_stand_in_a_file(ask: Ask, service: Service, tmp_path: Path) -> None:
    """So that it is on no list of processes; a wrong one ends with 2 and the server's words."""
    tmp_path.joinpath("key").write_text(f"{service.key}\n")
    assert ask("draft.md", "--api-key", "@key", SOURCEPROOF_API_KEY="wrong").code == 0
    wrong = ask("draft.md", "--api-key", "sp_wrong")
    assert (wrong.code, wrong.out) == (2, "")
    assert "The key is unknown" in wrong.err
    assert ask("draft.md", "--api-key", "@none").code == 2


def test_no_configuration_of_a_repository_sends_the_key_of_the_environment_elsewhere(
    ask: Ask, service: Service, tmp_path: Path
) -> None:
    """Who may change the file is not who holds the key; nor may the file have another file read."""
    file = tmp_path / "sourceproof.toml"
    file.write_text('server = "http://127.0.0.1:9"\n')
    other = ask("draft.md")
    assert (other.code, other.out) == (2, "")
    assert "SOURCEPROOF_SERVER" in other.err
    assert service.key not in other.err
    file.write_text(f'server = "{service.address}"\n')
    assert ask("draft.md").code == 0  # the environment says the same
    file.write_text('api-key = "@key"\n')
    assert ask("draft.md").code == 2


def test_a_draft_that_the_server_refuses_ends_with_2_beside_the_reports_of_others(
    ask: Ask, tmp_path: Path
) -> None:
    """One bad draft sinks none of the rest."""
    tmp_path.joinpath("empty.md").write_text(" \n")
    tmp_path.joinpath("dots.md").write_text("***\n\n---\n")
    done = ask("empty.md", "dots.md", "draft.md", "--format", "json")
    assert done.code == 2
    assert "empty.md: The file is empty. (/file)" in done.err
    assert "dots.md: the server's check failed: " in done.err
    *unread, report = json.loads(done.out)  # a list, since several were named
    assert [each["job"]["status"] for each in unread] == ["failed", "failed"]
    assert unread[0]["limits"][0]["note"] == "The file is empty. (/file)"
    assert report["counts"]["supported"] == 1


@pytest.mark.parametrize(
    "flags",
    [("--offline",), ("--replay", "x"), ("--record", "x"), ("--cache", "x"), ("--time-budget", 9)],
    ids=lambda flags: flags[0],
)
def test_what_only_a_check_made_here_can_do_is_refused(ask: Ask, flags: tuple[object, ...]) -> None:
    """Nothing is sent that was asked to be kept offline."""
    done = ask("draft.md", *flags)
    assert done.code == 2
    assert "made here" in done.err


@pytest.mark.parametrize(("choice", "code"), [(None, 5), ("warn", 0), ("pass", 0)])
def test_a_server_that_is_away_ends_with_5_unless_the_user_lets_it_pass(
    ask: Ask, choice: str | None, code: int
) -> None:
    """In words that nobody takes for a passed check."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    flags = ("--on-unavailable", choice) if choice else ()
    done = ask("draft.md", "--server", address, *flags)
    assert (done.code, done.out) == (code, "")
    assert "not checked" in done.err.lower()


@pytest.mark.parametrize(
    ("address", "words"), [("ftp://a.test", "http://host"), ("http://u:p@a.test", "password")]
)
def test_an_address_that_is_none_is_a_usage_error(ask: Ask, address: str, words: str) -> None:
    """Told before anything is sent."""
    done = ask("draft.md", "--server", address)
    assert done.code == 2
    assert words in done.err


def test_something_else_that_answers_is_not_taken_for_the_service(
    ask: Ask, local_web: LocalWeb
) -> None:
    """A page in place of the API: 5, for it may be a proxy that has its hour."""
    local_web.routes["*", "/v1/verifications"] = "<h1>Welcome</h1>"
    assert ask("draft.md", "--server", local_web.address).code == 5


def test_ctrl_c_cancels_what_was_begun_on_the_server(service: Service, tmp_path: Path) -> None:
    """And the command ends at once, as an interrupted one does."""
    service.web.add(SOURCE + "/slow", hang)
    draft = tmp_path / "slow.md"
    draft.write_text(f"The council [met]({SOURCE}/slow).\n")
    environ = {**os.environ, "SOURCEPROOF_API_KEY": service.key}
    command = [*HEEDING_CTRL_C, "check", draft, "--server", service.address]

    def statuses() -> list[JobStatus]:
        with open_store(service.tools.engine, reading=True) as store:
            return [v.status for v in store.list("desk", limit=1)]

    with subprocess.Popen(
        command,
        env=environ,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        until(lambda: service.web.count(SOURCE + "/slow") > 0)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "cancelled" in said
    assert statuses() == [JobStatus.CANCELLED]
