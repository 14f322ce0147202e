"""A robots.txt that forbids an address in, the very line that does out. Pure.

Protego decides (RFC 9309); it does not tell by which rule. This looks that rule up among
those of the group that speaks to us: the longest that matches alone (section 2.2.2).
"""

from protego import Protego

_LONGEST = 200  # lines of a group that are tried
Group = tuple[frozenset[str], tuple[str, ...]]


def forbidding_rule(text: str, url: str, user_agent: str) -> str:
    """Return the rule as "Disallow: /path"; without a path where it is not to be found."""
    groups = _groups(text)
    own = [
        rules for names, rules in groups if any(n != "*" and n in user_agent.lower() for n in names)
    ]
    common = [rules for names, rules in groups if "*" in names]
    rules = [rule for group in own or common for rule in group][:_LONGEST]
    matching = [rule for rule in rules if not _allows(rule, url, user_agent)]
    return f"Disallow: {max(matching, key=len, default='')}".strip()


def _allows(rule: str, url: str, user_agent: str) -> bool:
    return bool(Protego.parse(f"User-agent: *\nDisallow: {rule}").can_fetch(url, user_agent))


def _groups(text: str) -> list[Group]:
    """Gather the groups of RFC 9309, section 2.1: agents, and what they may not fetch."""
    groups: list[Group] = []
    agents: set[str] = set()
    rules: list[str] = []
    for line in text.splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if name == "user-agent":
            if rules:
                groups.append((frozenset(agents), tuple(rules)))
                agents, rules = set(), []
            agents.add(value.lower())
        elif name in {"disallow", "allow"}:
            rules += [value] if value and name == "disallow" else []
    return [*groups, (frozenset(agents), tuple(rules))]
