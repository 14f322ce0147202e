"""Regular expressions that mean the same on every Python that we run on."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What may follow a group: "*+", "++", "?+" or "{2,5}+" makes its repetition possessive.
GROUP_KEPT = re.compile(r"[^(\\]\)(?:[*+?]|\{{1,2}[\d,]+\}{1,2})\+")


def _texts(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
            text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
            yield node.lineno, text


def test_no_group_is_repeated_possessively_since_python_before_3_11_5_keeps_what_half_matched():
    """CPython gh-101955: there ``(?:[.,]\\d++)*+`` takes the comma of "1961, ".

    An atomic group, ``(?>(?:…)*)``, says the same and is right in all versions.
    """
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for room in ("service", "workers", "deploy")
        for path in sorted((ROOT / room).rglob("*.py"))
        for line, text in _texts(path)
        if GROUP_KEPT.search(text)
    ]
    assert found == []
