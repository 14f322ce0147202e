"""A passage of a source and a speaker in, whether the source gives the words to another out. Pure.

Only a plain case counts: the passage stands in quotation marks and what ties words to a name
(``saying.py``) stands right beside it, or the sentence before is about one person and leads to
it, or it stands behind a name and a colon, as in a transcript; and the speaker is not named in
the same sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workers.assessing.quotes.finding import Quote, find_quotes
from workers.assessing.quotes.saying import (
    AFTER,
    BEFORE,
    INTRODUCED,
    LABEL,
    NAME,
    PRONOUN,
    SIGNED,
    UPPER,
)
from workers.language.words import fold


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LOOK = 200  # code points to either side of the quotation that are read for a name
_NEAR = 600  # code points to either side in which the speaker of a short quotation is looked for
_WINDOW = 3_000
# Not after an initial or a short title, as in "Mr. Lund".
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)"
    r"[.!?]['’”»“]?\s|\n"
)
_FULL_STOP = re.compile(r"[»”\"’]?[.!?](?:\s|$)")
_NOT_A_PERSON = _words(
    """
    the house white ministry department office university inc group party government police
    court council bank agency committee union company corp ltd association institute team
    times post journal reuters press news embassy army navy force forces state kremlin
    pentagon commission board authority service center centre foundation spokesman spokeswoman
    spokesperson president minister he she they it we i but and on in at when then later asked
    """
)
_HONORIFICS = _words("mr mrs ms miss dr prof sir dame judge herr frau mme m sr sra don dona")
_SHORTEST_PART = 3
_OPENING = ' “„«"‘'
_ROLE_WORDS = 5  # before a name that opens its sentence: "The trust's medical director, Dr …"
_PREPOSITIONS = _words(
    """
    of to by with from for about against after before asked told like von zu mit bei nach vor
    gegen uber de par avec pour sur contre apres avant por con para sobre contra tras di per
    van met voor tegen na о от для с про против
    """
)


@dataclass(frozen=True, slots=True)
class _Held:
    """A quotation of the source, and the text outside quotations to either side of it."""

    before: str
    after: str
    closed: bool  # a full stop ends the quotation, so what follows is a new sentence
    earlier: str | None  # between the quotation before and this one
    said: str  # the paragraph before it, quotations left out


def gives_to_another(text: str, start: int, end: int, speaker: str | None) -> bool:
    """Whether ``text`` plainly says that someone else than ``speaker`` spoke ``[start:end]``."""
    if not speaker or not _is_person(speaker):
        return False
    ours = _parts(speaker)
    held = _held(text, start, end)
    if held is None:
        label = _label(text, start)
        return label is not None and bool(_parts(label)) and not _parts(label) & ours
    named = _named(held)
    beside = _own_sentence(held) if named else _beside(held)
    if any(part in fold(beside) for part in ours):
        return False
    named = named or _subject(held)
    if named is None or not _is_known(named, text):
        return False
    return not _parts(named) & ours


def _own_sentence(held: _Held) -> str:
    """Give what the source says in the sentence of the quotation itself."""
    ended = [match.end() for match in _SENTENCE_END.finditer(held.before)]
    return held.before[ended[-1] if ended else 0 :] + " " + _first_sentence(held.after)


def _beside(held: _Held) -> str:
    """Give the sentence of the quotation, and the one before where the quotation begins one."""
    before = _last_sentence(held.before) + " " + _last_sentence(held.said)
    return before + " " + _first_sentence(held.after)


def stands_near(text: str, start: int, end: int, speaker: str | None) -> bool:
    """Whether ``speaker`` is named near ``[start:end]``; also where no person was given."""
    if not speaker or not _is_person(speaker):
        return True
    around = fold(text[max(0, start - _NEAR) : end + _NEAR])
    return any(part in around for part in _parts(speaker))


def _parts(name: str) -> set[str]:
    return (
        {
            part.strip(".,'’")
            for part in re.split(r"[\s-]+", fold(name))
            if len(part) >= _SHORTEST_PART or not part.isascii()
        }
        - _NOT_A_PERSON
        - _HONORIFICS
    )


def _is_person(name: str) -> bool:
    words = [word for word in name.split() if fold(word).strip(".") not in _HONORIFICS]
    capital = [word for word in words if word[:1].isupper()]
    uncased = any(word[:1].isalpha() and word[:1].upper() == word[:1].lower() for word in words)
    if not words or (not uncased and (not capital or len(words) > len(capital) + 2)):
        return False
    if name.isupper() and len(name) <= len("NATO") + 1:
        return False
    return not any(fold(word) in _NOT_A_PERSON for word in words) and bool(_parts(name))


def _is_known(name: str, text: str) -> bool:
    """Whether the name is given in full, here or elsewhere in the text: no mere "Union said"."""
    words = [word for word in name.split() if fold(word).strip(".") not in _HONORIFICS]
    if not _is_person(name):
        return False
    if len(words) > 1 or len(words) < len(name.split()):
        return True
    return bool(re.search(rf"[{UPPER}][\w.’'-]+\s+{re.escape(words[0])}\b", text))


def _held(text: str, start: int, end: int) -> _Held | None:
    """Find the quotation of the source that holds the passage, within its paragraph."""
    low = max(0, start - _WINDOW)
    head = text.rfind("\n", low, start)
    low = head + 1 if head >= 0 else low
    tail = text.find("\n", end, end + _WINDOW)
    high = tail if tail >= 0 else end + _WINDOW
    quotes = find_quotes(text[low:high], None)
    for i, quote in enumerate(quotes):
        if not _holds(quotes, i, start - low, end - low):
            continue
        before = quotes[i - 1].end + 1 if i else 0
        opening = len(text[low : quote.start + low].rstrip()) - 1
        after = quotes[i + 1].start - 1 if i + 1 < len(quotes) else high - low
        paragraph = text[low:high]
        opened = max(before, opening - _LOOK)
        return _Held(
            before=paragraph[opened : max(opening, 0)],
            after=paragraph[quote.end + 1 : min(after, quote.end + 1 + _LOOK)],
            closed=paragraph[quote.end - 1 : quote.end] == ".",
            earlier=paragraph[before : max(opening, 0)] if i else None,
            said=_unquoted(paragraph, quotes[: i + 1]) or _paragraph_before(text, low),
        )
    return None


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
    return said if len(_people(said)) == 1 else ""


def _unquoted(paragraph: str, quotes: Sequence[Quote]) -> str:
    """Give what stands before the last of the quotations, without those before it."""
    ends = [0, *(quote.end + 1 for quote in quotes)]
    return " ".join(
        paragraph[end : max(len(paragraph[: quote.start].rstrip()) - 1, end)]
        for end, quote in zip(ends, quotes, strict=False)
    ).strip()


def _last_sentence(text: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(text.rstrip())]
    return text[ends[-1] :] if ends else text


def _first_sentence(text: str) -> str:
    if _FULL_STOP.match(text):
        return ""
    found = _SENTENCE_END.search(text, 2)
    return text[: found.end()] if found else text


def _label(text: str, start: int) -> str | None:
    """Give the name before a colon at the head of the passage's line, as in a transcript."""
    head = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    found = LABEL.match(text[head:start])
    name = found["a"].strip() if found else ""
    words = [word for word in name.split() if fold(word).strip(".") not in _HONORIFICS]
    if not words or len(words) > len("abcd") or not all(word[:1].isupper() for word in words):
        return None
    return name if name.isupper() or len(words) < len(name.split()) or len(words) > 1 else None


