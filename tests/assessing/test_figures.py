"""The values of a passage: read a sentence at a time, once for all passages that hold it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workers.assessing import figures
from workers.assessing.passages import WINDOW_UNITS, Window, index_source
from workers.assessing.values import read_values

SENTENCES = st.sampled_from(
    [
        "The council paid 4.2 million euros for the ferry.",
        "It rose by 22 percent in May!",
        "“Who would pay 900 crowns for that?”",
        "“Nobody came,” she said (on 3 March 2019).",
        "Twelve boats lay in the harbour of Sandvik, two of them for sale.",
        "The mill burned down in 1990.",
        "Nearly half of the 120 houses stand empty…",
        "No one knows why.",
        "The mayor of Sandvik has £3m.",
        "They call it plan B.",
        "Harbour dues",
        "54 pupils, three teachers",
        "Tuesday, 9.30 am",
    ]
)


def _windows(text):
    index = index_source("s1", text, "en")
    for first in range(index.units):
        for last in range(first, min(first + WINDOW_UNITS, index.units)):
            yield Window(index, first, last)


@given(st.lists(SENTENCES, min_size=1, max_size=6), st.sampled_from([" ", "\n", "\n\n"]))
def test_a_passage_has_the_values_of_its_sentences_and_what_it_would_have_read_whole(parts, gap):
    """A sentence with a stop stands alone; lines without one may speak of one another."""
    for window in _windows(gap.join(parts)):
        start, _ = window.span
        whole = read_values(window.text, "en")
        shifted = [replace(v, start=v.start + start, end=v.end + start) for v in whole]
        assert list(figures._values_in(window, "en")) == shifted


def test_a_sentence_is_read_once_for_all_passages_that_hold_it():
    """Three sentences have six passages, and are read three times."""
    text = "It cost 12 crowns. It took 3 years. It fell in 1990."
    for window in _windows(text):
        figures._values_in(window, "en")
    assert len(window.index.values) == len(text.split(". "))
