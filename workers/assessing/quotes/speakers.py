"""A passage of a source and a speaker in, whether the source gives the words to another out. Pure.

Only a plain case counts: the passage stands in quotation marks and a verb of saying with a name
stands right beside it, or it stands behind a name and a colon, as in a transcript; and the
speaker is not named in the same sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workers.assessing.quotes.finding import Quote, find_quotes
from workers.language.words import fold


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐ"
_PART = rf"[{_UPPER}](?:[\w’'-]*\w)?\.?"
_NAME = rf"(?:{_PART}(?:\s+(?:(?:de|da|del|della|van|von|der|den|bin|al|la|le|di|y)\s+)*{_PART})*)"
_CUE = (
    r"(?:said|says|told|added|adds|wrote|writes|argued|argues|warned|warns|stated|states|"
    r"declared|declares|replied|explained|explains|insisted|noted|notes|claimed|claims|"
    r"announced|continued|tweeted|posted|recalled|testified|admitted|admits|conceded|"
    r"sagte|sagt|erklärte|erklärt|meinte|betonte|schrieb|schreibt|warnte|kritisierte|"
    r"entgegnete|ergänzte|fügte|teilte|"
    r"(?:a|ont)\s+(?:déclaré|dit|affirmé|ajouté|répliqué|protesté|répondu|expliqué|écrit)|"
    r"dijo|afirmó|declaró|aseguró|añadió|explicó|escribió|señaló|"
    r"disse|afirmou|declarou|ha\s+detto|ha\s+dichiarato|zei|zegt|"
    r"сказал[аи]?|заявил[аи]?|добавил[аи]?|отметил[аи]?|написал[аи]?)"
)
_ROLE = r"(?:[\w-]+,?\s+){0,5}?"  # "said the envoy, Maria Keller"
_OFFICE = (
    rf"(?:(?!(?:he|she|they|it|and|but)\b|{_CUE}\b)[^\W\dA-Z]+\s+){{0,3}}"  # "managing director"
)
_ASIDE = r"(?:,[^,.“„«\"\n]{1,80},|,)?"  # one comma: the name itself stood in commas
_AFTER = re.compile(
    rf"[\s,.—–»”“’\"-]*(?:(?P<verb_first>{_CUE}\s+{_ROLE}(?P<a>{_NAME}))"
    rf"|(?P<name_first>{_OFFICE}(?P<b>{_NAME}){_ASIDE}\s+{_CUE})\b)"
)
_BEFORE = re.compile(rf"(?P<a>{_NAME}){_ASIDE}\s+{_CUE}(?:\s+[^\s“„«\".!?]+){{0,6}}\s*[,:]?[\s«]*$")
# "She said", "a-t-il dit": whoever the sentence before is about. So with a bare "dijo."
_PRONOUN = re.compile(
    rf"[\s,.—–»”“’\"-]*(?:(?:he|she|er|sie|il|elle|lui|lei|hij|zij|ze|он|она)\s+{_CUE}"
    rf"|{_CUE}\s+(?:he|she|er|sie|hij|zij|ze|он|она)|(?:a-t-|dit-)(?:il|elle)"
    rf"|(?:dijo|disse|ha\s+detto)\s*[.,;])(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[ \t]*(?P<a>[^\W\d_][^\n:.!?“”\"]{1,60}):\s")
_LOOK = 200  # code points to either side of the quotation that are read for a name
_NEAR = 600  # code points to either side in which the speaker of a short quotation is looked for
_WINDOW = 3_000
_SENTENCE_END = re.compile(r"[.!?]['’”»“]?\s|\n")
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
    beside = fold(_last_sentence(held.before) + " " + _first_sentence(held.after))
    if any(part in beside for part in ours):
        return False
    named = _named(held) or _subject(held)
    if named is None or not _is_known(named, text):
        return False
    return not _parts(named) & ours


def stands_near(text: str, start: int, end: int, speaker: str | None) -> bool:
    """Whether ``speaker`` is named near ``[start:end]``; also where no person was given."""
    if not speaker or not _is_person(speaker):
        return True
    around = fold(text[max(0, start - _NEAR) : end + _NEAR])
    return any(part in around for part in _parts(speaker))


def _parts(name: str) -> set[str]:
    return (
        {
            part.strip(".'’")
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
    return bool(re.search(rf"[{_UPPER}][\w.’'-]+\s+{re.escape(words[0])}\b", text))


def _held(text: str, start: int, end: int) -> _Held | None:
    """Find the quotation of the source that holds the passage, within its paragraph."""
    low = max(0, start - _WINDOW)
    head = text.rfind("\n", low, start)
    low = head + 1 if head >= 0 else low
    tail = text.find("\n", end, end + _WINDOW)
    high = tail if tail >= 0 else end + _WINDOW
    quotes = find_quotes(text[low:high], None)
    for i, quote in enumerate(quotes):
        if not (quote.start + low <= start + 1 and end - 1 <= quote.end + low):
            continue
        before = quotes[i - 1].end + 1 if i else 0
        after = quotes[i + 1].start - 1 if i + 1 < len(quotes) else high - low
        paragraph = text[low:high]
        opened = max(before, quote.start - 1 - _LOOK)
        return _Held(
            before=paragraph[opened : max(quote.start - 1, 0)],
            after=paragraph[quote.end + 1 : min(after, quote.end + 1 + _LOOK)],
            closed=paragraph[quote.end - 1 : quote.end] in {".", "!", "?"},
            earlier=paragraph[before : max(quote.start - 1, 0)] if i else None,
            said=_unquoted(paragraph, quotes[: i + 1]),
        )
    return None


def _unquoted(paragraph: str, quotes: Sequence[Quote]) -> str:
    """Give what stands before the last of the quotations, without those before it."""
    ends = [0, *(quote.end + 1 for quote in quotes)]
    return " ".join(
        paragraph[end : max(quote.start - 1, end)] for end, quote in zip(ends, quotes, strict=False)
    )


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
    found = _LABEL.match(text[head:start])
    name = found["a"].strip() if found else ""
    words = [word for word in name.split() if fold(word).strip(".") not in _HONORIFICS]
    if not words or len(words) > len("abcd") or not all(word[:1].isupper() for word in words):
        return None
    return name if name.isupper() or len(words) < len(name.split()) or len(words) > 1 else None


def _named(held: _Held) -> str | None:
    """Give the name that a verb of saying ties to the quotation."""
    after = _AFTER.match(held.after)
    # After a full stop, "Jones said …" begins the next sentence.
    if after and not (held.closed and not after["verb_first"]):
        return _bare(after["a"] or after["b"])
    before = _BEFORE.search(held.before)
    if before:
        return _bare(before["a"])
    if held.earlier is None or after:
        return None
    # “…,” she said. “…”: the next quotation goes on with the same speaker.
    same = _AFTER.match(held.earlier)
    return _bare(same["a"] or same["b"]) if same and not _AFTER.search(held.after[:60]) else None


def _subject(held: _Held) -> str | None:
    """Give whom the sentence before is about, where "she said" or a colon ties it to the words.

    Only where it names nobody else: a pronoun may mean either of two.
    """
    sentence = _last_sentence(held.said)
    colon = sentence.rstrip(_OPENING).endswith(":") and not _PRONOUN.search(sentence)
    if not colon and (held.closed or not _PRONOUN.match(held.after)):
        return None
    people = [found for found in re.finditer(_NAME, sentence) if _is_person(found.group())]
    if len(people) != 1:
        return None
    before = fold(sentence[: people[0].start()]).split()
    is_subject = len(before) <= _ROLE_WORDS and not _PREPOSITIONS.intersection(before)
    return _bare(people[0].group()) if is_subject else None


def _bare(name: str) -> str:
    return name.rstrip(".")
