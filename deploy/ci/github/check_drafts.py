"""Check drafts in a job of GitHub Actions, and tell it in every place that GitHub has for it. I/O.

Run by the action beside it, with the Python that Sourceproof is installed in. The inputs stand in
the environment, never in a command line; whatever a draft or a source says cannot act on the
runner, for commands are stopped while anything but our own annotations is printed.
"""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from comment import Unpublished, publish

FINDINGS, NOTHING_CHECKED = 1, 3
FILES = {"sarif": "report.sarif", "junit": "report.xml", "markdown": "report.md"}
# Of GITHUB_STEP_SUMMARY, by the runner's documentation.
SUMMARY_BYTES = 1024 * 1024
WORST_FIRST = ("fail", "inconclusive", "pass")
MEANINGS = {
    1: "Findings over the threshold.",
    2: "The check could not be made, or not of all drafts: the log says why.",
    3: "Nothing was checked, so nothing could be found: the report says why.",
    4: "Too much could not be checked.",
    5: "The server is not available.",
}


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the workflow asks for."""

    drafts: tuple[str, ...]
    arguments: tuple[str, ...]
    folder: Path
    passes_unchecked: bool
    annotates: bool
    summarises: bool
    comments: bool


def main(environ: Mapping[str, str]) -> int:
    """Check, write and tell; return the code that the step is to end with."""
    inputs = read_inputs(environ)
    inputs.folder.mkdir(parents=True, exist_ok=True)
    report = inputs.folder / "report.json"
    report.unlink(missing_ok=True)
    code = check(inputs, report)
    outputs = {"exit-code": str(code)}
    if report.exists():
        outputs |= {"gate": worst_gate(report), "report": str(report)}
        render(report, inputs.folder)
        outputs |= {fmt: str(inputs.folder / name) for fmt, name in FILES.items()}
        if inputs.annotates:
            annotate(report)
        tell(inputs, Path(outputs["markdown"]), environ)
    write_outputs(Path(environ["GITHUB_OUTPUT"]), outputs)
    return ended(code, inputs)


def read_inputs(environ: Mapping[str, str]) -> Inputs:
    """Read the inputs; end the step with 2 where one of them makes no sense."""
    drafts = lines(environ["DRAFTS"])
    if not drafts:
        refuse("`drafts` names nothing.")
    return Inputs(
        drafts=drafts,
        arguments=lines(environ.get("ARGUMENTS", "")),
        folder=Path(environ.get("FOLDER", "").strip() or "sourceproof-report"),
        passes_unchecked=chosen(environ, "NOTHING_CHECKED", ("fail", "pass")) == "pass",
        annotates=chosen(environ, "ANNOTATIONS", ("true", "false")) == "true",
        summarises=chosen(environ, "SUMMARY", ("true", "false")) == "true",
        comments=chosen(environ, "COMMENT", ("false", "true")) == "true",
    )


def lines(text: str) -> tuple[str, ...]:
    """Give the lines that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def chosen(environ: Mapping[str, str], name: str, words: tuple[str, ...]) -> str:
    """Read one of a few words; the first is the default."""
    word = environ.get(name, "").strip() or words[0]
    if word not in words:
        refuse(f"`{name.lower().replace('_', '-')}` is {' or '.join(words)}.")
    return word


def refuse(message: str) -> None:
    """End the step as a wrong call of the command ends."""
    print(f"::error title=Sourceproof::{message}")
    sys.exit(2)


def check(inputs: Inputs, report: Path) -> int:
    """Run the check once; its progress goes to the log."""
    ours = ("--format", "json", "--output", str(report))
    with commands_stopped():
        return run("check", *inputs.arguments, *ours, "--", *inputs.drafts).returncode


def render(report: Path, folder: Path) -> None:
    """Make the further formats of the report, beside it."""
    formats = [f"--format={fmt}" for fmt in FILES]
    with commands_stopped():
        run("render", str(report), *formats, "--output", f"{folder}/").check_returncode()


def annotate(report: Path) -> None:
    """Print the annotations, which are made to be commands."""
    run("render", str(report), "--format", "github").check_returncode()


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command that stands beside this Python."""
    sys.stdout.flush()
    command = Path(sys.executable).with_name("sourceproof")
    return subprocess.run([command, *arguments], check=False)  # noqa: S603  no shell reads it


@contextmanager
def commands_stopped() -> Iterator[None]:
    """Have the runner take what is printed for text alone."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        yield
    finally:
        print(f"::{token}::", flush=True)


def worst_gate(report: Path) -> str:
    """Give the worst gate of the reports; empty where there is none."""
    data = json.loads(report.read_text(encoding="utf-8"))
    gates = {each["gate"]["result"] for each in (data if isinstance(data, list) else [data])}
    return next((gate for gate in WORST_FIRST if gate in gates), "")


def tell(inputs: Inputs, markdown: Path, environ: Mapping[str, str]) -> None:
    """Put the report on the page of the job, and on the pull request. Failing fails nothing."""
    text = markdown.read_text(encoding="utf-8")
    page = environ.get("GITHUB_STEP_SUMMARY")
    if inputs.summarises and page and len(text.encode()) < SUMMARY_BYTES:
        with Path(page).open("a", encoding="utf-8") as file:
            file.write(text)
    if inputs.comments:
        try:
            publish(text, environ)
        except Unpublished as err:
            print(f"::warning title=Sourceproof::No comment was written: {err}")


def write_outputs(file: Path, outputs: Mapping[str, str]) -> None:
    """Give the outputs of the step; a delimiter that nobody can guess ends each."""
    with file.open("a", encoding="utf-8") as out:
        for name, value in outputs.items():
            delimiter = f"sourceproof_{secrets.token_hex(16)}"
            out.write(f"{name}<<{delimiter}\n{value}\n{delimiter}\n")


def ended(code: int, inputs: Inputs) -> int:
    """Say what the code means, and give the one to end with."""
    passes = code == NOTHING_CHECKED and inputs.passes_unchecked
    if code == FINDINGS:
        print(MEANINGS[code])  # the annotations say it: one more would take the place of one
    elif code:
        level = "warning" if passes else "error"
        meaning = MEANINGS.get(code, "The check did not end as it should.")
        print(f"::{level} title=Sourceproof::{meaning} (exit code {code})")
    return 0 if passes else code


if __name__ == "__main__":
    sys.exit(main(os.environ))
