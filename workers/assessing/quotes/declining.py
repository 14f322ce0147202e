"""A quotation and a stretch of its source in, whether they differ in German case alone out. Pure.

„Ein teures Denkmal“ stands as „einem teuren Denkmal“ after a preposition: who sets quoted words
into a German sentence has to decline them, and alters nothing. Number is never let go: of forms
that may be another number's ("der Fehler", "die Fehler") none stands for the other.
"""

from workers.assessing.quotes.wording import Wording

_MOST_WORDS = 12  # a phrase is fitted into a sentence; a whole sentence is quoted as it is
_ARTICLES = (frozenset(("der", "den", "dem", "des")), frozenset(("das", "dem", "des")))
_EIN = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "unsr", "euer", "eur")
_EIN_ENDINGS = (frozenset(("", "en", "em", "es")), frozenset(("e", "er")))
_ENDINGS = ("en", "em", "er", "es", "e")
_SHORTEST = 3  # letters of an adjective before its ending
_OF_NOUNS = frozenset((("", "s"), ("", "es"), ("er", "ern"), ("el", "eln")))


def is_declined(quote: Wording, source: Wording, first: int, last: int) -> bool:
    """Whether the words ``first`` up to ``last`` of the source are those quoted, but for case.

    Every word that differs must be an article or an adjective before a noun, or a noun.
    """
    theirs = source.forms[first:last]
    if len(theirs) != len(quote.forms) or len(theirs) > _MOST_WORDS:
        return False
    nouns = [quote.text[start].isupper() for start in quote.starts]
    agreed = False  # the words from here to the next noun may be declined
    for i in reversed(range(len(theirs))):
        ours = quote.forms[i]
        agreed = nouns[i] or (agreed and _may_be_declined(ours))
        is_case = agreed and (_of_noun if nouns[i] and i else _before_noun)(ours, theirs[i])
        if ours != theirs[i] and not is_case:
            return False
        agreed = agreed and not _is_article(ours)  # before it stands what governs it, as a verb
    return True


def _may_be_declined(word: str) -> bool:
    return _is_article(word) or bool(_parts(word))


def _is_article(word: str) -> bool:
    return any(word in family for family in _ARTICLES) or _is_ein(word)


def _of_noun(ours: str, theirs: str) -> bool:
    short, long = sorted((ours, theirs), key=len)
    return any(
        short.endswith(bare) and long == short.removesuffix(bare) + ending
        for bare, ending in _OF_NOUNS
    )


def _before_noun(ours: str, theirs: str) -> bool:
    if any({ours, theirs} <= family for family in _ARTICLES):
        return True
    for stem in _EIN:
        if ours.startswith(stem) and theirs.startswith(stem):
            endings = {ours.removeprefix(stem), theirs.removeprefix(stem)}
            if any(endings <= same for same in _EIN_ENDINGS):
                return True
    mine, other = _parts(ours), _parts(theirs)
    return bool(mine) and mine == other and not _is_ein(ours)


def _is_ein(word: str) -> bool:
    """Whether it is "ein", "kein" and their like: of these not every ending is another case."""
    return any(
        word.removeprefix(stem) in endings
        for stem in _EIN
        if word.startswith(stem)
        for endings in _EIN_ENDINGS
    )


def _parts(word: str) -> str | None:
    """Give an adjective without its ending; ``None`` of a word that has none."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word:
            return stem if len(stem) >= _SHORTEST else None
    return None
