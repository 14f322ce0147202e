"""How well a changed fact is noticed; `python tests/eval/contrasts.py [ROUND…]`, prints tables.

In: ``contrasts/*.txt``, news texts of our own writing, each with honest statements ("+") and, of
each, twins in which one fact was changed ("- kind | the changed words | the statement"). A round
is a file; its first figures, before any rule was mended on it, stand in RESULTS.md. Pure but for
reading those files. Measured of a round, and of each kind of change:

- *told supported* of the edited: the worst error; and every verdict of the honest ones;
- *balanced accuracy* of the verdict ``supported``, *AUROC* of ``support``, edited against honest;
- *lower*: of the edited, those with less support than their honest twin;
- *named*: of the edited, those where what is missing or differs meets the changed words.

"-v" lists the edits told supported or not named, and the honest statements not told supported.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from service.domain import ValueResult, Verdict
from workers.assessing import Score, load_scorer
from workers.assessing.scoring import score_pair

FOLDER = Path(__file__).parent / "contrasts"
WRONG_VALUE = (ValueResult.DIFFERENT, ValueResult.ABSENT)


@dataclass(frozen=True, slots=True)
class Edit:
    """A statement that is not so, the words that were changed in it, and the kind of change."""

    kind: str
    changed: str
    statement: str


@dataclass(frozen=True, slots=True)
class Pair:
    """An honest statement of a source with its edited twins."""

    group: str
    language: str
    source: str
    honest: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the scorer told of a statement: an edit of ``pair``, or its honest one (``None``)."""

    pair: Pair
    edit: Edit | None
    score: Score
    honest: Score

    @property
    def verdict(self) -> Verdict:
        """Give the verdict."""
        return self.score.verdict

    @property
    def support(self) -> float:
        """Give the support, 0 to 1; nought where nothing could be compared."""
        return self.score.support or 0.0

    @property
    def is_lower(self) -> bool:
        """Tell whether it has less support than its honest twin."""
        return self.support < (self.honest.support or 0.0)

    @property
    def is_named(self) -> bool:
        """Tell whether what is missing or differs meets the changed words."""
        return self.edit is not None and _meets(self.score, self.edit)


def rounds() -> tuple[str, ...]:
    """Give the names of the rounds, the first one first."""
    names = sorted(path.stem for path in FOLDER.glob("*.txt"))
    return tuple(sorted(names, key=lambda name: name != "first"))


def read_pairs(name: str) -> Iterator[Pair]:
    """Give the pairs of a round in their order."""
    group, language, text = "", "", list[str]()
    honest, edits = "", list[Edit]()
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for line in [*lines, "= end - -"]:
        if honest and line[:2] in {"= ", "+ "}:
            yield Pair(group, language, "\n\n".join(text), honest, tuple(edits))
            honest, edits = "", []
        if line.startswith("= "):
            (group, language, *_), text = line[2:].split(), []
        elif line.startswith("+ "):
            honest = line[2:].strip()
        elif line.startswith("- "):
            edits.append(Edit(*(part.strip() for part in line[2:].split("|", 2))))
        elif line and not line.startswith("#"):
            text.append(line)


def place_of(edit: Edit) -> tuple[int, int]:
    """Give where the changed words stand, as offsets into the statement."""
    found = re.search(rf"(?<!\w){re.escape(edit.changed)}(?!\w)", edit.statement)
    start = found.start() if found else edit.statement.index(edit.changed)
    return start, start + len(edit.changed)


def _meets(score: Score, edit: Edit) -> bool:
    start, end = place_of(edit)
    spans = [*score.missing, *((d.start, d.end) for d in score.differing)]
    wrong = [value for value in score.values if value.result in WRONG_VALUE]
    spans += [(v.start, v.end) for v in wrong if v.start is not None and v.end is not None]
    if any(first < end and start < last for first, last in spans):
        return True
    unplaced = [value.in_article for value in wrong if value.start is None]
    return any(words in edit.changed or edit.changed in words for words in unplaced)


@cache
def told_of(name: str) -> tuple[Told, ...]:
    """Score every statement of a round against its source."""
    return tuple(told for pair in read_pairs(name) for told in _told_of_pair(pair))


