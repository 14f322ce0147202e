"""Text fragments: the link opens the live page at the passage; selectors find it again."""

from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from workers.assessing.fragments import context_of, fragment_url, page_number

URL = "https://a.example/x"


def directive(text, start=0, end=None):
    return fragment_url(URL, text, start, end).partition("#:~:text=")[2]


def test_a_short_passage_is_given_whole():
    """A few words need no range."""
    assert directive("Rates rose by half a point.") == "Rates%20rose%20by%20half%20a%20point."


def test_a_long_passage_is_given_by_its_edges():
    """First and last words survive markup in the middle."""
    passage = "one two three four five six seven eight nine ten eleven twelve"
    assert directive(passage) == "one%20two%20three%20four,nine%20ten%20eleven%20twelve"


def test_a_passage_over_several_lines_has_its_edges_in_one_line_each():
    """A term cannot cross a block of the page."""
    assert directive("Rates rose.\nPrices fell.") == "Rates%20rose.,Prices%20fell."


def test_a_passage_that_stands_before_is_told_by_the_words_beside_it():
    """Words before it on its line make a prefix; without any, words after it a suffix."""
    text = "It rained. Rates rose.\nThen snow came. Rates rose.\n"
    start = text.rindex("Rates")
    assert directive(text, start, start + 11) == "Then%20snow%20came.-,Rates%20rose."
    text = "Rates rose. It rained.\nRates rose. Snow came."
    start = text.rindex("Rates")
    assert directive(text, start, start + 11) == "Rates%20rose.,-Snow%20came."


def test_a_long_passage_takes_more_words_until_it_is_the_first_of_its_kind():
    """More words of its own tell it apart before words of others are needed."""
    head = "The council of Marlow met on Monday and on Tuesday."
    text = f"{head}\nThe council of Marlow met on Friday to vote on the new tram line at last."
    found = unquote(directive(text, len(head) + 1, len(text)))
    assert found == "The council of Marlow met on Friday,tram line at last."


def test_signs_of_the_directive_itself_are_encoded():
    """A comma, an ampersand or a hyphen of the passage is none of the directive."""
    assert directive("a, b & c-d") == "a%2C%20b%20%26%20c%2Dd"


def test_a_fragment_that_was_there_gives_way():
    """Only one fragment can stand in an address."""
    assert fragment_url("https://a.example/#top", "Word.") == "https://a.example/#:~:text=Word."


def test_a_paged_document_is_opened_at_its_page():
    """Viewers of PDF know pages and no text directives."""
    assert fragment_url(URL, "Word.", 0, 5, 3) == f"{URL}#page=3"
    assert [page_number((0, 10, 20), place) for place in (0, 9, 10, 25)] == [1, 1, 2, 3]
    assert page_number((), 5) is None


def test_only_web_addresses_get_a_fragment():
    """A file, a script and an empty passage have nowhere to open."""
    assert fragment_url(None, "Word.") is None
    assert fragment_url("javascript:alert(1)", "Word.") is None
    assert fragment_url("https://a.example/", "  ") is None


def test_a_clause_without_spaces_is_cut_at_its_punctuation():
    """In Chinese only a punctuation mark surely ends a word."""
    text = "两年里我们给部里写了四封信，" * 4 + "没有一个检查员来过我们学校。"
    terms = [unquote(term) for term in directive(text).split(",")]
    assert terms == ["两年里我们给部里写了四封信，", "没有一个检查员来过我们学校。"]


TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from(" \n\r\t.,-&ab"), st.characters(exclude_categories=["Cs"])),
    max_size=80,
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_the_directive_keeps_its_own_syntax_apart_from_the_words(text, one, other):
    """At most prefix, start, end and suffix, and no bare sign of the syntax inside a term."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    url = fragment_url(URL, text, start, end)
    if url is None:
        assert not text[start:end].split()
        return
    terms = url.partition("#:~:text=")[2].split(",")
    own = [t for i, t in enumerate(terms) if not (i == 0 and t[-1] == "-") and t[0] != "-"]
    assert 1 <= len(own) <= 2
    assert not any("-" in term or "&" in term for term in own)
    assert text[start:end].split()[0].startswith(unquote(own[0]).split()[0])


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_prefix_exact_and_suffix_stand_together_in_the_text(text, one, other):
    """The words beside the passage are the text's own, right before it and right behind it."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    prefix, suffix = context_of(text, start, end)
    assert text[start - len(prefix) : start] == prefix
    assert text[end : end + len(suffix)] == suffix
