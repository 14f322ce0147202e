"""A sentence with its block and attribution in, what kind of statement it is out. Pure.

When unsure it is a fact: a fact is checked, and every other kind but quotations and
reported speech leaves the denominators.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from service.domain import Attribution, AttributionClass, BlockKind, StatementKind
from workers.language.patterns import LatePattern
from workers.reading.boilerplate import is_about_publication, is_chrome
from workers.reading.bylines import is_byline
from workers.reading.kind_cues import (
    OPINIONS,
    OWN_REPORTING,
    PREDICTIONS,
    URL_OR_REFERENCE,
    VERBS,
)
from workers.reading.quotations import quoted_share, quoted_spans


class HeadedBlock(Protocol):
    """A block with the level of its heading, 0 for none."""

    @property
    def kind(self) -> BlockKind:
        """What kind of block it is."""

    @property
    def level(self) -> int:
        """The level of its heading, 1 to 6."""


# From this share on, the words are the speaker's and not the article's.
_QUOTE_SHARE = 0.5
_MIN_QUOTED_WORDS = 3
_SPOKEN_WORDS = 4  # an opening quotation of so many, with its speaker, is a quote whatever follows
_CLAIM_WORDS = 6  # a headline of so many words claims something, though its verb is not known
_LABELS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION})
_OPENS_TEXT = frozenset({BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
# A list's own number ("3. The aftermath") is none of its claims.
_NUMBER = re.compile(r"(?<!^)\d")
_APPARATUS = frozenset({BlockKind.BOILERPLATE, BlockKind.SOURCE_LIST})
_ENDS_AS_QUESTION = re.compile(r"[?？؟⁇;]+[\s\"'”’»)\]」』]*$")
_ENDS_IN_SAME_QUESTION = re.compile(r"[?？؟]+[\s)\]]*$")
_SPOKEN = frozenset(
    {
        AttributionClass.NAMED_PERSON,
        AttributionClass.ROLE_ONLY,
        AttributionClass.ANONYMOUS,
        AttributionClass.VAGUE_PLURAL,
        AttributionClass.NAMED_OUTLET,
    }
)


def find_subheadings(blocks: Sequence[HeadedBlock]) -> frozenset[int]:
    """Give the indexes of the headings that stand below the article's own headline.

    A heading of the first level is never one; any other is, once text or a heading stood
    before it.
    """
    found = set()
    is_below = False
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADLINE and block.level != 1 and is_below:
            found.add(index)
        is_below = is_below or block.kind in _OPENS_TEXT
    return frozenset(found)


def classify_kind(
    sentence: str,
    block: BlockKind,
    language: str | None,
    attribution: Attribution,
    *,
    is_subheading: bool = False,
) -> StatementKind:
    """Say what ``sentence`` does, seen as the editor of the article would.

    Headlines, standfirsts and captions without a verb make no claim and are boilerplate;
    so is a subheading, unless it brings a number or a quotation that may itself be wrong.
    What is attributed to a document stays a fact; what is attributed to somebody who
    speaks is reported speech, or a quote where the words are mostly in quotation marks.
    """
    language = (language or "").split("-")[0]
    if _is_boilerplate(sentence, block, language):
        return StatementKind.BOILERPLATE
    if is_subheading and not _brings_its_own(sentence):
        return StatementKind.BOILERPLATE
    if block is BlockKind.QUOTATION:
        return StatementKind.QUOTE
    return _kind_in_running_text(sentence, language, attribution)


def _kind_in_running_text(sentence: str, language: str, attribution: Attribution) -> StatementKind:
    if _is_question(sentence, language):
        return StatementKind.QUESTION
    if _found(OWN_REPORTING, language, sentence):
        return StatementKind.OWN_REPORTING
    if _is_quote(sentence):
        return StatementKind.QUOTE
    if attribution.cls in _SPOKEN:
        if _opens_with_quotation(sentence):
            return StatementKind.QUOTE
        return StatementKind.REPORTED_SPEECH
    return _own_voice(sentence, language)


def _own_voice(sentence: str, language: str) -> StatementKind:
    """Tell apart what the article says in its own name."""
    if _found(PREDICTIONS, language, sentence):
        return StatementKind.PREDICTION
    if _found(OPINIONS, language, sentence):
        return StatementKind.OPINION
    return StatementKind.FACT


def _is_boilerplate(sentence: str, block: BlockKind, language: str) -> bool:
    if block in _APPARATUS or not any(map(str.isalnum, sentence)):
        return True
    if block is BlockKind.NOTE and URL_OR_REFERENCE.match(sentence):
        return True
    if is_chrome(sentence) or is_byline(sentence) or is_about_publication(sentence):
        return True
    return block in _LABELS and not _has_verb(sentence, language)


def _has_verb(sentence: str, language: str) -> bool:
    """Whether a headline claims something; without a list for the language it does.

    The lists for other languages than English are short, so a long headline counts too.
    """
    pattern = VERBS.get(language)
    if pattern is None or pattern.search(sentence) is not None:
        return True
    return language != "en" and len(sentence.split()) >= _CLAIM_WORDS


def _brings_its_own(sentence: str) -> bool:
    """Whether a subheading holds a number or quoted words, which no summary excuses."""
    return bool(_NUMBER.search(sentence)) or quoted_share(sentence) > 0


def _is_question(sentence: str, language: str) -> bool:
    """Whether the article itself asks; a quoted question is a quotation."""
    stripped = sentence.strip()
    if not stripped or (stripped[-1] == ";" and language != "el"):
        return False
    if _ENDS_IN_SAME_QUESTION.search(stripped):
        return not _is_quote(sentence)
    return bool(_ENDS_AS_QUESTION.search(stripped)) and quoted_share(stripped) == 0


def _is_quote(sentence: str) -> bool:
    if quoted_share(sentence) < _QUOTE_SHARE:
        return False
    longest = max((sentence[a:b] for a, b in quoted_spans(sentence)), key=len)
    return len(longest.split()) >= _MIN_QUOTED_WORDS or _is_unspaced(longest)


def _opens_with_quotation(sentence: str) -> bool:
    """Whether quoted words come first and their speaker after, however long the speaker."""
    spans = quoted_spans(sentence)
    return bool(spans) and spans[0][0] <= 1 and _count(sentence, spans[0]) >= _SPOKEN_WORDS


def _count(sentence: str, span: tuple[int, int]) -> int:
    return len(sentence[span[0] : span[1]].split())


def _is_unspaced(text: str) -> bool:
    """Chinese, Japanese and Thai write words without spaces; eight letters make a phrase."""
    return " " not in text and len(text) >= 8 and ord(text[0]) > 0x0E00  # noqa: PLR2004  first Thai letter


def _found(patterns: dict[str, LatePattern], language: str, sentence: str) -> bool:
    """Search outside quotation marks, for what is quoted is not the article's voice."""
    pattern = patterns.get(language)
    found = [match.start() for match in pattern.finditer(sentence)] if pattern else []
    quoted = quoted_spans(sentence) if found else ()
    return any(not any(start <= place < end for start, end in quoted) for place in found)
