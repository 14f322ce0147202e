"""The samples of deploy/webhooks.md, each run as it stands on a delivery of ours."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures_flow import HOOK, SECRET, until
from standardwebhooks import Webhook

from service.client import Client, Draft

PAGE = (Path(__file__).parents[1] / "deploy" / "webhooks.md").read_text(encoding="utf-8")

RUNS = {
    "python": (
        "python",
        (
            "import json, sys\nSECRET, request_body, request_headers = json.load(sys.stdin)\n"
            "{code}\n"
            "print(json.dumps(event))"
        ),
    ),
    "js": (
        "node",
        (
            "{code}\nimport {{ readFileSync }} from 'node:fs';\n"
            "const [secret, body, headers] = JSON.parse(readFileSync(0, 'utf-8'));\n"
            "console.log(JSON.stringify(verified(secret, body, headers)));"
        ),
    ),
    "php": (
        "php",
        (
            "<?php\n{code}\n[$s, $b, $h] = json_decode(stream_get_contents(STDIN), true);\n"
            "echo json_encode(verified($s, $b, $h));"
        ),
    ),
}
ENDINGS = {"python": ".py", "js": ".mjs", "php": ".php"}


@pytest.fixture(scope="module")
def delivered(service):
    """Body and headers of an event as its receiver got them."""
    with Client(service.address, service.key) as client:
        made = client.submit(Draft(text="The council met."), callback_url=HOOK)
        client.wait(made.id, deadline=60)
    until(lambda: service.web.count(HOOK) > 0)
    (asked,) = [each for each in service.web.asked if each.path == "/hook"]
    return asked.body.decode(), {
        name: value for name, value in asked.headers.items() if name.startswith("webhook-")
    }


def run(language: str, folder: Path, secret: str, body: str, headers: dict[str, str]):
    command, frame = RUNS[language]
    program = sys.executable if language == "python" else shutil.which(command)
    if program is None:
        pytest.skip(f"{command} is not installed")
    (code,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    script = folder / f"sample{ENDINGS[language]}"
    script.write_text(frame.format(code=code))
    return subprocess.run(
        [program, script],
        input=json.dumps([secret, body, headers]),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("language", RUNS)
def test_a_sample_takes_a_delivery_of_ours_and_no_other(language, delivered, tmp_path):
    """Not with a word changed, and not by another secret; by one of two while it is rotated."""
    body, headers = delivered
    taken = run(language, tmp_path, SECRET, body, headers)
    assert taken.returncode == 0, taken.stderr
    assert json.loads(taken.stdout) == json.loads(body)
    rotated = {**headers, "webhook-signature": f"v1,AAAA {headers['webhook-signature']}"}
    assert run(language, tmp_path, SECRET, body, rotated).returncode == 0
    assert run(language, tmp_path, SECRET, body.replace("vf_", "vg_"), headers).returncode != 0
    assert run(language, tmp_path, "whsec_YW5vdGhlcg==", body, headers).returncode != 0


def test_the_public_library_takes_it_too(delivered):
    """As the contract promises of every delivery."""
    body, headers = delivered
    assert Webhook(SECRET).verify(body, headers)["type"] == "verification.completed"
