"""Where keys are required, a browser signs in with one; no other site's page speaks for it."""

import pytest
from browsing import PAGE, Visitor
from conftest import open_front_door
from lxml import html
from report_fixture import sample_report

from service.auth import create_key, list_keys, revoke_key
from service.domain import Scope
from service.store import open_store

DRAFT = {"draft": "# A\n\nText.", "format": "markdown"}


def key_of(door, tenant: str, scopes=tuple(Scope)) -> str:
    with open_store(door.engine) as store:
        return create_key(store, tenant, tenant, scopes)


@pytest.fixture
def visitor(locked_door):
    return Visitor(locked_door.client)


@pytest.fixture
def editor(locked_door, visitor):
    """A visitor who has signed in with a key that may do everything."""
    assert visitor.sign_in(key_of(locked_door, "ours")).status_code == 303
    return visitor


def test_who_is_not_signed_in_is_asked_to_and_led_on(locked_door, visitor):
    """The page asked for is where signing in ends; a caller of no page is told 401."""
    reply = visitor.open("/verifications?status=failed")
    assert reply.status_code == 303
    assert reply.headers["location"] == "/sign-in?next=/verifications%3Fstatus%3Dfailed"
    page = html.fromstring(visitor.open(reply.headers["location"]).text)
    following = page.xpath("//input[@name='next']/@value")[0]
    reply = visitor.sign_in(key_of(locked_door, "ours"), following)
    assert reply.headers["location"] == "/verifications?status=failed"
    assert visitor.open("/").status_code == 200
    locked_door.client.cookies.clear()
    reply = locked_door.client.get("/", headers={"accept": "application/json"})
    assert reply.status_code == 401


@pytest.mark.parametrize(
    "following", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", ""]
)
def test_signing_in_leads_to_no_other_site(locked_door, visitor, following):
    reply = visitor.sign_in(key_of(locked_door, "ours"), following)
    assert reply.headers["location"] == "/"


def test_the_cookie_is_for_us_alone_and_hidden_from_scripts(locked_door, visitor):
    """It changes at signing in, so that nobody can have planted it."""
    before = visitor.open("/sign-in").headers["set-cookie"]
    cookie = visitor.sign_in(key_of(locked_door, "ours")).headers["set-cookie"]
    for said in (before, cookie):
        assert "HttpOnly" in said
        assert "SameSite=strict" in said
        assert "Path=/" in said
    assert before.split(";")[0] != cookie.split(";")[0]
    assert "Max-Age=43200" in cookie


def test_behind_https_the_cookie_is_bound_to_it(tmp_path):
    """By its name too, which browsers then hold it to."""
    door = open_front_door(tmp_path, require_keys=True, public_url="https://proof.example.org")
    said = Visitor(door.client).open("/sign-in").headers["set-cookie"]
    assert said.startswith("__Host-sourceproof=")
    assert "Secure" in said
    door.client.close()
    door.engine.dispose()


def test_a_key_that_is_none_signs_nobody_in(visitor):
    reply = visitor.sign_in("sp_nonsense")
    assert reply.status_code == 422
    assert "unknown, was revoked or has expired" in reply.text
    assert "sp_nonsense" not in reply.text
    assert visitor.open("/").status_code == 303


def test_signing_out_ends_the_session_for_good(locked_door, editor):
    """Also for whoever has kept its cookie."""
    kept = locked_door.client.cookies["sourceproof"]
    reply = editor.send("/sign-out", {"token": token_in(editor, "/")})
    assert reply.headers["location"].startswith("/sign-in")
    locked_door.client.cookies.clear()
    again = editor.open("/", cookie=f"sourceproof={kept}")
    assert again.status_code == 303


def test_a_revoked_key_ends_its_sessions(locked_door, editor):
    assert editor.open("/").status_code == 200
    with open_store(locked_door.engine) as store:
        revoke_key(store, list_keys(store)[0].id)
    assert editor.open("/").headers["location"].startswith("/sign-in")


def test_tenants_see_only_their_own(locked_door, editor):
    """Every page of a check is not there for another tenant."""
    editor.send("/", DRAFT)
    (posted,) = locked_door.rung
    locked_door.finish(posted, sample_report())
    here = f"/verifications/{posted}"
    pages = ("", "/report", "/decisions", "/statements/st1", "/revisions", "/compare", "/files")
    assert editor.open(f"{here}/report").status_code == 200
    editor.sign_in(key_of(locked_door, "theirs"))
    for page in (*pages, "/erase", "/files/json"):
        assert editor.open(here + page).status_code == 404, page
    for action in ("cancel", "recheck", "erase", "statements/st1"):
        fields = {"sources": "all", "action": "accept", "by": "x", "reason": "y"}
        assert editor.send(f"{here}/{action}", fields).status_code == 404, action
    assert posted not in editor.open("/verifications").text