def _named(held: _Held) -> str | None:
    """Give the name that a verb of saying ties to the quotation."""
    after = AFTER.match(held.after)
    # After a full stop, "Jones said …" begins the next sentence.
    if after and not (held.closed and not after["verb_first"]):
        return _person_of(after)
    before = BEFORE.search(held.before) or INTRODUCED.search(_last_sentence(held.before))
    before = before or SIGNED.match(held.after)
    if before:
        return _bare(before["a"])
    if held.earlier is None or after:
        return None
    # “…,” she said. “…”: the next quotation goes on with the same speaker.
    same = AFTER.match(held.earlier)
    return _person_of(same) if same and not AFTER.search(held.after[:60]) else None


def _person_of(found: re.Match[str]) -> str:
    """Give the name behind the verb; of "ACLU director Anthony Romero" the one of the person."""
    name = found["a"] or found["b"] or found["c"]
    if found["a"] and not _is_person(name):
        rest = re.split(r"[,.;“„«\"]", found.string[found.end() :])[0]
        name = next((person.group() for person in _people(rest)), name)
    return _bare(name)


def _subject(held: _Held) -> str | None:
    """Give whom the sentence before is about, where "she said" or a colon ties it to the words.

    Only where it names nobody else: a pronoun may mean either of two.
    """
    sentence = _last_sentence(held.said)
    colon = sentence.rstrip(_OPENING).endswith(":") and not PRONOUN.search(sentence)
    told = not held.closed and PRONOUN.match(held.after)
    if not (colon or told or _stands_alone(held)):
        return None
    people = _people(sentence)
    if len(people) != 1:
        return None
    before = fold(sentence[: people[0].start()]).split()
    is_subject = len(before) <= _ROLE_WORDS and not _PREPOSITIONS.intersection(before)
    return _bare(people[0].group()) if is_subject else None


def _stands_alone(held: _Held) -> bool:
    """Whether the quotation is whole sentences with nobody named: “Ruiz went further. “…””."""
    first = held.closed and held.earlier is None and bool(held.before.strip())
    return first and not held.after.strip()[:1].islower()


def _people(text: str) -> list[re.Match[str]]:
    """Give the names of persons; where one is in full, German nouns beside it are none."""
    people = [found for found in re.finditer(NAME, text) if _is_person(found.group())]
    whole = [found for found in people if len(found.group().split()) > 1]
    return whole or people


def _bare(name: str) -> str:
    return name.rstrip(".")
