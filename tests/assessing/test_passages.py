from hypothesis import given
from hypothesis import strategies as st

from workers.assessing.coverage import account, read_claim
from workers.assessing.passages import UNIT_WORDS, index_source

SENTENCES = st.lists(
    st.sampled_from(
        [
            "The council closed the harbour bridge on Monday.",
            "Engineers found cracks in two pillars.",
            "Mayor Ada Berg said repairs would cost 4 million euros.",
            "Is the bridge safe?",
            "It is not true that the bridge fell.",
            "\n\n",
            "橋は閉鎖された。",
            "🙂 ﬁne…",
        ]
    ),
    max_size=12,
)


@given(SENTENCES)
def test_every_unit_gives_back_its_own_words(sentences):
    text = " ".join(sentences)
    index = index_source("s1", text, "en")
    for unit in range(index.units):
        start, end = index.span(unit, unit)
        assert text[start:end].strip() == text[start:end] != ""


@given(st.text(max_size=300))
def test_any_text_can_be_indexed(text):
    index = index_source("s1", text, None)
    assert len(index.stems) == len(index.starts) == len(index.ends) == len(index.unit_of)


def test_a_sentence_without_stops_is_cut_into_units():
    index = index_source("s1", "word " * (5 * UNIT_WORDS), "en")
    assert index.units >= 5


def test_a_word_in_another_spelling_is_like_its_own():
    index = index_source("s1", "Zelenskiy arrived in Reykjavik.", "en")
    assert index.like("zelenskyy") is not None
    assert index.like("harbour") is None


def test_the_passage_found_is_the_one_that_says_it():
    filler = "The weather was mild and the market was open as usual. " * 30
    text = filler + "Engineers found cracks in two pillars of the harbour bridge. " + filler
    claim = read_claim("Cracks were found in two pillars of the harbour bridge.", "en")
    window = account(claim, [index_source("s1", text, "en")]).windows[0]
    assert window.text == "Engineers found cracks in two pillars of the harbour bridge."


def test_pieces_of_one_statement_are_found_in_several_places():
    filler = "The weather was mild and the market was open as usual. " * 30
    text = f"Ada Berg became mayor in Tromsvik. {filler} She was born in Ålesund in 1961."
    claim = read_claim("Ada Berg, born in Ålesund in 1961, became mayor in Tromsvik.", "en")
    accounting = account(claim, [index_source("s1", text, "en")])
    assert len(accounting.windows) == 2
    assert all(accounting.together)


def test_the_mark_of_a_note_is_no_number_of_the_statement():
    claim = read_claim("The bridge was closed [12] on Monday [3,4].", "en")
    assert not [part for part in claim.parts if part.is_number]
