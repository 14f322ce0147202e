"""What may excuse findings, brought to reports from where it lies: files and revisions. I/O."""

from workers.cli.excusing.excuser import Excuser, Excusing, Judged, excused_all

__all__ = ["Excuser", "Excusing", "Judged", "excused_all"]
