"""`check --explain` and `rules`: what the rules' own files say, without a draft or a network."""

import re
import tomllib

import pytest
from command import without_network

from service.errors import UsageError
from service.policy import RULES, make_policy, parse_ignores
from workers.cli.explain import explained, listed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained_by_its_id_and_by_its_name(rule):
    """All that its file says, and settings that the configuration takes as they stand."""
    told = explained(rule.id)
    assert told == explained(rule.name) == explained(rule.name.replace("-", "_").upper())
    flowing = " ".join(told.split())
    for part in (rule.name, rule.finds, rule.why, rule.example, rule.advice):
        assert " ".join(part.split()) in flowing
    lines = re.findall(r"^ +((?:severity|fail-on) = .*)$", told, re.MULTILINE)
    settings = tomllib.loads("\n".join(lines))
    make_policy({"severities": settings["severity"], "fail_on": settings["fail-on"]})
    (table,) = re.findall(r"\[\[ignore\]\]\n(?: +\w+ = .*\n)+", told)
    assert parse_ignores(tomllib.loads(table)["ignore"], "c")[0].rule == rule.id
    assert max(map(len, told.splitlines())) <= 100


def test_what_is_no_rule_is_refused_with_the_nearest_name():
    """A verdict that no rule stands for is none either."""
    with pytest.raises(UsageError, match="did you mean quote-altered"):
        explained("quote-altred")
    with pytest.raises(UsageError, match="is no rule"):
        explained("supported")


def test_all_rules_are_listed_in_their_order():
    """A line each, so that they can be searched."""
    assert [line.split()[0] for line in listed().splitlines()] == [rule.id for rule in RULES]


def test_the_command_explains_without_a_network():
    """To stdout, since it was asked for; without a word nothing is checked."""
    done = without_network("check", "--explain", "SP104", fresh=True)
    assert (done.code, done.err) == (0, "")
    assert done.out == explained("SP104")
    assert without_network("check", "--explain", "SP999").code == 2
