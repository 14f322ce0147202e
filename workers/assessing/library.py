"""The sources of an article in, what can be held against its statements out. Pure."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from service.domain import Article, Page, Reading, Source
from workers.assessing.quotes import SourceText
from workers.assessing.scorer import Scorer, SourceIndex
from workers.assessing.selfsource import is_the_article

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Volume:
    """A source that was read: its page, and its index, made once an article.

    ``text`` and ``index`` hold the article's body alone.
    """

    text: SourceText
    page: Page
    index: SourceIndex


@dataclass(frozen=True, slots=True)
class Library:
    """Every source of an article, readable or with the reason why it is not.

    ``faults`` are those that brought us to fall, so that nothing is said of what cites them.
    """

    volumes: dict[str, Volume]
    gaps: dict[str, str]
    faults: set[str] = field(default_factory=set)
    _rests: dict[str, SourceText] = field(default_factory=dict)
    _rest_indexes: dict[str, SourceIndex] = field(default_factory=dict)

    def rests(self, volumes: Sequence[Volume]) -> tuple[SourceText, ...]:
        """Give what pages show beside the body, made on first use; offsets are of all the text."""
        for volume in volumes:
            ident, page = volume.text.source_id, volume.page
            if page.main_length is not None and ident not in self._rests:
                blank = "\n" * page.main_length
                text = blank + page.text[page.main_length :]
                self._rests[ident] = SourceText(ident, text, page.language)
        return tuple(self._rests[i] for v in volumes if (i := v.text.source_id) in self._rests)

    def rest_indexes(self, volumes: Sequence[Volume], scorer: Scorer) -> tuple[SourceIndex, ...]:
        """Index what pages show beside the body, once and only where it is asked for."""
        rests = self.rests(volumes)
        for rest in rests:
            if rest.source_id not in self._rest_indexes:
                about = _about(self.volumes[rest.source_id].page)
                index = scorer.index(rest, about)
                body = self.volumes[rest.source_id].index
                index.dated, index.cited_on = body.dated, body.cited_on
                self._rest_indexes[rest.source_id] = index
        return tuple(self._rest_indexes[rest.source_id] for rest in rests)

    def cited(self, source_ids: Iterable[str]) -> tuple[Volume, ...]:
        """Return the readable ones among ``source_ids``, ordered by id."""
        return tuple(self.volumes[i] for i in sorted(set(source_ids)) if i in self.volumes)

    def others(self, source_ids: Iterable[str]) -> tuple[Volume, ...]:
        """Return the readable ones that are not among ``source_ids``, ordered by id."""
        return self.cited(self.volumes.keys() - set(source_ids))

    def gaps_of(self, source_ids: Iterable[str]) -> tuple[str, ...]:
        """Say, a line each, why sources among ``source_ids`` could not be read whole."""
        return tuple(self.gaps[i] for i in sorted(set(source_ids)) if i in self.gaps)


def open_library(reading: Reading, scorer: Scorer) -> Library:
    """Index every readable source once, and note why the others cannot be used."""
    library = Library({}, {})
    for source in reading.sources:
        try:
            _take_in(library, source, reading.article, scorer)
        except Exception:  # noqa: BLE001  one source never sinks the rest
            _LOG.exception("source %s could not be indexed", source.id)
            library.faults.add(source.id)
    return library


def _take_in(library: Library, source: Source, article: Article, scorer: Scorer) -> None:
    gap = _gap(source, article)
    if gap is not None:
        library.gaps[source.id] = gap
    page = source.page
    if page is not None and page.text.strip() and not is_the_article(article, source):
        text = SourceText(source.id, page.main_text, page.language)
        index = scorer.index(text, _about(page))
        index.dated, index.cited_on = _day(page.published_at), _day(article.published_at)
        library.volumes[source.id] = Volume(text, page, index)


def _day(moment: datetime | None) -> date | None:
    """Give the day of a moment, where its writer was."""
    return None if moment is None else moment.date()


def _about(page: Page) -> str:
    """Name who speaks in a page."""
    return " ".join(name for name in (page.publisher, page.author, page.credit) if name)


def _gap(source: Source, article: Article) -> str | None:
    outcome = source.outcome
    if outcome is None:
        return f"{source.id} was not fetched"
    if not isinstance(outcome, Page):
        return f"{source.id} could not be read ({outcome.access}: {outcome.obstacle})"
    if is_the_article(article, source):
        return f"{source.id} is the article itself or a copy of it, and cannot vouch for it"
    if not outcome.access.is_full_text:
        why = f": {outcome.obstacle}" if outcome.obstacle else ""
        return f"of {source.id} only a part could be read ({outcome.access}{why})"
    return None
