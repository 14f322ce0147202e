"""Lines of a page in, which of them are the site's and not the news out. Pure.

Chrome is navigation, calls to action, consent and sharing; with it go the parts in
which the publication speaks about itself. They stay in the text, for the rules about
the publication quote them, but no statement of the news is taken from them.
"""

import re
from collections.abc import Sequence

from workers.language.patterns import LatePattern
from workers.reading.chrome import (
    ABOUT_PUBLICATION,
    CHROME_LINES,
    PUBLICATION_HEADINGS,
    PUBLICATION_TALK,
    TEASER_HEADINGS,
)

# The longest line that may be chrome by its wording alone; news paragraphs begin here.
_MAX_CHROME = 220
# Two-sided patterns are quadratic, so they see no more than this of a paragraph.
_TALK_WINDOW = 1_500
# Sections about the publication end with the first paragraph that does not speak of it.
_ENDS_AS_SENTENCE = re.compile(r"[.!?…。！？।؟][\"'”’»)\]」』]*$")
_DRESS = " \t\r\n*_#>|•·–—-→»›…:+×✕"


def is_chrome(line: str) -> bool:
    """Whether the line belongs to the site by its wording alone, in en, de, fr or es."""
    stripped = line.strip()
    if not stripped or len(stripped) > _MAX_CHROME:
        return False
    bare = stripped.strip(_DRESS)
    return not bare or CHROME_LINES.fullmatch(bare) is not None


def is_about_publication(paragraph: str) -> bool:
    """Whether the publication speaks about itself: how it works, how to support it."""
    return ABOUT_PUBLICATION.search(paragraph) is not None


def mark_chrome(paragraphs: Sequence[str]) -> tuple[bool, ...]:
    """Say for each paragraph whether it is the site's, seen in its context.

    A heading such as "More from …" or "Support our work" takes with it the button labels
    and teasers after it, until a paragraph of the news begins again.
    """
    marks: list[bool] = []
    section: LatePattern | None = None
    for paragraph in paragraphs:
        section = _section_after(paragraph.strip(), section)
        marks.append(section is not None or _is_chrome_alone(paragraph))
    return tuple(marks)


def _is_chrome_alone(paragraph: str) -> bool:
    return is_chrome(paragraph) or is_about_publication(paragraph)


def _section_after(line: str, section: LatePattern | None) -> LatePattern | None:
    """Give the section that ``line`` opens, goes on with, or leaves."""
    bare = line.strip(_DRESS)
    for heading in (PUBLICATION_HEADINGS, TEASER_HEADINGS):
        if len(bare) <= _MAX_CHROME and heading.fullmatch(bare):
            return heading
    if section is None:
        return None
    if not line or is_chrome(line):
        return section
    if section is PUBLICATION_HEADINGS and PUBLICATION_TALK.search(line[:_TALK_WINDOW]):
        return section
    is_label = not _ENDS_AS_SENTENCE.search(line) and len(line) <= _MAX_CHROME
    return section if is_label else None
