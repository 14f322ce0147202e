"""The GitHub action, run as its own file says, in a made environment of a runner."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ci.runner import ACTION, CI, ROOT, Step, run_step
from jsonschema import Draft7Validator
from published import SARIF, published
from web import Answer, Asked, LocalWeb

sys.path.insert(0, str(ACTION))
import check_drafts
import comment

SENTENCE = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
OTHER = "The Harbour Office of Lindholm recorded 512 ships in March 2025."
# A name by which a pull request might try to speak to the runner.
NAME = "drafts/::error::a,b%0A.md"


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Step]:
    """A draft with another number than its source, and one that holds, in one run."""
    workspace = tmp_path_factory.mktemp("job") / "workspace"
    (workspace / "drafts").mkdir(parents=True)
    with LocalWeb() as web:
        url = web.page("https://port.example/2025", f"<article><p>{SENTENCE}</p></article>")
        (workspace / NAME).write_text(f"# ::error::Ships\n\n[{OTHER}]({url})\n")
        (workspace / "drafts" / "right.md").write_text(f"[{SENTENCE}]({url})\n")
        yield run_step(1, workspace, {"drafts": "drafts\n"}, web.environ())


def test_the_step_ends_with_the_code_of_the_check_and_tells_it(failed: Step) -> None:
    """1 is 1: a finding over the threshold fails the job."""
    assert failed.code == 1, failed.log
    assert failed.outputs["exit-code"] == "1"
    assert failed.outputs["gate"] == "fail"
    assert "Findings over the threshold." in failed.log


def test_annotations_are_all_that_the_runner_acts_on(failed: Step) -> None:
    """Neither the name of a draft nor its title nor the progress is a command."""
    assert failed.commands
    for command in failed.commands:
        match = re.fullmatch(r"::(error|warning|notice) file=([^,]*),line=(\d+),.*?::.*", command)
        assert match, command
        assert match[2] == "drafts/%3A%3Aerror%3A%3Aa%2Cb%250A.md"
        assert match[3] == "3"
    assert any("SP204 number-differs" in command for command in failed.commands)


def test_every_report_stands_where_the_outputs_say(failed: Step) -> None:
    """One check, and all further formats from its report."""
    files = {name: failed.folder / failed.outputs[name] for name in ("report", "sarif", "junit")}
    assert len(json.loads(files["report"].read_text())) == 2
    Draft7Validator(published(SARIF)).validate(json.loads(files["sarif"].read_text()))
    assert files["junit"].read_text().count("<testsuite ") == 2
    assert "512" in (failed.folder / failed.outputs["markdown"]).read_text()


def test_the_page_of_the_job_has_the_report(failed: Step) -> None:
    """Where an editor without a terminal looks."""
    assert failed.page.startswith(comment.MARKER)
    assert "1 not passed" in failed.page


def test_nothing_checked_is_red(tmp_path: Path) -> None:
    """Never green because nothing was looked at."""
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (workspace / "draft.md").write_text(f"[{SENTENCE}](https://port.example/2025)\n")
    step = run_step(1, workspace, {"drafts": "draft.md", "arguments": "--offline\n"}, {})
    assert step.code == 3
    assert step.outputs["exit-code"] == "3"
    assert step.commands[-1].startswith("::error title=Sourceproof::Nothing was checked")


@pytest.mark.parametrize(
    ("code", "said", "ends"), [(3, "pass", 0), (3, "fail", 3), (4, "pass", 4), (0, "pass", 0)]
)
def test_nothing_checked_passes_where_the_user_says_so_and_is_told_even_then(
    capsys: pytest.CaptureFixture[str], code: int, said: str, ends: int
) -> None:
    """And only that: no other code is let through by it."""
    inputs = check_drafts.read_inputs({"DRAFTS": "a.md", "NOTHING_CHECKED": said})
    assert check_drafts.ended(code, inputs) == ends
    level = "error" if ends else "warning"
    assert capsys.readouterr().out.startswith(f"::{level} " if code else "")


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"drafts": "\n"}, "`drafts` names nothing."),
        ({"drafts": "a.md", "nothing-checked": "maybe"}, "`nothing-checked` is fail or pass."),
        ({"drafts": "no-such-draft.md"}, "The check could not be made"),
    ],
)
def test_a_step_that_makes_no_sense_ends_with_2_and_says_why(
    tmp_path: Path, inputs: dict[str, str], words: str
) -> None:
    """And leaves no report of an earlier run for a later step to take for its own."""
    workspace = tmp_path / "workspace"
    (workspace / "sourceproof-report").mkdir(parents=True)
    earlier = workspace / "sourceproof-report" / "report.json"
    earlier.write_text("{}")
    step = run_step(1, workspace, inputs, {})
    assert step.code == 2
    assert words in step.commands[-1]
    assert "report" not in step.outputs


@pytest.mark.parametrize("version", ["", "0.1.0"])
def test_what_is_installed_is_the_actions_own_revision_or_the_version_named(
    tmp_path: Path, version: str
) -> None:
    """With hashes where it is ours; a stand-in for python writes down what it is asked."""
    workspace, tools = tmp_path / "workspace", tmp_path / "tools"
    workspace.mkdir()
    tools.mkdir()
    python = tools / "python3"
    python.write_text(
        '#!/bin/sh\necho "$@" >> "$CALLS"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
    )
    python.chmod(0o755)
    calls = tmp_path / "calls"
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    step = run_step(0, workspace, {"version": version}, {"PATH": path, "CALLS": str(calls)})
    assert step.code == 0, step.log
    installed = [line for line in calls.read_text().splitlines() if " install " in line]
    if version:
        assert [line.split()[-1] for line in installed] == ["sourceproof==0.1.0"]
    else:
        assert "--require-hashes" in installed[0]
        assert Path(installed[0].split()[-1]).resolve() == ROOT / "requirements.txt"
        assert Path(installed[1].split()[-1]).resolve() == ROOT


class Comments:
    """The comments of a pull request, as GitHub's API has them."""

    def __init__(self, web: LocalWeb) -> None:
        self.kept: list[dict] = []
        self.web = web
        web.routes["*", "/repos/o/r/issues/7/comments"] = self.answer

    def answer(self, asked: Asked) -> Answer:
        assert asked.headers["authorization"] == "Bearer ghs_made_up"
        if asked.method == "GET":
            page = int(re.search(r"[?&]page=(\d+)", asked.path)[1])
            return _json(self.kept[100 * (page - 1) : 100 * page])
        self.add("github-actions[bot]", json.loads(asked.body)["body"])
        return _json(self.kept[-1], 201)

    def add(self, author: str, body: str) -> None:
        one = {"id": len(self.kept) + 1, "user": {"login": author}, "body": body}
        self.kept.append(one)
        path = f"/repos/o/r/issues/comments/{one['id']}"
        self.web.routes["*", path] = lambda asked: self.update(one, asked)

    def update(self, one: dict, asked: Asked) -> Answer:
        assert asked.method == "PATCH"
        one["body"] = json.loads(asked.body)["body"]
        return _json(one)


