"""A scorer in, the same scorer out, which indexes a source once for many articles. Pure."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from workers.assessing.coverage import Span
from workers.assessing.passages import SourceIndex
from workers.assessing.scorer import Score, Scorer, SourceLike

# Code points of all kept texts together: an index takes some ten bytes for each.
MOST_CHARACTERS = 8_000_000
_Key = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class KeepingScorer:
    """Scores as ``scorer`` does, and keeps the indexes of the texts that were asked for last.

    For articles assessed one after the other: those that share an index must not be assessed
    in two threads. ``most`` bounds what is kept, in code points of the texts.
    """

    scorer: Scorer
    most: int = MOST_CHARACTERS
    _kept: OrderedDict[_Key, SourceIndex] = field(default_factory=OrderedDict)

    @property
    def version(self) -> str:
        """The version of the scorer within."""
        return self.scorer.version

    def index(self, source: SourceLike, about: str = "") -> SourceIndex:
        """Give the index of a source; made anew where no kept one is of its text."""
        key = (source.text, source.language, about)
        kept = self._kept.pop(key, None)
        # The last to be handed out is kept, for it has learnt most about its text.
        index = kept.of(source.source_id) if kept else self.scorer.index(source, about)
        self._kept[key] = index
        self._let_go()
        return index

    def score(
        self,
        statement: str,
        language: str | None,
        indexes: Sequence[SourceIndex],
        frame: Sequence[Span] = (),
    ) -> Score:
        """Decide as the scorer within does."""
        return self.scorer.score(statement, language, indexes, frame)

    def _let_go(self) -> None:
        """Forget those that were asked for longest ago, until the rest is within bounds."""
        characters = sum(len(text) for text, _, _ in self._kept)
        while characters > self.most:
            (text, _, _), _ = self._kept.popitem(last=False)
            characters -= len(text)
