"""Metrics: what waits and what was asked, and nothing of whom."""

from prometheus_client.parser import text_string_to_metric_families

from service.domain import Stage
from service.store import open_store


def samples(door):
    reply = door.client.get("/metrics")
    assert reply.status_code == 200
    assert reply.headers["content-type"].startswith("text/plain")
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(reply.text)
        for sample in family.samples
    }


def test_what_waits_is_told_by_stage_and_what_has_ended_is_not(door):
    waiting, working, ended = (door.posted() for _ in range(3))
    with open_store(door.engine) as store:
        store.begin(working, Stage.COLLECT, 3)
        store.fail(ended, "x")
        store.add_deliveries(ended, "verification.failed", ("https://a.example/",))
    found = samples(door)
    assert found["sourceproof_verifications_live", "collect", "queued"] == 1
    assert found["sourceproof_verifications_live", "collect", "running"] == 1
    assert found["sourceproof_deliveries_pending",] == 1
    assert found["sourceproof_verifications_age_seconds", "assess"] == 0
    door.client.delete(f"/v1/verifications/{waiting}")
    assert ("sourceproof_verifications_live", "collect", "queued") not in samples(door)


def test_requests_are_counted_by_route_and_no_address_becomes_a_label(door):
    for number in range(3):
        door.client.get(f"/v1/verifications/vf_{number}")
        door.client.get(f"/nowhere/{number}")
    found = samples(door)
    route = "/v1/verifications/{id}"
    assert found["sourceproof_requests_total", route, "404", "GET"] == 3
    assert not any("nowhere" in word for key in found for word in key)


def test_metrics_tell_nothing_of_a_tenant_and_need_no_key(locked_door):
    reply = locked_door.client.get("/metrics")
    assert reply.status_code == 200
    assert "vf_" not in reply.text
