"""The audit log of a tenant, read by its administrators. I/O."""

from typing import Annotated

from fastapi import APIRouter, Query

from service.routes.bodies import JSON_TYPE
from service.routes.documented import problems
from service.routes.house import HouseDep, TenantDep
from service.routes.paging import position_of
from service.schemas.audit import PATH, AuditPage, AuditQuery
from service.schemas.cursor import cursor_after
from service.store import Noted, open_store

router = APIRouter(tags=["audit"])


@router.get(
    PATH,
    summary="Who did what: decisions, erasures, cancellations, keys, receivers",
    responses={
        200: {"content": {JSON_TYPE: {"example": "audit"}}},
        **problems("no_key", "wrong_limit", "unknown_filter", "foreign_cursor", "record_down"),
    },
)
def read_audit(
    house: HouseDep, tenant: TenantDep, query: Annotated[AuditQuery, Query()]
) -> AuditPage:
    """Give one page, newest first. Entries outlive what they tell of, and are never changed.

    They hold ids and no text. After `SOURCEPROOF_AUDIT_DAYS` (730) they are dropped.
    """
    before = position_of(query.cursor, tenant)
    wanted = Noted(tenant, **query.model_dump(exclude={"limit", "cursor"}))
    with open_store(house.engine, reading=True) as store:
        found = store.list_audit(wanted, query.limit + 1, before)
    page = found[: query.limit]
    following = cursor_after(page[-1].id, tenant) if len(found) > query.limit else None
    link = f"{house.base}{PATH}?{query.following(following)}" if following else None
    return AuditPage.of(page, following, link)
