"""A closing list of sources and the statements in; which statement names which entry out. Pure.

An entry is named by its outlet, its title, its author or its date; one of them alone is
seldom enough, so each says how much it tells, and only what adds up to ``_ENOUGH`` is taken.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain import BlockKind, CitationBasis
from workers.language.words import WordKind, read_words
from workers.reading.draft import Draft, DraftBlock, Link
from workers.reading.entries import Entry, find_dates, read_entry, squeezed
from workers.reading.pointings import Pointing

_MOST_ENTRIES = 400  # of one list; more is a bibliography, whose entries stay declared
_MOST_LINKS = 2  # of one entry: the page and a copy of it
_RUN = 4  # words of a title in a row
_LONG_RUN = 6
_LONGEST_NAME = 6  # words
_NO_CLAIM = frozenset({BlockKind.BOILERPLATE, BlockKind.HEADLINE})
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_PUBLISHES = re.compile(
    r"\b(?:according to|stor(?:y|ies)|reports?|reported|articles?|columns?|websites?|published|"
    r"posted|wrote|writes|interview|headlines?|blog|disclaimer|survey|study|press release|videos?|"
    r"petition|statement|testimony|filings?|records|data|figures|statistics|"
    r"laut|zufolge|bericht\w*|veröffentlicht\w*|schr(?:ieb|eibt)|selon|d[’']après|publié\w*|"
    r"rapport|écrit|según|publicó|publicad\w+|informe|escribió)\b",
    re.IGNORECASE,
)
# What each way of naming tells; set on 52 articles of one site, see tests/eval/RESULTS.md.
_ENOUGH = 3.0
_OUTLET = 2.0
_COMMON_OUTLET = 1.5  # one that the article is full of, as the agency it is about
_SPEAKER = 1.0  # more, where the statement is attributed to the outlet or the author
_PUBLISHED = 1.0  # more, where the statement says that something was published
_HEADLINE = 3.0  # six words of the title in a row, or all of it
_PHRASE = 1.0  # four
_WHOLE = 1.5  # more, by the share of the title's words in a row that are there
_AUTHOR = 1.5
_COMMON_AUTHOR = 0.5
_FULL_NAME = 0.5  # more, with the first name
_DATE = 1.5
_STEM, _STEMS = 0.5, 1.5  # a word of the title; all of them
_COMMON = 0.34  # share of the statements: a word in more of them tells none apart
_FEW = 3  # statements: a name in more of them is the article's subject
_BESIDE = 1.0  # entries so much less plainly named than another are not meant


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a closing list: its place in the draft's text, and the links that it holds."""

    start: int
    end: int
    links: tuple[Link, ...]


def list_entries(block: DraftBlock, links: Sequence[Link]) -> Iterator[Listed]:
    """Give the entries of a block: mostly it is one, but "Sources: AFP, dpa, Reuters" is three."""
    if len(links) <= _MOST_LINKS:
        yield Listed(block.start, block.end, tuple(links))
        return
    for link in links:
        yield Listed(max(link.start, block.start), min(link.end, block.end), (link,))


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement's words: as written and squeezed, the stems of its content, its dates.

    ``speakers`` are the names in whom it is attributed to: squeezed, or acronyms.
    """

    written: tuple[str, ...]
    squeezed: tuple[str, ...]
    stems: frozenset[str]
    dates: frozenset[tuple[int, int, int | None]]
    speakers: frozenset[str]
    publishes: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that may name an entry: its place, and the names it is attributed to."""

    start: int
    end: int
    speakers: tuple[str, ...] = ()


def find_named_entries(
    draft: Draft,
    claims: Mapping[int, Claim],
    listed: Sequence[Listed],
    language: str | None,
    own: str | None = None,
) -> Iterator[Pointing]:
    """Give each entry the statements that name it, out of those without a closer source.

    ``claims`` are these, by their index. ``own`` is the address of the article: the name of
    its site points to none of its sources.
    """
    kept = listed[:_MOST_ENTRIES]
    if not kept or not claims:
        return
    site = read_entry("", (own,) if own else (), language).names
    entries = [_entry(draft, each, site, language) for each in kept]
    told = {i: _told(draft.text[c.start : c.end], c, language) for i, c in claims.items()}
    for each, named in zip(kept, _best(_scores(entries, told)), strict=True):
        for link in each.links if named else ():
            yield Pointing(link.start, link.end, link.url, CitationBasis.LISTED, named)


def _best(scores: Sequence[Mapping[int, float]]) -> Iterator[tuple[int, ...]]:
    """Give each entry its statements, but for those that name another far more plainly.

    A whole headline names an entry, whatever others: many sites may run the same.
    """
    best: dict[int, float] = {}
    for score in scores:
        for index, value in score.items():
            best[index] = max(value, best.get(index, 0.0))
    for score in scores:
        yield tuple(
            sorted(
                index
                for index, value in score.items()
                if value >= min(best[index] - _BESIDE, _HEADLINE + _WHOLE)
            )
        )


def _entry(draft: Draft, each: Listed, site: frozenset[str], language: str | None) -> Entry:
    urls = tuple(link.url for link in each.links)
    entry = read_entry(draft.text[each.start : each.end], urls, language)
    return replace(entry, names=entry.names - site)


def _told(text: str, claim: Claim, language: str | None) -> _Told:
    words = _WORD.findall(text)
    stems = (t.word.stem for t in read_words(text, language) if t.word.kind is not WordKind.STOP)
    return _Told(
        written=tuple(words),
        squeezed=tuple(squeezed(word) for word in words),
        stems=frozenset(stems),
        dates=find_dates(text),
        speakers=frozenset(name for words in claim.speakers for name in _names_in(words)),
        publishes=bool(_PUBLISHES.search(text)),
    )


