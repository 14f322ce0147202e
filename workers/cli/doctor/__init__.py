"""URLs in, in plain words what the environment can do and what becomes of each URL out. I/O.

Nothing is asked of anyone but what is configured (record, broker, callbacks' own address) and
the URLs that are given.
"""

import logging
import sys
from pathlib import Path

from rich.console import Console

from workers.cli.doctor.house import data, installation
from workers.cli.doctor.journey import journeys
from workers.cli.doctor.lines import Section, print_sections, print_summary, wrongs_of
from workers.cli.doctor.network import network
from workers.cli.doctor.services import services
from workers.cli.doctor.wishes import wishes

__all__ = ["run_doctor"]

NEEDS_ATTENTION = 1


def run_doctor(urls: list[str], config: Path | None) -> int:
    """Look at everything, tell it, and return 1 where something needs attention, else 0."""
    # What a library would log is told here in words.
    logging.getLogger().addHandler(logging.NullHandler())
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False, soft_wrap=False)
    wished, settings = wishes(config)
    sections: list[Section] = [installation(), wished]
    print_sections(console, sections)
    for section in (data(settings), services(settings), network(settings)):
        print_sections(console, [section])
        sections.append(section)
    for section in journeys(urls, settings):
        print_sections(console, [section])
        sections.append(section)
    wrongs = wrongs_of(sections)
    print_summary(console, wrongs, asked=bool(urls))
    return NEEDS_ATTENTION if wrongs else 0
