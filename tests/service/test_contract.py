"""The service held to openapi.yaml by whatever Schemathesis thinks up: bounded, with fixed seeds.

No network: the app is called in this process. A worker is not there, so verifications stay
queued but for one, which is finished beforehand.
"""

from pathlib import Path

import pytest
import schemathesis
from conftest import open_front_door
from hypothesis import HealthCheck, Phase, settings
from report_fixture import sample_report
from schemathesis import GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

# Cases of each operation. Few of them are of what there is, where all is made up; `make fuzz`
# tries 120 in each of its phases.
CASES = 30
CASES_OF_WHAT_THERE_IS = 60

CHECKS = [
    negative_data_rejection,
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]

of_what_there_is = settings(
    max_examples=CASES_OF_WHAT_THERE_IS,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
bounded = settings(of_what_there_is, max_examples=CASES)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """One front door for all cases: what they leave behind is part of the trial."""
    # The name under which Schemathesis calls an app in its own process.
    folder = Path(tmp_path_factory.mktemp("contract"))
    # No worker is there to end a stream.
    door = open_front_door(folder, public_url="http://testserver", stream_lifetime=0.1)
    yield door
    door.client.close()
    door.engine.dispose()


@pytest.fixture(scope="module")
def finished(opened):
    """Gives the id of a verification that is finished: the same until a case erases it."""
    kept = [""]

    def there_is() -> str:
        if opened.client.get(f"/v1/verifications/{kept[0]}").status_code != 200:
            kept[0] = opened.posted()
            opened.finish(kept[0], sample_report())
        return kept[0]

    return there_is


# test_openapi holds the file equal to what the service gives.
contract = schemathesis.openapi.from_path(Path(__file__).parents[2] / "openapi.yaml")
contract.config.generation.update(modes=[GenerationMode.POSITIVE, GenerationMode.NEGATIVE])


@contract.parametrize()
@bounded
def test_no_request_gets_an_answer_that_the_document_does_not_tell_of(case, opened):
    case.call_and_validate(app=opened.client.app, checks=CHECKS)


@pytest.fixture(scope="module")
def receiver(opened):
    """Gives the id of a registered receiver: the same until a case removes it."""
    kept = [""]

    def there_is() -> str:
        if opened.client.get(f"/v1/webhooks/{kept[0]}/deliveries").status_code != 200:
            hook = {"url": "https://cms.example.org/hook"}
            kept[0] = opened.client.post("/v1/webhooks", json=hook).json()["webhook"]["id"]
        return kept[0]

    return there_is


@contract.include(path_regex=r"\{id\}").parametrize()
@of_what_there_is
def test_nor_does_any_request_about_a_verification_that_there_is(case, opened, finished):
    about(
        case,
        {**dict.fromkeys(("id", "other"), finished()), "sid": "st1", "source_id": "s1"},
        opened,
    )


@contract.include(path_regex=r"\{webhook_id\}").parametrize()
@of_what_there_is
def test_nor_any_about_a_receiver_that_there_is(case, opened, receiver):
    about(case, {"webhook_id": receiver()}, opened)


def about(case, known, opened):
    """Put in the ids that are there, and send it."""
    case.path_parameters = {**case.path_parameters, **known}
    case.path_parameters = {
        n: v for n, v in case.path_parameters.items() if f"{{{n}}}" in case.path
    }
    case.call_and_validate(app=opened.client.app, checks=CHECKS)
