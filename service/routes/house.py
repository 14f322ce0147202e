"""What every view is handed: the settings, the record, the bell, and who calls. I/O."""

from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, Path, Request
from sqlalchemy import Engine

from service.auth import verify_key
from service.errors import NotAuthenticated, NotFound
from service.limiting import RateLimiter
from service.queue import Task
from service.routes.rate import count_request
from service.routes.watching import Watch
from service.settings import Settings
from service.store import open_store

LOCAL_TENANT = "local"  # whoever calls a service that asks for no keys

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

    @property
    def base(self) -> str:
        """What is written before the links of an answer; "" makes them relative."""
        return (self.settings.public_url or "").rstrip("/")


def get_house(request: Request) -> House:
    """Give the house that this request came to."""
    house: House = request.app.state.house
    return house


HouseDep = Annotated[House, Depends(get_house)]


def get_tenant(request: Request, house: HouseDep) -> str:
    """Give the tenant who calls. Raises NotAuthenticated where a key is required, LimitReached."""
    if not house.settings.require_keys:
        return LOCAL_TENANT
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise NotAuthenticated("Send a key as Authorization: Bearer <key>.")
    with open_store(house.engine, reading=True) as store:
        tenant = verify_key(store, secret.strip())
    count_request(request, house.limiter, tenant)
    return tenant


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
