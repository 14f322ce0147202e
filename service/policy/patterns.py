"""A glob and a path in, whether the one fits the other out. Pure.

As in .gitignore: ``*`` and ``?`` stay within a folder, ``**`` goes through any number of
them, a pattern without a slash fits a name in any folder, and one that names a folder fits
all that is in it.
"""

import re
from functools import lru_cache

_TOKEN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[[^\]/]+\]|.", re.DOTALL)
_MEANING = {
    "**/": "(?:.*/)?",
    "/**": "/.*",
    "**": ".*",
    "*": "[^/]*",
    "?": "[^/]",
}


def fits(pattern: str, path: str) -> bool:
    """Whether a path, relative and with forward slashes, fits the pattern."""
    return _compiled(pattern).fullmatch(path.removeprefix("./")) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    plain = pattern.strip().removeprefix("./").rstrip("/")
    if "/" not in plain:
        plain = f"**/{plain}"
    meaning = "".join(_meaning(token) for token in _TOKEN.findall(plain.removeprefix("/")))
    return re.compile(f"{meaning}(?:/.*)?", re.DOTALL)


def _meaning(token: str) -> str:
    if token in _MEANING:
        return _MEANING[token]
    if len(token) > 1:  # a class of characters, as [0-9] or [!a-z]
        negated = token[1] in "!^"
        inside = re.escape(token[2 if negated else 1 : -1]).replace(r"\-", "-")
        return f"[{'^/' if negated else ''}{inside}]"
    return re.escape(token)
