"""A seed in, made-up articles and sources of a given size out. Pure."""

import random
from dataclasses import dataclass

_WHO = (
    "The council",
    "The ministry",
    "The mayor",
    "The harbour office",
    "A spokeswoman",
    "The court",
)
_DID = ("approved", "rejected", "announced", "postponed", "published", "reviewed", "funded")
_WHAT = (
    "budget",
    "bridge",
    "ferry",
    "school",
    "tunnel",
    "hospital",
    "survey",
    "permit",
    "reservoir",
)
_OF = ("Northfield", "Eastwick", "Sandvik", "Harborview", "Lindholm", "Marlow", "Castlegate")
_AFTER = ("a debate", "two hearings", "public protest", "a long review", "an audit", "a recount")


@dataclass(frozen=True, slots=True)
class Corpus:
    """An article of ``statements`` sentences, each linked to one of ``sources`` pages."""

    draft: str
    pages: dict[str, str]


def sentence(rng: random.Random) -> str:
    """Make up one sentence with a name, a number and a year."""
    return (
        f"{rng.choice(_WHO)} of {rng.choice(_OF)} {rng.choice(_DID)} the {rng.choice(_WHAT)} "
        f"of {rng.choice(_OF)} after {rng.choice(_AFTER)}, at a cost of "
        f"{rng.randint(2, 900)} million, in {rng.randint(1990, 2025)}."
    )


def text(rng: random.Random, words: int) -> str:
    """Make up about ``words`` words, in paragraphs of five sentences."""
    sentences = [sentence(rng) for _ in range(max(1, words // 22))]
    paragraphs = [sentences[i : i + 5] for i in range(0, len(sentences), 5)]
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def corpus(statements: int, sources: int, *, words: int = 1_000, seed: int = 7) -> Corpus:
    """Make up an article and its sources; every second statement is really in its source."""
    rng = random.Random(seed)  # noqa: S311  made-up text, nothing secret
    urls = [f"https://paper{i}.example/story" for i in range(sources)]
    bodies = {url: text(rng, words) for url in urls}
    lines = []
    for i in range(statements):
        url = urls[i % sources]
        said = rng.choice(bodies[url].split("\n\n")[0].split(". ")) if i % 2 else sentence(rng)
        lines.append(f"[{said.rstrip('.')}]({url}).")
    pages = {url: html(url, body) for url, body in bodies.items()}
    return Corpus("\n\n".join(lines), pages)


def html(title: str, body: str) -> str:
    """Wrap a text as a page with the usual furniture around it."""
    paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n\n"))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article>"
        "<footer>Imprint</footer></body></html>"
    )
