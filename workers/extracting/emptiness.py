"""A Reply without a word in, the Unread that says so out. Pure."""

from service.domain import Access, Reply, SignName, Unread, sign


def empty_page(reply: Reply) -> Unread:
    """Say that an address answers, and shows nothing."""
    words = "the address answers, but the page is empty"
    return Unread(reply.url, Access.SOFT_404, words, signs=(sign(SignName.WORDS_SEEN, 0),))
