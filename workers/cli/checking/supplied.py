"""``--source`` in, what it names out: URLs as they are, files read. I/O: files."""

import mimetypes
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from service.domain import Page, Reply, SuppliedSource
from service.errors import UsageError
from workers.cli.checking.drafts import is_url
from workers.cli.checking.files import read_file
from workers.extracting import extract

OK = 200
MOST_BYTES = 100_000_000  # of a source that is read from disk; a book of pictures has less


def supplied_sources(sources: Sequence[str]) -> tuple[SuppliedSource, ...]:
    """Read what ``--source`` names. Raises UsageError or TooLarge."""
    return tuple(_supplied(source) for source in sources)


def _supplied(source: str) -> SuppliedSource:
    if is_url(source):
        return SuppliedSource(url=source)
    path = Path(source)
    page = extract(_reply(path))
    if not isinstance(page, Page):
        raise UsageError(f"{path} cannot be read as a source: {page.obstacle}")
    return SuppliedSource(text=page.text, label=page.title or path.name)


def _reply(path: Path) -> Reply:
    """Let a file on disk be read as if a server had sent it."""
    media_type = mimetypes.guess_type(path.name)[0] or ""
    address = path.resolve().as_uri()
    headers = {"content-type": media_type} if media_type else {}
    return Reply(address, address, OK, headers, read_file(path, MOST_BYTES), datetime.now(UTC))