def _json(data: object, status: int = 200) -> Answer:
    return Answer(json.dumps(data).encode(), status, {"content-type": "application/json"})


@pytest.fixture
def of_pull_request(tmp_path: Path, local_web: LocalWeb) -> dict[str, str]:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"number": 7}}))
    return {
        "GITHUB_API_URL": local_web.address,
        "GITHUB_REPOSITORY": "o/r",
        "GITHUB_EVENT_PATH": str(event),
        "TOKEN": "ghs_made_up",
    }


def test_the_comment_is_written_once_and_then_updated(
    local_web: LocalWeb, of_pull_request: dict[str, str]
) -> None:
    """Among more comments than a page of the API holds; the same text is not sent again."""
    there = Comments(local_web)
    for number in range(130):
        there.add("reader", f"remark {number}")
    for text in ("first", "second", "second"):
        comment.publish(f"{comment.MARKER}\n{text}", of_pull_request)
    ours = [each["body"] for each in there.kept if each["user"]["login"] != "reader"]
    assert ours == [f"{comment.MARKER}\nsecond"]
    assert [asked.method for asked in local_web.asked].count("PATCH") == 1


def test_somebody_elses_comment_with_our_marker_is_left_alone(
    local_web: LocalWeb, of_pull_request: dict[str, str]
) -> None:
    """Its author could change it afterwards to say what we did not."""
    there = Comments(local_web)
    there.add("reader", f"{comment.MARKER}\nAll passed!")
    comment.publish(f"{comment.MARKER}\nours", of_pull_request)
    assert [each["body"] for each in there.kept] == [
        f"{comment.MARKER}\nAll passed!",
        f"{comment.MARKER}\nours",
    ]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(status=403), "the API answered 403. may the token write on pull requests?"),
        (Answer(status=500), "the API answered 500."),
        (Answer(b"<html>"), "the API did not answer as it should."),
    ],
)
def test_a_comment_that_cannot_be_written_is_told_and_fails_nothing(
    local_web: LocalWeb, of_pull_request: dict[str, str], answer: Answer, words: str
) -> None:
    """A pull request from a fork has a token that may only read."""
    local_web.routes["*", "/repos/o/r/issues/7/comments"] = answer
    with pytest.raises(comment.Unpublished, match=re.escape(words)):
        comment.publish(f"{comment.MARKER}\ntext", of_pull_request)


def test_a_run_of_no_pull_request_has_no_comment(
    tmp_path: Path, of_pull_request: dict[str, str]
) -> None:
    """A push has none."""
    event = tmp_path / "push.json"
    event.write_text("{}")
    environ = of_pull_request | {"GITHUB_EVENT_PATH": str(event)}
    with pytest.raises(comment.Unpublished, match="no pull request"):
        comment.publish("text", environ)


def test_action_and_workflows_are_valid_and_safe() -> None:
    """By GitHub's own schemas, and by zizmor's strictest eye: no injection, no spare right."""
    workflows = sorted((CI / "workflows").glob("*.yml"))
    for arguments in (
        ["check-jsonschema", "--builtin-schema", "vendor.github-actions", ACTION / "action.yml"],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows],
        ["zizmor", "--offline", "--persona=pedantic", ACTION / "action.yml", *workflows],
    ):
        command = Path(sys.executable).with_name(str(arguments[0]))
        done = subprocess.run([command, *arguments[1:]], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
