"""German number words: written as one, however long. Pure data."""

from functools import cache

from workers.assessing.values.number_words import Lexicon, Small, listed, loosening

_DE_ONES = listed(
    "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn "
    "funfzehn sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = dict(
    zip(
        range(20, 100, 10),
        listed("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"),
        strict=True,
    )
)


@cache
def _german_below_hundred() -> dict[str, int]:
    words = {word: i for i, word in enumerate(_DE_ONES)}
    for ten, word in _DE_TENS.items():
        words[word] = ten
        words |= {f"{_DE_ONES[one]}und{word}": ten + one for one in range(1, 10)}
    return words


def _german_small() -> Small:
    """Every number written as one word, up to 99, and the round hundreds and thousands."""
    below = _german_below_hundred()
    words = dict(below)
    hundreds = {("" if n == 1 else _DE_ONES[n]) + "hundert": n * 100 for n in range(1, 10)}
    hundreds["einhundert"] = 100
    for word, value in hundreds.items():
        words[word] = value
        words |= {word + rest: value + n for rest, n in below.items() if n}
    for n in range(2, 100):
        word = next(w for w, value in below.items() if value == n)
        words[word + "tausend"] = n * 1000
    for n in range(1, 10):
        words[_DE_ONES[n] + "hunderttausend"] = n * 100_000
    del words["ein"]
    return {(word,): value for word, value in words.items()}


def _german_compound(word: str) -> float | None:
    """Read "zweitausendvierhundert", "zwölfeinhalbtausend", "anderthalb"."""
    if "tausend" not in word and "hundert" not in word and "halb" not in word:
        return None
    head, thousand, rest = word.partition("tausend")
    if thousand:
        above = _german_compound_part(head) if head else 1.0
        below = _german_compound_part(rest) if rest else 0.0
        return None if above is None or below is None else above * 1000 + below
    return _german_compound_part(word)


def _german_compound_part(word: str) -> float | None:
    """Read a part below a thousand, with a half or without."""
    below = _german_below_hundred()
    if word in {"anderthalb", "eineinhalb"}:
        return 1.5
    if word.endswith("einhalb"):
        whole = below.get(word.removesuffix("einhalb"))
        return None if not whole else whole + 0.5
    head, hundred, rest = word.partition("hundert")
    if not hundred:
        return below.get(word)
    above = below.get(head) if head else 1
    tail = below.get(rest.removeprefix("und")) if rest else 0
    return None if above is None or tail is None else float(above * 100 + tail)


def german() -> Lexicon:
    """Give the lexicon of German."""
    return Lexicon(
        compound=_german_compound,
        small=_german_small(),
        scales={
            "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
            "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "bio": 1e12,
            "dutzend": 12, "tsd": 1e3,
        },
        vague={"dutzende": 12, "hunderte": 1e2, "tausende": 1e3, "zehntausende": 1e4,
               "hunderttausende": 1e5, "millionen": 1e6, "milliarden": 1e9},
        articles=frozenset({"ein", "eine", "einer", "einem", "einen"}),
        half=frozenset({"halbe", "halben", "halb", "halbes", "halfte"}),
        fractions={"drittel": 3, "viertel": 4, "funftel": 5, "zehntel": 10},
        ordinals={},
        loose=loosening(
            about="etwa,rund,ungefahr,circa,ca,zirka,schatzungsweise,gut geschatzt",
            almost="fast,nahezu,beinahe,knapp,annahernd",
            over="mehr als,uber,mindestens,wenigstens,gut,etwas mehr als",
            under="weniger als,unter,bis zu,hochstens,maximal",
        ),
        loose_after=loosening(over="oder mehr"),
    )  # fmt: skip
