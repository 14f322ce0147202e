"""The self-test: a gate that nothing can fail is told, by the user's own configuration."""

from dataclasses import replace
from pathlib import Path

import pytest
from command import sourceproof, without_network

from service.policy import RULES, judge
from service.settings import Settings
from workers.cli.configuration import configure
from workers.cli.self_test.faults import PLANTED
from workers.cli.self_test.running import check_faults, gate_fails


@pytest.fixture(scope="module")
def faults():
    """The report on the draft of faults; every rule is on."""
    return check_faults(Settings())


def configured(tmp_path: Path, text: str):
    (tmp_path / "sourceproof.toml").write_text(text, encoding="utf-8")
    return configure({}, near=str(tmp_path / "x.html"), named=None)


def test_every_rule_is_planted_and_found(faults):
    """So that a gate on any one of them can be proved."""
    assert {finding.rule for finding in faults.findings} == {rule.id for rule in RULES}
    assert {rule.id for rule in RULES} == PLANTED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_gate_on_one_rule_alone_is_proved(faults, tmp_path, rule):
    """Whichever it is."""
    can_fail, words = gate_fails(faults, configured(tmp_path, f'fail-on = ["{rule.id}"]'))
    assert can_fail
    assert words.endswith(f"failed by {rule.id}")


ERRORS = ("SP101", "SP102", "SP103", "SP104", "SP201", "SP204", "SP205", "SP206", "SP306")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail-on = []", "fail-on names nothing"),
        (
            "[severity]\n" + "".join(f'{rule.id} = "off"\n' for rule in RULES),
            "0 findings on 29 planted faults, 29 rules of them off",
        ),
        (
            "[severity]\n" + "".join(f'{rule} = "note"\n' for rule in ERRORS),
            "none of those that count is an error",
        ),
        ('[[ignore]]\npath = "**"\nreason = "quiet"', "suppressed, and none"),
        ('fail-on = ["SP204"]\n[severity]\nSP204 = "off"', "none of those that count is one of"),
        ('[[paths]]\nmatch = "*"\nfail-on = []', "fail-on names nothing"),
    ],
)
def test_a_configuration_that_cannot_fail_is_told_and_why(faults, tmp_path, text, said):
    """By severities, by what fails, by ignores, by paths."""
    can_fail, words = gate_fails(faults, configured(tmp_path, text))
    assert not can_fail
    assert words.startswith("this configuration cannot fail: ")
    assert said in words
    assert str(tmp_path / "sourceproof.toml") in words


def test_a_check_that_misses_its_own_faults_proves_nothing(faults, tmp_path):
    """A broken checker is told, not taken for a sound gate."""
    broken = replace(faults, findings=tuple(f for f in faults.findings if f.rule != "SP105"))
    can_fail, words = gate_fails(broken, configured(tmp_path, ""))
    assert not can_fail
    assert words == "the self-test did not find its own faults: SP105"
    assert judge(faults, configured(tmp_path, "").policy).findings == faults.findings


def test_the_command_proves_the_gate_without_a_network_or_a_draft(tmp_path):
    """Exit code 0 where the gate failed as it must, else 2; stdout stays empty."""
    proved = without_network("check", "--self-test", fresh=True)
    assert (proved.code, proved.out) == (0, "")
    assert "the gate can fail: of 29 planted faults it failed by SP" in proved.err
    (tmp_path / "sourceproof.toml").write_text("fail-on = []")
    useless = sourceproof("check", "--self-test", cwd=tmp_path)
    assert (useless.code, useless.out) == (2, "")
    assert "this configuration cannot fail" in useless.err