def _names_in(words: str) -> Iterator[str]:
    """Give every run of words that may be a name, squeezed, and acronyms as they are."""
    parts = [squeezed(word) for word in _WORD.findall(words)]
    for start in range(len(parts)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(parts)) + 1):
            yield "".join(parts[start:end])
    yield from (word for word in _WORD.findall(words) if word.isupper())


@dataclass(frozen=True, slots=True)
class _Keys:
    """By what an entry may be named -> the entries so named."""

    names: Mapping[str, set[int]]
    acronyms: Mapping[str, set[int]]
    surnames: Mapping[str, set[int]]
    runs: Mapping[str, set[int]]
    stems: frozenset[str]
    dates: Mapping[tuple[int, int], set[int]]


def _table() -> dict[str, set[int]]:
    return defaultdict(set)


def _keys(entries: Sequence[Entry]) -> _Keys:
    outlets, acronyms, surnames, titles = (_table() for _ in range(4))
    dates: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        last = len(entry.title) - _RUN + 1
        runs = frozenset(" ".join(entry.title[i : i + _RUN]) for i in range(last))
        named = (entry.names, entry.acronyms, entry.surnames | entry.authors, runs)
        for table, names in zip((outlets, acronyms, surnames, titles), named, strict=True):
            for name in names:
                table[name].add(number)
        for day, month, _ in entry.dates:
            dates[day, month].add(number)
    stems = frozenset(stem for entry in entries for stem in entry.stems)
    return _Keys(outlets, acronyms, surnames, titles, stems, dates)


def _scores(entries: Sequence[Entry], told: Mapping[int, _Told]) -> list[dict[int, float]]:
    """For each entry the statements that name it, and how plainly each does."""
    keys = _keys(entries)
    said = {index: _said(words, keys) for index, words in told.items()}
    often = Counter(stem for words in told.values() for stem in words.stems if stem in keys.stems)
    names = Counter(name for found in said.values() for name in found.names)
    most = max(_COMMON * len(told), _FEW)
    common = frozenset(name for name, count in names.items() if count > _FEW)
    scores: list[dict[int, float]] = [{} for _ in entries]
    for index, words in told.items():
        stems = frozenset(x for x in words.stems if x in keys.stems and often[x] <= most)
        for number in said[index].entries:
            score = _score(entries[number], number, said[index], words, stems, common)
            if score >= _ENOUGH:
                scores[number][index] = score
    return scores


@dataclass(frozen=True, slots=True)
class _Said:
    """What of the entries a statement has: names and acronyms, runs of titles, days."""

    names: frozenset[str]
    runs: Mapping[int, int]  # entry -> how many runs of its title
    entries: frozenset[int]


def _said(words: _Told, keys: _Keys) -> _Said:
    names: set[str] = set()
    entries: set[int] = set()
    runs: Counter[int] = Counter()
    for i, first in enumerate(words.written):
        runs.update(keys.runs.get(" ".join(words.squeezed[i : i + _RUN]), ()))
        if first.isupper() and first in keys.acronyms:
            names.add(first)
            entries |= keys.acronyms[first]
        for end in range(i + 1, min(i + _LONGEST_NAME, len(words.written)) + 1):
            name = "".join(words.squeezed[i:end])
            if first[0].isupper() or end > i + 1:
                found = keys.names.get(name, set()) | keys.surnames.get(name, set())
                entries |= found
                names |= {name} if found else set()
    entries |= {n for day, month, _ in words.dates for n in keys.dates.get((day, month), ())}
    return _Said(frozenset(names), runs, frozenset(entries | runs.keys()))


def _score(
    entry: Entry,
    number: int,
    said: _Said,
    words: _Told,
    stems: frozenset[str],
    common: frozenset[str],
) -> float:
    outlets = (entry.names | entry.acronyms) & said.names
    authors = (entry.surnames | entry.authors) & said.names
    score = _title(entry, said.runs.get(number, 0)) + _day(entry, words)
    if outlets:
        score += _COMMON_OUTLET if outlets <= common else _OUTLET
        score += _PUBLISHED if words.publishes or not entry.stems else 0
    if authors:
        is_subject = bool(authors & common) or not entry.surnames.isdisjoint(entry.title)
        score += _FULL_NAME if entry.authors & authors else 0
        score += _COMMON_AUTHOR if is_subject else _AUTHOR
    if (outlets | authors) & words.speakers:
        score += _SPEAKER
    weight = max(_STEM, _STEMS / max(len(entry.stems), 1))
    return score + min(weight * len(entry.stems & stems), _STEMS)


def _title(entry: Entry, runs: int) -> float:
    """How much of the title stands in the statement word for word."""
    if runs == 0:
        return 0.0
    whole = len(entry.title) - _RUN + 1
    is_headline = runs >= min(whole, _LONG_RUN - _RUN + 1)
    return (_HEADLINE if is_headline else _PHRASE) + _WHOLE * min(runs / whole, 1.0)


def _day(entry: Entry, words: _Told) -> float:
    """Whether they share a day: the year may be left out on either side, not differ."""
    shared = [
        year is None or y is None or year == y
        for day, month, year in entry.dates
        for d, m, y in words.dates
        if (day, month) == (d, m)
    ]
    if not shared:
        return 0.0
    return _DATE if any(shared) else -_DATE
