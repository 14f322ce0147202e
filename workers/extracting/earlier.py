"""A page and an earlier copy of it in, the page with what the copy alone says out. Pure."""

from dataclasses import replace

from service.domain import Page
from workers.extracting.cleaning import letters_of


def with_earlier(page: Page, copy: Page) -> Page:
    """Put the paragraphs of the copy's body that the page lacks behind the page's text.

    ``page`` itself where there are none. Typography and case make no difference.
    """
    known = letters_of(page.text)
    lines = dict.fromkeys(copy.main_text.split("\n"))
    lost = [line for line in lines if (letters := letters_of(line)) and letters not in known]
    if not lost:
        return page
    return replace(
        page,
        text="\n".join((page.text, *lost)),
        main_length=len(page.main_text),
        earlier_from=len(page.text) + 1,
    )
