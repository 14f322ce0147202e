"""What stands for a flag's value so far in, the values that begin so out, for a shell. Pure.

Loaded with every command, so the lists are had only when a shell asks.
"""

# ruff: noqa: PLC0415  as said above

SEPARATOR = ","
# In words, for the help of a flag; beside "terminal", which is the default.
OTHER_FORMATS = (
    "concise, json, markdown, html, sarif, junit, github, gitlab, rdjson, csv, jsonl, jsonld, "
    "embed, badge, badge-json"
)


def formats(incomplete: str) -> list[str]:
    """Complete the name of a format."""
    from service.rendering.formats import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def rules(incomplete: str) -> list[tuple[str, str]]:
    """Complete a rule, each with its name."""
    from service.policy.rules import RULES

    return [(rule.id, rule.name) for rule in RULES if rule.id.startswith(incomplete.upper())]


def rules_and_verdicts(incomplete: str) -> list[tuple[str, str]]:
    """Complete the last of a list of rules and verdicts on which a report can fail."""
    from service.domain import Verdict
    from service.policy.policy import NEVER_A_FAILURE

    before, comma, last = incomplete.rpartition(SEPARATOR)
    verdicts = [(v.value, "verdict") for v in Verdict if v not in NEVER_A_FAILURE]
    found = [*rules(last), *(pair for pair in verdicts if pair[0].startswith(last.lower()))]
    return [(f"{before}{comma}{value}", told) for value, told in found]


def meanings(incomplete: str) -> list[str]:
    """Complete what an inconclusive gate, or a server that is away, means."""
    return [word for word in ("fail", "warn", "pass") if word.startswith(incomplete)]
