"""Request ids: every answer has one, and a caller's own is kept where it can do no harm."""

import pytest


@pytest.mark.parametrize("path", ["/healthz", "/v1/verifications", "/nowhere", "/v1/webhooks/%00"])
def test_every_answer_names_its_request(door, path):
    """Each by another name, refusals included."""
    names = {door.client.get(path).headers["x-request-id"] for _ in range(2)}
    assert len(names) == 2
    assert all(name.startswith("req_") for name in names)


@pytest.mark.parametrize(
    ("given", "kept"), [("cms-1:a.b_c", True), ("x" * 65, False), ("a b", False), ("é", False)]
)
def test_a_callers_name_is_kept_if_it_is_sound(door, given, kept):
    """Nothing that could break a line of a log or a header comes back."""
    reply = door.client.get("/healthz", headers={"x-request-id": given.encode()})
    assert (reply.headers["x-request-id"] == given) is kept


def test_an_unexpected_error_names_its_request_too(door, monkeypatch):
    """So that whoever reports it can be helped."""

    def broken(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr("service.routes.verifications.load", broken)
    reply = door.client.get("/v1/verifications/vf_1", headers={"x-request-id": "cms-1"})
    assert (reply.status_code, reply.headers["x-request-id"]) == (500, "cms-1")
