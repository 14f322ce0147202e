"""What a report can be taken away as: every format, and the version for readers. I/O."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from service.errors import NotFound
from service.rendering import FORMATS
from service.routes.acceptance import load
from service.routes.headers import NO_PAGE
from service.routes.house import IdDep
from service.routes.pages.listing import WITH_REPORT, name_of
from service.routes.pages.visiting import ReaderDep, go
from service.routes.reports import Revision, write_report
from service.schemas.verification import VerificationView


@dataclass(frozen=True, slots=True)
class Kind:
    """A format as people know it, and how its file is called."""

    format: str
    name: str
    use: str
    ending: str
    for_readers: bool = False


KINDS = (
    Kind("html", "HTML", "one page that works from disk", "html", for_readers=True),
    Kind("markdown", "Markdown", "a comment, a mail, a note", "md", for_readers=True),
    Kind("csv", "CSV", "the statements, in a spreadsheet", "csv", for_readers=True),
    Kind("json", "JSON", "the whole report, for programs", "json", for_readers=True),
    Kind("jsonl", "JSON Lines", "a statement a line, for programs", "jsonl", for_readers=True),
    Kind("jsonld", "JSON-LD", "web annotations on the article", "jsonld", for_readers=True),
    Kind("terminal", "Text", "as in a terminal", "txt"),
    Kind("sarif", "SARIF", "code review tools", "sarif"),
    Kind("junit", "JUnit XML", "CI systems", "xml"),
    Kind("gitlab", "GitLab", "its code quality report", "json"),
    Kind("rdjson", "reviewdog", "its diagnostic format", "json"),
)
# What is shown in somebody else's page: made for readers, and told apart from what is taken away.
SHOWN = (
    Kind("embed", "Box", "what the article rests on, to be put into its page", "html"),
    Kind("badge", "Badge", "an image that says how many statements a reader can verify", "svg"),
    Kind("badge-json", "Badge for shields.io", "the same as data for its endpoint badge", "json"),
)

router = APIRouter()


@router.get("/verifications/{id}/files")  # noqa: FAST003  IdDep takes it, by its alias
def files(visit: ReaderDep, verification_id: IdDep) -> Response:
    """Show what there is to take away."""
    verification = load(visit.house, verification_id, visit.tenant)
    if verification.status not in WITH_REPORT:
        return go(f"/verifications/{verification_id}")
    view = VerificationView.of(verification)
    box = write_report(visit.house, verification, "embed", "public", None)
    return visit.show(
        "files.html", view=view, name=name_of(view), kinds=KINDS, shown=SHOWN, box=box
    )


@router.get("/verifications/{id}/files/{format}")  # noqa: FAST003  taken by their aliases
def file(
    visit: ReaderDep,
    verification_id: IdDep,
    fmt: Annotated[str, Path(alias="format")],
    audience: Annotated[Literal["editor", "public"], Query()] = "editor",
    revision: Revision = None,
) -> Response:
    """Give the report as a file."""
    kind = next((each for each in (*KINDS, *SHOWN) if each.format == fmt), None)
    if kind is None:
        raise NotFound("The report is not given in that format.")
    verification = load(visit.house, verification_id, visit.tenant)
    body = write_report(visit.house, verification, kind.format, audience, revision)
    name = f"sourceproof-{verification_id[-6:]}{'-public' if audience == 'public' else ''}"
    headers = {
        "content-disposition": f'attachment; filename="{name}.{kind.ending}"',
        "content-security-policy": NO_PAGE,
    }
    return Response(body, 200, headers, FORMATS[kind.format].media_type)
