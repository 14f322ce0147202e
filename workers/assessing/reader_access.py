"""A reading and its publication notes in, its sources as the article's readers find them out. Pure.

What a source's own publisher shows is known from its page: free, by registration, paid.
Here comes what the *article's* publisher hides: a list of sources that only subscribers
see, a link into its own login. That we could read such a source helps no reader.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from service.domain import (
    CitationBasis,
    PublicationKind,
    PublicationNote,
    ReaderAccess,
    Reading,
    Source,
)
from service.domain.addresses import page_keys, same_page_key

# The step of a path that asks readers who they are, or to become somebody.
_GATE = re.compile(
    r"/(?:log-?in|sign-?(?:in|up)|subscribe|register|registration|members?-only|anmelden|login\.php|"
    r"connexion|abonnement|suscripcion|iniciar-sesion)(?:[/.]|$)",
    re.IGNORECASE,
)


def as_readers_find(reading: Reading, notes: Sequence[PublicationNote]) -> tuple[Source, ...]:
    """Mark the sources that the article's publisher hides from its readers.

    A source that an editor added by hand is hidden where the article keeps its list of
    sources for subscribers: readers are shown no way to it. Where the article merely does
    not name it, its access is left as its own page has it.
    """
    withheld = any(note.kind is PublicationKind.SOURCES_WITHHELD for note in notes)
    gated = page_keys(reading.marks.hidden_urls)
    shown = frozenset(
        c.source_id for c in reading.article.citations if c.basis is not CitationBasis.SUPPLIED
    )

    def find(source: Source) -> Source:
        is_gated = same_page_key(source.url) in gated or _asks_in(source, reading.article.url)
        if is_gated or (withheld and source.id not in shown):
            return _hidden(source)
        return source

    return tuple(find(source) for source in reading.sources)


def _asks_in(source: Source, article_url: str | None) -> bool:
    """Whether a link leads to a login of the article's own site."""
    try:
        mine, theirs = urlsplit(article_url or ""), urlsplit(source.url or "")
        own = mine.hostname is not None and _site(mine.hostname) == _site(theirs.hostname)
    except ValueError:
        return False
    return own and _GATE.search(theirs.path) is not None


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.")


def _hidden(source: Source) -> Source:
    if source.outcome is None:
        return source
    outcome = replace(source.outcome, reader_access=ReaderAccess.HIDDEN_BY_PUBLISHER)
    return replace(source, outcome=outcome)
