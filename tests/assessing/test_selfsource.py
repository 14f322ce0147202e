"""A source never vouches for itself: the article, its twin and its copies are told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain import Access, Article, Page, Source, Unread
from workers.assessing.selfsource import is_the_article

_URL = "https://paper.example/2024/ships"
_TEXT = " ".join(
    f"The pilot boat left berth {n} at dawn and returned with {n + 4} crates of instruments."
    for n in range(1, 20)
)
_ARTICLE = Article(text=_TEXT, url=_URL)


@pytest.mark.parametrize(
    "source",
    [
        Source("s1", _URL),
        Source("s1", "http://www.paper.example/2024/ships/?utm_medium=mail#share"),
        Source("s1", "https://short.example/x", outcome=Page(None, "x", final_url=_URL)),
        Source("s1", "https://mirror.example/x", outcome=Page(None, "x", canonical_url=_URL)),
        Source("s1", _URL, outcome=Unread(_URL, Access.DEAD, "404")),
        Source("s1", "https://copy.example/x", outcome=Page(None, f"Menu. {_TEXT} More news.")),
    ],
)
def test_the_article_its_twin_and_its_copy_are_the_article(source):
    """Each way in which a source can be the article itself is seen."""
    assert is_the_article(_ARTICLE, source)


@pytest.mark.parametrize(
    "source",
    [
        Source("s1", "https://paper.example/2024/other"),
        Source("s1", None),
        Source("s1", "https://port.example/log", outcome=Page(None, "The log of the port.")),
        Source("s1", "https://port.example/log", outcome=Page(None, _TEXT[: len(_TEXT) // 3])),
    ],
)
def test_another_page_is_not_the_article(source):
    """Another address, another text, or a passage that the article quotes is a source."""
    assert not is_the_article(_ARTICLE, source)


def test_a_short_article_may_stand_whole_in_its_source():
    """A brief that an honest source holds word for word is not its copy."""
    brief = Article(text="The pilot boat left berth 4 at dawn with nine crates on board.")
    page = Page(None, brief.text + " " + _TEXT)
    assert not is_the_article(brief, Source("s1", "https://port.example", outcome=page))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_article_and_page_are_compared_without_error(article, page):
    """Texts and addresses of any kind give an answer."""
    source = Source("s1", "https://" + page, outcome=Page(page, page, canonical_url=page))
    assert is_the_article(Article(text=article, url=article), source) in {True, False}
