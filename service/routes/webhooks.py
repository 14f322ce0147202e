"""Receivers of webhooks: registered, listed, rotated, disabled, pinged, sent to again. I/O."""

import base64
import secrets
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Path, Query, Request, Response

from service.domain import AuditAction, Webhook
from service.errors import Conflict, InvalidInput, NotFound, NotReady
from service.queue import Task
from service.routes.acting import act
from service.routes.bodies import JSON_TYPE, documented_body, read_json
from service.routes.documented import problems
from service.routes.house import House, HouseDep, TenantDep
from service.routes.paging import position_of
from service.schemas.cursor import cursor_after
from service.schemas.url import check_callback_url
from service.schemas.webhook import (
    PATH,
    DeliveryPage,
    Redelivered,
    RedeliverRequest,
    WebhookList,
    WebhookRequest,
    WebhookSecretView,
    WebhookView,
)
from service.store import open_store

router = APIRouter(tags=["webhooks"])

MAX_WEBHOOKS = 50  # of a tenant
ONE = PATH + "/{webhook_id}"

WebhookId = Annotated[str, Path(description="The id of the receiver.")]
_ALWAYS = ("no_key", "record_down")
_CHANGING = (*_ALWAYS, "foreign_page", "no_such_webhook")


@router.post(
    PATH,
    operation_id="register_webhook",
    status_code=201,
    summary="Register a receiver of events",
    openapi_extra=documented_body(
        "WebhookRequest",
        {"url": "https://cms.example.org/hooks/sourceproof", "events": ["verification.completed"]},
    ),
    responses={
        201: {
            "description": "Registered. The secret is shown this once.",
            "content": {JSON_TYPE: {"example": "webhook_secret"}},
        },
        **problems(
            *_ALWAYS,
            "foreign_page",
            "malformed_json",
            "too_large",
            "not_json",
            "private_webhook",
            "unknown_event",
            "too_many_webhooks",
        ),
    },
)
async def register(request: Request, house: HouseDep, tenant: TenantDep) -> WebhookSecretView:
    """Register an address; every verification of the tenant is told there when it ends."""
    asked = await read_json(request, WebhookRequest)
    return await run_sync(register_receiver, house, tenant, asked)


def register_receiver(house: House, tenant: str, asked: WebhookRequest) -> WebhookSecretView:
    """Register it with a secret of its own. Raises InvalidInput, Conflict."""
    try:
        check_callback_url(asked.url, house.settings.allow_networks)
    except ValueError as err:
        raise InvalidInput(str(err), pointer="/url") from err
    with open_store(house.engine) as store:
        if store.count_webhooks(tenant) >= MAX_WEBHOOKS:
            raise Conflict(f"There are {MAX_WEBHOOKS} receivers already; remove one first.")
        made = store.add_webhook(tenant, asked.url, tuple(dict.fromkeys(asked.events)), _secret())
        told = tuple(each.value for each in made.events)
        store.note(act(tenant, AuditAction.WEBHOOK_REGISTERED, made.id, events=told))
    return WebhookSecretView.of(made)


@router.get(
    PATH,
    summary="List the receivers of events",
    responses={200: {"content": {JSON_TYPE: {"example": "webhooks"}}}, **problems(*_ALWAYS)},
)
def list_webhooks(house: HouseDep, tenant: TenantDep) -> WebhookList:
    """Give every receiver, without secrets, and what came of its newest ping."""
    with open_store(house.engine, reading=True) as store:
        found = store.list_webhooks(tenant)
    return WebhookList(items=[WebhookView.of(each) for each in found])


@router.delete(
    ONE,
    operation_id="remove_webhook",
    status_code=204,
    summary="Remove a receiver",
    response_class=Response,
    responses={204: {"description": "It is gone."}, **problems(*_CHANGING)},
)
def remove(house: HouseDep, tenant: TenantDep, webhook_id: WebhookId) -> None:
    """Forget it, with what was on its way there."""
    _known(house, tenant, webhook_id)
    with open_store(house.engine) as store:
        store.remove_webhook(webhook_id)
        store.note(act(tenant, AuditAction.WEBHOOK_REMOVED, webhook_id))


@router.post(
    ONE + "/rotate",
    operation_id="rotate_webhook",
    summary="Make a new secret",
    responses={
        200: {"content": {JSON_TYPE: {"example": "webhook_secret"}}},
        **problems(*_CHANGING),
    },
)
def rotate(house: HouseDep, tenant: TenantDep, webhook_id: WebhookId) -> WebhookSecretView:
    """Give a new secret. For 24 hours every event is signed with both."""
    _known(house, tenant, webhook_id)
    with open_store(house.engine) as store:
        store.rotate_secret(webhook_id, _secret())
        store.note(act(tenant, AuditAction.WEBHOOK_ROTATED, webhook_id))
    return WebhookSecretView.of(_known(house, tenant, webhook_id))


