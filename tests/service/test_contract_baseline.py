"""The contract changes by additions alone: held against what was released, word by word."""

import copy

import pytest
from contract_facts import DOCUMENT, broken, facts_of, read_baseline

LIST = "/v1/verifications"


def test_what_callers_rely_on_is_still_there() -> None:
    """Whoever takes something away on purpose writes the baseline anew, and says so."""
    assert broken(read_baseline(), facts_of(DOCUMENT)) == []


def schemas(document):
    return document["components"]["schemas"]


def listed(document):
    return {p["name"]: p for p in document["paths"][LIST]["get"]["parameters"]}


BREAKS = {
    "an operation goes": lambda d: d["paths"].pop("/v1/webhooks"),
    "a status goes": lambda d: d["paths"][LIST]["post"]["responses"].pop("202"),
    "a parameter goes": lambda d: d["paths"][LIST]["get"]["parameters"].pop(),
    "a parameter is called for": lambda d: listed(d)["status"].update(required=True),
    "a maximum sinks": lambda d: listed(d)["limit"]["schema"].update(maximum=10),
    "a field goes": lambda d: schemas(d)["Verification"]["properties"].pop("gate"),
    "a field may be left out": lambda d: schemas(d)["Verification"]["required"].remove("id"),
    "a word goes": lambda d: schemas(d)["JobStatus"]["enum"].remove("expired"),
    "a type goes": lambda d: schemas(d)["Article"]["properties"]["title"]["anyOf"].pop(),
    "a field is called for": lambda d: schemas(d)["VerificationRequest"]["required"].append(
        "options"
    ),
    "a new field must be given": lambda d: (
        schemas(d)["Options"]["properties"].update(new={"type": "string"}),
        schemas(d)["Options"].update(required=["new"]),
    ),
}
ADDITIONS = {
    "an operation comes": lambda d: d["paths"].update(
        {"/v1/new": {"get": {**d["paths"][LIST]["get"], "operationId": "new"}}}
    ),
    "a field comes": lambda d: schemas(d)["Verification"]["properties"].update(
        new={"type": "string"}
    ),
    "an option comes, with its limits": lambda d: schemas(d)["Options"]["properties"].update(
        new={"type": "string", "maxLength": 3}
    ),
    "a word comes": lambda d: schemas(d)["JobStatus"]["enum"].append("new"),
    "a demand is dropped": lambda d: schemas(d)["VerificationRequest"]["required"].remove(
        "article"
    ),
}


@pytest.mark.parametrize("change", BREAKS)
def test_what_takes_something_away_is_told(change: str) -> None:
    """Each in a line that names what callers would miss."""
    changed = copy.deepcopy(DOCUMENT)
    BREAKS[change](changed)
    assert broken(facts_of(DOCUMENT), facts_of(changed))


@pytest.mark.parametrize("change", ADDITIONS)
def test_what_adds_something_is_fine(change: str) -> None:
    """Callers who know nothing of it go on as before."""
    changed = copy.deepcopy(DOCUMENT)
    ADDITIONS[change](changed)
    assert broken(facts_of(DOCUMENT), facts_of(changed)) == []
