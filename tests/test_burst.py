"""Many POSTs at once under few idempotency keys, over real sockets, with a worker behind.

`bench.posting` does the same with a thousand, on both arrangements.
"""

import json
import random
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor

import httpx2
from fixtures_client import Service
from fixtures_flow import DRAFT, HOOK, until

from service.client import Client

POSTS, KEYS, AT_ONCE = 60, 6, 12


def test_a_burst_makes_as_many_verifications_as_there_are_keys(
    service: Service, client: Client
) -> None:
    """All who sent the same key hear of the same one; each has one report and one event id."""
    order = [number % KEYS for number in range(POSTS)]
    random.Random(1).shuffle(order)  # noqa: S311  an order, and no secret
    headers = {"authorization": f"Bearer {service.key}"}
    with (
        httpx2.Client(base_url=service.address, headers=headers, timeout=60) as door,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):

        def post(number: int) -> tuple[int, str]:
            article = {"markdown": DRAFT.decode(), "external_id": f"cms-{number}"}
            body = {"article": article, "callback_url": HOOK}
            key = {"idempotency-key": f"burst-{number}"}
            answer = door.post("/v1/verifications", json=body, headers=key)
            assert answer.status_code == 202, answer.text
            return number, answer.json()["id"]

        answers = set(pool.map(post, order))
    ids = {verification_id for _, verification_id in answers}
    assert len(answers) == len(ids) == KEYS
    until(lambda: events(service).keys() >= ids)
    assert {len(events(service)[each]) for each in ids} == {1}
    assert [client.report(each).revision for each in ids] == [1] * KEYS


def events(service: Service) -> dict[str, set[str]]:
    """Give the ids of the events that were told, by their verification."""
    found: dict[str, set[str]] = defaultdict(set)
    for asked in tuple(service.web.asked):
        if asked.path == "/hook":
            found[json.loads(asked.body)["data"]["id"]].add(asked.headers["webhook-id"])
    return found
