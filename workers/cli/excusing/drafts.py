"""The bytes of a draft that is a file in, its Reading out: no source is fetched. Pure."""

from mimetypes import guess_type

from service.domain import Reading, Submission
from workers.collecting import Limits, read_content


def read_as(name: str, content: bytes, limits: Limits) -> Reading:
    """Read a draft called ``name``. Raises UnreadableArticle or TooLarge."""
    media_type = guess_type(name)[0]
    return read_content(Submission(content, media_type, filename=name), limits)