def test_a_key_that_may_only_look_sees_no_button_that_would_fail(locked_door, visitor):
    """And what such a button would send is refused all the same, in a page."""
    visitor.sign_in(key_of(locked_door, "ours"))
    visitor.send("/", DRAFT)
    (posted,) = locked_door.rung
    locked_door.finish(posted, sample_report())
    here = f"/verifications/{posted}"
    visitor.sign_in(key_of(locked_door, "ours", (Scope.READ,)))
    for path in ("/", "/verifications", f"{here}/report", f"{here}/statements/st1"):
        page = visitor.see(path)
        forms = page.xpath("//form[@method='post']/@action")
        assert set(forms) <= {"/sign-out"}, path
        assert page.xpath("//a[@href='/webhooks']") == []
    assert visitor.see(f"{here}/revisions").xpath("//form[contains(@action, 'recheck')]") == []
    for path in ("/", f"{here}/erase", f"{here}/recheck", "/webhooks"):
        reply = visitor.send(path, DRAFT)
        assert reply.status_code == 403
        assert "This needs a key with the scope" in reply.text
    assert visitor.open("/webhooks").status_code == 403


def token_in(visitor: Visitor, path: str) -> str:
    return visitor.see(path).xpath("//input[@name='token']/@value")[0]


@pytest.mark.parametrize("token", ["", "0" * 64, "\ud800".encode("utf-8", "replace").decode()])
def test_a_form_without_the_visitors_own_token_changes_nothing(locked_door, editor, token):
    """Neither one without any, nor one with another's."""
    editor.send("/", DRAFT)
    (posted,) = locked_door.rung
    for path in (f"/verifications/{posted}/cancel", f"/verifications/{posted}/erase", "/webhooks"):
        reply = editor.send(path, {"token": token, "url": "https://cms.example.org/"})
        assert reply.status_code == 403
        assert "open for too long" in reply.text
    assert locked_door.client.get(f"/v1/verifications/{posted}").json()["status"] == "queued"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:8000"},
    ],
)
@pytest.mark.parametrize("is_locked", [True, False])
def test_another_sites_page_sends_nothing_even_with_the_token(request, headers, is_locked):
    """The browser says where a form came from, with keys and without."""
    door = request.getfixturevalue("locked_door" if is_locked else "door")
    visitor = Visitor(door.client)
    if is_locked:
        visitor.sign_in(key_of(door, "ours"))
    reply = visitor.send("/", DRAFT, **headers)
    assert reply.status_code == 403
    assert door.rung == []


def test_without_keys_a_form_needs_its_token_too_and_keeps_what_was_typed(door):
    """A draft that was typed into a form that is stale is there to be sent again."""
    reply = Visitor(door.client).send("/", DRAFT | {"token": "0" * 64})
    assert reply.status_code == 422
    page = html.fromstring(reply.text)
    assert page.get_element_by_id("draft").text == DRAFT["draft"]
    fresh = page.xpath("//input[@name='token']/@value")[0]
    assert Visitor(door.client).send("/", DRAFT | {"token": fresh}).status_code == 303


def test_a_link_from_another_site_comes_in_with_the_cookie_at_the_second_step(editor, locked_door):
    """A browser keeps the cookie back there; so our own page sends it on once, and no further."""
    cookies = dict(locked_door.client.cookies)
    locked_door.client.cookies.clear()
    reply = editor.open('/verifications?rule="><script>', **{"sec-fetch-site": "cross-site"})
    assert reply.status_code == 200
    target = html.fromstring(reply.text).xpath("//meta[@http-equiv='refresh']/@content")[0]
    assert target.startswith("0; url=/verifications?rule=")
    assert "<script>" not in reply.text
    locked_door.client.cookies.update(cookies)
    assert editor.open("/verifications", **{"sec-fetch-site": "same-origin"}).status_code == 200


def test_on_loopback_no_other_name_is_answered(door):
    """A name of somebody else that is made to point here gets no page."""
    for name in ("evil.example", "127.0.0.1.evil.example"):
        reply = door.client.get("/", headers=PAGE | {"host": name})
        assert reply.status_code == 421
        assert "<form" not in reply.text
