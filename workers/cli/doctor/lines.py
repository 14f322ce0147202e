"""Sections of findings in, lines for a terminal of any width out. I/O: prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rich.console import Console
from rich.text import Text

from service.rendering.cleaning import one_line
from service.rendering.words import counted

LONGEST = 600  # characters of one line's words
NAME_WIDTH = 11
NARROWEST = 20  # columns beside the names


class Mark(StrEnum):
    """How a finding stands; the sign says it without colour."""

    WELL = "✓"
    TOLD = "·"
    WRONG = "!"


_STYLES = {Mark.WELL: "bold green", Mark.TOLD: "dim", Mark.WRONG: "bold yellow"}


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: what was looked at, what was found, and what to do about it."""

    mark: Mark
    name: str
    words: str
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Findings on one thing. Of ``is_one`` the last says it all: what is wrong counts once."""

    title: str
    lines: tuple[Line, ...]
    is_one: bool = False

    @property
    def wrongs(self) -> int:
        """How much needs attention."""
        found = sum(line.mark is Mark.WRONG for line in self.lines)
        return min(found, 1) if self.is_one else found


def well(name: str, words: str) -> Line:
    """Say that something is as it should be."""
    return Line(Mark.WELL, name, words)


def told(name: str, words: str, advice: str | None = None) -> Line:
    """Say how something is, where that is nobody's fault."""
    return Line(Mark.TOLD, name, words, advice)


def wrong(name: str, words: str, advice: str | None = None) -> Line:
    """Say that something needs attention."""
    return Line(Mark.WRONG, name, words, advice)


def print_sections(console: Console, sections: Iterable[Section]) -> None:
    """Print each section under its title; words are wrapped beside their names."""
    for section in sections:
        console.print(Text(one_line(section.title, LONGEST), "bold", overflow="fold"))
        for line in section.lines:
            _print_line(console, line)
        console.print()


def print_summary(console: Console, wrongs: int, *, asked: bool) -> None:
    """Print how it stands in one sentence."""
    if wrongs:
        needs = "needs" if wrongs == 1 else "need"
        words = f"{counted(wrongs, 'thing')} {needs} attention."
        console.print(Text(f"{Mark.WRONG} {words}", _STYLES[Mark.WRONG]))
    else:
        console.print(Text(f"{Mark.WELL} All is well.", _STYLES[Mark.WELL]))
    if not asked:
        console.print(
            Text("Give it the address of a source that could not be read to see why.", "dim")
        )


def wrongs_of(sections: Iterable[Section]) -> int:
    """Count what needs attention."""
    return sum(section.wrongs for section in sections)


def _print_line(console: Console, line: Line) -> None:
    name = f"  {line.mark} {line.name.ljust(NAME_WIDTH)} "
    indent = len(name)
    for number, part in enumerate(_wrapped(console, line.words, indent)):
        head = Text(name if number == 0 else " " * indent)
        if number == 0:
            head.stylize(_STYLES[line.mark], 2, 3)
        console.print(head + part)
    for part in _wrapped(console, f"→ {line.advice}", indent) if line.advice else ():
        part.stylize("cyan")
        console.print(Text(" " * indent) + part)


def _wrapped(console: Console, words: str, indent: int) -> list[Text]:
    width = max(console.width - indent, NARROWEST)
    parts = list(Text(one_line(words, LONGEST), overflow="fold").wrap(console, width))
    for part in parts:
        part.rstrip()
    return parts
