"""What a user who mistypes is told: the flag's own name, and what there is."""

import json
from pathlib import Path

import pytest
from command import sourceproof

from service.rendering.formats import FORMATS

DRAFT = "The harbour took 40 ferries in 2024.\n"


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--fail-on", "bar"), "sourceproof: fail-on: 'bar' is no rule"),
        (("--max-could-not-check", "200"), "sourceproof: max-could-not-check: "),
        (("--on-inconclusive", "maybe"), "sourceproof: on-inconclusive: "),
    ],
)
def test_a_wrong_value_is_told_by_the_name_of_its_flag_and_by_no_pointer(
    tmp_path: Path, flags: tuple[str, ...], said: str
) -> None:
    (tmp_path / "a.md").write_text(DRAFT)
    done = sourceproof("check", "a.md", *flags, cwd=tmp_path)
    assert done.code == 2
    assert said in done.err
    assert "(/" not in done.err


@pytest.mark.parametrize(
    ("group", "command"), [("keys", "create"), ("baseline", "prune"), ("db", "upgrade")]
)
def test_a_group_without_a_command_says_which_there_are(group: str, command: str) -> None:
    done = sourceproof(group)
    assert done.code == 2
    assert command in done.out + done.err


def test_the_help_of_check_names_every_format() -> None:
    """It is written out there, for to load the formats would double the time of every help."""
    told = set(sourceproof("check", "--help").out.replace(",", " ").replace(".", " ").split())
    assert set(FORMATS) <= told


def test_a_worker_says_what_is_wrong_before_it_touches_the_record(tmp_path: Path) -> None:
    environ = {"SOURCEPROOF_DATA_DIR": str(tmp_path / "data")}
    wrong = sourceproof("worker", "--queues", "colect", environ=environ)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("sourceproof: no queue colect; there are ")
    assert "no broker is named" in sourceproof("worker", environ=environ).err
    assert not (tmp_path / "data").exists()


def test_pairs_are_scored_from_stdin_too() -> None:
    row = {"id": 1, "statement": DRAFT, "source": DRAFT}
    done = sourceproof("score", "-", stdin=json.dumps(row).encode())
    assert (done.code, json.loads(done.out)["verdict"]) == (0, "supported")
