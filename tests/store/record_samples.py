"""Values for the record to hold, and the shortest ways to put them there."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from service.domain import (
    Access,
    Article,
    Assessment,
    Attribution,
    AttributionClass,
    Decision,
    Evidence,
    Finding,
    Gate,
    GateResult,
    JobStatus,
    Limit,
    Page,
    Reading,
    Report,
    Severity,
    Source,
    Stage,
    Statement,
    StatementKind,
    Submission,
    SuppliedSource,
    Unread,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
    Versions,
)
from service.store import (
    open_store,
)

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)

ODD = "Nul \x00, a lone \ud800 surrogate, an 𐍈 beyond the BMP"

SUBMISSION = Submission(
    content=b"\x00\xff\xfe draft",
    media_type="text/plain",
    title=ODD,
    published_at=NOW,
    external_id="cms-1",
    sources=(SuppliedSource(text=ODD, label="notes", private=True),),
    options={"fail_on": ["SP201"], "max_could_not_check": 20.5},
    callback_url="https://hook.example/x",
)

READING = Reading(
    article=Article(text=ODD, title="A title", published_at=NOW),
    sources=(
        Source(
            "s1",
            "https://a.example/",
            outcome=Page(
                "https://a.example/", ODD, pages=(0, 5), main_length=3, licence="CC BY 4.0"
            ),
        ),
        # A page with an obstacle could pass for an Unread, were it not told apart by kind.
        Source("s2", outcome=Page(None, "", Access.PARTIAL_TEXT, obstacle="cut off")),
        Source("s3", "https://c.example/", outcome=Unread(None, Access.DEAD, "gone", status=404)),
        Source("s4", "https://d.example/"),
    ),
)

STATEMENT = Statement(
    "st1", "Nul.", 0, 3, 0, 1, 1, StatementKind.FACT, Attribution(AttributionClass.LINKED), ("s1",)
)

REPORT = Report(
    id="",
    revision=1,
    checked_at=NOW,
    status=JobStatus.COMPLETED_WITH_GAPS,
    gate=Gate(GateResult.FAIL, ("SP201",)),
    article=replace(READING.article, statements=(STATEMENT,)),
    assessments=(
        Assessment(
            STATEMENT,
            Verdict.CONTRADICTED,
            "it says otherwise",
            0.1,
            0.9,
            evidence=(Evidence("s1", ODD[:3], 0, 3, 0.5, page=1),),
            values=(ValueCheck(ValueKind.YEAR, "2019", "2020", ValueResult.DIFFERENT, "s1"),),
        ),
    ),
    sources=READING.sources,
    counts={Verdict.CONTRADICTED: 1},
    coverage=1.0,
    reader_verifiable_share=None,
    independence=None,
    findings=(Finding("SP201", Severity.ERROR, "contradicted", statement_id="st1"),),
    decisions=(Decision("st1", "dispute", "Ann", "read again", NOW),),
    limits=(Limit("max_sources", 500, "2 sources"),),
    versions=Versions("0", "1", "2", "3"),
)


def add(engine: Engine, submission: Submission = SUBMISSION, tenant: str = "t", **words):
    with open_store(engine) as store:
        return store.add(submission, tenant, **words)


def begin(engine: Engine, verification_id: str, stage: Stage = Stage.COLLECT, **words):
    with open_store(engine) as store:
        return store.begin(verification_id, stage, 3, **words)


def at_assess(engine: Engine) -> str:
    made = add(engine)
    begin(engine, made.id)
    with open_store(engine) as store:
        store.save_reading(made.id, READING)
        assert store.advance(made.id, Stage.COLLECT, Stage.ASSESS)
    return made.id
