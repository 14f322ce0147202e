"""Rechecks of a published article that are made by themselves: how often, and how many. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

DEFAULT_TIMES = 12
MAX_TIMES = 200

_HOURS: Final = {"H": 1, "D": 24, "W": 7 * 24}

# Hours, days, weeks, or days with hours, within the bounds: as ISO 8601 writes a duration
# (section 5.5.2 of ISO 8601-1) or as people do. A JSON Schema knows no other way to say bounds.
_TO_720: Final = "[1-9]|[1-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720"
_TO_30: Final = "[1-9]|[12][0-9]|30"
_TO_29: Final = "[1-9]|[12][0-9]"
_TO_23: Final = "[1-9]|1[0-9]|2[0-3]"
PATTERN = (
    f"^(P({_TO_30})D|P[1-4]W|PT({_TO_720})H|P({_TO_29})DT({_TO_23})H"
    f"|({_TO_30})d|[1-4]w|({_TO_720})h|({_TO_29})d({_TO_23})h)$"
)
_DURATION = re.compile(PATTERN.removeprefix("^").removesuffix("$"))
_PART = re.compile("([0-9]+)([DHWdhw])")


@dataclass(frozen=True, slots=True)
class Schedule:
    """Rechecks that are still to be made. ``next_at`` is None once there are none any more."""

    every: timedelta
    left: int
    next_at: datetime | None

    def after(self, now: datetime) -> datetime | None:
        """Give when the one after the next is due: in step, and never in the past."""
        if self.next_at is None or self.left <= 1:
            return None
        missed = max(0, (now - self.next_at) // self.every)
        return self.next_at + self.every * (missed + 1)


def parse_every(words: str) -> timedelta:
    """Read "P7D", "7d", "PT12H", "12h", "P2W", "2w", "P1DT12H" or "1d12h".

    Raises:
        ValueError: with what is wrong, in plain words that state the bounds.
    """
    if _DURATION.fullmatch(words) is None:
        raise ValueError(
            "Give a time from 1 hour (PT1H or 1h) to 30 days (P30D or 30d), in hours, days or "
            "weeks, or in days and hours (P1DT12H or 1d12h)."
        )
    return timedelta(hours=sum(int(n) * _HOURS[unit.upper()] for n, unit in _PART.findall(words)))


def every_text(every: timedelta) -> str:
    """Write it as ISO 8601 has it, in days where it is whole ones."""
    hours = every // timedelta(hours=1)
    return f"PT{hours}H" if hours % 24 else f"P{hours // 24}D"


def schedule_of(options: Mapping[str, object], since: datetime) -> Schedule | None:
    """Read the schedule that the options of a submission ask for; None for none."""
    words = options.get("recheck_every")
    if not isinstance(words, str):
        return None
    times = options.get("recheck_times")
    every = parse_every(words)
    return Schedule(every, times if isinstance(times, int) else DEFAULT_TIMES, since + every)
