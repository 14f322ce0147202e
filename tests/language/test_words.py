import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workers.language.folding import fold
from workers.language.words import _MAY_BE_MARKS, WordKind, read_word, read_words


def _stems(text, language="en"):
    return [token.word.stem for token in read_words(text, language)]


@given(st.text(), st.sampled_from(["en", "de", "ar", "ko", None, "xx"]))
def test_offsets_lie_in_the_text_in_order_and_are_never_empty(text, language):
    last = 0
    for token in read_words(text, language):
        assert 0 <= token.start < token.end <= len(text)
        assert token.start >= last
        assert token.word.stem
        last = token.start


def test_offsets_give_back_the_word_as_written():
    text = "Café-owner Zoë’s 1,000 guests didn’t pay 3.4m."
    written = [text[t.start : t.end] for t in read_words(text, "en")]
    assert written == ["Café", "owner", "Zoë’s", "1,000", "guests", "didn’t", "pay", "3.4", "m"]


def test_case_diacritics_and_width_fold_away():
    assert fold("ÉCOLE") == fold("école") == fold("ｅｃｏｌｅ") == "ecole"
    assert fold("Łódź") == "lodz"


def test_vowel_signs_of_indic_words_are_kept():
    assert fold("हिन्दी") == "हिन्दी"


def test_marks_are_looked_for_wherever_there_are_some():
    marks = {c for c in range(0x300, 0xFFFF) if unicodedata.category(chr(c))[0] == "M"}
    assert marks <= set(_MAY_BE_MARKS)


def test_inflections_share_a_stem():
    assert _stems("arrested arrests arresting") == ["arrest"] * 3
    assert _stems("Häuser Häusern", "de")[0] == _stems("Häusern", "de")[0]


def test_numbers_are_one_whether_in_digits_or_words_or_grouped():
    assert _stems("three 3") == ["3", "3"]
    assert _stems("1,000,000 1000000") == ["1000000", "1000000"]
    assert _stems("20th") == ["20"]


def test_initials_are_a_name_and_not_the_pronoun_they_spell():
    initials, pronoun = read_word("U.S."), read_word("us")
    assert initials.form == pronoun.form == "us"
    assert initials.kind is WordKind.WORD
    assert pronoun.kind is WordKind.STOP


def test_scripts_without_spaces_are_read_as_pairs():
    assert _stems("東京都", "ja") == ["東京", "京都"]
    assert _stems("아이들은", "ko") == ["아이", "이들", "은"]
    assert _stems("人", "zh") == ["人"]


def test_a_number_ends_where_an_unspaced_script_begins():
    assert _stems("2020年に", "ja") == ["2020", "年に"]


@given(
    st.lists(st.sampled_from(["a", "é", "e\u0301", "'", "का", "ก็", "שָׁ", "9", "_", " "])).map(
        "".join
    )
)
def test_a_word_holds_its_letters_and_marks_and_one_apostrophe_between(text):
    """A mark never begins a word and never ends one that goes on; nor is it a letter to Python."""
    for token in read_words(text, "fr"):
        written = text[token.start : token.end]
        assert unicodedata.category(written[0])[0] != "M"
        assert written.count("'") <= 1
        assert "_" not in written
        following = text[token.end : token.end + 1]
        assert not following or unicodedata.category(following)[0] != "M"
