"""A text and the language its page declares in, the language it is in out. Pure."""

from workers.language import detect_language

ENOUGH = 800  # code points that are looked at; more changed no answer on a hundred pages
LONG = 400  # code points from which a text speaks for itself
# Groups that detection mixes up; within one, the page's own word is better.
_NEIGHBOURS = (
    frozenset({"no", "nb", "nn", "da", "sv"}),
    frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"id", "ms"}),
    frozenset({"cs", "sk"}),
    frozenset({"gl", "pt", "es", "ca"}),
    frozenset({"bg", "mk"}),
    frozenset({"ru", "uk", "be"}),
)


def language_of(text: str, declared: str | None) -> str | None:
    """Return the primary subtag (BCP 47), as "en".

    Templates declare languages that their pages are not in, so a long text goes before
    the declaration, but for languages too alike to tell.
    """
    stated = _primary(declared)
    found = detect_language(text[:ENOUGH])
    if found is None or stated is None:
        return found or stated
    if len(text) < LONG or any({found, stated} <= group for group in _NEIGHBOURS):
        return stated
    return found


def _primary(tag: str | None) -> str | None:
    subtag = (tag or "").strip().lower().replace("_", "-").partition("-")[0]
    return subtag if subtag.isascii() and subtag.isalpha() and len(subtag) in {2, 3} else None
