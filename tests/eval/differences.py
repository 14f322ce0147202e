"""How often each kind of difference is told; `python tests/eval/differences.py [SET…]`.

Of the rows that are labelled supported (each a false alarm, or a faulty row) and of all others, in
percent of the rows, by kind of ``differing``. "-v KIND" lists the supported rows that are told it.
"""

import json
import sys
from collections import Counter
from multiprocessing import Pool

import fit

from workers.assessing import score_rows

SHOWN = ("wice", "bump", "summedits", "citation_integrity", "attributionbench")
Told = tuple[bool, str, list[dict[str, str]]]  # supported, the statement, what differs


def told_of(name: str) -> list[Told]:
    """Score every row of a set."""
    rows = [json.loads(t) for t in (fit.SUPPORT / f"{name}.jsonl").read_text("utf-8").splitlines()]
    asked = (json.dumps({k: r[k] for k in ("id", "statement", "source", "lang")}) for r in rows)
    answers = score_rows(asked)
    return [
        (row["label"] == "supported", row["statement"], answer["differing"])
        for row, answer in zip(rows, answers, strict=True)
    ]


def line_of(name: str, told: list[Told]) -> str:
    """Give a row of the table: percent of supported rows | of the others, of each kind."""
    counts = {side: Counter[str]() for side in (True, False)}
    rows = Counter(supported for supported, *_ in told)
    for supported, _, differing in told:
        counts[supported].update({each["kind"] for each in differing})
    kinds = sorted(set(counts[True]) | set(counts[False]))
    cells = [
        f"{kind} {100 * counts[True][kind] / max(rows[True], 1):.1f} | "
        f"{100 * counts[False][kind] / max(rows[False], 1):.1f}"
        for kind in kinds
    ]
    return f"{name} ({rows[True]} supported, {rows[False]} others): " + "; ".join(cells)


def main() -> None:
    words = sys.argv[1:]
    kind = words.pop(words.index("-v") + 1) if "-v" in words else None
    names = [word for word in words if word != "-v"] or SHOWN
    with Pool(2) as pool:
        for name, told in zip(names, pool.imap(told_of, names), strict=True):
            print(line_of(name, told), flush=True)
            for supported, statement, differing in told:
                for each in differing if supported else ():
                    if each["kind"] == kind:
                        print(f"  “{each['in_article']}” / “{each['in_source']}”: {statement}")


if __name__ == "__main__":
    main()
