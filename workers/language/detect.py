"""Text in, its language out, as a BCP 47 primary subtag. Pure.

A script that one language owns decides first; the model of py3langid, held to the languages
written in the script at hand, decides the rest. What is too short or too close
to call is ``None``: a wrong language costs more than an unknown one.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from workers.language.ngrams import tongues

# Enough for the model to be certain, short enough that a draft of 10 MB costs nothing.
_PREFIX = 4_000
_MIN_LETTERS = 14
# Log-odds of the best over the second best language. Below this, short headlines of
# close languages (Spanish and Portuguese, Danish and Norwegian) are named wrongly.
_MIN_MARGIN = 4.0


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SCRIPT_OF_NAME = re.compile(
    r"\b(HANGUL|HIRAGANA|KATAKANA|CJK|THAI|HEBREW|GREEK|GEORGIAN|ARMENIAN|KHMER|LAO|MYANMAR|"
    r"TAMIL|TELUGU|KANNADA|MALAYALAM|GUJARATI|GURMUKHI|SINHALA|BENGALI|DEVANAGARI|ARABIC|"
    r"ETHIOPIC|CYRILLIC|LATIN)\b"
)
_OWN_SCRIPT = {
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
    "HEBREW": "he",
    "GREEK": "el",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "SINHALA": "si",
    "BENGALI": "bn",
    "ETHIOPIC": "am",
}
SHARED_SCRIPT = {  # what ngrams.zip knows: derive it anew where this changes
    "DEVANAGARI": ("hi", "mr", "ne"),
    "ARABIC": ("ar", "fa", "ur", "ps"),
    "CYRILLIC": ("ru", "uk", "bg", "be", "sr", "mk", "kk"),
    "LATIN": _codes(
        "en de fr es pt it nl pl cs sk sl hr ro hu sv da no fi et lv lt tr az vi id ms "
        "ca eu gl cy ga is sq sw af tl"
    ),
}


def detect_language(text: str) -> str | None:
    """Name the language of ``text``, such as ``"en"``, or ``None`` if it is short or unclear.

    Only the first 4,000 code points are read, so the cost does not grow with the text.
    """
    prefix = text[:_PREFIX]
    scripts = count_scripts(prefix)
    if not scripts:
        return None
    script = leading_script(scripts)
    if script in {"CJK", "HIRAGANA", "KATAKANA"}:
        return _han_language(scripts)
    if script in _OWN_SCRIPT:
        return _OWN_SCRIPT[script] if scripts[script] > 1 else None
    if scripts[script] < _MIN_LETTERS:
        return None
    return _closest(prefix, script)


def count_scripts(text: str) -> Counter[str]:
    """Count the letters of each script, by its Unicode name."""
    scripts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha() and (found := _script(char)):
            scripts[found] += times
    return scripts


@cache
def _script(char: str) -> str | None:
    match = _SCRIPT_OF_NAME.search(unicodedata.name(char, ""))
    return match.group(1) if match else None


def leading_script(scripts: Counter[str]) -> str:
    """Name the script with most letters, where one ideograph counts as two letters."""
    weights = {
        name: n * (2 if name in {"CJK", "HANGUL", "HIRAGANA", "KATAKANA"} else 1)
        for name, n in scripts.items()
    }
    return max(sorted(weights), key=lambda name: weights[name])


def _han_language(scripts: Counter[str]) -> str | None:
    """Japanese cannot be written long without kana; Chinese never uses it."""
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if scripts["CJK"] + kana <= 1:
        return None
    return "ja" if kana * 10 >= scripts["CJK"] else "zh"


def load_model() -> None:
    """Read the model now: children that are forked after it share its 12 MB."""
    for script in SHARED_SCRIPT:
        tongues(script)


def _closest(text: str, script: str) -> str | None:
    fits = tongues(script).fits(text)
    best, second, *_ = sorted(fits, key=fits.__getitem__, reverse=True)
    return best if fits[best] - fits[second] >= _MIN_MARGIN else None