@router.post(
    ONE + "/disable",
    operation_id="disable_webhook",
    summary="Send nothing there any more",
    responses={200: {"content": {JSON_TYPE: {"example": "webhook"}}}, **problems(*_CHANGING)},
)
def disable(house: HouseDep, tenant: TenantDep, webhook_id: WebhookId) -> WebhookView:
    """Disable it; what is on its way there is not sent. A receiver does so by answering 410."""
    _known(house, tenant, webhook_id)
    with open_store(house.engine) as store:
        if store.disable_webhook(webhook_id, "caller"):
            store.note(act(tenant, AuditAction.WEBHOOK_DISABLED, webhook_id))
    return WebhookView.of(_known(house, tenant, webhook_id))


@router.post(
    ONE + "/enable",
    operation_id="enable_webhook",
    summary="Send there again",
    responses={200: {"content": {JSON_TYPE: {"example": "webhook"}}}, **problems(*_CHANGING)},
)
def enable(house: HouseDep, tenant: TenantDep, webhook_id: WebhookId) -> WebhookView:
    """Send what comes about from now on; `redeliver` sends what was missed."""
    _known(house, tenant, webhook_id)
    with open_store(house.engine) as store:
        if store.enable_webhook(webhook_id):
            store.note(act(tenant, AuditAction.WEBHOOK_ENABLED, webhook_id))
    return WebhookView.of(_known(house, tenant, webhook_id))


@router.post(
    ONE + "/ping",
    operation_id="ping_webhook",
    status_code=202,
    summary="Send a ping",
    responses={202: {"content": {JSON_TYPE: {"example": "webhook"}}}, **problems(*_CHANGING)},
)
def ping(house: HouseDep, tenant: TenantDep, webhook_id: WebhookId) -> WebhookView:
    """Send one event of type `ping`, once; what came of it stands in `ping` of the receiver.

    A disabled receiver is pinged too: that shows whether it may be enabled again.
    """
    _known(house, tenant, webhook_id)
    with open_store(house.engine) as store:
        store.note_ping(webhook_id)
    if not house.bell.enqueue(Task.NOTIFY, webhook_id):
        raise NotReady("The broker does not answer; no ping is sent.")
    return WebhookView.of(_known(house, tenant, webhook_id))


@router.get(
    ONE + "/deliveries",
    summary="What went to a receiver, and how it stands",
    responses={
        200: {"content": {JSON_TYPE: {"example": "deliveries"}}},
        **problems(*_ALWAYS, "no_such_webhook", "wrong_limit", "foreign_cursor"),
    },
)
def list_deliveries(
    house: HouseDep,
    tenant: TenantDep,
    webhook_id: WebhookId,
    limit: Annotated[int, Query(ge=1, le=100, description="How many on a page.")] = 50,
    cursor: Annotated[
        str | None, Query(max_length=200, description="`next_cursor` of the page before.")
    ] = None,
) -> DeliveryPage:
    """Give one page, newest first, each with its attempts. What was replied is never kept."""
    _known(house, tenant, webhook_id)
    before = position_of(cursor, tenant)
    with open_store(house.engine, reading=True) as store:
        found = store.deliveries_of(webhook_id, limit + 1, before)
        made = store.attempts_of(each.id for each in found)
    following = cursor_after(found[limit - 1].id, tenant) if len(found) > limit else None
    return DeliveryPage.of(found[:limit], made, following)


@router.post(
    ONE + "/redeliver",
    status_code=202,
    summary="Send once more",
    openapi_extra=documented_body(
        "RedeliverRequest", {"since": "2026-03-01T00:00:00Z", "until": "2026-03-02T00:00:00Z"}
    ),
    responses={
        202: {"content": {JSON_TYPE: {"example": "redelivered"}}},
        **problems(
            *_CHANGING,
            "malformed_json",
            "too_large",
            "not_json",
            "what_to_redeliver",
            "webhook_disabled",
        ),
    },
)
async def redeliver(
    request: Request, house: HouseDep, tenant: TenantDep, webhook_id: WebhookId
) -> Redelivered:
    """Send one delivery, or those of the events of a time, under the same `webhook-id`."""
    asked = await read_json(request, RedeliverRequest)
    return await run_sync(send_again, house, tenant, webhook_id, asked)


def send_again(house: House, tenant: str, webhook_id: str, asked: RedeliverRequest) -> Redelivered:
    """Let them be sent once more, and ring for each. Raises NotFound, Conflict."""
    if _known(house, tenant, webhook_id).disabled_at is not None:
        raise Conflict("The receiver is disabled; enable it first.")
    with open_store(house.engine) as store:
        found = store.redeliver(webhook_id, asked.delivery_id, asked.since, asked.until)
    if asked.delivery_id is not None and not found:
        raise NotFound("There is no such receiver or delivery.")
    for delivery_id in found:
        house.bell.enqueue(Task.NOTIFY, delivery_id)
    return Redelivered(delivery_ids=list(found))


def _known(house: House, tenant: str, webhook_id: str) -> Webhook:
    if not (webhook_id.isascii() and webhook_id.replace("_", "").isalnum()):
        raise NotFound("There is no such receiver or delivery.")
    with open_store(house.engine, reading=True) as store:
        found = store.find_webhook(webhook_id, tenant)
    if found is None:
        raise NotFound("There is no such receiver or delivery.")
    return found


def _secret() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
