"""The laws of quotation marks: every typography of them is read, none is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.reading.quotations import quoted_share, quoted_spans


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('She said "we won" today.', ["we won"]),
        ("“We won,” she said, “again.”", ["We won,", "again."]),
        ("„Wir bleiben“, sagte sie.", ["Wir bleiben"]),
        ("»Wir bleiben«, sagte sie.", ["Wir bleiben"]),
        ("« Nous restons », dit-elle.", [" Nous restons "]),
        ("彼は「残る」と言った。", ["残る"]),
        ("''We won,'' she said.", ["We won,"]),
        ("“We never closed", ["We never closed"]),
        ('We won," she said.', ["We won,"]),
        ("The council's vote isn't over.", []),
        ('A 12" pipe.', []),
    ],
)
def test_what_stands_in_quotation_marks_is_found(text, wanted):
    assert [text[start:end] for start, end in quoted_spans(text)] == wanted


@given(st.text(alphabet="ab \"'“”„«»「」.,", max_size=60))
@settings(max_examples=200, deadline=None)
def test_quoted_spans_are_ordered_disjoint_and_within_the_text(text):
    flat = [offset for span in quoted_spans(text) for offset in span]
    assert flat == sorted(flat)
    assert all(0 <= offset <= len(text) for offset in flat)


def test_the_quoted_share_counts_letters_and_is_nought_for_no_letters():
    assert quoted_share('"abc" def') == 0.5
    assert quoted_share('"..."') == 0.0
