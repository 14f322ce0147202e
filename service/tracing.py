"""Spans from the POST to the webhook, where traces are asked for. I/O: they are sent away.

OpenTelemetry is an extra (``pip install sourceproof[telemetry]``), imported by us where
``SOURCEPROOF_TRACES`` is set and nowhere else. Where spans go is said by its own variables
(``OTEL_EXPORTER_OTLP_ENDPOINT`` and others). Spans hold ids, numbers and the names of hosts:
no text, no URL. One trace goes through the record: a verification keeps the ``traceparent``
(W3C Trace Context) of the request that began its revision, and the tasks go on from there,
also where the broker lost their message.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

from service.errors import UsageError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.trace import Span

# W3C Trace Context, section 3.2; what a caller sends is held to it before it is kept.
TRACEPARENT = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")

Attributes = Mapping[str, str | int | float | bool]


class Told(Protocol):
    """A span at work: more may be told of it."""

    def tell(self, attributes: Attributes, name: str | None = None) -> None:
        """Add attributes, and name it anew where a name is given."""


class Tracing(Protocol):
    """How spans are made; the one that is off makes none."""

    def span(
        self, name: str, attributes: Attributes, *, parent: str | None = None
    ) -> AbstractContextManager[Told]:
        """Make a span around a block, below ``parent`` or the span at hand."""

    def carried(self) -> str | None:
        """Give the ``traceparent`` of the span at hand, to be kept; None without one."""

    def close(self) -> None:
        """Send what is not sent yet."""


class _Untold:
    def tell(self, attributes: Attributes, name: str | None = None) -> None:
        """Tell nobody."""


class NoTracing:
    """Makes no spans, and imports nothing for it."""

    @contextmanager
    def span(
        self, name: str, attributes: Attributes, *, parent: str | None = None
    ) -> Iterator[Told]:
        """Make none."""
        del name, parent, attributes
        yield _Untold()

    def carried(self) -> str | None:
        """Give None."""
        return None

    def close(self) -> None:
        """Do nothing."""


class OpenTelemetryTracing:
    """Makes spans with a provider of its own, so that nothing global is set."""

    def __init__(self, processor: "SpanProcessor") -> None:
        from opentelemetry import trace  # noqa: PLC0415  see above
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415  see above
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415  see above
        from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415  see above

        self._api = trace
        self._context = tracecontext.TraceContextTextMapPropagator()
        # A name in OTEL_SERVICE_NAME wins.
        resource = Resource({"service.name": "sourceproof"}).merge(Resource.create())
        self._provider = TracerProvider(resource=resource)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("sourceproof")

    @contextmanager
    def span(
        self, name: str, attributes: Attributes, *, parent: str | None = None
    ) -> Iterator[Told]:
        """Make a span around a block; an error that leaves it is told by its kind alone."""
        above = None if parent is None else self._context.extract({"traceparent": parent})
        with self._tracer.start_as_current_span(
            # The text of an exception may quote a draft: it is told below, without.
            name,
            context=above,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            told = _Span(span)
            told.tell(attributes)
            try:
                yield told
            except Exception as err:
                told.tell({"error.type": type(err).__name__})
                span.set_status(self._api.StatusCode.ERROR)
                raise

    def carried(self) -> str | None:
        """Give the ``traceparent`` of the span at hand; None without one."""
        carrier: dict[str, str] = {}
        self._context.inject(carrier)
        return carrier.get("traceparent")

    def close(self) -> None:
        """Send what is not sent yet; each exporter has its own patience."""
        self._provider.shutdown()


class _Span:
    def __init__(self, span: "Span") -> None:
        self._span = span

    def tell(self, attributes: Attributes, name: str | None = None) -> None:
        """Add attributes, and name it anew where a name is given."""
        if name is not None:
            self._span.update_name(name)
        self._span.set_attributes(attributes)


def make_tracing(*, asked: bool) -> Tracing:
    """Make what is asked for; raises UsageError where the extra is not installed."""
    if not asked:
        return NoTracing()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415  see above
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415  see above
    except ImportError as err:
        raise UsageError(
            "SOURCEPROOF_TRACES needs OpenTelemetry: pip install 'sourceproof[telemetry]'"
        ) from err
    return OpenTelemetryTracing(BatchSpanProcessor(OTLPSpanExporter()))
