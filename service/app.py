"""Settings in, the ASGI app out: the API, its documentation and the page. I/O.

In production: ``uvicorn --factory service.app:create_production_app``.
"""

from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI
from sqlalchemy import Engine

from service.errors import UsageError
from service.limiting import make_limiter
from service.logs import configure_logs
from service.metrics import Metrics
from service.queue import Queue, Task
from service.routes import (
    audit,
    decisions,
    docs,
    ending,
    events,
    health,
    metrics,
    pages,
    reports,
    revisions,
    snapshots,
    verifications,
    webhook_events,
    webhooks,
)
from service.routes.allowed import Allowed
from service.routes.answering import Answering
from service.routes.body_limit import BodyLimit
from service.routes.contract import describe
from service.routes.documented import operation_id
from service.routes.doorkeeper import LOOPBACK_HOSTS, Doorkeeper
from service.routes.head import Head
from service.routes.headers import SecurityHeaders
from service.routes.house import Bell, House
from service.routes.keyring import Keyring
from service.routes.metrics import Counted
from service.routes.pages.doorstep import Doorstep
from service.routes.problems import add_problem_handlers
from service.routes.rate import RateHeaders
from service.routes.request_id import RequestId
from service.routes.static import NamedByContent
from service.routes.traced import Traced
from service.routes.watching import Watch
from service.settings import Settings
from service.store import make_engine, revoked_keys
from service.tracing import Tracing, make_tracing
from service.web.assets import MOUNTED_AT

# A draft in JSON is up to twice its size, by escapes; sources given as text come on top.
BODY_PER_ARTICLE = 2

# What the app is made of, in the order of the document.
_PARTS = (
    verifications,
    ending,
    revisions,
    decisions,
    events,
    reports,
    snapshots,
    webhooks,
    audit,
    health,
    metrics,
    docs,
    pages,
)


def create_app(
    settings: Settings,
    engine: Engine | None = None,
    bell: Bell | None = None,
    tracing: Tracing | None = None,
) -> FastAPI:
    """Make the app. The tables of the record must be there (``service.store.upgrade``).

    Without an engine, a bell, or how to trace, they are made from the settings.
    """
    app = FastAPI(
        title="Sourceproof",
        version=version("sourceproof"),
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        redirect_slashes=False,
        generate_unique_id_function=operation_id,
        # FastAPI's own would tell of bodies and quote exceptions; see service.tracing.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    engine = engine or make_engine(settings.record_url)
    app.state.house = House(
        settings=settings,
        engine=engine,
        bell=bell or _bell_of(settings),
        watch=Watch(engine),
        limiter=make_limiter(settings.rate_limit, settings.broker_url),
        metrics=Metrics(),
        answering=Answering(),
        keyring=Keyring(revoked_keys(engine)),
        tracing=tracing or make_tracing(asked=settings.traces),
    )
    add_problem_handlers(app)
    for part in _PARTS:
        app.include_router(part.router)
    app.state.allowed = Allowed(route for part in _PARTS for route in part.router.routes)
    app.webhooks.include_router(webhook_events.router)
    docs.mount_assets(app)
    app.mount(MOUNTED_AT, NamedByContent(), name="static")
    _add_guards(app, app.state.house)
    _describe(app)
    return app


def create_production_app() -> FastAPI:
    """Make the app from the environment; for ``uvicorn --factory``.

    Raises UsageError where no broker is named: an embedded one belongs to ``serve``.
    """
    settings = Settings()
    configure_logs(settings.log_level)
    if settings.broker_url is None:
        raise UsageError(
            "Set SOURCEPROOF_BROKER_URL, or run `sourceproof serve`, which needs none."
        )
    return create_app(settings)


class _NoBell:
    """Stands where no broker is named; the record is there all the same."""

    def enqueue(self, task: Task, record_id: str | None = None) -> bool:
        """Tell nobody."""
        del task, record_id
        return False

    def is_up(self) -> bool:
        """Never."""
        return False


def _bell_of(settings: Settings) -> Bell:
    return _NoBell() if settings.broker_url is None else Queue(settings.broker_url)


def _add_guards(app: FastAPI, house: House) -> None:
    """Stand the guards before the views; the one added last is met first."""
    settings = house.settings
    app.add_middleware(Head)
    app.add_middleware(BodyLimit, max_bytes=BODY_PER_ARTICLE * settings.max_article_bytes)
    if not settings.require_keys:
        app.add_middleware(Doorkeeper, hosts=_own_hosts(settings))
    app.add_middleware(Doorstep, settings=settings)
    app.add_middleware(RateHeaders)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Counted, metrics=house.metrics)
    app.add_middleware(Traced, tracing=house.tracing)
    app.add_middleware(RequestId)


def _own_hosts(settings: Settings) -> frozenset[str]:
    public = urlsplit(settings.public_url or "").hostname
    return LOOPBACK_HOSTS | ({public} if public else frozenset())


def _describe(app: FastAPI) -> None:
    """Let ``app.openapi()`` give our document, made once."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI documents
