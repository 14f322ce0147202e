"""Text fragments: the link opens the live page at the passage."""

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from workers.assessing.fragments import fragment_url


def test_a_short_passage_is_given_whole() -> None:
    url = fragment_url("https://a.example/x", "Rates rose by half a point.")
    assert url == "https://a.example/x#:~:text=Rates%20rose%20by%20half%20a%20point."


def test_a_long_passage_is_given_by_its_edges() -> None:
    passage = "one two three four five six seven eight nine ten eleven twelve"
    url = fragment_url("https://a.example/", passage)
    assert url == (
        "https://a.example/#:~:text=one%20two%20three%20four,nine%20ten%20eleven%20twelve"
    )


def test_a_fragment_that_was_there_gives_way() -> None:
    url = fragment_url("https://a.example/#top", "Word.")
    assert url == "https://a.example/#:~:text=Word."


def test_only_web_addresses_get_a_fragment() -> None:
    assert fragment_url(None, "Word.") is None
    assert fragment_url("javascript:alert(1)", "Word.") is None
    assert fragment_url("https://a.example/", "  ") is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_the_directive_keeps_its_own_syntax_apart_from_the_words(passage: str) -> None:
    url = fragment_url("https://a.example/", passage)
    if url is None:
        assert not passage.split()
        return
    terms = url.partition("#:~:text=")[2].split(",")
    assert len(terms) in {1, 2}
    assert not any("-" in term or "&" in term for term in terms)
    assert unquote(terms[0]).split()[:4] == passage.split()[:4]
