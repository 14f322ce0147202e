"""Every metric there is, in one place: names, labels and what they say. Pure but for its counts.

Counted in the process: requests. Looked up in the record when somebody scrapes, and so the
same from every process: what waits, and for how long. No label holds a tenant, an id or an
address.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

CONTENT_TYPE = CONTENT_TYPE_LATEST
UNKNOWN_ROUTE = "unknown"  # one label for whatever address a caller thinks up


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

    def text(self) -> bytes:
        """Write them all as Prometheus reads them."""
        return generate_latest(self.registry)
