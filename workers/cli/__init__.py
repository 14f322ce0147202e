"""The command, and the composition root: the one place that may import both rooms whole. I/O.

Commands import what they need when they run, so that ``--version`` and ``--help``
answer at once and ``check`` loads no server.
"""

import gc
import os
import sys
import traceback

from service.errors import SourceproofError
from workers.cli.loading import loading

USAGE_ERROR = 2
# A fault of ours is told apart from findings: Python's own answer would be 1 (sysexits.h).
OUR_FAULT = 70
INTERRUPTED = 130
# Objects made before garbage is looked for; Python looks after 700 of them.
COLLECTED_AFTER = 50_000


def main() -> None:
    """Run the command line, and turn what went wrong into the contract's exit codes."""
    if sys.stderr is None:  # closed by the caller: what is told there is no part of a report
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  for as long as we run
    try:
        _run()
    except SourceproofError as err:
        print(f"sourceproof: {_told(err)}", file=sys.stderr)  # noqa: T201  the user's terminal
        sys.exit(USAGE_ERROR)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception:  # noqa: BLE001  the last line of defence, and it tells all
        traceback.print_exc()
        sys.exit(OUR_FAULT)


def _told(err: SourceproofError) -> str:
    """Say what is wrong, and in which setting, by the name that a flag and a file give it.

    Of the draft itself no place is named: a pointer into a request says nothing here.
    """
    place = (err.pointer or "").strip("/")
    if not place or place.startswith("article"):
        return err.detail
    if "/" in place:
        return f"{err.detail} ({err.pointer})"
    return f"{place.replace('_', '-')}: {err.detail}"


def _run() -> None:
    if sys.argv[1:] == [
        "--version"
    ]:  # asked by scripts, often: the parser of flags would double it
        from workers.versions import versions_line  # noqa: PLC0415  see the module's docstring

        print(versions_line())  # noqa: T201  the answer
        return
    gc.set_threshold(COLLECTED_AFTER)
    with loading():
        from workers.cli.app import app  # noqa: PLC0415  see the module's docstring

    app(prog_name="sourceproof")
