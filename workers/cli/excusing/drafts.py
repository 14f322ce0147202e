"""The bytes of a draft that is a file in, its Reading out: no source is fetched. Pure."""

from mimetypes import guess_type

from service.domain import Reading, Submission
from service.settings import Settings
from workers.reading import read_article


def read_as(name: str, content: bytes, settings: Settings) -> Reading:
    """Read a draft called ``name``. Raises UnreadableArticle or TooLarge."""
    submission = Submission(content=content, media_type=guess_type(name)[0], filename=name)
    return read_article(
        submission,
        max_bytes=settings.max_article_bytes,
        max_sources=settings.max_sources,
        max_statements=settings.max_statements,
    )
