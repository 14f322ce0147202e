"""Reports in, GitLab's code-quality JSON out: an entry a finding that counts, worst first. Pure.

Two entries of one fingerprint would be shown as one, so it is made of the draft and the place in
the row as well; no line goes in, so a moved paragraph keeps its own.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence

from service.domain import Report, Severity
from service.rendering import words
from service.rendering.cleaning import one_line, unseen_escaped
from service.rendering.located import Located, rule_label, unread, worst_first

MESSAGE = 1_000  # characters
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render_gitlab(reports: Sequence[Report]) -> str:
    """Write the list; where nothing counts it is empty, which clears what was shown before."""
    entries = [*_entries((*unread(reports), *worst_first(reports)))]
    return unseen_escaped(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entries(located: Sequence[Located]) -> Iterator[dict[str, object]]:
    seen: Counter[tuple[str, str]] = Counter()
    for each in located:
        finding, path = each.finding, each.path or "article"
        seen[path, finding.fingerprint] += 1
        yield {
            "description": one_line(words.with_advice(finding), MESSAGE),
            "check_name": rule_label(finding),
            "fingerprint": _digest(path, finding.fingerprint, seen[path, finding.fingerprint]),
            "severity": SEVERITIES[finding.severity],
            "location": {"path": path, "lines": {"begin": finding.line or 1}},
        }


def _digest(*parts: object) -> str:
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()
