"""Advice names what the source says instead only where it is said instead."""

import pytest

from service.domain import (
    Assessment,
    Attribution,
    AttributionClass,
    Differing,
    DifferingKind,
    Statement,
    StatementKind,
    Verdict,
)
from workers.assessing.advice import advise

TEXT = "Mayor Anders opened the bridge."
STATEMENT = Statement(
    id="st1",
    text=TEXT,
    start=0,
    end=len(TEXT),
    block=0,
    line=1,
    column=1,
    kind=StatementKind.FACT,
    attribution=Attribution(AttributionClass.LINKED),
    citations=("s1",),
)


@pytest.mark.parametrize("in_place", [True, False])
def test_another_name_is_advised_only_where_it_stands_in_the_very_place(in_place):
    """A name that merely stands close by is no reason to change the draft's."""
    other = Differing(DifferingKind.NAME, "Anders", "Ulla", 6, 12, "s1", in_place=in_place)
    found = advise(Assessment(STATEMENT, Verdict.NOT_FOUND, "no passage", differing=(other,)))
    assert ("“Ulla” where the draft says “Anders”" in (found or "")) is in_place
