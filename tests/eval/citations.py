"""Citations on real articles: ``python tests/eval/citations.py [--show N]``.

Two sets of ``../shared/pages/articles_with_links``, neither part of the project:
52 FactCheck.org articles with the list of sources that each closes with, and 400 Snopes
bodies with their links. ``--show N`` prints N matches drawn by a fixed seed, to be read.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

from lxml import html

from service.domain import Article, CitationBasis, Reading, Submission
from workers.language.folding import fold
from workers.reading import read_article

FOLDER = Path(__file__).parents[2].parent / "shared" / "pages" / "articles_with_links"
LIMITS = {"max_bytes": 5_000_000, "max_sources": 500, "max_statements": 5_000}
# The texts have lost their paragraphs: one ends where no space follows the stop.
PARAGRAPH = re.compile(r"(?<=[a-z0-9%)][.!?])(?=[A-Z“])|(?<=[.!?][”’)])(?=[A-Z“])")
RUN = 4  # words of a title in a row
PLATFORMS = {"facebook", "twitter", "youtube", "factcheck", "google", "wikipedia"}
SEED = 20260


def factcheck() -> Iterator[dict]:
    for row in json.loads((FOLDER / "factcheck_org_with_sources.json").read_text()):
        # A widget of the site's that is none of the article's sources.
        kept = [s for s in row["sources"] if not s["title"].startswith("Share the Facts")]
        yield {**row, "sources": kept}


def snopes() -> Iterator[dict]:
    for line in (FOLDER / "snopes_article_html.jsonl").read_text().splitlines():
        yield json.loads(line)


def as_html(row: dict) -> str:
    """The article as its site shows it: paragraphs, then a list of linked entries."""
    text = re.sub(r"Sources$", "", row["text"])
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in PARAGRAPH.split(text))
    entries = "".join(
        f'<li><a href="{escape(s["url"])}">{escape(s["title"])}</a></li>' for s in row["sources"]
    )
    return f"<h1>{escape(row['title'])}</h1>{paragraphs}<h3>Sources</h3><ul>{entries}</ul>"


def read(markup: str, url: str | None = None) -> Reading:
    submission = Submission(content=markup.encode(), media_type="text/html", url=url)
    return read_article(submission, **LIMITS)


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def is_named(entry: dict, text: str) -> bool:
    """Whether the text has four running words of the entry's title, or who published it.

    Told apart from the code under test: the publisher is what stands after the title, or
    before it where it is no "Surname, First"; a platform that anyone posts on is none.
    """
    title = entry["title"]
    quoted = re.search(r"[“\"](.+)[”\"]", title)
    words = [squeezed(w) for w in (quoted[1] if quoted else "").split()]
    flat = squeezed(text)
    runs = ("".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    if any(run in flat for run in runs):
        return True
    after = title[quoted.end() :] if quoted else title
    before = title[: quoted.start()] if quoted and "," not in title[: quoted.start()] else ""
    parts = re.split(r"\.(?:\s|$)", f"{before}. {after}")
    names = [p.strip(" .,") for p in parts if re.match(r"\W*[A-Z]", p) and not re.search(r"\d", p)]
    names = [re.sub(r"^The |\.(?:com|org|net|info)$", "", n) for n in names]
    return any(
        squeezed(n) not in PLATFORMS and len(n) > 2 and re.search(rf"\b{re.escape(n)}\b", text)
        for n in names
    )


def matches(article: Article) -> Iterator[tuple[str, str, str]]:
    """Each pair of an entry and a statement that names it: entry, statement, URL."""
    words = {s.id: s.text for s in article.statements}
    for citation in article.citations:
        if citation.basis is CitationBasis.LISTED:
            for name in citation.statement_ids:
                yield article.text[citation.start : citation.end], words[name], citation.url


def measure_listed() -> tuple[Counter, list[tuple[str, str, str]]]:
    counts: Counter = Counter()
    pairs = []
    for row in factcheck():
        article = read(as_html(row), row["link"]).article
        found = list(matches(article))
        pairs += found
        hit = {(entry, url) for entry, _, url in found}
        given = {s["url"].strip().replace(" ", "%20") for s in row["sources"]}
        counts["invented"] += sum(
            c.url not in given and c.url not in row["text"] for c in article.citations
        )
        for entry in row["sources"]:
            words = " ".join(entry["title"].split())
            is_hit = any(words == " ".join(e.split()) for e, _ in hit)
            counts["listed"] += 1
            counts["matched"] += is_hit
            if is_named(entry, row["text"]):
                counts["named"] += 1
                counts["named and matched"] += is_hit
    return counts, pairs


def drawn(pairs: list, number: int) -> list:
    """A sample for reading, the same each time."""
    return random.Random(SEED).sample(pairs, min(number, len(pairs)))  # noqa: S311  no secret


def measure_links() -> Counter:
    counts: Counter = Counter()
    for row in snopes():
        article = read(row["html"]).article
        spans = {s.id: (s.start, s.end) for s in article.statements}
        found: Counter = Counter()
        for c in article.citations:
            counts[c.basis.value] += 1
            if c.basis is CitationBasis.DIRECT:
                found[c.url, " ".join(article.text[c.start : c.end].split())] += 1
                inside = [spans[name] for name in c.statement_ids]
                counts["unattached"] += not any(a <= c.start < b for a, b in inside)
        expected = external_links(row["html"])
        counts["links"] += sum(expected.values())
        counts["lost"] += sum((expected - found).values())
        counts["doubled"] += sum(max(found[x] - n, 0) for x, n in expected.items())
    return counts


def external_links(body: str) -> Counter:
    found: Counter = Counter()
    for anchor in html.document_fromstring(body).iter("a"):
        target = (anchor.get("href") or "").strip().replace(" ", "%20")
        words = " ".join("".join(anchor.itertext()).split())
        in_script = any(e.tag in {"script", "style"} for e in anchor.iterancestors())
        if words and not in_script and target.lower().startswith(("http://", "https://")):
            found[target, words] += 1
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", type=int, default=0, metavar="N")
    given = options.parse_args()
    if not FOLDER.is_dir():
        sys.exit("the shared folder with real articles is not here")
    counts, pairs = measure_listed()
    share = counts["named and matched"] / counts["named"]
    print(f"FactCheck.org: {dict(counts)}; of those named, matched: {share:.2f}")
    for entry, statement, url in drawn(pairs, given.show):
        print(f"\n- {entry}\n  {url}\n  > {statement}")
    links = measure_links()
    print(f"Snopes: {dict(links)}")


if __name__ == "__main__":
    main()
