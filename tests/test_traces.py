"""One trace from the POST to the webhook, of ids and hosts; none, and no import, by default."""

import subprocess
import sys

import pytest
from fixtures_flow import DRAFT, HOOK, SECRET
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.testclient import TestClient

from service.app import create_app
from service.store import Store
from service.tracing import NoTracing, OpenTelemetryTracing
from workers import tasks
from workers.tools import Tools

URL = "/v1/verifications"
MARKED = "MARKED-PRIVATE"
HIDDEN = "http://gone.test/secret-path?token=MARKED-TOKEN"
BODY = {
    "article": {"markdown": DRAFT.decode() + f"\n{MARKED} said so [here]({HIDDEN}).\n"},
    "sources": [{"text": f"{MARKED} text of a source.", "private": True}],
    "callback_url": HOOK,
}
PARENT = "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01"


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def traced(settings, exporter):
    """Tools whose spans are kept, and a client of the front door that shares them."""
    tools = Tools(settings, OpenTelemetryTracing(SimpleSpanProcessor(exporter)))
    app = create_app(settings, tools.engine, tools.queue, tools.tracing)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield tools, client
    tools.close()


def follow(tools, client, **headers) -> str:
    """Post, and do all that workers do; they are handed ids alone."""
    verification_id = client.post(URL, json=BODY, headers=headers).json()["id"]
    tasks.collect(tools, verification_id)
    tasks.assess(tools, verification_id)
    with tools.record() as store:
        deliveries = store.list_deliveries(verification_id, "local")
    for delivery in deliveries:
        tasks.notify(tools, delivery.id)
    return verification_id


def test_post_collect_fetches_assess_and_notify_are_one_trace(traced, exporter):
    tools, client = traced
    verification_id = follow(tools, client)
    spans = {span.name: span for span in exporter.get_finished_spans()}
    assert {s.context.trace_id for s in spans.values()} == {spans[f"POST {URL}"].context.trace_id}
    root = spans[f"POST {URL}"].context.span_id
    for name in ("verification.collect", "verification.assess", "verification.notify"):
        assert spans[name].parent.span_id == root
        assert spans[name].attributes["sourceproof.verification_id"] == verification_id
    assert spans["fetch"].parent.span_id == spans["verification.collect"].context.span_id
    assert spans["verification.notify"].attributes["server.address"] == "cms.test"


def test_a_trace_that_the_caller_began_goes_on_and_what_is_none_is_left_alone(traced, exporter):
    tools, client = traced
    follow(tools, client, traceparent=PARENT)
    assert {f"{s.context.trace_id:032x}" for s in exporter.get_finished_spans()} == {PARENT[3:35]}
    exporter.clear()
    client.post(URL, json=BODY, headers={"traceparent": "x" * 9_000})
    (span,) = exporter.get_finished_spans()
    assert span.parent is None


def test_spans_hold_ids_and_hosts_and_neither_text_nor_addresses(traced, exporter):
    tools, client = traced
    follow(tools, client)
    written = " ".join(span.to_json() for span in exporter.get_finished_spans())
    assert "council.test" in written
    for word in ("MARKED", "secret-path", "minutes", "bus lines", "/hook", SECRET):
        assert word not in written


def test_an_error_is_told_by_its_kind_and_never_quoted(traced, exporter, monkeypatch):
    tools, client = traced
    verification_id = client.post(URL, json=BODY).json()["id"]

    def broken(*_: object) -> bool:
        raise RuntimeError(MARKED)

    monkeypatch.setattr(Store, "advance", broken)
    with pytest.raises(RuntimeError):
        tasks.collect(tools, verification_id)
    span = next(s for s in exporter.get_finished_spans() if s.name == "verification.collect")
    assert span.attributes["error.type"] == "RuntimeError"
    assert MARKED not in span.to_json()


def test_without_the_setting_nothing_that_records_or_sends_is_imported():
    """Where they are installed, FastAPI and redis load parts of it, for telemetry we leave off."""
    script = (
        "import sys, service.app, workers.tasks, workers.tools\n"
        "from service.settings import Settings\n"
        "service.app.create_app(Settings(database_url='sqlite://'))\n"
        "parts = ('opentelemetry.sdk.trace', 'opentelemetry.exporter')\n"
        "assert not [name for name in sys.modules if name.startswith(parts)]\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
    assert NoTracing().carried() is None
