"""A request of a browser in, who visits and what they may do out, or why not. I/O.

What a page shows and does is the visitor's tenant's alone. Every form carries a token that
is made from the visitor's cookie, and comes from a page of ours.
"""

import hmac
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from anyio.to_thread import run_sync
from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse

from service.auth import form_token, identify_session
from service.domain import Scope
from service.errors import NotAllowed, NotAuthenticated
from service.routes.cookies import set_token, token_of
from service.routes.doorkeeper import foreign_page
from service.routes.headers import OWN_PAGE
from service.routes.house import LOCAL_TENANT, House, HouseDep, admit
from service.store import open_store
from service.web import page

# More than the longest of our forms has, and less than what would keep us busy.
MAX_FIELDS = 100
STALE_FORM = "This form was open for too long. Please send it once more."

HEADERS: Mapping[str, str] = {
    "content-security-policy": OWN_PAGE,
    # Under "no-referrer" a browser would send our own form with "Origin: null".
    "referrer-policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """Who visits. ``token`` is that of the cookie, ``is_new`` where the browser has none yet.

    ``key_name`` names the key that they signed in with; None where none is required.
    """

    request: Request
    house: House
    tenant: str
    scopes: frozenset[Scope]
    token: str
    is_new: bool = False
    key_name: str | None = None

    @property
    def form_token(self) -> str:
        """What the forms of this visitor carry."""
        return form_token(self.token)

    def may(self, scope: str) -> bool:
        """Whether the visitor may do what needs that scope; no page offers the rest."""
        return Scope(scope) in self.scopes

    def show(self, template: str, code: int = 200, /, **values: object) -> HTMLResponse:
        """Fill a template for this visitor."""
        done = DONE.get(self.request.query_params.get("done", ""))
        return self.answer(page(template, visit=self, done=done, **values), code)

    def answer(self, body: str, status: int = 200, policy: str = OWN_PAGE) -> HTMLResponse:
        """Answer with a page under a policy, and let the browser keep its token."""
        headers = {**HEADERS, "content-security-policy": policy}
        response = HTMLResponse(body, status, headers)
        if self.is_new:
            set_token(response, self.token, self.request, self.house.settings)
        return response


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that a visitor sent from a page of ours. ``is_stale``: its token is not theirs."""

    visit: Visit
    form: FormData
    is_stale: bool

    def field(self, name: str) -> str:
        """Give what was typed in a field, "" where nothing was."""
        value = self.form.get(name, "")
        return value if isinstance(value, str) else ""


# What is said once after a form has led to another page; by the word in its address.
DONE = {
    "decided": "The decision is kept, and the gate takes it in.",
    "erased": "The check is erased, with its draft, its sources' texts and its reports.",
    "removed": "The receiver is removed.",
    "disabled": "Nothing is sent there any more.",
    "enabled": "What comes about from now on is sent there.",
    "ping": "A ping is on its way; look again in a moment for what came of it.",
    "redeliver": "It is sent once more.",
    "signed-out": "You are signed out.",
}


def go(path: str, done: str | None = None) -> RedirectResponse:
    """Lead on to another page of ours, with GET."""
    path, mark, place = path.partition("#")
    query = "" if done is None else f"{'&' if '?' in path else '?'}done={done}"
    return RedirectResponse(f"{path}{query}{mark}{place}", 303)


def anybody(request: Request, house: HouseDep) -> Visit:
    """Let anybody in, to see no more than a page that asks them to sign in."""
    token = token_of(request, house.settings)
    fresh = token or secrets.token_urlsafe(32)
    return Visit(request, house, "", frozenset(), fresh, is_new=token is None)


def reader(request: Request, house: HouseDep) -> Visit:
    """Let in who may look. Raises NotAuthenticated, NotAllowed, LimitReached."""
    return _admitted(request, house, Scope.READ)


def administrator(request: Request, house: HouseDep) -> Visit:
    """Let in who may set up who is told. Raises as ``reader``."""
    return _admitted(request, house, Scope.ADMIN)


def _admitted(request: Request, house: House, scope: Scope) -> Visit:
    visit = anybody(request, house)
    if not house.settings.require_keys:
        return Visit(
            request, house, LOCAL_TENANT, frozenset(Scope), visit.token, is_new=visit.is_new
        )
    if visit.is_new:
        raise NotAuthenticated("Sign in with a key.")
    with open_store(house.engine, reading=True) as store:
        key = identify_session(store, visit.token)
    admit(request, house, key, scope)
    return Visit(request, house, key.tenant, key.scopes, visit.token, key_name=key.name)


async def sent_by_anybody(request: Request, house: HouseDep) -> AsyncIterator[Sent]:
    """Take the form that signs in or out. Raises NotAllowed where it is not its sender's."""
    async with _sent(request, anybody(request, house)) as sent:
        yield _fresh(sent)


async def sent_by_editor(request: Request, house: HouseDep) -> AsyncIterator[Sent]:
    """Take a form that has work done. Raises as ``reader`` and ``sent_by_anybody``."""
    visit = await run_sync(_admitted, request, house, Scope.VERIFY)
    async with _sent(request, visit) as sent:
        yield _fresh(sent)


async def sent_by_administrator(request: Request, house: HouseDep) -> AsyncIterator[Sent]:
    """Take a form that sets up who is told. Raises as ``sent_by_editor``."""
    visit = await run_sync(_admitted, request, house, Scope.ADMIN)
    async with _sent(request, visit) as sent:
        yield _fresh(sent)


async def draft_by_editor(request: Request, house: HouseDep) -> AsyncIterator[Sent]:
    """Take the form with a draft, a stale one too: what was typed shall not be lost."""
    visit = await run_sync(_admitted, request, house, Scope.VERIFY)
    async with _sent(request, visit) as sent:
        yield sent


def _fresh(sent: Sent) -> Sent:
    if sent.is_stale:
        raise NotAllowed(STALE_FORM)
    return sent


@asynccontextmanager
async def _sent(request: Request, visit: Visit) -> AsyncIterator[Sent]:
    _refuse_other_sites(request, visit.house)
    limit = visit.house.settings.max_article_bytes
    async with request.form(max_files=1, max_fields=MAX_FIELDS, max_part_size=limit) as form:
        given = form.get("token", "")
        is_own = isinstance(given, str) and hmac.compare_digest(
            given.encode("utf-8", "surrogatepass"), visit.form_token.encode()
        )
        yield Sent(visit, form, is_stale=visit.is_new or not is_own)


def _refuse_other_sites(request: Request, house: House) -> None:
    refusal = foreign_page(request.method, request.headers)
    public = urlsplit(house.settings.public_url or "")
    is_public = bool(public.netloc) and request.headers.get("origin") == (
        f"{public.scheme}://{public.netloc}"
    )
    site = request.headers.get("sec-fetch-site", "same-origin")
    # A proxy may write another Host than the one the browser asked for.
    if refusal is not None and not (is_public and site == "same-origin"):
        raise NotAllowed(refusal[1])


ReaderDep = Annotated[Visit, Depends(reader)]
AdministratorDep = Annotated[Visit, Depends(administrator)]
AnybodyDep = Annotated[Visit, Depends(anybody)]
DraftDep = Annotated[Sent, Depends(draft_by_editor)]
EditorFormDep = Annotated[Sent, Depends(sent_by_editor)]
AdministratorFormDep = Annotated[Sent, Depends(sent_by_administrator)]
AnybodyFormDep = Annotated[Sent, Depends(sent_by_anybody)]
