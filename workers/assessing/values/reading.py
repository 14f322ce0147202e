"""Text in, its values out, in order, with offsets that give each back. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from service.domain import ValueKind
from workers.assessing.values import moments, shares
from workers.assessing.values.ages import AGES, read_age
from workers.assessing.values.beside import tell_years
from workers.assessing.values.calendar import CLOCK_WORDS, Moment, read_moment
from workers.assessing.values.calendar_names import calendar
from workers.assessing.values.counted import is_counted
from workers.assessing.values.deeds import read_deed
from workers.assessing.values.directions import Direction, read_direction
from workers.assessing.values.durations import read_duration
from workers.assessing.values.lexicon import lexicon
from workers.assessing.values.measures import Measure
from workers.assessing.values.model import Value
from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.numerals import HALVES, THOUSAND, Number, read_number
from workers.assessing.values.ranges import join_range
from workers.assessing.values.surroundings import loosened, read_context, read_nouns
from workers.assessing.values.tokens import SENTINELS, Mark, read_marks, word_set
from workers.assessing.values.topics import is_aside, read_topic
from workers.assessing.values.units import UNITS

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_TWENTY = 20
_MOST_PIECES = 6
_REFERENCES = word_set(
    """order case file ref reference invoice ticket licence license tel call phone fax isbn
    docket id passport account aktenzeichen telefon dossier expediente telefono"""
)
_DETERMINERS = word_set("the a an his her its their our my your this that s every each")
_NOT_BEFORE_ONE = word_set(
    "no each this that the which any every some another only either neither s"
)
_NOT_AFTER_ONE = word_set("of another by is was who that and or to thing s time more")
# "One day he will", "would one day": some day, not a span of a day.
_BEFORE_ONE_DAY = frozenset(["", ".", "will", "would", "may", "might", "could", "to", "that"])
_IN = frozenset({"in", "an", "en", "de"})  # "40 million in tax"
_MINUS = frozenset({"minus", "moins", "menos"})
_ENGLISH_ARTICLES = frozenset({"a", "an"})  # in other languages they are numbers as well
_HALF_UNITS = frozenset({"ano", "an", "heure", "hora"})  # "año y medio"
_RANKED = word_set(
    """finished finishes finishing came comes placed ranked ranks ranking
    fini finit termine classe classee arrive arrivee termino quedo acabo llego"""
)
_NEGATIVE = frozenset({"-", "−", "–"})


def read_values(text: str, language: str | None, dated: date | None = None) -> tuple[Value, ...]:
    """All values that ``text`` states, in order and without overlap.

    ``language`` is a BCP 47 primary subtag: it decides number words, names of months and
    whether a comma or a point begins the decimals; ``None`` reads as English. Offsets are
    half-open code points into ``text``. ``dated`` is the day on which the text was written:
    without one "yesterday" and "last month" are not read. Never raises; time is linear in
    the text.
    """
    masked = _ADDRESS.sub(lambda match: " " * len(match.group()), text)
    marks = read_marks(masked, language)
    words = lexicon(language)
    starters = _starters(language)
    values: list[Value] = []
    i, floor = 0, 0
    while i < len(marks) - SENTINELS:
        if not _may_begin(marks, i, starters, words):
            i += 1
            continue
        found = _value_at(text, marks, i, floor, words, language, dated)
        if found is None:
            i += 1
            continue
        value, i = found
        floor = i
        values.append(value)
    return tell_years(marks, values, language)


def _may_begin(marks: Sequence[Mark], i: int, starters: frozenset[str], words: Lexicon) -> bool:
    """Whether a value can begin at mark ``i``; those that cannot are most, and passed over."""
    sort, raw, form = marks[i][:3]
    if sort != "w":
        return sort == "n" or raw in HALVES
    if form in _ENGLISH_ARTICLES and form in words.articles:
        return marks[i + 1].raw == "-" or marks[i + 1].form in _behind_article()
    return form in starters or bool(words.compound(form))


@cache
def _behind_article() -> frozenset[str]:
    """Every word with which "a" or "an" begins a value: "a dozen", "a third", "an hour"."""
    words = lexicon("en")
    spans = {name for name, unit in UNITS.items() if unit.kind is ValueKind.DURATION}
    return words.half.union(words.hundred, words.scales, words.fractions, spans)


@cache
def _starters(language: str | None) -> frozenset[str]:
    """Every word that a value can begin with; the others are passed over at once."""
    words, names = lexicon(language), calendar(language)
    thousands = {word for word, worth in words.scales.items() if worth == THOUSAND}
    groups = (words.hundreds, words.vague, words.articles, words.half, words.ordinals)
    first = {phrase[0] for phrase in words.small}
    further = (moments.STARTERS, shares.STARTERS, CLOCK_WORDS, AGES, _HALF_UNITS)
    first.update(f"d'{article}" for article in words.articles)  # "d'un tiers"
    return frozenset(first.union(thousands, names.months, names.weekdays, *groups, *further))


def _value_at(
    text: str,
    marks: Sequence[Mark],
    i: int,
    floor: int,
    words: Lexicon,
    language: str | None,
    dated: date | None,
) -> tuple[Value, int] | None:
    """Give the value that begins at mark ``i``, and the mark after it."""
    if marks[i].sort == "n" and _in_identifier(marks, i):
        return None
    moment = moments.read_stretch(marks, i, words, language, dated) or read_moment(
        marks, i, language
    )
    if moment:
        moment = moments.resolve_weekday(moment, dated)
        return _dated(text, marks, i, moment, language), moment.end
    found = read_number(marks, i, words, language)
    told = (
        _ordinal_word(marks, i, words)
        or shares.read_share(marks, i, found, words, language)
        or read_duration(marks, i, found, words, language)
        or read_age(marks, i)
    )
    if told:
        return _valued(text, marks, told, floor, words, language)
    if found is None or _is_pronoun(marks, i, found):
        return None
    signed = _signed(marks, i, floor, found)
    measure = join_range(marks, i, signed, floor, words, language)
    if signed.amount < 0 and measure.start == i and i:
        measure = replace(measure, start=i - 1)
    return _valued(text, marks, measure, floor, words, language)


def _in_identifier(marks: Sequence[Mark], i: int) -> bool:
    """Whether the numeral belongs to a name such as G7, MH17, COVID-19 or F-16."""
    if _in_number_of_reference(marks, i):
        return True
    if i == 0 or not marks[i].glued:
        return False
    before = marks[i - 1]
    if before.sort == "w":
        cased = before.raw[-1].lower() != before.raw[-1].upper()
        return cased and before.raw.upper() not in {
            "US",
            "A",
            "C",
            "R",
            "RS",
            "EUR",
            "USD",
            "GBP",
            "CHF",
        }
    if before.raw == "-" and before.glued and i > 1:
        name = marks[i - 2]
        return name.sort == "w" and any(char.isupper() for char in name.raw) and name.form != "mid"
    return before.raw == "_"


def _in_number_of_reference(marks: Sequence[Mark], i: int) -> bool:
    """Whether the numeral is a piece of "Order 4471-88", "call 555 0147", or begins with 00."""
    raw = marks[i].raw
    if not raw.isdecimal():
        return False
    if raw[0] == "0" and len(raw) > len("00"):
        return True
    j, pieces = i - 1, 1
    while j >= 0 and pieces < _MOST_PIECES and (marks[j].sort == "n" or marks[j].raw in "-+()/"):
        pieces += marks[j].sort == "n"
        j -= 1
    if j < 0 or marks[j].form not in _REFERENCES:
        return False
    following = marks[i + 1].sort == "n" or (marks[i + 1].raw == "-" and marks[i + 2].sort == "n")
    return pieces > 1 or len(raw) > len("2019") or following


def _is_pronoun(marks: Sequence[Mark], i: int, found: Number) -> bool:
    """Whether "one" stands for a thing and not for a count."""
    if not (found.worded and found.amount == 1 and found.end == i + 1):
        return False
    before = marks[i - 1].form if i else ""
    after = marks[i + 1]
    if after.form == "day" and before in _BEFORE_ONE_DAY:
        return True
    return before in _NOT_BEFORE_ONE or after.sort != "w" or after.form in _NOT_AFTER_ONE


def _signed(marks: Sequence[Mark], i: int, floor: int, found: Number) -> Number:
    """Take a minus sign that stands right before, after white space or a bracket."""
    if i <= floor and i:
        return found
    sign = marks[i - 1] if i else None
    minus = sign and (
        (sign.raw in _NEGATIVE and marks[i].glued and not sign.glued) or sign.form in _MINUS
    )
    return replace(found, amount=-found.amount) if minus else found


def _ordinal_word(marks: Sequence[Mark], i: int, words: Lexicon) -> Measure | None:
    """Read "the third": an ordinal in words counts only after a determiner."""
    worth, end = words.ordinals.get(marks[i].form), i + 1
    if worth is None and marks[i + 1].raw == "-" and marks[i + 2].form in words.ordinals:
        tens = words.small.get((marks[i].form,), 0)
        worth = tens + words.ordinals[marks[i + 2].form] if tens >= _TWENTY else None
        end = i + 3
    if worth is None or i == 0 or not _leads_to_rank(marks[i - 1].form):
        return None
    following = marks[end]
    if following.raw == "-" and following.glued:
        following = marks[end + 1]
    if marks[i - 1].form in _RANKED:
        return Measure(ValueKind.ORDINAL, i, end, float(worth), 1.0)
    if following.sort != "w" or (worth == 1 and following.form in {"time", "of", "place"}):
        return None
    return Measure(ValueKind.ORDINAL, i, end, float(worth), 1.0)


def _leads_to_rank(before: str) -> bool:
    return before in _DETERMINERS or before in _RANKED or before.endswith(("'s", "s'"))


def _dated(text: str, marks: Sequence[Mark], i: int, moment: Moment, language: str | None) -> Value:
    start, end = marks[i].start, marks[moment.end - 1].end
    return Value(
        kind=ValueKind.DATE,
        text=text[start:end],
        start=start,
        end=end,
        amount=None if moment.minutes is None else float(moment.minutes),
        unit=None if moment.minutes is None else "clock",
        date=moment.date,
        context=read_context(marks, i, moment.end, language),
        aside=is_aside(marks, i, moment.end),
    )


def _valued(
    text: str,
    marks: Sequence[Mark],
    measure: Measure,
    floor: int,
    words: Lexicon,
    language: str | None,
) -> tuple[Value, int]:
    first, end, loose = loosened(marks, measure.start, measure.end, floor, words)
    turn = read_direction(marks, first, end, language)
    start, close = marks[first].start, marks[end - 1].end
    value = Value(
        kind=measure.kind,
        text=text[start:close],
        start=start,
        end=close,
        amount=measure.amount,
        unit=measure.unit,
        approximate=loose,
        upper=measure.upper,
        quantum=measure.quantum,
        nouns=_nouns(marks, first, turn.place + 1 if turn.place == end else end, measure, language),
        context=read_context(marks, first, end, language),
        direction=turn.sign,
        phrase=_phrase(text, marks, first, end, turn),
        deed=read_deed(marks, first, end),
        topic=read_topic(marks, first, language),
        aside=is_aside(marks, first, end),
    )
    return value, end


def _phrase(text: str, marks: Sequence[Mark], first: int, end: int, turn: Direction) -> str:
    if not turn.sign:
        return ""
    return text[marks[min(first, turn.place)].start : marks[max(end - 1, turn.place)].end]


def _nouns(
    marks: Sequence[Mark], first: int, end: int, measure: Measure, language: str | None
) -> frozenset[str]:
    if measure.kind is ValueKind.YEAR or (measure.unit or "").startswith("label:"):
        return frozenset()
    if measure.kind is ValueKind.MONEY and marks[end].form in _IN:
        within = read_nouns(marks, first, end + 1, language)
        return within if is_counted(within) else frozenset()
    return read_nouns(marks, first, end, language)
