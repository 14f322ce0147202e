"""Derive workers/language/ngrams.zip from the model of py3langid.

In: the model that the package carries: an automaton of 100,000 states, and the weights of as many
features for 142 languages. Out: the same automaton as a double array, and the weights for the
languages of each script that several share. Nothing is rounded, for the weights are numbers of 16
bits and multiples of a 512th. The members of the archive, all numbers the small end first:

- ``base`` ``owner`` ``fail`` ``feature``: of each state, 32 bits. After ``byte`` comes the state
  ``base[state] + byte`` where that is owned by the state, else what comes after ``fail[state]``.
  State 0 owns one for each byte. Feature 0 is none.
- ``LATIN.rows`` and the others: of each feature, 16 bits, its row of ``LATIN.weights``.
- ``LATIN.weights``: in each row a weight for each language, 16 bits, 512ths above the least of all.
- ``about.json``: the source, its licence, and of each script the languages and their priors.

Usage: python tests/eval/ngrams.py
"""

import importlib.metadata
import json
import zipfile
from collections import deque
from functools import cached_property
from pathlib import Path

import numpy as np
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from workers.language.detect import SHARED_SCRIPT
from workers.language.ngrams import STEP

OUT = Path(__file__).parents[2] / "workers" / "language" / "ngrams.zip"
SOURCE = "py3langid {}, https://github.com/adbar/py3langid, by tests/eval/ngrams.py"
THEN = (1980, 1, 1, 0, 0, 0)  # so that the same model gives the same archive
NOBODY = 0xFFFFFFFF
TRIED_AT_ONCE = 512


class Trie:
    """The automaton of a model: what its states grow into, and what they fall back on."""

    def __init__(self, model: LanguageIdentifier) -> None:
        self.moves = np.frombuffer(model.tk_nextmove, np.uint32).reshape(-1, 256)
        self.row = np.frombuffer(model.tk_row, np.uint16)
        self.children: dict[int, list[tuple[int, int]]] = {}  # byte, state
        self.fallback = {0: 0}
        self._grow()

    def after(self, state: int, byte: int) -> int:
        return int(self.moves[self.row[state], byte])

    def _grow(self) -> None:
        """Nearest to the start first: what is met the first time is grown, the rest leads back."""
        waiting = deque([0])
        while waiting:
            state = waiting.popleft()
            grown = self.children[state] = []
            for byte in map(int, np.flatnonzero(self.moves[self.row[state]])):
                child = self.after(state, byte)
                if child not in self.fallback:
                    self.fallback[child] = self.after(self.fallback[state], byte) if state else 0
                    grown.append((byte, child))
                    waiting.append(child)


class Packed:
    """A trie as a double array: the children of all states in one row, between each other."""

    def __init__(self, trie: Trie) -> None:
        self.trie = trie
        self.taken = np.zeros(4 * len(trie.fallback), dtype=bool)
        self.taken[0] = True
        self.base: dict[int, int] = {}
        self.slot = {0: 0}
        for state, children in trie.children.items():
            self._place(state, children)

    @cached_property
    def size(self) -> int:
        return max(*self.slot.values(), *self.base.values()) + 256

    def _place(self, state: int, children: list[tuple[int, int]]) -> None:
        used = np.array([byte for byte, _ in children] if state else range(256), np.intp)
        base = self.base[state] = self._room(used) if used.size else 0
        self.taken[base + used] = True
        self.slot |= {child: base + byte for byte, child in children}

    def _room(self, used: np.ndarray) -> int:
        starts = np.flatnonzero(~self.taken) - used[0]
        starts = starts[starts >= 0]
        for first in range(0, len(starts), TRIED_AT_ONCE):
            some = starts[first : first + TRIED_AT_ONCE]
            fitting = ~self.taken[some[:, None] + used].any(axis=1)
            if fitting.any():
                return int(some[fitting.argmax()])
        raise AssertionError("there is room behind all that is taken")

    def arrays(self, features: list[int]) -> dict[str, np.ndarray]:
        base, fail, feature = (np.zeros(self.size, "<u4") for _ in range(3))
        owner = np.full(self.size, NOBODY, "<u4")
        owner[self.base[0] + np.arange(256)] = 0
        for state, slot in self.slot.items():
            base[slot] = self.base[state]
            fail[slot] = self.slot[self.trie.fallback[state]]
            feature[slot] = features[state] + 1
            for _, child in self.trie.children[state]:
                owner[self.slot[child]] = slot
        return {"base": base, "owner": owner, "fail": fail, "feature": feature}


def tables(model: LanguageIdentifier, script: str) -> tuple[dict[str, np.ndarray], dict[str, list]]:
    """The members of one script, and what the archive says of it."""
    columns = [i for i, code in enumerate(model.nb_classes) if code in SHARED_SCRIPT[script]]
    exact = model.nb_ptc[:, columns].astype(np.float64) * STEP
    steps = exact.astype(np.int64)
    assert (steps == exact).all(), "a weight is no multiple of a step"
    rows, of_feature = np.unique(steps - steps.min(), axis=0, return_inverse=True)
    assert len(rows) < 1 << 16
    assert rows.max() < 1 << 16
    members = {
        f"{script}.rows": np.array([0, *of_feature.ravel()], "<u2"),  # feature 0 is none
        f"{script}.weights": rows.astype("<u2"),
    }
    languages = [model.nb_classes[i] for i in columns]
    return members, {"languages": languages, "priors": model.nb_pc[columns].tolist()}


def licence() -> str:
    distribution = importlib.metadata.distribution("py3langid")
    [path] = [each for each in distribution.files or () if each.name.startswith("LICEN")]
    return path.read_text()


def main() -> None:
    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    members = Packed(Trie(model)).arrays(model.tk_output)
    scripts = {}
    for script in SHARED_SCRIPT:
        more, scripts[script] = tables(model, script)
        members |= more
    source = SOURCE.format(importlib.metadata.version("py3langid"))
    about = {"source": source, "licence": licence(), "scripts": scripts}
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(zipfile.ZipInfo("about.json", THEN), json.dumps(about, indent=1))
        for name, numbers in members.items():
            entry = zipfile.ZipInfo(name, THEN)
            archive.writestr(entry, numbers.tobytes(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main()
