"""An article in, and where in the draft its text stands out. Pure."""

from bisect import bisect_right
from functools import cached_property

from service.domain import Article, Origin, Source, Statement


class Places:
    """Where things stand in an article, looked up: an article may cite thousands of sources."""

    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def _origins(self) -> list[Origin]:
        return sorted(self._article.origins, key=lambda origin: origin.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [origin.start for origin in self._origins]

    @cached_property
    def _of_sources(self) -> dict[str, tuple[int, int] | None]:
        """The first place of each source: where it is cited, else a statement that cites it."""
        places: dict[str, tuple[int, int] | None] = {}
        for citation in self._article.citations:
            # A source added by hand stands nowhere in the article.
            nowhere = citation.start == citation.end
            places.setdefault(
                citation.source_id, None if nowhere else (citation.start, citation.end)
            )
        for statement in self._article.statements:
            for source_id in statement.citations:
                places.setdefault(source_id, (statement.start, statement.end))
        return places

    def span(self, statement: Statement | None, source: Source | None) -> tuple[int, int] | None:
        """Give the span of a statement, or else of where a source is cited first, if it is."""
        if statement is not None:
            return statement.start, statement.end
        return None if source is None else self._of_sources.get(source.id)

    def line_and_column(
        self, offset: int, statement: Statement | None = None
    ) -> tuple[int | None, int | None]:
        """Say where an offset into the article's text stands in the draft, 1-based code points.

        It is as near as the reading knows: the place of ``statement``, or of the one around the
        offset, where no more is known; ``None`` for drafts without lines.
        """
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return self._of_statement(offset, statement)
        origin = self._origins[place]
        lines = self._article.text[origin.start : offset].split("\n")
        if len(lines) == 1:
            return origin.line, origin.column + len(lines[0])
        return origin.line + len(lines) - 1, len(lines[-1]) + 1

    def _of_statement(
        self, offset: int, statement: Statement | None
    ) -> tuple[int | None, int | None]:
        if statement is not None:
            return statement.line, statement.column
        around = (s for s in self._article.statements if s.start <= offset < s.end)
        return next(((s.line, s.column) for s in around), (None, None))
