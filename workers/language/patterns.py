"""A regular expression in, one that is compiled when it is first asked something out. Pure.

Long alternations take milliseconds each, more than all else that importing their module does,
and most of those for other languages, or for what a publication says of itself, are asked
nothing in a run.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

_Asked = Callable[..., re.Match[str] | None]


class LatePattern:
    """A pattern of ``re``, with those of its methods that are used; not equal to any other.

    Each method is that of the compiled pattern, kept at its first use, so the second costs
    no more. What is wrong with the expression is told then too, as ``re.error``.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as ``re`` has it."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def search(self) -> _Asked:
        """``re.Pattern.search``."""
        return self.compiled.search

    @cached_property
    def match(self) -> _Asked:
        """``re.Pattern.match``."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> _Asked:
        """``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """``re.Pattern.finditer``."""
        return self.compiled.finditer
