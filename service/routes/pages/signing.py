"""Sign in with a key, and out again. I/O."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Query
from starlette.responses import Response

from service.auth import close_session, open_session
from service.errors import NotAuthenticated, NotFound
from service.routes.cookies import drop_token, set_token
from service.routes.pages.visiting import AnybodyDep, AnybodyFormDep, Visit, go
from service.store import open_store

router = APIRouter()

Next = Annotated[str, Query(alias="next", max_length=2_000)]


@router.get("/sign-in")
def ask(visit: AnybodyDep, following: Next = "/") -> Response:
    """Ask for a key."""
    _only_with_keys(visit)
    return visit.show("sign_in.html", following=_own_path(following), error=None)


@router.post("/sign-in")
def sign_in(sent: AnybodyFormDep) -> Response:
    """Begin a session with a key, and go where the visitor was going."""
    visit = sent.visit
    _only_with_keys(visit)
    following = _own_path(sent.field("next"))
    try:
        with open_store(visit.house.engine) as store:
            token = open_session(store, sent.field("key").strip())
    except NotAuthenticated:
        error = "This key is unknown, was revoked or has expired."
        return visit.show("sign_in.html", 422, following=following, error=error)
    response = go(following)
    set_token(response, token, visit.request, visit.house.settings)
    return response


@router.post("/sign-out")
def sign_out(sent: AnybodyFormDep) -> Response:
    """End the session, here and in the record."""
    visit = sent.visit
    _only_with_keys(visit)
    with open_store(visit.house.engine) as store:
        close_session(store, visit.token)
    response = go("/sign-in", "signed-out")
    drop_token(response, visit.request, visit.house.settings)
    return response


def _only_with_keys(visit: Visit) -> None:
    if not visit.house.settings.require_keys:
        raise NotFound("There is nothing at this address.")


def _own_path(path: str) -> str:
    """Give a path of ours, and the first page for anything else: no link leads away from here."""
    parts = urlsplit(path)
    is_own = path.startswith("/") and not parts.scheme and not parts.netloc
    return path if is_own and "\\" not in path and path.isprintable() else "/"
