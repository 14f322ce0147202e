"""Probes: a sign of life, and which part is not ready."""


def test_a_living_process_says_so_without_asking_anybody(door, tmp_path):
    door.has_broker = False
    assert door.client.get("/healthz").json() == {"status": "ok"}


def test_ready_is_when_every_part_answers(door):
    reply = door.client.get("/readyz")
    assert reply.status_code == 200
    assert reply.json() == {"status": "ready", "parts": {"record": "ok", "broker": "ok"}}


def test_not_ready_names_the_part_that_is_down(door, tmp_path):
    door.has_broker = False
    reply = door.client.get("/readyz")
    assert reply.status_code == 503
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["parts"] == {"record": "ok", "broker": "down"}
    door.has_broker = True
    door.engine.dispose()
    for file in tmp_path.glob("sourceproof.db*"):
        file.unlink()
    tmp_path.joinpath("sourceproof.db").mkdir()
    assert door.client.get("/readyz").json()["parts"] == {"record": "down", "broker": "ok"}


def test_probes_need_no_key(locked_door):
    assert locked_door.client.get("/healthz").status_code == 200
    assert locked_door.client.get("/readyz").status_code == 200
