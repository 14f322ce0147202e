"""How well quotations are checked; `python tests/eval/misquotes.py [FILE…]`, prints a table.

Cases are our own writing, in ``misquotes/*.txt``: sources, then sentences that quote them, each
with the result it should get ("altered/not_found" allows either). A sentence with several
quotations has the gravest result of them. ``blind.txt``, ``third.txt`` and ``fourth.txt`` were
written before the matcher saw them; their first figures stand in RESULTS.md. Two measures, and
the whole table:

- *altered found*: of the quotations whose words or meaning were changed, those told so;
- *false alarms*: of the honest quotations, those told anything but exact, normalised or elided.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.domain import QuoteResult
from workers.assessing.quotes import SourceText, find_quotes, match_quotes

FOLDER = Path(__file__).parent / "misquotes"
ROUNDS = ("first", "blind", "third", "fourth")
SOUND = ("exact", "normalised", "elided_ok")
CHANGED = ("altered", "elision_changes_meaning")
# The gravest last: a sentence is as sound as its worst quotation.
GRAVITY = (*SOUND, "too_short", "no_text", "translated_unverified", "found_in_other_source",
           "not_found", "wrong_speaker", "altered", "elision_changes_meaning")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its sources, the first of which it cites, and the results it may get."""

    file: str
    kind: str
    wanted: tuple[str, ...]
    speaker: str | None
    sentence: str
    language: str
    sources: tuple[SourceText, ...]


def read_cases(path: Path) -> Iterator[Case]:
    """Give the cases of a file in their order."""
    sources: list[SourceText] = []
    texts: dict[str, list[str]] = {}
    fresh = True
    own = path.stem if len(path.stem) == len("en") else None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            if not fresh:
                sources, texts, fresh = [], {}, True
            _, name, language = line.split()
            sources.append(SourceText(name, "", language))
            texts[name] = []
        elif line.startswith("* "):
            fresh = False
            kind, wanted, speaker, sentence = (part.strip() for part in line[2:].split("|"))
            read = tuple(SourceText(s.source_id, "\n\n".join(texts[s.source_id]), s.language)
                         for s in sources)  # fmt: skip
            language = own or (read[0].language or "en")
            speaker_name = None if speaker == "-" else speaker
            # A case in another language than its file or group says so by its kind.
            yield Case(path.stem, kind, tuple(wanted.split("/")), speaker_name, sentence,
                       _language(kind, language), read)  # fmt: skip
        elif line and not line.startswith("#"):
            texts[sources[-1].source_id].append(line)


def _language(kind: str, language: str) -> str:
    return "en" if kind == "translated" else language


def result_of(case: Case) -> str:
    """Give the gravest result of the quotations of a case; "none" where none was found."""
    quotes = find_quotes(case.sentence, case.language)
    cited, others = case.sources[:1], case.sources[1:]
    matches = match_quotes(quotes, case.speaker, cited, others, case.language)
    results = [match.check.result.value for match in matches]
    return max(results, key=GRAVITY.index, default="none")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted: cases, right ones, changed ones found, honest ones with an alarm."""

    cases: int
    right: int
    changed: int
    found: int
    honest: int
    alarms: int
    misses: tuple[tuple[Case, str], ...]
    table: Counter[tuple[str, str]]

    @property
    def altered_found(self) -> float:
        """Share of the changed quotations that were told so."""
        return self.found / self.changed

    @property
    def false_alarms(self) -> float:
        """Share of the honest quotations that raised an alarm."""
        return self.alarms / self.honest


def measure(cases: list[Case]) -> Figures:
    """Run the matcher on ``cases`` and count."""
    told = [(case, result_of(case)) for case in cases]
    changed = [(c, r) for c, r in told if c.wanted[0] in CHANGED and len(c.wanted) == 1]
    honest = [(c, r) for c, r in told if c.wanted[0] in SOUND]
    return Figures(
        cases=len(told),
        right=sum(r in c.wanted for c, r in told),
        changed=len(changed),
        found=sum(r in CHANGED for _, r in changed),
        honest=len(honest),
        alarms=sum(r not in SOUND and r not in c.wanted for c, r in honest),
        misses=tuple((c, r) for c, r in told if r not in c.wanted),
        table=Counter(("/".join(c.wanted), r) for c, r in told),
    )


def all_cases(round_: str) -> list[Case]:
    """Give the cases of a round: the first has a file for each language, the others one."""
    paths = sorted(FOLDER.glob("*.txt"))
    named = [path for path in paths if path.stem == round_]
    chosen = named or [path for path in paths if path.stem not in ROUNDS]
    return [case for path in chosen for case in read_cases(path)]


def show(name: str, figures: Figures, *, misses: bool) -> None:
    """Print the two measures and the confusion table."""
    print(
        f"{name}: {figures.cases} cases, {figures.right} right; altered found "
        f"{figures.found} of {figures.changed} ({figures.altered_found:.3f}); false alarms "
        f"{figures.alarms} of {figures.honest} ({figures.false_alarms:.3f})"
    )
    if misses:
        for case, told in figures.misses:
            print(f"  {case.file}, {case.kind}: {told}, not {'/'.join(case.wanted)}: "
                  f"{case.sentence}")  # fmt: skip
    wanted = sorted({row for row, _ in figures.table})
    results = [r.value for r in QuoteResult if any(figures.table[w, r.value] for w in wanted)]
    print("| wanted \\ told |", " | ".join(results), "|")
    print("|---" * (len(results) + 1) + "|")
    for row in wanted:
        print(f"| {row} |", " | ".join(str(figures.table[row, r] or "") for r in results), "|")


def main() -> None:
    """Measure the named rounds, or all; "-v" lists the misses."""
    for name in [word for word in sys.argv[1:] if word != "-v"] or ROUNDS:
        figures = measure(all_cases(name))
        show(name, figures, misses="-v" in sys.argv)


if __name__ == "__main__":
    main()
