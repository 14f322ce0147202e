"""Every metric there is, in one place: names, labels and what they say. Pure but for its counts.

Counted in the process: requests and refusals. All else is of the record, looked up when
somebody scrapes, and so the same from every process: what waits and for how long, which
workers live, and what came of the work, counted there in the transaction that did it. No label
holds a tenant, an id or an address.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from service.domain.counting import Count

CONTENT_TYPE = CONTENT_TYPE_LATEST
UNKNOWN_ROUTE = "unknown"  # one label for whatever address a caller thinks up

_SUM = "sum"


@dataclass(frozen=True, slots=True)
class Kept:
    """A counter that is kept in the record."""

    name: str
    words: str
    labels: tuple[str, ...]

    def count(self, *labels: str, by: float = 1) -> Count:
        """Say how much is to be added, for ``Store.tally``."""
        return Count(self.name, labels, by)

    def metric(self, found: list[Count]) -> Metric:
        """Give it as Prometheus has it."""
        family = CounterMetricFamily(self.name, self.words, labels=self.labels)
        for each in found:
            family.add_metric(each.labels, each.value)
        return family


@dataclass(frozen=True, slots=True)
class KeptSeconds(Kept):
    """A histogram of seconds that is kept in the record: a count a bucket, and their sum."""

    buckets: tuple[float, ...] = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600)

    def observe(self, *labels: str, seconds: float) -> tuple[Count, ...]:
        """Say what is to be added for one observation, for ``Store.tally``."""
        bound = next((each for each in self.buckets if seconds <= each), float("inf"))
        bucket = Count(self.name, (*labels, self._bound(bound)))
        return bucket, Count(self.name, (*labels, _SUM), seconds)

    def metric(self, found: list[Count]) -> Metric:
        """Give it as Prometheus has it: each bucket with all that are below it."""
        family = HistogramMetricFamily(self.name, self.words, labels=self.labels)
        values = {each.labels: each.value for each in found}
        for labels in sorted({each.labels[:-1] for each in found}):
            below, buckets = 0.0, []
            for bound in (*self.buckets, float("inf")):
                below += values.get((*labels, self._bound(bound)), 0)
                buckets.append((self._bound(bound), below))
            family.add_metric(labels, buckets, sum_value=values.get((*labels, _SUM), 0))
        return family

    @staticmethod
    def _bound(bound: float) -> str:
        return "+Inf" if bound == float("inf") else f"{float(bound)}"


FETCHES = Kept("sourceproof_fetches", "Sources that were read or not, by access.", ("access",))
VERDICTS = Kept("sourceproof_verdicts", "Statements of finished reports.", ("verdict",))
ENDED = Kept("sourceproof_verifications_ended", "Revisions that came to an end.", ("status",))
ATTEMPTS = Kept(
    "sourceproof_webhook_attempts", "Attempts at webhook deliveries.", ("event", "outcome")
)
STAGES = KeptSeconds(
    "sourceproof_stage_seconds", "Seconds that the work of a stage took.", ("stage",)
)
KEPT: tuple[Kept, ...] = (FETCHES, VERDICTS, ENDED, ATTEMPTS, STAGES)


class _OfRecord:
    """Gives Prometheus what was last looked up in the record."""

    def __init__(self) -> None:
        self.found: tuple[Count, ...] = ()

    def collect(self) -> Iterator[Metric]:
        for kept in KEPT:
            yield kept.metric([each for each in self.found if each.name == kept.name])


class Metrics:
    """The metrics of one app."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "sourceproof_requests",
            "Requests answered by this process.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "sourceproof_request_seconds",
            "Seconds until the headers of an answer, by this process.",
            ("route",),
            registry=self.registry,
        )
        self.refusals = Counter(
            "sourceproof_refusals",
            "Requests that this process refused for a limit of their tenant.",
            ("limit",),
            registry=self.registry,
        )
        self.live = Gauge(
            "sourceproof_verifications_live",
            "Verifications that wait or are at work, by stage.",
            ("stage", "status"),
            registry=self.registry,
        )
        self.age = Gauge(
            "sourceproof_verifications_age_seconds",
            "Seconds since the longest waiting of a stage was last moved.",
            ("stage",),
            registry=self.registry,
        )
        self.deliveries = Gauge(
            "sourceproof_deliveries_pending",
            "Webhook deliveries that are still to be made.",
            registry=self.registry,
        )
        self.overdue = Gauge(
            "sourceproof_deliveries_overdue_seconds",
            "Seconds for which the longest overdue delivery has waited for its attempt.",
            registry=self.registry,
        )
        self.workers = Gauge(
            "sourceproof_workers",
            "Workers that gave a sign of life within a minute, by queue.",
            ("queue",),
            registry=self.registry,
        )
        self._of_record = _OfRecord()
        self.registry.register(self._of_record)

    def show(self, found: tuple[Count, ...]) -> None:
        """Show what the record has counted."""
        self._of_record.found = found

    def text(self) -> bytes:
        """Write them all as Prometheus reads them."""
        return generate_latest(self.registry)
