"""What the scorer that ships says of a statement and one source."""

from dataclasses import dataclass

from workers.assessing.scorer import Score, load_scorer

SCORER = load_scorer()


@dataclass(frozen=True)
class Given:
    """A source as a scorer takes it."""

    source_id: str
    text: str
    language: str | None = "en"


def score(statement: str, text: str) -> Score:
    """Score an English statement against an English text."""
    return SCORER.score(statement, "en", [SCORER.index(Given("s1", text))])
