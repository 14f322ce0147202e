"""The words of an entry of a list of sources in; its names, title and dates out. Pure.

Entries are written in many ways ("Doe, Jane. “Title.” Outlet. 5 May 2018."; "Title –
Outlet, May 5, 2018"), so each part is told by its own look and may be missing.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from workers.language.folding import fold
from workers.language.words import WordKind, read_words
from workers.reading.unwrapping import unwrap

_QUOTED = re.compile(r"[“\"„«](.{3,400})[”\"“»](?=[\s.,;:)–—-]|$)")
_SURNAME = re.compile(
    r"(?:^|\band |;|, )\s?([A-ZÀ-Þ][\w’'-]{2,25}(?:[ -][A-ZÀ-Þ][\w’'-]{2,25})?), "
    r"([A-ZÀ-Þ][\w’'-]*)\.?(?: [A-ZÀ-Þ“][\w.”-]*)?(?=[.,;&]| and\b| et al|$)"
)
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_MONTH = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})\.? {_MONTH}\b\.?(?:,? (\d{{4}}))?")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\b\.? (\d{{1,2}})\b(?!\d|,?\d{{3}})(?:,? (\d{{4}}))?")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_VISITED = re.compile(
    r"\b(?:accessed|retrieved|visited|abgerufen(?: am)?|consulté(?: le)?|consultado(?: el)?)"
    r":?\s[^.;]*",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+|www\.\S+")
# What an entry says of its medium is no name of whoever published it.
_MEDIUM = re.compile(
    r"^(?:(?:press )?(?:conference |briefing )?(?:video|audio|transcript|tweets?|post|podcast|pdf|"
    r"undated|profile|interview|press release|press briefing|website|web page|facebook page|"
    r"disclaimer|about us|page \d+|et al|calendar|home page|search|abgerufen|online)\b.*|"
    r"segment starts.*|introduced.*|see page.*|tweet .*|\W*\d[\d\s.,:/-]*)$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|news|us|co|uk|de|fr|es|eu|tv|io)$")
_HOST_HEADS = re.compile(r"^(?:www\d?|m|amp|news|beta|docquery|edition|insider)\.")
_PLATFORMS = re.compile(
    r"(?:facebook|youtube|twitter|instagram|google|linkedin)(?:com|video|page)?|youtubevideo|xcom|"
    r"tiktok|reddit|medium|wikipedia|soundcloud|pinterest|changeorg|telegram|whatsapp|vimeo"
)
_SMALL = re.compile(
    r"of|the|and|for|on|in|to|an?|de|la|le|du|des|de[rnms]|die|das|und|y|et|u\.s\.", re.IGNORECASE
)
_LONGEST_NAME = 8  # words
_SHORT_ACRONYMS = frozenset({"AP"})
_LEAST_ACRONYM = 3
_LEAST_LABEL = 6  # letters; "people.com" is the shortest that may be a common word
_COUNTRY = re.compile(r"^(?:U\.S\.|US|U\.K\.|UK|Federal)\s(?=\w+\s\w)")
_BODIES = frozenset({"gov", "edu", ""})  # "congress.gov" is one page of what "Congress" does
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says of its source; all names are squeezed: folded, letters and digits only.

    ``names`` are outlets, bodies and hosts; ``acronyms`` theirs, in capitals; ``dates`` are
    (day, month) with the year where it is told.
    """

    names: frozenset[str]
    acronyms: frozenset[str]
    surnames: frozenset[str]
    authors: frozenset[str]  # in full, as "janedoe"
    title: tuple[str, ...]  # squeezed words, in order
    stems: frozenset[str]  # of the title's words that carry content
    dates: frozenset[tuple[int, int, int | None]]


