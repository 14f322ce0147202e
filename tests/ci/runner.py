"""GitHub's runner, as far as the action needs one: steps of action.yml, commands of a log."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
CI = ROOT / "deploy" / "ci"
ACTION = CI / "github"
TIMEOUT = 120  # seconds


@dataclass(frozen=True, slots=True)
class Step:
    """What a step left: its code, its log, the commands in it, its outputs and its page."""

    code: int
    log: str
    commands: tuple[str, ...]
    outputs: Mapping[str, str]
    page: str
    folder: Path = field(repr=False)


def environment(**more: str) -> dict[str, str]:
    """Give a clean environment in which the command of these tests is on the path."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("SOURCEPROOF_", "GITHUB_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{clean['PATH']}"
    return {**clean, "PATH": path, "NO_COLOR": "1", **more}


def run_step(
    number: int, workspace: Path, inputs: Mapping[str, str], environ: Mapping[str, str]
) -> Step:
    """Run one step of action.yml in bash, as its text says, in a made environment of a runner."""
    action = yaml.safe_load((ACTION / "action.yml").read_text())
    step = action["runs"]["steps"][number]
    given = {name: spec.get("default", "") for name, spec in action["inputs"].items()} | inputs
    temp = workspace.parent / "temp"
    temp.mkdir(exist_ok=True)
    # Where the step before would have installed it.
    home = temp / "sourceproof"
    if number and not home.exists():
        home.symlink_to(sys.prefix)
    files = {name: temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    said = {name: _filled(value, given) for name, value in step["env"].items()}
    of_runner = {
        "GITHUB_ACTION_PATH": str(ACTION),
        "RUNNER_TEMP": str(temp),
        **{name: str(file) for name, file in files.items()},
    }
    done = subprocess.run(
        ["/bin/bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=workspace,
        env=environment(**{**of_runner, **said, **environ}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=TIMEOUT,
        check=False,
    )
    log = done.stdout.decode()
    outputs = _outputs(files["GITHUB_OUTPUT"].read_text())
    page = files["GITHUB_STEP_SUMMARY"].read_text()
    return Step(done.returncode, log, tuple(_commands(log)), outputs, page, workspace)


def _filled(text: str, inputs: Mapping[str, str]) -> str:
    """Fill in expressions; the token is the runner's own."""
    filled = re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: inputs[found[1]], text)
    return filled.replace("${{ github.token }}", "ghs_made_up")


def _commands(log: str):
    """Yield the workflow commands that a runner would act on: none while they are stopped."""
    token = None
    for line in log.splitlines():
        if token is not None:
            token = None if line.strip() == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::").strip()
        elif line.lstrip().startswith("::") or "##[" in line:
            yield line


def _outputs(text: str) -> dict[str, str]:
    found = re.findall(r"^([a-z-]+)<<(\S+)\n(.*?)\n\2$", text, re.MULTILINE | re.DOTALL)
    return {name: value for name, _, value in found}
