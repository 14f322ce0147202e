"""Words that are passed over because no value begins with them: none does."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from workers.assessing.values import reading
from workers.assessing.values.lexicon import lexicon
from workers.assessing.values.tokens import SENTINELS, read_marks, word_set

WORDS = st.sampled_from(
    sorted(
        word_set(
            """a A an half quarter third fifth hundred thousand million dozen couple of and one
            two five 12 2019 year years hour month decade fortnight ago century percentage mile
            pound dollar day for lasted in out every last next this the - . , ½ first second
            fifties may monday noon past to not people is than more some"""
        )
    )
)


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=12), st.sampled_from(["en", None, "de", "fr", "es"]))
def test_no_value_begins_with_a_word_that_is_passed_over(pieces, language):
    """What is told by a word and the one after it alone is what the whole reading would tell."""
    text = " ".join(pieces).replace(" - ", "-")
    marks, words = read_marks(text, language), lexicon(language)
    starters = reading._starters(language)
    for i in range(len(marks) - SENTINELS):
        if not reading._may_begin(marks, i, starters, words):
            assert (
                reading._value_at(text, marks, i, 0, words, language, date(2021, 3, 4)) is None
            ), text[marks[i].start :]
