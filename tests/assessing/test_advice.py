"""Advice names what the source says instead where it is said instead, and what to link."""

from dataclasses import replace

import pytest

from service.domain import (
    Assessment,
    Attribution,
    AttributionClass,
    ChainLink,
    Differing,
    DifferingKind,
    Statement,
    StatementKind,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
)
from workers.assessing.advice import advise
from workers.assessing.verdicts import uncited

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


PERSON = ChainLink("Lena Sorvino", AttributionClass.NAMED_PERSON)
OUTLET = ChainLink("Reuters", AttributionClass.NAMED_OUTLET)


@pytest.mark.parametrize(
    ("chain", "advice", "reason"),
    [
        ((), "Link the source, or say why", "nothing in the article says where"),
        ((PERSON,), "Link where “Lena Sorvino” said so", "gives this to “Lena Sorvino”, and"),
        ((PERSON, OUTLET), "Link what “Reuters” published", "to “Lena Sorvino”, “Reuters”, and"),
    ],
    ids=["nobody", "person", "outlet"],
)
def test_without_a_link_what_the_article_does_tell_is_said_and_what_to_link(chain, advice, reason):
    """Whoever names a source and links none has not said nothing of where it comes from."""
    first = chain[0] if chain else ChainLink("", AttributionClass.NONE)
    attribution = Attribution(first.cls, first.name or None, chain=chain)
    statement = replace(STATEMENT, attribution=attribution, citations=())
    found = advise(Assessment(statement, Verdict.NO_SOURCE_GIVEN, uncited(attribution)))
    assert (found or "").startswith(advice)
    assert reason in uncited(attribution)


@pytest.mark.parametrize("in_place", [True, False])
def test_another_name_is_advised_only_where_it_stands_in_the_very_place(in_place):
    """A name that merely stands close by is no reason to change the draft's."""
    other = Differing(DifferingKind.NAME, "Anders", "Ulla", 6, 12, "s1", in_place=in_place)
    found = advise(Assessment(STATEMENT, Verdict.NOT_FOUND, "no passage", differing=(other,)))
    assert ("“Ulla” where the draft says “Anders”" in (found or "")) is in_place


def test_what_the_source_says_less_surely_is_advised_with_both_wordings():
    """An editor is shown what the source says and what the draft makes of it."""
    other = Differing(DifferingKind.CERTAINTY, "was convicted of", "was charged with", 6, 22, "s1")
    found = advise(Assessment(STATEMENT, Verdict.NOT_FOUND, "no passage", differing=(other,)))
    assert found == (
        "The source says “was charged with” where the draft says “was convicted of”: "
        "say it as the source does, or cite one that goes as far."
    )


def test_the_same_word_of_another_day_is_not_changed_to_itself():
    """“today” in a text of another day is another day, which the date tells and no word does."""
    value = ValueCheck(ValueKind.DATE, "today", "Today", ValueResult.DIFFERENT, "s1")
    found = advise(Assessment(STATEMENT, Verdict.PARTIALLY_SUPPORTED, "", values=(value,)))
    assert found == "Article and source say “today” of different days: give the date."
