"""`sourceproof check --self-test`: proves that the gate can fail as it is configured. I/O.

A gate that nothing can fail is green for ever. So a draft full of known faults goes through
the same verbs as any, against pages that are made up, and is judged by the user's own
configuration.
"""

from workers.cli.self_test.running import run_self_test

__all__ = ["run_self_test"]
