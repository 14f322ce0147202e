"""The command, and the composition root: the one place that may import both rooms whole. I/O.

Commands import what they need when they run, so that ``--version`` and ``--help``
answer at once and ``check`` loads no server.
"""

import sys

from service.errors import SourceproofError


def main() -> None:
    """Run the command line, and turn what went wrong into the contract's exit codes."""
    from workers.cli.app import app  # noqa: PLC0415  see the module's docstring

    try:
        app()
    except SourceproofError as err:
        where = f" ({err.pointer})" if err.pointer else ""
        print(f"sourceproof: {err.detail}{where}", file=sys.stderr)  # noqa: T201  the user's terminal
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
