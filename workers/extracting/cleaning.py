"""Text in, the text that is stored out: paragraphs on lines of their own. Pure.

All offsets of evidence refer to what comes out of here.
"""

import re
import unicodedata

# Control characters but tab and newlines, lone surrogates, non-characters, and the
# invisible marks that split words for no reader: soft hyphen, zero width space and
# joiners of words, byte order mark, and the marks that turn the direction of writing.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Han, Kana, Thai, Lao and Khmer put no spaces between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u9fff]")
# Any run of spaces but a single plain one, which is what nearly every run is already.
_SPACES = re.compile(r" ?[^\S\n ][^\S\n]*|  [^\S\n]*")
_SIGNS = re.compile(r"\W+")


def clean(text: str) -> str:
    """Normalise newlines and spaces, drop what no reader sees, compose accents (NFC).

    Idempotent. No empty lines, no space at a line's ends.
    """
    text = _DROPPED.sub("", clean_breaks(text))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def clean_breaks(text: str) -> str:
    """Write every kind of line break as a newline."""
    return _BREAKS.sub("\n", text)


def letters_of(text: str) -> str:
    """Give letters and digits alone, case folded: what is left when only typography differs."""
    return _SIGNS.sub("", text).casefold()


def count_words(text: str) -> int:
    """Count words roughly, for thresholds; a script without spaces counts two signs a word."""
    return max(len(text.split()), len(_UNSPACED.findall(text)) // 2)
