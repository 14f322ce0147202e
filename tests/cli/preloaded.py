"""What a forked command finds loaded: its modules, and what they read and compile at first use.

A whole check is made here, of the self-test's draft on its made-up web, and told in every format:
so that hundreds of commands need not each load what reads pages and compile what finds words.
"""

import gc

import cli.command  # noqa: F401  what a child is told to be stands there

import workers.cli.app
import workers.cli.check
import workers.cli.doctor
import workers.cli.remote  # noqa: F401  loaded is all that is wanted of them
from service.domain import Submission
from service.rendering import FORMATS, render
from service.settings import Settings
from workers.cli.self_test.running import check_faults
from workers.reading import read_article

report = check_faults(Settings())
for name in FORMATS:
    render(report, name)
read_article(
    Submission(content=b"The council of Marlow bought nine trams.", filename="draft.md"),
    max_bytes=1_000,
    max_sources=1,
    max_statements=1,
)
gc.freeze()  # so that no child looks through it all for garbage, nor copies it by doing so
