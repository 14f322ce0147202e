"""How far a verification is, statement by statement; how it ended, where without a report. I/O.

The page is whole as it is served, and looks again by itself. Where scripts run, one listens
to the events of the API instead and writes the same into the same places.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from service.domain import (
    Access,
    Happening,
    HappeningKind,
    JobStatus,
    Stage,
    StatementKind,
    Verdict,
    Verification,
)
from service.rendering import words
from service.routes.acceptance import load
from service.routes.ending import cancel_verification
from service.routes.house import IdDep
from service.routes.pages.listing import STATUSES, WITH_REPORT, name_of
from service.routes.pages.visiting import EditorFormDep, ReaderDep, Visit, go
from service.schemas.verification import VerificationView
from service.store import open_store

MAX_SHOWN = 1_000  # statements, and sources; of more only the counts are told
MAX_ROWS = 2_000  # of what has come about, in the record

_STAGES = ((Stage.COLLECT, "Sources read"), (Stage.ASSESS, "Statements compared"))
_ENDS = {
    JobStatus.FAILED: "This check failed.",
    JobStatus.CANCELLED: "This check was cancelled. No report was made of it.",
    JobStatus.EXPIRED: "This check has expired.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, or a source, and what is known of it by now."""

    id: str
    text: str
    mark: str | None = None
    word: str | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """How much of a stage is done; ``total`` is None until it is known."""

    stage: Stage
    label: str
    done: int
    total: int | None


router = APIRouter()


@router.get("/verifications/{id}")  # noqa: FAST003  IdDep takes it, by its alias
def progress(visit: ReaderDep, verification_id: IdDep) -> Response:
    """Show how far it is, and lead on to its report once there is one."""
    verification = load(visit.house, verification_id, visit.tenant)
    if verification.status in WITH_REPORT:
        return go(f"/verifications/{verification.id}/report")
    told = _told(visit, verification)
    return visit.show(
        "progress.html",
        view=(view := VerificationView.of(verification)),
        name=name_of(view),
        status=STATUSES[view.status],
        is_running=not view.status.is_final,
        now=_now(verification, told),
        bars=tuple(_bar(verification, stage, label) for stage, label in _STAGES),
        sources=_sources(told),
        statements=_statements(visit, verification, told),
        labels=words.VERDICTS,
        access_words=words.ACCESS,
    )


@router.post("/verifications/{id}/cancel")  # noqa: FAST003  IdDep takes it, by its alias
def cancel(sent: EditorFormDep, verification_id: IdDep) -> Response:
    """Stop it, and show that it is."""
    cancel_verification(sent.visit.house, sent.visit.tenant, verification_id)
    return go(f"/verifications/{verification_id}")


def _told(visit: Visit, verification: Verification) -> tuple[Happening, ...]:
    with open_store(visit.house.engine, reading=True) as store:
        found = store.happenings_after(verification.id, verification.revision, 0, MAX_ROWS)
    return tuple(happening for _, happening in found)


def _bar(verification: Verification, stage: Stage, label: str) -> Bar:
    at = verification.progress.get(stage)
    return Bar(stage, label, at.done if at else 0, at.total if at else None)


def _now(verification: Verification, told: tuple[Happening, ...]) -> str:
    """Say in a sentence what is being done."""
    if verification.status.is_final:
        return _ENDS[verification.status]
    if verification.status is JobStatus.QUEUED:
        return "Waiting for a free worker."
    if verification.stage is Stage.ASSESS:
        return "Comparing the statements with their sources."
    if any(each.kind is HappeningKind.STAGE for each in told):
        return "Reading the sources."
    return "Reading the article."


def _sources(told: Iterable[Happening]) -> tuple[Line, ...]:
    lines = {}
    for each in told:
        if each.kind is HappeningKind.SOURCE:
            url, access = str(each.data["url"]), Access(str(each.data["access"]))
            is_read = access.is_full_text or access is Access.PARTIAL_TEXT
            mark = "supported" if is_read else "could_not_check"
            lines[url] = Line(url, url, mark, words.ACCESS[access])
    return tuple(lines.values())[:MAX_SHOWN]


def _statements(
    visit: Visit, verification: Verification, told: Iterable[Happening]
) -> tuple[Line, ...]:
    """Give the statements of the article, those decided with their verdicts."""
    if verification.status.is_final:
        return ()
    with open_store(visit.house.engine, reading=True) as store:
        article = store.load_article(verification.id)
    if article is None:
        return ()
    decided = {
        str(each.data["id"]): Verdict(str(each.data["verdict"]))
        for each in told
        if each.kind is HappeningKind.STATEMENT
    }
    shown = (s for s in article.statements if s.kind is not StatementKind.BOILERPLATE)
    return tuple(_line(s.id, s.text, decided.get(s.id)) for s in shown)[:MAX_SHOWN]


def _line(statement_id: str, text: str, verdict: Verdict | None) -> Line:
    if verdict is None:
        return Line(statement_id, text)
    return Line(statement_id, text, verdict.value, words.VERDICTS[verdict].name)
