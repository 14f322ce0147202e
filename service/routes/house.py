"""What every view is handed: the settings, the record, the bell, and who calls. I/O."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Protocol

from anyio.to_thread import run_sync
from fastapi import Depends, Path, Request
from sqlalchemy import Engine

from service.auth import Key, identify, identify_session, require_scope
from service.domain import Scope
from service.errors import NotAuthenticated, NotFound, NotReady
from service.limiting import RateLimiter
from service.metrics import Metrics
from service.queue import Task
from service.routes.acting import caller
from service.routes.answering import Answering
from service.routes.cookies import token_of
from service.routes.keyring import Keyring
from service.routes.rate import count_request
from service.routes.watching import Watch
from service.schemas.audit import PATH as AUDIT
from service.schemas.webhook import PATH as WEBHOOKS
from service.settings import Settings
from service.store import open_store
from service.tracing import Tracing

LOCAL_TENANT = "local"  # whoever calls a service that asks for no keys

USE_NOTED_EVERY = timedelta(minutes=1)

MAX_ID = 40  # characters; the width of the record's column

_EXAMPLE_ID = "vf_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4"


class Bell(Protocol):
    """What is asked of the broker; ``service.queue.Queue`` does it. Neither call raises."""

    def enqueue(self, task: Task, record_id: str | None = None) -> bool:
        """Send a task; whether the broker took it."""

    def is_up(self) -> bool:
        """Whether the broker answers."""


@dataclass(frozen=True, slots=True)
class House:
    """What ``create_app`` was given, passed inward as values."""

    settings: Settings
    engine: Engine
    bell: Bell
    watch: Watch
    limiter: RateLimiter
    metrics: Metrics
    answering: Answering
    keyring: Keyring
    tracing: Tracing

    @property
    def base(self) -> str:
        """What is written before the links of an answer; "" makes them relative."""
        return (self.settings.public_url or "").rstrip("/")


# A coroutine, since FastAPI sends any other dependency to a thread, and every request has this one.
async def get_house(request: Request) -> House:
    """Give the house that this request came to."""
    house: House = request.app.state.house
    return house


HouseDep = Annotated[House, Depends(get_house)]


async def get_tenant(request: Request, house: HouseDep) -> str:
    """Give the tenant who calls.

    Raises NotAuthenticated where a key is required, NotAllowed beyond its scopes, LimitReached.
    """
    if not house.settings.require_keys:
        return LOCAL_TENANT
    secret = _secret_of(request)
    known = None if secret is None else house.keyring.find(secret)
    if known is None:
        return await run_sync(_admitted, request, house, secret)
    if house.limiter.is_off:  # then nothing waits for a broker, and no thread is needed
        enter(request, house, known, _scope_of(request))
    else:
        await run_sync(enter, request, house, known, _scope_of(request))
    return known.tenant


def _admitted(request: Request, house: House, secret: str | None) -> str:
    asked_at = house.keyring.now()
    key = _key_of(request, house, secret)
    admit(request, house, key, _scope_of(request))
    if secret is not None and not _is_use_to_note(key, datetime.now(UTC)):
        house.keyring.keep(secret, key, asked_at)
    return key.tenant


def admit(request: Request, house: House, key: Key, scope: Scope) -> None:
    """Let in who came with a key that the record knows; raises as ``enter``."""
    enter(request, house, key, scope)
    _note_use(house, key)


def enter(request: Request, house: House, key: Key, scope: Scope) -> None:
    """Count a request that came with a key. Raises LimitReached, NotAllowed beyond its scopes."""
    caller().who = key.id
    count_request(request, house.limiter, key.tenant)
    require_scope(key, scope)


def _secret_of(request: Request) -> str | None:
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip() or None if scheme.lower() == "bearer" else None


def _key_of(request: Request, house: House, secret: str | None) -> Key:
    """Find the key that a request came with, itself or by a browser's session.

    A session only reads here, so that links of a report and streams of events work for who
    is signed in; what changes anything goes through the forms of the pages.
    """
    authorization = request.headers.get("authorization")
    token = token_of(request, house.settings) if request.method == "GET" else None
    if authorization is None and token is not None:
        with open_store(house.engine, reading=True) as store:
            return identify_session(store, token)
    if secret is None:
        raise NotAuthenticated("Send a key as Authorization: Bearer <key>.")
    with open_store(house.engine, reading=True) as store:
        return identify(store, secret)


def _scope_of(request: Request) -> Scope:
    return scope_of(request.method, request.url.path)


def scope_of(method: str, path: str) -> Scope:
    """Say what a key must be allowed, to be used for a request."""
    if path in {WEBHOOKS, AUDIT} or path.startswith(f"{WEBHOOKS}/"):
        return Scope.ADMIN
    return Scope.READ if method in {"GET", "HEAD"} else Scope.VERIFY


def _note_use(house: House, key: Key) -> None:
    """Note once a minute that a key is in use; no request fails for it."""
    now = datetime.now(UTC)
    if _is_use_to_note(key, now):
        with suppress(NotReady), open_store(house.engine) as store:
            store.touch_key(key.id, now)


def _is_use_to_note(key: Key, now: datetime) -> bool:
    return key.last_used_at is None or now - key.last_used_at > USE_NOTED_EVERY


TenantDep = Annotated[str, Depends(get_tenant)]


def known_id(
    verification_id: Annotated[
        str, Path(alias="id", description="The id of the verification.", examples=[_EXAMPLE_ID])
    ],
) -> str:
    """Give the id of the path. What cannot be one is not found, whatever it tries to be."""
    if not (verification_id.isascii() and verification_id.replace("_", "").isalnum()):
        raise NotFound("There is no such verification.")
    if len(verification_id) > MAX_ID:
        raise NotFound("There is no such verification.")
    return verification_id


IdDep = Annotated[str, Depends(known_id)]
