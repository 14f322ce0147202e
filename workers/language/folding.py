"""Text in, the same text out without case, marks and other ways to write one word. Pure."""

import re
import unicodedata
from functools import lru_cache

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
_KEEPS_MARKS = re.compile(r"[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Case, width, ligatures, diacritics and Arabic letter variants away; never ``None``.

    Marks stay in scripts where they are vowels (Indic, Thai, Lao, Burmese, Khmer).
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_STROKES)
    if folded.isascii():
        return folded
    if _KEEPS_MARKS.search(folded):
        return folded
    parts = unicodedata.normalize("NFD", folded)
    bare = "".join(c for c in parts if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", bare).translate(_ARABIC)
