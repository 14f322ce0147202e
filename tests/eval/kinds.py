"""How well kinds of statements are told; `python tests/eval/kinds.py`, prints tables.

Two measures. The marked articles beside the tests of reading are our own writing, one
statement a line with its kind; they are read whole, as a draft is. The sentences of
../shared/eval/checkworthy (political debates, marked by people as worth checking or not)
are classified one by one, without a speaker, and only ask: does it stay in the denominators?
"""

import sys
from collections import Counter
from pathlib import Path

from service.domain import CHECKABLE_KINDS, BlockKind, StatementKind, Submission
from workers.reading import read_article
from workers.reading.attributions import NO_ATTRIBUTION
from workers.reading.kinds import classify_kind

ROOT = Path(__file__).parents[2]
MARKED = ROOT / "tests/reading/kinds_marked"
DEBATES = ROOT.parent / "shared/eval/checkworthy/data/task1"
LIMITS = {"max_bytes": 1_000_000, "max_sources": 50, "max_statements": 1_000}
Pairs = list[tuple[str, str, str]]


def marked(path: Path) -> Pairs:
    """Give (wanted kind, told kind, sentence) for each line of a marked article."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.partition("\t")[::2] for line in lines if line]
    draft = "\n\n".join(sentence for _, sentence in rows)
    submission = Submission(content=draft.encode(), filename="a.txt", language=path.stem)
    told = {s.text: s.kind for s in read_article(submission, **LIMITS).article.statements}
    return [(wanted, str(told.get(sentence, "split")), sentence) for wanted, sentence in rows]


def debates(folder: Path, language: str) -> list[tuple[bool, bool, str]]:
    """Give (worth checking, stays checkable, sentence) for each sentence of the debates."""
    rows = []
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            _, speaker, sentence, label = line.split("\t")
            block = BlockKind.BOILERPLATE if speaker == "SYSTEM" else BlockKind.PARAGRAPH
            kind = classify_kind(sentence, block, language, NO_ATTRIBUTION)
            rows.append((label.strip() == "1", kind in CHECKABLE_KINDS, sentence))
    return rows


def show_marked() -> None:
    """Print the confusion of kinds, precision and recall of each, and what was missed."""
    pairs = [(path.stem, *row) for path in sorted(MARKED.glob("*.tsv")) for row in marked(path)]
    seen = Counter((wanted, told) for _, wanted, told, _ in pairs)
    kinds = [str(kind) for kind in StatementKind]
    print("| wanted \\ told |", " | ".join(kinds), "| precision | recall |")
    for kind in kinds:
        row = [seen[kind, told] for told in kinds]
        given, right = sum(seen[wanted, kind] for wanted in kinds), seen[kind, kind]
        all_of_it = sum(count for (wanted, _), count in seen.items() if wanted == kind)
        print(f"| {kind} |", " | ".join(map(str, row)), end=" | ")
        print(f"{right / max(given, 1):.2f} | {right / max(all_of_it, 1):.2f} |")
    print("right:", sum(wanted == told for _, wanted, told, _ in pairs), "of", len(pairs))
    checkable = {str(kind) for kind in CHECKABLE_KINDS}
    moved = sum((wanted in checkable) != (told in checkable) for _, wanted, told, _ in pairs)
    lost = sum(wanted in checkable and told not in checkable for _, wanted, told, _ in pairs)
    print(f"on the wrong side of the denominators: {moved}, of them checkable but left out: {lost}")
    if "-v" in sys.argv:
        for language, wanted, told, sentence in pairs:
            if wanted != told:
                print(" ", language, wanted, "->", told, sentence)


def show_debates() -> None:
    """Print what leaves the denominators, among sentences worth checking and others."""
    for name, language in (("English", "en"), ("Arabic", "ar")):
        if not (DEBATES / name).is_dir():
            print(name, "skipped: the shared folder is not here")
            continue
        rows = debates(DEBATES / name, language)
        worth = [row for row in rows if row[0]]
        other = [row for row in rows if not row[0]]
        kept = sum(row[1] for row in worth) / len(worth)
        left = sum(not row[1] for row in other) / len(other)
        print(f"{name}: {len(rows)} sentences, {len(worth)} worth checking;", end=" ")
        print(f"of these kept {kept:.3f}; of the others left out {left:.3f}")
        if "-v" in sys.argv:
            for row in worth:
                if not row[1]:
                    print("  lost:", row[2])


if __name__ == "__main__":
    show_marked()
    show_debates()
