"""Rules, findings and the gate: a report and a policy in, the judged report out. Pure."""

from service.policy.baseline import (
    NO_BASELINE,
    Accepting,
    Baseline,
    Entry,
    is_partial,
    pruned,
    renewed,
    resolved,
)
from service.policy.baseline_file import read_baseline, write_baseline
from service.policy.comparing import (
    ChangedSource,
    ChangedVerdict,
    Comparison,
    Why,
    compare,
    paired,
)
from service.policy.deciding import BY_DISPUTE, Ground, Ruling, decided, grounds_of, redecided
from service.policy.excusing import (
    NEW_ONLY,
    Base,
    Excuses,
    Fault,
    excused,
    left_unfollowed,
    new_only,
    to_be_followed,
)
from service.policy.findings import find_findings
from service.policy.gate import exit_code, exit_code_of, gate_of, judge
from service.policy.identity import fingerprint, normal_text
from service.policy.ignoring import Ignore, approved_in, parse_ignores
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
from service.policy.patterns import fits
from service.policy.placing import Places
from service.policy.policy import (
    OnInconclusive,
    Policy,
    make_policy,
    near_words,
    parse_fail_on,
    parse_rule,
)
from service.policy.rule import Hit, Rule
from service.policy.rules import RULES, RULES_BY_ID
from service.policy.selections import plain_reason
from service.policy.stale import BY_STALE_EXCUSES, STALE, failed_by_stale, gone, tell_stale, unused
from service.policy.stricter import loosened, stricter
from service.policy.unreadable import DRAFT_UNREADABLE, unreadable_report, why_unreadable

__all__ = [
    "BY_DISPUTE",
    "BY_STALE_EXCUSES",
    "DRAFT_UNREADABLE",
    "NEW_ONLY",
    "NO_BASELINE",
    "RESTING_ON_EVIDENCE",
    "RULES",
    "RULES_BY_ID",
    "STALE",
    "Accepting",
    "Base",
    "Baseline",
    "ChangedSource",
    "ChangedVerdict",
    "Comparison",
    "Entry",
    "Excuses",
    "Fault",
    "Ground",
    "Hit",
    "Ignore",
    "OnInconclusive",
    "Places",
    "Policy",
    "Rule",
    "Ruling",
    "Why",
    "approved_in",
    "checkable",
    "checked",
    "compare",
    "could_not_check_share",
    "count",
    "coverage",
    "decided",
    "excused",
    "exit_code",
    "exit_code_of",
    "failed_by_stale",
    "find_findings",
    "fingerprint",
    "fits",
    "gate_of",
    "gone",
    "grounds_of",
    "is_partial",
    "judge",
    "left_unfollowed",
    "loosened",
    "make_policy",
    "near_words",
    "new_only",
    "normal_text",
    "paired",
    "parse_fail_on",
    "parse_ignores",
    "parse_rule",
    "plain_reason",
    "pruned",
    "read_baseline",
    "reader_verifiable",
    "reader_verifiable_share",
    "redecided",
    "renewed",
    "resolved",
    "stricter",
    "tell_stale",
    "to_be_followed",
    "unreadable_report",
    "unused",
    "why_unreadable",
    "write_baseline",
]
