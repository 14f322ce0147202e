"""The sample report as an attacker would have it: every free text carries every payload."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from report_fixture import sample_report

from service.domain import Report, Suppression, SuppressionKind
from service.policy import Policy, judge
from service.rendering import report_from_dict, report_to_dict

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title><svg onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "[click](javascript:alert(1)) ![p](https://evil.example/p.png) <https://evil.example>",
    "@everyone #1 `code` **bold** | cell | ~~gone~~ $x$",
    "\n::error file=a::planted\n##[error]planted\n",
    "\n\n# heading\n\n- item\n\n| a | b |\n|---|---|\n",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\\x9b2J",
    "\x00\x08\x0b\x7f\r",
    "\u202egnp.exe\u202c \u2066isolated",
    "\ud800 \ufffe",
    "{{ 7*7 }} {% raw %} ${7*7} %0A%25",
    "]]> <!-- --> &lt; &amp;",
    '=HYPERLINK("https://evil.example") ;=1+1 ,+2 |-3 \t@SUM(A1) "=cmd',
    "```\n~~~\n<!-- sourceproof:report -->\n--> [^1] [ref]: https://evil.example",
    "::stop-commands::x\r::add-mask::y%0A::error::z ##vso[task.complete] ##teamcity[x]",
    "}</style> @import url(//evil.example/x.css); * { background: url(javascript:alert(1)) }",
    "www.evil.example https://evil.example/auto mailto:a@evil.example data:text/html,x",
    "\u2028\u2029\x85\u200b\ufeff",
    "W" * 10_000,
)
ATTACK = " ".join(PAYLOADS)
# What has a fixed vocabulary or format is not the attacker's to write.
FIXED = {
    *("schema_version", "checked_at", "status", "result", "kind", "class", "verdict", "access"),
    *("reader_access", "basis", "severity", "published_at", "retrieved_at", "at", "text_sha256"),
    *("id", "source_id", "statement_id", "rule", "failed_by", "citations", "source_ids"),
    *("statement_ids", "fingerprint", "counts"),
}
URLS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://e.example/\"'><b>",
)


def hostile_report(first: str = "") -> Report:
    """Write the attack into every free text of a judged report, and bad addresses into it.

    ``first`` is what each text begins with.
    """
    data = report_to_dict(judge(sample_report(), Policy()))
    report = report_from_dict(_attacked(data, iter_urls(), first))
    excuse = Suppression(SuppressionKind.BASELINE, ATTACK, ATTACK, since=date(2026, 3, 1))
    findings = tuple(
        finding if n % 4 else replace(finding, suppressed_by=ATTACK, suppression=excuse)
        for n, finding in enumerate(report.findings)
    )
    return replace(report, findings=findings)


def iter_urls() -> Iterator[str]:
    while True:
        yield from URLS


def _attacked(node, urls, first, key=""):
    if isinstance(node, dict):
        return {
            name: value
            if name in FIXED and not isinstance(value, (dict, list))
            else value
            if name in {"counts", "failed_by", "source_ids", "statement_ids", "job", "gate"}
            else _attacked(value, urls, first, name)
            for name, value in node.items()
        }
    if key == "signs":  # their names are of a closed list, their values are not
        return [{**each, "value": f"{each['value']} {ATTACK}"} for each in node]
    if isinstance(node, list):
        return [
            each
            if key == "citations" and isinstance(each, str)
            else _attacked(each, urls, first, key)
            for each in node
        ]
    if isinstance(node, str):
        return next(urls) if key.endswith("url") else f"{first}{node} {ATTACK}"
    return node
