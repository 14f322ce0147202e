"""The wire models: what they let through, and that they are the published contract."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_fixture import sample_report

from service.domain import JobStatus, Report, Stage, Submission, Verification
from service.errors import InvalidInput, SourceproofError
from service.rendering.audience import for_public
from service.rendering.json import report_to_dict
from service.schemas.cursor import cursor_after, id_of_cursor
from service.schemas.fields import as_moment
from service.schemas.problem import pointer_to, problem_of, problem_of_fields, problem_of_status
from service.schemas.report import SCHEMA_FILE, ReportOut, report_schema, schema_text
from service.schemas.url import check_callback_url, check_web_url
from service.schemas.verification import VerificationView, as_first_answered


def test_the_published_schema_of_the_report_is_the_one_made_from_the_code():
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m service.schemas.report > service/schemas/report.schema.json"
    )
    jsonschema.Draft202012Validator.check_schema(report_schema())


@pytest.mark.parametrize("view", [lambda report: report, for_public])
def test_every_report_validates_against_the_published_schema(view):
    data = json.loads(json.dumps(report_to_dict(view(sample_report()))))
    jsonschema.validate(data, json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
    ReportOut.model_validate(data)


def test_the_schema_knows_every_field_that_a_report_has():
    """Additions to report.json are added to its schema too."""

    def unknown(value, model, path=""):
        extra = getattr(model, "model_extra", None)
        assert not extra, f"{path} has {sorted(extra)}"
        for name in type(model).model_fields:
            each = getattr(model, name)
            for item in each if isinstance(each, list) else [each]:
                if hasattr(item, "model_extra"):
                    unknown(value, item, f"{path}/{name}")

    data = report_to_dict(sample_report())
    unknown(data, ReportOut.model_validate(data))


def test_nothing_of_the_contract_may_be_missing_from_a_report():
    validator = jsonschema.Draft202012Validator(report_schema())
    assert len(report_schema()["required"]) == 17
    for name in report_schema()["required"]:
        data = report_to_dict(sample_report())
        del data[name]
        assert not validator.is_valid(data), name


def test_a_report_of_nothing_validates():
    """Nothing checked is null, never 0 and never 1."""
    empty: Report = replace(
        sample_report(),
        assessments=(),
        sources=(),
        findings=(),
        counts={},
        coverage=None,
        reader_verifiable_share=None,
        independence=None,
    )
    jsonschema.validate(report_to_dict(empty), report_schema())


@given(st.lists(st.one_of(st.integers(0, 99), st.text(max_size=8))))
def test_a_pointer_leads_back_to_its_path(path):
    """RFC 6901: split at the slashes, undo ~1 and then ~0."""
    steps = pointer_to(path).split("/")[1:]
    assert [s.replace("~1", "/").replace("~0", "~") for s in steps] == [str(p) for p in path]


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_cursor_leads_back_to_its_id_for_its_tenant_alone(tenant, other):
    cursor = cursor_after("vf_0123", tenant)
    assert id_of_cursor(cursor, tenant) == "vf_0123"
    if tenant != other:
        assert id_of_cursor(cursor, other) is None


@given(st.text(max_size=60))
def test_any_text_is_a_cursor_or_none_and_never_an_error(text):
    position = id_of_cursor(text, "local")
    assert position is None or position.isascii()


@given(st.text(max_size=200))
def test_any_text_is_a_url_or_a_reason_and_never_another_error(text):
    for check in (check_web_url, check_callback_url):
        for url in (text, f"http://{text}", f"https://example.org/{text}"):
            # Our own words end in a full stop; a library's do not.
            assert outcome(check, url).endswith(".") or outcome(check, url) == url


def outcome(check, value):
    """What a check returns, or the words that it refuses with."""
    try:
        return check(value)
    except ValueError as err:
        return str(err)


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.datetimes().map(str)))
def test_any_value_is_a_moment_with_a_zone_or_a_reason(value):
    moment = outcome(as_moment, value)
    if isinstance(moment, str):
        assert moment.endswith(".")
    else:
        assert moment.astimezone(timezone(timedelta(hours=-14)))


@pytest.mark.parametrize(
    "host", ["example.org", "8.8.8.8", "[2606:4700::1111]", "xn--bcher-kva.example"]
)
def test_a_callback_to_the_open_web_is_taken(host):
    assert check_callback_url(f"https://{host}/hook?x=1")


def test_an_error_of_ours_becomes_a_problem_with_its_status_and_pointer():
    problem = problem_of(InvalidInput("Too old.", pointer="/article/published_at"))
    dumped = problem.model_dump(by_alias=True, exclude_none=True)
    assert dumped == {
        "type": "urn:sourceproof:problem:invalid-input",
        "title": "Invalid input",
        "status": 422,
        "detail": "Too old.",
        "errors": [{"pointer": "/article/published_at", "detail": "Too old.", "in": "body"}],
    }


@pytest.mark.parametrize("error", SourceproofError.__subclasses__())
def test_every_error_of_ours_has_a_problem(error):
    problem = problem_of(error("Because."))
    assert (problem.status, problem.title) == (error.status, error.title)


def test_a_problem_can_always_be_written_whatever_the_caller_sent():
    error = {"loc": ("body", "\ud800" * 9, "x" * 9000), "msg": "bad \udfff"}
    written = problem_of_fields([error]).model_dump_json()
    assert len(written) < 2000
    assert problem_of_status(599).title == "Error"


def view_of(**fields):
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    known = {"id": "vf_1", "tenant": "t", "status": JobStatus.RUNNING, "stage": Stage.ASSESS}
    known |= {"submission": Submission(title="T"), "created_at": moment, "updated_at": moment}
    return Verification(**known | fields)


def test_a_view_never_shows_the_draft_or_the_tenant():
    submission = Submission(content=b"secret draft", callback_url="https://example.org/?token=1")
    shown = VerificationView.of(view_of(submission=submission)).model_dump_json()
    assert "secret" not in shown
    assert "token" not in shown
    assert "tenant" not in shown


def test_the_first_answer_is_the_same_whatever_happened_since():
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    early = view_of(status=JobStatus.QUEUED, stage=Stage.COLLECT)
    late = view_of(status=JobStatus.FAILED, updated_at=moment, completed_at=moment, error="no")
    assert as_first_answered(late) == early == as_first_answered(early)
