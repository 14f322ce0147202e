"""Pages a second of one core, beside trafilatura alone over the same pages."""

import random
import time
from datetime import UTC, datetime

import trafilatura
from trafilatura.meta import reset_caches

from bench.corpus import html, text
from service.domain import Page, Reply
from workers.extracting import extract

PAGES, WORDS, ROUNDS = 30, 700, 3
NOW = datetime(2026, 1, 1, tzinfo=UTC)
# The furniture of a news page, of which there is more than of the article.
_MENU = "".join(f"<li class=item><a href=/section/{n}>Section {n}</a></li>" for n in range(60))
_CARDS = "".join(
    f"<div class=card><h3><a href=/story/{n}>Another story, number {n}</a></h3>"
    f"<p class=blurb>What that story is about, in a few words of its own.</p></div>"
    for n in range(40)
)


def run() -> None:
    """Print pages a second for both, and by how much ours takes longer."""
    rng = random.Random(3)  # noqa: S311  made-up text, nothing secret
    pages = [_page(f"Story {n}", text(rng, WORDS)) for n in range(PAGES)]
    for page in pages[:5]:  # models and tables are loaded before the clock runs
        _ours(page)
        _theirs(page)
    took = {_ours: 0.0, _theirs: 0.0}
    for number in range(ROUNDS * PAGES):
        for read in (_ours, _theirs) if number % 2 else (_theirs, _ours):
            reset_caches()
            began = time.process_time()
            read(pages[number % PAGES])
            took[read] += time.process_time() - began
    rates = {read: ROUNDS * PAGES / seconds for read, seconds in took.items()}
    print(
        f"extracting: {PAGES} pages of {WORDS} words: {rates[_ours]:.1f} pages/s a core; "
        f"trafilatura alone {rates[_theirs]:.1f}; ratio of times {took[_ours] / took[_theirs]:.2f}"
    )


def _page(title: str, body: str) -> bytes:
    menu = f"<nav><ul>{_MENU}</ul></nav>"
    page = html(title, body).replace("<nav><a href=/>Home</a></nav>", menu)
    return page.replace("<footer>", f"<section class=related>{_CARDS}</section><footer>").encode()


def _ours(content: bytes) -> None:
    url = "https://paper.example/story"
    outcome = extract(Reply(url, url, 200, {"content-type": "text/html"}, content, NOW))
    if not isinstance(outcome, Page):
        raise TypeError("a page of the bench was not read")


def _theirs(content: bytes) -> None:
    url = "https://paper.example/story"
    trafilatura.bare_extraction(content, url=url, with_metadata=True, include_comments=False)
