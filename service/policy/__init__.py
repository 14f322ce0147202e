"""Rules, findings and the gate: a report and a policy in, the judged report out. Pure."""

from service.policy.comparing import (
    ChangedSource,
    ChangedVerdict,
    Comparison,
    Why,
    compare,
    paired,
)
from service.policy.deciding import BY_DISPUTE, Ground, Ruling, decided, grounds_of
from service.policy.findings import find_findings
from service.policy.gate import exit_code, gate_of, judge
from service.policy.identity import fingerprint, normal_text
from service.policy.measures import (
    RESTING_ON_EVIDENCE,
    checkable,
    checked,
    could_not_check_share,
    count,
    coverage,
    reader_verifiable,
    reader_verifiable_share,
)
from service.policy.placing import Places
from service.policy.policy import OnInconclusive, Policy, make_policy, parse_fail_on
from service.policy.rule import Hit, Rule
from service.policy.rules import RULES, RULES_BY_ID
from service.policy.selections import plain_reason

__all__ = [
    "BY_DISPUTE",
    "RESTING_ON_EVIDENCE",
    "RULES",
    "RULES_BY_ID",
    "ChangedSource",
    "ChangedVerdict",
    "Comparison",
    "Ground",
    "Hit",
    "OnInconclusive",
    "Places",
    "Policy",
    "Rule",
    "Ruling",
    "Why",
    "checkable",
    "checked",
    "compare",
    "could_not_check_share",
    "count",
    "coverage",
    "decided",
    "exit_code",
    "find_findings",
    "fingerprint",
    "gate_of",
    "grounds_of",
    "judge",
    "make_policy",
    "normal_text",
    "paired",
    "parse_fail_on",
    "plain_reason",
    "reader_verifiable",
    "reader_verifiable_share",
]
