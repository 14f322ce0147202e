"""The running service held to openapi.yaml by Schemathesis, stateful: `make fuzz`. Minutes long.

Once as `serve` opens on loopback, once where every call needs a key. Nothing outside loopback is
reached: the service knows no name but those of a scripted local web. Ends with 1 where anything
was found.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from web import Answer, LocalWeb

from bench.serving import created_key, serving

DOCUMENT = Path(__file__).parents[2] / "openapi.yaml"
# The links of the document alone: mostly those that Schemathesis infers lead nowhere.
CONFIGURATION = Path(__file__).with_name("fuzzing.toml")
CASES = int(os.environ.get("FUZZ_CASES", "120"))  # of each operation, in each phase
SEED = os.environ.get("FUZZ_SEED", "20261125")

# The limits are tried elsewhere; here they would hide what stands behind them.
SETTINGS = {
    "SOURCEPROOF_RATE_LIMIT": "0",
    "SOURCEPROOF_MAX_LIVE": "0",
    "SOURCEPROOF_STREAM_LIFETIME": "0.2",
    "SOURCEPROOF_LOG_LEVEL": "ERROR",
}
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_headers_conformance,response_schema_conformance,negative_data_rejection,"
    "use_after_free,ensure_resource_availability"
)


def run() -> int:
    """Try both kinds of service; give the worse exit code of the two."""
    codes = []
    for locked in (False, True):
        with LocalWeb() as web, tempfile.TemporaryDirectory() as folder:
            web.add("http://cms.example.org/hooks/sourceproof", Answer(status=204))
            settings = {**SETTINGS, **web.environ()}
            key = None
            if locked:
                settings["SOURCEPROOF_REQUIRE_KEYS"] = "1"
            with serving(Path(folder), settings) as served:
                key = created_key(Path(folder), settings) if locked else None
                print(f"{'with keys' if locked else 'on loopback'}: {served.address}", flush=True)
                codes.append(_tried(served.address, key))
                print(served.log.read_text()[-3000:], flush=True)
    return max(codes)


def _tried(address: str, key: str | None) -> int:
    header = ("--header", f"Authorization: Bearer {key}") if key else ()
    checks = CHECKS + (",ignored_auth" if key else "")
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIGURATION)),
        *("run", str(DOCUMENT), "--url", address),
        *("--checks", checks, "--max-examples", str(CASES), "--seed", SEED, "--no-color"),
        *("--phases", "examples,coverage,fuzzing,stateful", "--continue-on-failure"),
        *("--request-timeout", "60", "--workers", "2", "--generation-database", "none"),
        *("--suppress-health-check", "all"),
        *header,
    ]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(run())
