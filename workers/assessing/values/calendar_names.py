"""A language in, its names of months and weekdays out. Pure."""

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from workers.language.folding import fold


@dataclass(frozen=True, slots=True)
class Calendar:
    """A language's names of months (1 to 12) and weekdays (Monday is 0), folded (CLDR)."""

    months: dict[str, int]
    weekdays: dict[str, int]


@cache
def calendar(language: str | None) -> Calendar:
    """Give the names of a language (BCP 47 primary subtag); of English where it is not known."""
    try:
        locale = Locale.parse(language or "en")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            months |= _months(width, context, locale)
        weekdays |= {fold(str(name)): n for n, name in locale.days[context]["wide"].items()}
    if locale.language == "en":
        months["sept"] = 9
    return Calendar(months, weekdays)


def _months(width: str, context: str, locale: Locale) -> dict[str, int]:
    names = locale.months[context][width]
    folded = {fold(str(name)).rstrip("."): n for n, name in names.items()}
    return {name: n for name, n in folded.items() if not name[:1].isdigit()}
