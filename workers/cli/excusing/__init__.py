"""What may excuse findings, brought to reports from where it lies: files and revisions. I/O."""

from workers.cli.excusing.approved import Configure, held_to, passed_over
from workers.cli.excusing.excuser import (
    Excuser,
    Excusing,
    Judged,
    check_excusing,
    excused_all,
)

__all__ = [
    "Configure",
    "Excuser",
    "Excusing",
    "Judged",
    "check_excusing",
    "excused_all",
    "held_to",
    "passed_over",
]
