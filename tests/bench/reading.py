"""Reading a draft, by format and size, beside the sentence splitter alone."""

import gc
import random
import time

from bench.corpus import sentence
from service.domain import Submission
from workers.language import split_sentences
from workers.reading import read_article

ARTICLE_WORDS = 1_500
MEGABYTE = 1_000_000
SIZES = (1, 4, 10)  # megabytes
RUNS = 3
LIMITS = {"max_bytes": 20 * MEGABYTE, "max_sources": 500, "max_statements": 1_000_000}
_SAID = ("said Jane Roe, the mayor", "according to a spokesman", "she added", "John Doe told us")


def run() -> None:
    """Print seconds an article and a megabyte, and how the latter grow with the size."""
    for name in ("md", "html", "txt"):
        small = _draft(name, words=ARTICLE_WORDS)
        whole, alone = min(_both(small, name) for _ in range(RUNS))
        print(
            f"reading {name}: {ARTICLE_WORDS:,} words in {1000 * whole:.0f} ms, "
            f"the splitter alone {1000 * alone:.0f} ms (ratio {whole / alone:.1f})"
        )
    for name in ("md", "html", "txt"):
        _show_growth(name)


def _show_growth(name: str) -> None:
    rates = []
    for size in SIZES:
        draft = _draft(name, size=size * MEGABYTE)
        whole, alone = _both(draft, name)
        rates.append(whole / len(draft) * MEGABYTE)
        print(
            f"reading {name}: {size} MB at {rates[-1]:.2f} s/MB, "
            f"the splitter alone {alone / len(draft) * MEGABYTE:.2f} s/MB, "
            f"{rates[-1] / rates[0]:.2f} of the time a MB of {SIZES[0]} MB",
            flush=True,
        )


def _both(draft: str, name: str) -> tuple[float, float]:
    """Give the processor seconds of reading a draft, and of splitting its text alone."""
    submission = Submission(content=draft.encode(), filename=f"a.{name}", language="en")
    gc.collect()
    began = time.process_time()
    text = read_article(submission, **LIMITS).article.text
    read = time.process_time()
    split_sentences(text, "en")
    return read - began, time.process_time() - read


def _draft(name: str, *, words: int = 0, size: int = 0) -> str:
    """Make up a draft of at least so many words and characters."""
    rng = random.Random(7)  # noqa: S311  made-up text, nothing secret
    parts = [_title(name)]
    while words > 0 or size > 0:
        parts.append(_paragraph(name, rng, len(parts)))
        words -= len(parts[-1].split())
        size -= len(parts[-1])
    return "".join(parts)


def _title(name: str) -> str:
    return {
        "md": "# A long week in Northfield\n\n",
        "html": "<h1>A long week in Northfield</h1>\n",
    }.get(name, "A long week in Northfield\n\n")


def _paragraph(name: str, rng: random.Random, number: int) -> str:
    """Make up four sentences: one with a link, one quoted, one that somebody said."""
    url = f"https://site{number % 97}.example/{number}"
    link = {"md": f"[records]({url})", "html": f'<a href="{url}">records</a>'}.get(
        name, f"records ({url})"
    )
    words = (
        f"{sentence(rng)} The {link} give {rng.randint(2, 99)}.{rng.randint(1, 9)} million. "
        f"“{sentence(rng)} It was late,” {rng.choice(_SAID)}. "
        f"{sentence(rng)[:-1]}, {rng.choice(_SAID)} on Jan. {rng.randint(2, 28)}."
    )
    return f"<p>{words}</p>\n" if name == "html" else f"{words}\n\n"
