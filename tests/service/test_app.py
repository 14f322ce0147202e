"""The app as a whole: what stands before every view."""

import pytest

from service.app import create_app, create_production_app
from service.errors import UsageError
from service.settings import Settings

PAGES = [
    "/",
    "/docs",
    "/openapi.json",
    "/healthz",
    "/v1/verifications",
    "/nowhere",
    "/static/page.css",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_response_carries_the_security_headers(door, path):
    headers = door.client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] in {"no-referrer", "same-origin"}
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy


def test_an_unexpected_error_is_a_problem_that_tells_nothing_of_our_inside(door, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("password in here")

    monkeypatch.setattr("service.routes.verifications.load", broken)
    reply = door.client.get("/v1/verifications/vf_1")
    assert reply.status_code == 500
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "password" not in reply.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "a b", "[::1"])
def test_a_foreign_host_name_is_refused_so_that_dns_rebinding_gets_nowhere(door, host):
    reply = door.client.get("/v1/verifications", headers={"host": host})
    assert reply.status_code == 421
    assert reply.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9000", "127.0.0.1:1", "[::1]:8000"])
def test_loopback_by_any_name_and_port_is_let_in(door, host):
    assert door.client.get("/v1/verifications", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("door", [{"public_url": "https://check.example.org/"}], indirect=True)
def test_the_public_name_is_let_in_and_begins_every_link(door):
    headers = {"host": "check.example.org"}
    body = {"article": {"text": "One sentence."}}
    reply = door.client.post("/v1/verifications", json=body, headers=headers)
    assert reply.status_code == 202
    assert reply.headers["location"].startswith("https://check.example.org/v1/verifications/vf_")
    assert reply.json()["links"]["self"] == reply.headers["location"]


def test_probes_are_answered_under_any_host_name(door):
    headers = {"host": "10.1.2.3:8000"}
    assert door.client.get("/healthz", headers=headers).status_code == 200
    assert door.client.get("/readyz", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "same-origin", "origin": "https://evil.example"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/v1/verifications"])
def test_a_post_from_another_sites_page_is_refused_before_anything_is_read(door, path, headers):
    reply = door.client.post(path, json={"article": {"text": "Hello."}}, headers=headers)
    assert reply.status_code == 403
    assert reply.headers["content-type"] == "application/problem+json"
    assert door.client.get("/v1/verifications").json()["items"] == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://127.0.0.1:8000"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
    ],
)
def test_ones_own_page_and_programs_may_post(door, headers):
    body = {"article": {"text": "Hello."}}
    assert door.client.post("/v1/verifications", json=body, headers=headers).status_code == 202


def test_a_service_with_keys_answers_to_any_host_and_origin(locked_door):
    headers = {"host": "check.example.org", "origin": "https://cms.example.org"}
    reply = locked_door.client.post("/v1/verifications", json={}, headers=headers)
    assert reply.status_code == 401


def test_the_production_factory_reads_its_settings_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCEPROOF_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("SOURCEPROOF_REQUIRE_KEYS", "true")
    monkeypatch.delenv("SOURCEPROOF_BROKER_URL", raising=False)
    with pytest.raises(UsageError):
        create_production_app()
    monkeypatch.setenv("SOURCEPROOF_BROKER_URL", "memory://")
    app = create_production_app()
    assert app.state.house.settings.require_keys
    app.state.house.engine.dispose()


def test_the_docs_page_loads_nothing_from_another_host(door):
    page = door.client.get("/docs")
    assert page.status_code == 200
    assert "://" not in page.text
    for asset in ("swagger-ui-bundle.js", "swagger-ui.css"):
        assert door.client.get(f"/docs/assets/{asset}").status_code == 200
    assert door.client.get("/static/docs.js").status_code == 200


def test_without_a_broker_the_record_still_takes_verifications(door):
    """As where the broker is named later: the sweep then rings for what stands."""
    app = create_app(door.settings, door.engine)
    assert not app.state.house.bell.is_up()
    assert not app.state.house.bell.enqueue(None, "vf_1")
    assert isinstance(app.state.house.settings, Settings)
