"""A server's report and the draft that it was made of in; judged here, out. Pure."""

from service.domain import InlineIgnore, Report, Submission
from service.errors import SourceproofError
from service.policy import judge, redecided, to_be_followed
from workers.cli.configuration import Configuration
from workers.cli.excusing import Judged
from workers.collecting import Limits, read_content


def judged_here(
    name: str, submission: Submission, report: Report, configuration: Configuration
) -> Judged:
    """Judge by the caller's own policy. What the server's editors decided counts as there.

    What the draft asks to have passed over is followed, as in a check that is made here;
    of a draft that only the server has fetched it is not known.
    """
    policy = configuration.policy
    decided = redecided(judge(report, policy), policy)
    asked = _asked(submission, report, configuration.settings)
    if asked:
        decided = to_be_followed(decided)
    return Judged(name, decided, asked, configuration)


def _asked(submission: Submission, report: Report, limits: Limits) -> tuple[InlineIgnore, ...]:
    """Read the ignores of a draft that is here. Those of another reading have other places."""
    if submission.content is None:
        return ()
    try:
        reading = read_content(submission, limits)
    except SourceproofError:  # this version reads it otherwise than the server's
        return ()
    return reading.ignores if reading.article.text == report.article.text else ()
