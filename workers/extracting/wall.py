"""A wall: what stands before a text, and the words by which it is measured. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from service.domain import Access, ReaderAccess, Sign, SignName, sign
from workers.extracting.seen import Seen

FEW = 150  # words; a page with more shows an article whatever its title says
TEASER = 60  # words; a paid page with fewer gives no more than its standfirst


@dataclass(frozen=True, slots=True)
class Wall:
    """What stands before the text, or before a part of it (``partial_text``), or not (``ok``)."""

    access: Access
    obstacle: str | None
    reader_access: ReaderAccess = ReaderAccess.UNKNOWN
    signs: tuple[Sign, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether there is text behind or before it."""
        return self.access in {Access.OK, Access.PARTIAL_TEXT}

    def measured(self, seen: Seen) -> "Wall":
        """Put the measures of the page behind the signs that decided."""
        have = {each.name for each in self.signs}
        more = (each for each in word_signs(seen) if each.name not in have)
        return replace(self, signs=(*self.signs, *more))


def word_signs(seen: Seen) -> tuple[Sign, ...]:
    """Give how many words were read, are on the page where these are few, and are stated."""
    stated = seen.word_count
    return (
        sign(SignName.WORDS_READ, seen.words),
        *((sign(SignName.WORDS_SEEN, seen.seen),) if seen.words < FEW else ()),
        *(() if stated is None else (sign(SignName.WORDS_STATED, stated),)),
    )


def title_sign(seen: Seen, names: Callable[[str], str | None]) -> Sign | None:
    """Return the title or the heading, as one of them names a barrier as a whole."""
    if names(seen.title):
        return sign(SignName.TITLE, seen.title)
    return sign(SignName.HEADING, seen.heading) if names(seen.heading) else None
