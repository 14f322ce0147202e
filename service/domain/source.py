"""Sources: what was asked for, what came back, what is kept. Pure."""

from dataclasses import dataclass, field
from datetime import datetime

from service.domain.signs import Sign
from service.domain.vocabulary import Access, ReaderAccess


@dataclass(frozen=True, slots=True)
class SuppliedSource:
    """A source that the user adds by hand: a URL to fetch, or its text."""

    url: str | None = None
    text: str | None = None
    label: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for a URL, before extraction: the decoded body and its headers.

    ``headers`` have lower-case names; ``redirects`` are the URLs passed through, in
    order, without the final one. Content encodings (gzip, br) are already undone.
    """

    url: str
    final_url: str
    status: int
    headers: dict[str, str]
    content: bytes
    retrieved_at: datetime
    redirects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A source that was read: its text and what it says of itself.

    ``access`` is ``ok``, ``partial_text``, ``archived_copy_used`` or
    ``supplied_by_user``. ``pages`` holds the start offset of each page of a
    paged document, page 1 first; it is empty for anything else. ``main_length`` is how
    many code points of ``text`` are the article's body; behind it stands what the page
    shows besides. ``None``: all of it is the body. From ``earlier_from`` on stand paragraphs
    that the page no longer has, as ``archived_url`` shows them; ``None``: there are none.
    """

    url: str | None
    text: str
    access: Access = Access.OK
    reader_access: ReaderAccess = ReaderAccess.UNKNOWN
    final_url: str | None = None
    canonical_url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None  # as the page states it
    language: str | None = None
    kind: str | None = None  # "html", "pdf", "text", "docx", "feed", "json"
    retrieved_at: datetime | None = None
    archived_url: str | None = None
    archived_at: datetime | None = None  # when the copy that was read was taken
    obstacle: str | None = None
    credit: str | None = None  # the wire or agency named in a credit line, as "Reuters"
    pages: tuple[int, ...] = ()
    text_sha256: str | None = None  # of the text, where the text itself is not carried along
    signs: tuple[Sign, ...] = ()  # what ``access`` was decided from, the one that decided first
    main_length: int | None = None
    earlier_from: int | None = None
    licence: str | None = None  # the address or the words of a licence, as the page states it

    @property
    def main_text(self) -> str:
        """The article's body, without the rest of the page that may stand behind it."""
        return self.text if self.main_length is None else self.text[: self.main_length]

    @property
    def live_text(self) -> str:
        """All that the page itself shows, without what only an earlier copy of it has."""
        return self.text if self.earlier_from is None else self.text[: self.earlier_from]

    def is_earlier(self, start: int) -> bool:
        """Whether the passage at this offset stands in the archived copy alone."""
        return self.earlier_from is not None and start >= self.earlier_from


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read: why, in plain words, and the signs that say so.

    The sign that decided stands first.
    """

    url: str | None
    access: Access
    obstacle: str
    reader_access: ReaderAccess = ReaderAccess.UNKNOWN
    final_url: str | None = None
    status: int | None = None
    retrieved_at: datetime | None = None
    archived_url: str | None = None
    signs: tuple[Sign, ...] = ()

    @property
    def is_transient(self) -> bool:
        """Whether a later try may well read it."""
        return self.access.is_transient


@dataclass(frozen=True, slots=True)
class Source:
    """A source of an article: its place in the report, and how it was found.

    ``outcome`` is ``None`` until the source was fetched. ``private`` text never
    leaves in a public report, a webhook or a log. ``archived_url`` is the snapshot that
    the article links to; ``url`` is then the page that it was taken of. ``snapshot_url`` is
    where the text that was read can be opened: a URL of the service, or a path into the
    recording of a run.
    """

    id: str
    url: str | None = None
    label: str | None = None
    private: bool = False
    outcome: Page | Unread | None = field(default=None)
    archived_url: str | None = None
    snapshot_url: str | None = None

    @property
    def page(self) -> Page | None:
        """The page, where the source was read."""
        return self.outcome if isinstance(self.outcome, Page) else None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address it goes by: as cited, as asked for, as reached, as it names itself."""
        urls = [self.url]
        if self.outcome is not None:
            urls += [self.outcome.url, self.outcome.final_url]
        if self.page is not None:
            urls.append(self.page.canonical_url)
        return tuple(url for url in urls if url)

    @property
    def access(self) -> Access | None:
        """What we could read; ``None`` before the source was fetched."""
        return None if self.outcome is None else self.outcome.access
