"""The service held to openapi.yaml along its links: what one answer gives, the next is asked with.

No network, and no worker: what is posted is finished at once, so that its report can be read,
decided on and compared.
"""

from pathlib import Path

import schemathesis
from conftest import open_front_door
from hypothesis import HealthCheck, Phase, settings
from report_fixture import sample_report
from schemathesis import GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

DOCUMENT = Path(__file__).parents[2] / "openapi.yaml"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


LED_TO = 6  # operations at least that links led to something that there is


def test_links_lead_from_answer_to_answer_and_none_tells_what_the_document_does_not(tmp_path):
    """The links of the document alone, none that Schemathesis infers: mostly those lead nowhere."""
    door = open_front_door(tmp_path, public_url="http://testserver", stream_lifetime=0.1)
    door.finish(door.posted(), sample_report())
    contract = schemathesis.openapi.from_path(DOCUMENT)
    contract.config.generation.update(modes=[GenerationMode.POSITIVE])
    contract.config.phases.stateful.inference.algorithms.clear()
    led_to = set()

    class Caller(contract.as_state_machine()):
        def call(self, case, **kwargs):
            return case.call(app=door.client.app)

        def validate_response(self, response, case, **kwargs):
            case.validate_response(response, checks=CHECKS)

        def after_call(self, response, case):
            name = case.operation.definition.raw["operationId"]
            if response.status_code in {200, 202, 204} and "{" in case.path:
                led_to.add(name)
            if (
                name in {"post_verification", "recheck_verification"}
                and response.status_code == 202
            ):
                door.finish(response.json()["id"], sample_report())

    Caller.run(
        settings=settings(
            max_examples=12,
            stateful_step_count=8,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
    )
    door.client.close()
    door.engine.dispose()
    assert len(led_to) >= LED_TO, led_to