def read_entry(text: str, urls: tuple[str, ...], language: str | None) -> Entry:
    """Tell the parts of an entry with its links; ``language`` is that of the article."""
    bare = _VISITED.sub("", _URL.sub("", text))
    parts = _read_parts(bare)
    title, names = parts.title, [name for name in parts.names if _is_name(name)]
    hosts = [host for url in urls if (host := _host(url))]
    labels = [_without_ending(name) for name in (*names, *hosts)]
    labels += [_COUNTRY.sub("", name) for name in names]
    return Entry(
        names=frozenset(
            name
            for name in map(squeezed, (*names, *hosts, *labels))
            if name and not _PLATFORMS.fullmatch(name)
        ),
        acronyms=frozenset(a for name in names if (a := _acronym(name))),
        surnames=frozenset(squeezed(name) for name, _ in parts.authors),
        authors=frozenset(squeezed(first + name) for name, first in parts.authors),
        title=tuple(squeezed(word) for word in re.findall(r"[\w’']+", title)),
        stems=frozenset(
            t.word.stem
            for t in read_words(title, language)
            if t.word.kind is not WordKind.STOP and not _YEAR.fullmatch(t.word.stem)
        ),
        dates=find_dates(bare),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """An entry's title, what may name who published it, and its authors."""

    title: str
    names: tuple[str, ...]
    authors: tuple[tuple[str, str], ...]  # surname, first name


def _read_parts(text: str) -> _Parts:
    """Tell them by the marks around the title; where it has none, by what stands first."""
    found = _QUOTED.search(text)
    before = text[: found.start()] if found else text
    found_authors = list(_SURNAME.finditer(before))
    authors = tuple((author[1], author[2]) for author in found_authors)
    if found:
        bodies = [] if authors else _segments(before)
        return _Parts(found[1], (*bodies, *_segments(text[found.end() :])), authors)
    first, *others = _segments(text[found_authors[-1].end() if authors else 0 :]) or [""]
    if authors or not others or not _is_name(first):
        return _Parts(first, (*others, *([] if others else [first])), authors)
    return _Parts(others[0], (first, *others[1:]), authors)


def find_dates(text: str) -> frozenset[tuple[int, int, int | None]]:
    """Find days of the year: (day, month, year or ``None``), in English and ISO 8601."""
    found = [(m[1], _month(m[2]), m[3]) for m in _DAY_FIRST.finditer(text)]
    found += [(m[2], _month(m[1]), m[3]) for m in _MONTH_FIRST.finditer(text)]
    found += [(m[3], int(m[2]), m[1]) for m in _ISO.finditer(text)]
    return frozenset((int(d), month, int(y) if y else None) for d, month, y in found)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _segments(text: str) -> list[str]:
    """Cut at stops and dashes, but not in "U.S. Census" or "CNN.com"."""
    cut = re.split(r"(?<!\b[A-Z])(?<!\bU\.S)\.(?:\s|$)|\s[–—|-]\s|;\s|,\s(?=\d|[A-Z])", text)
    return [part.strip(" .,;:()[]") for part in cut if part.strip(" .,;:()[]")]


def _is_name(part: str) -> bool:
    words = part.split()
    if not words or len(words) > _LONGEST_NAME or _MEDIUM.match(part):
        return False
    if _DOMAIN.fullmatch(part.lower()):
        return True
    if _DAY_FIRST.search(part) or _MONTH_FIRST.search(part):
        return False
    return all(word[:1].isupper() or _SMALL.fullmatch(word) for word in words)


def _host(url: str) -> str | None:
    host = urlsplit(unwrap(url).url).hostname or ""
    return _HOST_HEADS.sub("", host) or None


def squeezed(name: str) -> str:
    """Fold a name, and keep its letters and digits alone: "The Hill" is "hill"."""
    name = re.sub(r"^(?:the|le|la|el|der|die|das)\s", "", name.strip(), flags=re.IGNORECASE)
    return re.sub(r"[\W_]+", "", fold(re.sub(r"[’']s\b", "", name.replace("&", " and "))))


def _without_ending(name: str) -> str:
    """Give the "reaganwasright" of "ReaganWasRight.com", by which a text may call it."""
    label, _, ending = name.rpartition(".")
    if ending.lower() in _BODIES or not _DOMAIN.fullmatch(name.lower()):
        return ""
    return label if len(label) >= _LEAST_LABEL else ""


def _acronym(name: str) -> str | None:
    words = [w for w in re.findall(r"[\w’-]+", re.sub(r"\bU\.S\.\s?", "", name)) if w[:1].isupper()]
    letters = "".join(word[0] for word in words)
    if len(letters) >= _LEAST_ACRONYM or letters in _SHORT_ACRONYMS:
        return letters
    return None
