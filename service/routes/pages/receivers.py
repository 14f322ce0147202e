"""Receivers of webhooks: registered, looked at, and what was sent to them. I/O."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import ValidationError
from starlette.responses import Response

from service.domain import DeliveryState, EventType
from service.errors import NotFound, SourceproofError
from service.routes import webhooks
from service.routes.bodies import errors_of
from service.routes.pages.visiting import AdministratorDep, AdministratorFormDep, Visit, go
from service.schemas.problem import Problem, problem_of, problem_of_fields
from service.schemas.webhook import (
    RedeliverRequest,
    WebhookRequest,
    WebhookSecretView,
    WebhookView,
)

PER_PAGE = 25

EVENTS = {
    EventType.COMPLETED: "A check is completed",
    EventType.FAILED: "A check failed",
    EventType.CANCELLED: "A check was cancelled",
}
STATES = {
    DeliveryState.PENDING: "On its way",
    DeliveryState.DELIVERED: "Delivered",
    DeliveryState.FAILED: "Failed for good",
    DeliveryState.DISABLED: "Not sent: disabled",
}
ACTIONS = {
    "disable": (webhooks.disable, "disabled"),
    "enable": (webhooks.enable, "enabled"),
    "ping": (webhooks.ping, "ping"),
}

router = APIRouter()


@router.get("/webhooks")
def receivers(visit: AdministratorDep) -> Response:
    """Show every receiver, and the form to register one."""
    return _receivers(visit, {}, None)


@router.post("/webhooks")
def register(sent: AdministratorFormDep) -> Response:
    """Register a receiver, and show its secret this once."""
    events = [str(value) for value in sent.form.getlist("events")]
    url = sent.field("url").strip()
    try:
        asked = WebhookRequest.model_validate({"url": url, "events": events})
        made = webhooks.register_receiver(sent.visit.house, sent.visit.tenant, asked)
    except ValidationError as err:
        problem = problem_of_fields(errors_of(err), place="body")
    except SourceproofError as err:
        problem = problem_of(err)
    else:
        return _secret(sent.visit, made, "registered")
    return _receivers(sent.visit, {"url": url, "events": events}, problem)


@router.get("/webhooks/{webhook_id}")
def receiver(
    visit: AdministratorDep,
    webhook_id: str,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Show a receiver and what went to it."""
    return _receiver(visit, webhook_id, cursor, None)


@router.post("/webhooks/{webhook_id}/rotate")
def rotate(sent: AdministratorFormDep, webhook_id: str) -> Response:
    """Make a new secret, and show it this once."""
    made = webhooks.rotate(sent.visit.house, sent.visit.tenant, webhook_id)
    return _secret(sent.visit, made, "rotated")


@router.post("/webhooks/{webhook_id}/remove")
def remove(sent: AdministratorFormDep, webhook_id: str) -> Response:
    """Forget a receiver."""
    webhooks.remove(sent.visit.house, sent.visit.tenant, webhook_id)
    return go("/webhooks", "removed")


@router.post("/webhooks/{webhook_id}/redeliver")
def redeliver(sent: AdministratorFormDep, webhook_id: str) -> Response:
    """Send one delivery once more, or those of a time."""
    fields = {n: sent.field(n) for n in ("delivery_id", "since", "until") if sent.field(n)}
    try:
        asked = RedeliverRequest.model_validate(fields)
    except ValidationError as err:
        problem = problem_of_fields(errors_of(err), place="body")
        return _receiver(sent.visit, webhook_id, None, problem)
    webhooks.send_again(sent.visit.house, sent.visit.tenant, webhook_id, asked)
    return go(f"/webhooks/{webhook_id}", "redeliver")


@router.post("/webhooks/{webhook_id}/{action}")
def act(
    sent: AdministratorFormDep,
    webhook_id: str,
    action: str,
) -> Response:
    """Disable, enable or ping a receiver."""
    if action not in ACTIONS:
        raise NotFound("There is nothing at this address.")
    view, done = ACTIONS[action]
    view(sent.visit.house, sent.visit.tenant, webhook_id)
    return go(f"/webhooks/{webhook_id}", done)


def _receivers(visit: Visit, typed: dict[str, object], problem: Problem | None) -> Response:
    listed = webhooks.list_webhooks(visit.house, visit.tenant)
    return visit.show(
        "webhooks.html",
        problem.status if problem else 200,
        items=listed.items,
        events=EVENTS,
        typed=typed,
        told=_told(problem),
    )


def _receiver(
    visit: Visit, webhook_id: str, cursor: str | None, problem: Problem | None
) -> Response:
    page = webhooks.list_deliveries(visit.house, visit.tenant, webhook_id, PER_PAGE, cursor)
    return visit.show(
        "webhook.html",
        problem.status if problem else 200,
        item=_view(visit, webhook_id),
        events=EVENTS,
        states=STATES,
        deliveries=page.items,
        following=page.next_cursor,
        told=_told(problem),
    )


def _secret(visit: Visit, made: WebhookSecretView, how: str) -> Response:
    return visit.show("secret.html", made=made, how=how)


def _view(visit: Visit, webhook_id: str) -> WebhookView:
    listed = webhooks.list_webhooks(visit.house, visit.tenant).items
    return next(each for each in listed if each.id == webhook_id)


def _told(problem: Problem | None) -> dict[str, str]:
    if problem is None:
        return {}
    found = {"".join(each.pointer.split("/")[1:2]): each.detail for each in problem.errors or ()}
    return found or {"": problem.detail}