def _told_of_pair(pair: Pair) -> Iterator[Told]:
    scorer = load_scorer()
    honest, _ = score_pair(pair.honest, [pair.source], pair.language, scorer)
    yield Told(pair, None, honest, honest)
    for edit in pair.edits:
        score, _ = score_pair(edit.statement, [pair.source], pair.language, scorer)
        yield Told(pair, edit, score, honest)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is measured of edited statements and honest ones; shares are 0 to 1."""

    edits: int
    honest: int
    told: dict[Verdict, float]
    told_honest: dict[Verdict, float]
    lower: float
    named: float
    auroc: float

    @property
    def balanced_accuracy(self) -> float:
        """Give the mean of the honest told supported and the edited not told so."""
        return (self.told_honest[Verdict.SUPPORTED] + 1 - self.told[Verdict.SUPPORTED]) / 2


def measure(told: Iterable[Told]) -> Figures:
    """Count."""
    told = tuple(told)
    edited = [item for item in told if item.edit]
    honest = [item for item in told if not item.edit]
    return Figures(
        edits=len(edited),
        honest=len(honest),
        told=_verdicts(edited),
        told_honest=_verdicts(honest),
        lower=_share(item.is_lower for item in edited),
        named=_share(item.is_named for item in edited),
        auroc=_auroc([item.support for item in honest], [item.support for item in edited]),
    )


def _share(said: Iterable[bool]) -> float:
    said = tuple(said)
    return sum(said) / len(said) if said else float("nan")


def _verdicts(told: list[Told]) -> dict[Verdict, float]:
    counted = Counter(item.verdict for item in told)
    return {verdict: counted[verdict] / len(told) if told else 0.0 for verdict in Verdict}


def _auroc(high: list[float], low: list[float]) -> float:
    pairs = [(a > b) + (a == b) / 2 for a in high for b in low]
    return sum(pairs) / len(pairs) if pairs else float("nan")


def of_kind(told: Iterable[Told], kind: str) -> tuple[Told, ...]:
    """Give the edits of one kind with the honest statements that they were made of."""
    told = tuple(told)
    edited = [item for item in told if item.edit and item.edit.kind == kind]
    pairs = {id(item.pair) for item in edited}
    return (*edited, *(item for item in told if not item.edit and id(item.pair) in pairs))


SHOWN = (Verdict.SUPPORTED, Verdict.PARTIALLY_SUPPORTED, Verdict.NOT_FOUND, Verdict.CONTRADICTED)


def row(name: str, figures: Figures) -> str:
    """Give a row of the table: the edited, the honest, and how well they are told apart."""
    told = [f"{figures.told[verdict]:.2f}" for verdict in SHOWN]
    honest = [f"{figures.told_honest[verdict]:.2f}" for verdict in SHOWN]
    apart = f"{100 * figures.balanced_accuracy:.1f} | {figures.auroc:.3f}"
    return (f"| {name} | {figures.edits} | {' / '.join(told)} | {' / '.join(honest)} | {apart} | "
            f"{figures.lower:.2f} | {figures.named:.2f} |")  # fmt: skip


def show(name: str, *, misses: bool) -> None:
    """Print the table of a round: whole, by language, by kind of change."""
    told = told_of(name)
    kinds = Counter(item.edit.kind for item in told if item.edit)
    print(f"{name}: {sum(not item.edit for item in told)} honest, {sum(kinds.values())} edited\n")
    print("| | edits | of edits told S / P / N / C | of honest S / P / N / C | BA | AUROC | lower "
          "| named |\n|---|---|---|---|---|---|---|---|")  # fmt: skip
    print(row("all", measure(told)))
    for language in sorted({item.pair.language for item in told}):
        print(row(language, measure(item for item in told if item.pair.language == language)))
    for kind in sorted(kinds):
        print(row(kind, measure(of_kind(told, kind))))
    if misses:
        print(*map(_miss, filter(_is_miss, told)), sep="\n")


def _is_miss(item: Told) -> bool:
    supported = item.verdict is Verdict.SUPPORTED
    return supported or not item.is_named if item.edit else not supported


def _miss(item: Told) -> str:
    told = f"{item.pair.group} {item.verdict.value} {item.support:.2f}"
    if item.edit is None:
        return f"+ {told}: {item.pair.honest}"
    named = "named" if item.is_named else "not named"
    return f"- {told} {item.edit.kind}, {named}: {item.edit.statement} [{item.edit.changed}]"


def main() -> None:
    """Measure the named rounds, or all; "-v" lists the misses."""
    for name in [word for word in sys.argv[1:] if word != "-v"] or rounds():
        show(name, misses="-v" in sys.argv)


if __name__ == "__main__":
    main()
