"""An article and a source in, whether the source is the article itself out. Pure.

A source never vouches for itself: the article's own address, its canonical twin and its
copies are not evidence.
"""

from service.domain import Article, Source
from service.domain.addresses import page_keys, same_page_key
from workers.assessing.shingles import containment, read_shingles

# A copy keeps nearly every run of five words; an article that quotes its source at
# length does not come near.
_COPY = 0.8
_LEAST_SHINGLES = 60  # a shorter article may be quoted whole by an honest source


def is_the_article(article: Article, source: Source) -> bool:
    """Whether the source is the article: the same address, its canonical twin, or a copy."""
    own = same_page_key(article.url)
    if own and own in page_keys(source.addresses):
        return True
    page = source.page
    if page is None:
        return False
    mine = read_shingles(article.text)
    if len(mine) < _LEAST_SHINGLES:
        return False
    return containment(mine, read_shingles(page.text)) >= _COPY
