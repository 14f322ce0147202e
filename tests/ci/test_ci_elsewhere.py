"""The packages for other CIs, each run as its own file says: GitLab, shell, hook, server."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from ci.runner import CI, ROOT, TIMEOUT, environment
from fixtures_client import Service
from fixtures_flow import DRAFT
from web import LocalWeb

SENTENCE = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
OTHER = "The Harbour Office of Lindholm recorded 512 ships in March 2025."


def shell(script: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run lines as a CI does: in a shell that stops at the first that fails."""
    return subprocess.run(
        ["/bin/sh", "-e", "-c", script],
        cwd=folder,
        env=environment(**environ),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )


@pytest.fixture
def drafts(tmp_path: Path, local_web: LocalWeb) -> Path:
    """A folder of a draft whose number is another than its source's."""
    url = local_web.page("https://port.example/2025", f"<article><p>{SENTENCE}</p></article>")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ships.md").write_text(f"[{OTHER}]({url})\n")
    return tmp_path


def test_the_gitlab_job_leaves_its_reports_and_fails(drafts: Path, local_web: LocalWeb) -> None:
    """Its own lines, with a pip that installs nothing; artifacts are kept of a failed job too."""
    job = yaml.safe_load((CI / "gitlab.yml").read_text())["sourceproof"]
    tools = drafts / "tools"
    tools.mkdir()
    (tools / "pip").write_text('#!/bin/sh\necho "$@" > pip-was-asked\n')
    (tools / "pip").chmod(0o755)
    variables = {**job["variables"], "DRAFTS": "articles"}
    lines = [f'PATH="{tools}:$PATH"', *job["before_script"], *job["script"]]
    done = shell("\n".join(lines), drafts, **variables, **local_web.environ())
    assert done.returncode == 1, done.stderr
    assert (drafts / "pip-was-asked").read_text() == "install --quiet sourceproof\n"
    reports = {
        kind: drafts / path.replace("$REPORTS", variables["REPORTS"])
        for kind, path in job["artifacts"]["reports"].items()
    }
    (entry, *_) = json.loads(reports["codequality"].read_text())
    assert entry["location"] == {"path": "articles/ships.md", "lines": {"begin": 1}}
    assert 'file="articles/ships.md"' in reports["junit"].read_text()
    assert job["artifacts"]["when"] == "always"


def test_the_gitlab_template_is_valid() -> None:
    """By GitLab's own schema."""
    command = Path(sys.executable).with_name("check-jsonschema")
    arguments = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    done = subprocess.run(
        [command, *arguments, CI / "gitlab.yml"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_script_for_any_ci_makes_each_format_and_keeps_the_code(drafts: Path) -> None:
    """Without a network nothing was checked: 3, with every report there to say why."""
    line = f'sh "{CI / "check.sh"}" out "junit sarif gitlab" articles --offline'
    done = shell(line, drafts)
    assert done.returncode == 3
    assert "exit code 3: nothing was checked" in " ".join(done.stdout.split())
    made = {path.name for path in (drafts / "out").iterdir()}
    assert made == {"report.json", "report.xml", "report.sarif", "report.gitlab.json"}


def test_the_script_for_any_ci_leaves_no_earlier_report(drafts: Path) -> None:
    """A check that could not be made has none."""
    (drafts / "out").mkdir()
    (drafts / "out" / "report.json").write_text("{}")
    done = shell(f'sh "{CI / "check.sh"}" out junit articles --fail-on SP999', drafts)
    assert done.returncode == 2
    assert not list((drafts / "out").iterdir())


def test_the_container_holds_what_its_recipe_names() -> None:
    """What is copied is there, and what is run is the script that is tested here."""
    recipe = (CI / "Containerfile").read_text()
    lines = re.findall(r"^COPY (.*) \S+$", recipe, re.MULTILINE)
    copied = [name for line in lines for name in line.split()]
    assert "deploy/ci/check.sh" in copied
    assert all((ROOT / name).exists() for name in copied)
    assert '["sh", "/usr/local/bin/sourceproof-ci"]' in recipe
    assert "\nUSER 10001\n" in recipe


@pytest.mark.parametrize(
    ("linter", "names"),
    [
        # Pinning Debian's versions would break the build with each of its updates.
        ("hadolint --ignore DL3008", ["Containerfile"]),
        ("actionlint", ["workflows/drafts.yml", "workflows/server.yml"]),
    ],
)
def test_the_linters_of_others_have_nothing_against_it(linter: str, names: list[str]) -> None:
    """Where they are installed: one has no package that brings it whole."""
    if shutil.which(linter.split(maxsplit=1)[0]) is None:
        pytest.skip(f"no {linter.split(maxsplit=1)[0]} on this machine")
    files = " ".join(f'"{CI / name}"' for name in names)
    done = shell(f"{linter} {files}", CI)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_checks_the_drafts_of_a_commit_and_no_other_file(
    drafts: Path, local_web: LocalWeb
) -> None:
    """pre-commit hands its entry the files that match."""
    manifest = ROOT / ".pre-commit-hooks.yaml"
    command = Path(sys.executable).with_name("pre-commit")
    subprocess.run([command, "validate-manifest", manifest], check=True)
    (hook,) = yaml.safe_load(manifest.read_text())
    matches = re.compile(hook["files"]).search
    assert all(map(matches, ("articles/ships.md", "a.html", "b.docx", "c.txt")))
    assert not any(map(matches, ("a.md.py", "setup.py", "photo.jpg", "docx")))
    done = shell(f"{hook['entry']} articles/ships.md", drafts, **local_web.environ())
    assert done.returncode == 1
    assert "512" in done.stdout


def test_the_workflow_with_a_server_waits_for_it_and_takes_its_answer(
    service: Service, tmp_path: Path
) -> None:
    """Its own line, with address and key where the workflow puts them."""
    workflow = yaml.safe_load((CI / "workflows" / "server.yml").read_text())
    step = next(s for s in workflow["jobs"]["sourceproof"]["steps"] if s.get("name") == "Check")
    assert set(step["env"]) == {"SOURCEPROOF_SERVER", "SOURCEPROOF_API_KEY"}
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "lines.md").write_bytes(DRAFT)
    known = {"SOURCEPROOF_SERVER": service.address, "SOURCEPROOF_API_KEY": service.key}
    done = shell(step["run"], tmp_path, **known)
    assert done.returncode == 0, done.stderr
    assert "Sourceproof: drafts/lines.md: 1 statement: 1 supported" in done.stdout
