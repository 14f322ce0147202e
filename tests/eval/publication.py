"""Real articles in, each sentence in which a publication is heard to speak of itself out. I/O.

``python tests/eval/publication.py`` reads the articles beside the repository and prints, for
each kind of note, how many articles have one, and every sentence, for an editor to judge.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from service.domain import Submission
from service.errors import InvalidInput
from workers.assessing.publication import read_publication
from workers.extracting.marks import read_marks
from workers.reading import read_article

SHARED = Path(__file__).parents[3] / "shared"
LINKED = SHARED / "pages" / "articles_with_links"


def articles() -> Iterator[tuple[str, bytes, str]]:
    """Give the name of a set, the bytes of an article and a file name that tells its format."""
    for line in (LINKED / "snopes_article_html.jsonl").read_text().splitlines():
        yield "snopes", json.loads(line)["html"].encode(), "a.html"
    for row in json.loads((LINKED / "factcheck_org_with_sources.json").read_text()):
        yield "factcheck.org", row["text"].encode(), "a.txt"
    for part in ("polnear_train", "polnear_dev"):
        for path in sorted((SHARED / "eval" / "attribution" / part / "text").iterdir()):
            yield part, path.read_bytes(), "a.txt"
    for part in ("cache", "eval"):
        for path in sorted((SHARED / "pages" / "extraction" / part).glob("*.html.gz")):
            yield f"pages {part}", gzip.decompress(path.read_bytes()), "a.html"
    for path in sorted((SHARED / "pages" / "linked_pairs").glob("*/*.html.gz")):
        yield "linked pairs", gzip.decompress(path.read_bytes()), "a.html"


def main() -> None:
    """Print the figures, and the sentences they rest on."""
    read, noted = Counter[str](), Counter[tuple[str, str]]()
    for name, content, filename in articles():
        submission = Submission(content=content, filename=filename)
        try:
            reading = read_article(
                submission, max_bytes=10**7, max_sources=999, max_statements=9_999
            )
        except InvalidInput:
            continue
        read[name] += 1
        notes = read_publication(reading.article, read_marks(content))
        noted.update({(name, note.kind.value) for note in notes})
        for note in notes:
            print(f"{name}\t{note.kind.value}\t{note.basis.value}\t{note.text[:300]!r}")
    for name, number in read.items():
        told = {kind: n for (part, kind), n in sorted(noted.items()) if part == name}
        print(f"{name}: {number} articles read; articles with a note: {told}", file=sys.stderr)


if __name__ == "__main__":
    main()
