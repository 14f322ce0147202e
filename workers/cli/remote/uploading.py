"""A draft as the command reads it in, the same as the API takes it out. Pure."""

from pathlib import PurePath

from service.client import Draft, Options
from service.domain import Submission
from service.policy import Policy
from workers.reading.decoding import decode
from workers.reading.formats import Format, format_of
from workers.reading.formats.word_files import is_docx

UNNAMED = "draft"
PERCENT = 100

# An upload is known by the ending of its name. These the API takes as they are.
KNOWN = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx"},
)
_ENDINGS = {
    Format.MARKDOWN: ".md",
    Format.HTML: ".html",
    Format.TEXT: ".txt",
    Format.DOCX: ".docx",
}


def draft_of(submission: Submission) -> Draft:
    """Give what is posted. A file whose name tells no format is named by what it looks like."""
    if submission.content is None:
        return Draft(url=submission.url)
    return Draft(content=submission.content, filename=_named(submission))


def _named(submission: Submission) -> str:
    given = PurePath(submission.filename or UNNAMED)
    content = submission.content or b""
    if given.suffix.lower() in KNOWN:
        return given.name
    if is_docx(content):
        return given.stem + _ENDINGS[Format.DOCX]
    looks = format_of(decode(content, None), submission.media_type, submission.filename)
    return given.stem + _ENDINGS[looks]


def options_of(policy: Policy) -> Options:
    """Give the options that let the server's gate be ours, as far as the API has words for it."""
    options = Options(
        max_could_not_check=policy.max_could_not_check * PERCENT,
        on_inconclusive=policy.on_inconclusive.value,
    )
    if policy.fail_on is not None:
        options["fail_on"] = [str(word) for word in policy.fail_on]
    if policy.min_reader_verifiable is not None:
        options["min_reader_verifiable"] = policy.min_reader_verifiable * PERCENT
    return options
