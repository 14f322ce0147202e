"""A draft's bytes and its path in, what is to be checked out. Pure."""

from mimetypes import guess_type
from pathlib import Path

from service.domain import Submission, SuppliedSource


def draft_at(
    path: Path, content: bytes | None, sources: tuple[SuppliedSource, ...] = ()
) -> Submission:
    """Take ``content`` as the draft that stands, stood or is about to stand at ``path``."""
    return Submission(
        content=content,
        media_type=guess_type(path.name)[0],
        filename=path.name,
        sources=sources,
    )
