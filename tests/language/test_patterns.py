"""Late patterns: those of ``re``, compiled no sooner than they are asked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.language.patterns import LatePattern

SAID = r"(?P<who>\w+) said"


def test_a_pattern_is_compiled_when_it_is_first_asked_and_once() -> None:
    late = LatePattern(SAID)
    assert "compiled" not in vars(late)
    assert late.search("She said so.")
    assert late.search is late.search
    assert late.compiled == re.compile(SAID)


@given(text=st.text(alphabet="a said\n"))
def test_a_late_pattern_answers_as_the_compiled_one(text: str) -> None:
    late, compiled = LatePattern(SAID, re.IGNORECASE), re.compile(SAID, re.IGNORECASE)
    for ours, theirs in (
        (late.search(text), compiled.search(text)),
        (late.match(text, 1), compiled.match(text, 1)),
        (late.fullmatch(text), compiled.fullmatch(text)),
    ):
        assert (ours and ours.span()) == (theirs and theirs.span())
    spans = [found.span() for found in compiled.finditer(text)]
    assert [found.span() for found in late.finditer(text)] == spans


def test_a_wrong_expression_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error):
        LatePattern("(").search("")
