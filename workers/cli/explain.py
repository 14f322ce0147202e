"""A rule's id or name in, what an editor and an engineer need to know of it, out. Pure.

All of it is from the rule's own file.
"""

from collections.abc import Iterator
from textwrap import fill, indent
from typing import Final

from service.policy import RULES, RULES_BY_ID, Rule, parse_rule

WIDTH: Final = 88  # columns, so that the lines of a configuration stay whole in a terminal
MARGIN: Final = 11  # columns that the names of the parts stand in
CONFIGURE: Final = """\
in sourceproof.toml, of all drafts or in [[paths]] of some:
  severity = {{ {name} = "{other}" }}  # error, warning, note or off
  fail-on = ["{id}"]  # else every error fails{verdict}"""
PASSING_OVER: Final = """\
one finding, in the draft before its block:
  <!-- sourceproof-ignore {id} reason="…" until=2026-12-31 -->
all that a configuration names, by path, source or statement:
  [[ignore]]
  rule = "{id}"
  source = "paper.example"
  reason = "…"
all that is found now:
  sourceproof check … --baseline FILE --update-baseline --reason …"""


def explained(word: str) -> str:
    """Explain a rule. Raises UsageError for what is none, with the nearest name."""
    rule = RULES_BY_ID[parse_rule(word)]
    parts = {
        "Finds": rule.finds,
        "Why": rule.why,
        "Example": rule.example,
        "To do": rule.advice,
    }
    told = [_part(name, text) for name, text in parts.items()]
    told += [_block(name, text) for name, text in _settings(rule)]
    return f"{rule.id} {rule.name} ({rule.severity.value})\n\n" + "\n\n".join(told) + "\n"


def listed() -> str:
    """List all rules, a line each: id, severity and name."""
    return "".join(f"{rule.id}  {rule.severity.value:<7}  {rule.name}\n" for rule in RULES)


def _part(name: str, text: str) -> str:
    return fill(
        text,
        WIDTH,
        initial_indent=f"{name:<{MARGIN}}",
        subsequent_indent=" " * MARGIN,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _block(name: str, lines: str) -> str:
    return f"{name:<{MARGIN}}{indent(lines, ' ' * MARGIN)[MARGIN:]}"


def _settings(rule: Rule) -> Iterator[tuple[str, str]]:
    verdict = "" if rule.verdict is None else f", or its verdict: {rule.verdict.value}"
    words = {"id": rule.id, "name": rule.name, "other": _another(rule), "verdict": verdict}
    yield "Configure", CONFIGURE.format(**words)
    yield "Pass over", PASSING_OVER.format(**words)


def _another(rule: Rule) -> str:
    return "warning" if rule.severity.value == "error" else "error"
