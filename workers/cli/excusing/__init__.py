"""What may excuse findings, brought to reports from where it lies: files and revisions. I/O."""

from workers.cli.excusing.excuser import (
    Excuser,
    Excusing,
    Judged,
    check_excusing,
    excused_all,
)

__all__ = ["Excuser", "Excusing", "Judged", "check_excusing", "excused_all"]
