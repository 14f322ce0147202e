"""A passage of a source and a speaker in, whether the source gives the words to another out. Pure.

Only a plain case counts: the passage stands in quotation marks and what ties words to a name
(``saying.py``) stands right beside it, or the sentence before is about one person and leads to
it, or the quotation before has a speaker and nothing parts the two, or it stands in another's
turn (``turns.py``); and the speaker is not named in the same sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workers.assessing.quotes.finding import Quote, find_quotes
from workers.assessing.quotes.persons import bare, is_known, is_person, parts_of, people_in
from workers.assessing.quotes.saying import (
    AFTER,
    BEFORE,
    BY_PRONOUN,
    INTRODUCED,
    PRONOUN,
    RELAYED,
    SIGNED,
)
from workers.assessing.quotes.turns import turn_of_another
from workers.assessing.quotes.uncased import introduced_by_another
from workers.language.folding import fold
from workers.language.patterns import LatePattern

_LOOK = 200  # code points to either side of the quotation that are read for a name
_NEAR = 600  # code points to either side in which the speaker of a short quotation is looked for
_WINDOW = 3_000
# Not after an initial or a short title, as in "Mr. Lund".
_SENTENCE_END = LatePattern(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)"
    r"(?<!\bM)[.!?]['’”»“]?\s|\n"
)
_FULL_STOP = LatePattern(r"[»”\"’]?[.!?](?:\s|$)")
_OPENING = ' “„«"‘'
_ROLE_WORDS = 5  # before a name that opens its sentence: "The trust's medical director, Dr …"
_OFFICE_WORDS = 12  # of an office in whose apposition the name stands: "The head of …, Ana Ruiz,"
_PREPOSITIONS = frozenset(
    """
    of to by with from for about against after before asked told like von zu mit bei nach vor
    gegen uber de par avec pour sur contre apres avant por con para sobre contra tras di per
    van met voor tegen na о от для с про против
    """.split()  # noqa: SIM905  a list in lines is longer than the module may be
)
_DETERMINERS = frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "el", "la", "los", "su", "le", "les", "l'",
     "son", "sa", "der", "die", "ihr", "ihre", "sein", "seine"]
)  # fmt: skip
_OF_SPEECH = LatePattern(r"^\s*(?:according to|nach angaben|laut|selon|d.apres|segun)\b")


@dataclass(frozen=True, slots=True)
class _Held:
    """A quotation of the source, and the text outside quotations to either side of it."""

    before: str
    after: str
    closed: bool  # a full stop ends the quotation, so what follows is a new sentence
    earlier: "_Held | None"  # the quotation before, in the same paragraph
    between: str  # what parts the two
    said: str  # the paragraph before it, quotations left out


def gives_to_another(text: str, start: int, end: int, speaker: str | None) -> bool:
    """Whether ``text`` plainly says that someone else than ``speaker`` spoke ``[start:end]``."""
    if not speaker or not is_person(speaker):
        return False
    ours = parts_of(speaker)
    held = _held(text, start, end)
    if held is None:
        return turn_of_another(text, start, ours)
    relayed = RELAYED.search(held.before) and any(part in fold(held.before) for part in ours)
    if relayed or introduced_by_another(text, held.before, ours):
        return True
    theirs = _speaker_of(held, ours)
    return theirs is not None and is_known(theirs, text) and not parts_of(theirs) & ours


def _speaker_of(held: _Held, ours: set[str]) -> str | None:
    """Give who spoke a quotation; ``None`` where nobody is named, or ``ours`` beside it."""
    named = _named(held)
    beside = fold(_own_sentence(held) if named else _beside(held))
    if any(part in beside for part in ours):
        return None
    return named or _subject(held) or _before_it(held)


def stands_near(text: str, start: int, end: int, speaker: str | None) -> bool:
    """Whether ``speaker`` is named near ``[start:end]``; also where no person was given."""
    if not speaker or not is_person(speaker):
        return True
    around = fold(text[max(0, start - _NEAR) : end + _NEAR])
    return any(part in around for part in parts_of(speaker))


def _own_sentence(held: _Held) -> str:
    """Give what the source says in the sentence of the quotation itself."""
    ended = [match.end() for match in _SENTENCE_END.finditer(held.before)]
    return held.before[ended[-1] if ended else 0 :] + " " + _first_sentence(held.after)


def _beside(held: _Held) -> str:
    """Give the sentence of the quotation, and the one before where the quotation begins one."""
    before = _last_sentence(held.before) + " " + _last_sentence(held.said)
    return before + " " + _first_sentence(held.after)


def _held(text: str, start: int, end: int) -> _Held | None:
    """Find the quotation of the source that holds the passage, within its paragraph."""
    low = max(0, start - _WINDOW)
    head = text.rfind("\n", low, start)
    low = head + 1 if head >= 0 else low
    tail = text.find("\n", end, end + _WINDOW)
    paragraph = text[low : tail if tail >= 0 else end + _WINDOW]
    quotes = find_quotes(paragraph, None)
    earlier = _paragraph_before(text, low)
    for i in range(len(quotes)):
        if _holds(quotes, i, start - low, end - low):
            return _chain(paragraph, quotes, i, earlier)
    return None


def _chain(paragraph: str, quotes: Sequence[Quote], last: int, earlier: str) -> _Held | None:
    """Make the quotation ``last``, with those before it in the paragraph."""
    held: _Held | None = None
    ended, said = 0, ""
    for i in range(last + 1):
        quote = quotes[i]
        opening = max(len(paragraph[: quote.start].rstrip()) - 1, ended)
        between = paragraph[ended:opening]
        after = quotes[i + 1].start - 1 if i + 1 < len(quotes) else len(paragraph)
        said = f"{said} {between}".strip()
        held = _Held(
            before=between[-_LOOK:],
            after=paragraph[quote.end + 1 : min(after, quote.end + 1 + _LOOK)],
            closed=paragraph[quote.end - 1 : quote.end] == ".",
            earlier=held,
            between=between,
            said=said or earlier,
        )
        ended = quote.end + 1
    return held


def _holds(quotes: Sequence[Quote], i: int, start: int, end: int) -> bool:
    """Whether the passage begins in the quotation ``i`` and ends in it or in one after it."""
    if not quotes[i].start <= start + 1 <= quotes[i].end:
        return False
    return any(quote.start < end <= quote.end + 1 for quote in quotes[i:])


def _paragraph_before(text: str, low: int) -> str:
    """Give the paragraph before ``low`` without its quotations, where it is about one person."""
    paragraph = text[max(0, low - _WINDOW) : low].rstrip().rpartition("\n")[2]
    spans = find_quotes(paragraph, None)
    ends = [0, *(quote.end + 1 for quote in spans)]
    starts = [*(quote.start - 1 for quote in spans), len(paragraph)]
    said = " ".join(paragraph[a:b].strip() for a, b in zip(ends, starts, strict=True))
    return said if len(people_in(said)) == 1 else ""


def _last_sentence(text: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(text.rstrip())]
    return text[ends[-1] :] if ends else text


def _first_sentence(text: str) -> str:
    if _FULL_STOP.match(text):
        return ""
    found = _SENTENCE_END.search(text, 2)
    return text[: found.end()] if found else text


def _named(held: _Held) -> str | None:
    """Give the name that a verb of saying ties to the quotation."""
    after = AFTER.match(held.after)
    # After a full stop, "Jones said …" begins the next sentence.
    if after and not (held.closed and not after["verb_first"]):
        return _person_of(after)
    before = BEFORE.search(held.before) or INTRODUCED.search(_last_sentence(held.before))
    before = before or SIGNED.match(held.after)
    return bare(before["a"]) if before else None


def _person_of(found: re.Match[str]) -> str:
    """Give the name behind the verb; of "ACLU director Anthony Romero" the one of the person."""
    name = bare(found["a"] or found["b"] or found["c"])
    if found["a"] and not is_person(name):
        rest = re.split(r"[,.;“„«\"]", found.string[found.end() :])[0]
        name = next((person for _, person in people_in(rest)), name)
    return name


def _before_it(held: _Held) -> str | None:
    """Give who spoke the quotation before, where “…,” she said. “…” goes on with the same."""
    before = held.earlier
    if before is None or _ends_inside(held.between) or _leads_on(held.after):
        return None
    return _named(before) or _subject(before) or _before_it(before)


def _ends_inside(between: str) -> bool:
    """Whether more than the one attribution stands between two quotations."""
    told = between.strip(" ,.»”“\"'—–-")
    return bool(_SENTENCE_END.search(told)) or bool(told and not _is_attribution(between))


def _is_attribution(between: str) -> bool:
    return bool(AFTER.match(between) or PRONOUN.match(between))


def _leads_on(after: str) -> bool:
    return bool(AFTER.match(after) or PRONOUN.match(after))


def _subject(held: _Held) -> str | None:
    """Give whom the sentence before is about, where "she said" or a colon ties it to the words.

    Only where it names nobody else: a pronoun may mean either of two.
    """
    sentence, said = _last_sentence(held.said), held.said
    if BY_PRONOUN.match(sentence):
        sentence = _last_sentence(said[: len(said) - len(sentence)].rstrip())
        people = people_in(sentence)
        return people[0][1] if len(people) == 1 else None
    colon = sentence.rstrip(_OPENING).endswith(":") and not PRONOUN.search(sentence)
    told = not held.closed and PRONOUN.match(held.after)
    if not (colon or told or _stands_alone(held)):
        return None
    people = people_in(sentence)
    return people[0][1] if len(people) == 1 and _is_subject(sentence, people[0][0]) else None


def _is_subject(sentence: str, start: int) -> bool:
    """Whether the name at ``start`` is what its sentence is about."""
    before = fold(sentence[:start])
    words = before.split()
    if _OF_SPEECH.match(before):
        return True
    apposed = before.rstrip().endswith(",") and before.count(",") == 1
    if apposed and len(words) <= _OFFICE_WORDS and words[0] in _DETERMINERS:
        return True
    return len(words) <= _ROLE_WORDS and not _PREPOSITIONS.intersection(words)


def _stands_alone(held: _Held) -> bool:
    """Whether the quotation is whole sentences with nobody named: “Ruiz went further. “…””."""
    first = held.closed and bool(held.before.strip())
    follows = held.earlier is None or _ends_inside(held.between)
    return first and follows and not held.after.strip()[:1].islower()
