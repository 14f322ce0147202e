"""A statement and its sources in; verdicts, passages and reasons out. Pure."""

from workers.assessing.keeping import KeepingScorer
from workers.assessing.passages import Passage, SourceIndex
from workers.assessing.scorer import Score, Scorer, SourceLike, load_scorer
from workers.assessing.scoring import score_pair, score_rows

__all__ = [
    "KeepingScorer",
    "Passage",
    "Score",
    "Scorer",
    "SourceIndex",
    "SourceLike",
    "load_scorer",
    "score_pair",
    "score_rows",
]
