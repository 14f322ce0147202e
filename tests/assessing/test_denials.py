"""What a sentence denies, what it holds for possible and who says it, each at its word."""

import pytest
from asking import score

from service.domain import DifferingKind, ValueResult, Verdict
from workers.assessing.denials import find_denials
from workers.language.words import read_words


def _kinds(statement, text):
    return {each.kind for each in score(statement, text).differing}


def _denied(sentence, language="en"):
    stems = [token.word.stem for token in read_words(sentence, language)]
    return {stems[k] for denial in find_denials(stems, language) for k in denial.heads}


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Ruiz did not sign the lease, and left for the harbour.", {"sign"}),
        ("The trial was not only long but costly.", set()),
        ("No fewer than 300 people came.", set()),
        ("The song reached No. 1 in May.", set()),
        ("It is not surprising that the bridge fell.", set()),
        ("The hall will not open until May.", set()),
        ("It left the town without water until Thursday.", {"water"}),
        ("The gauge was not inclusive enough, and that was noticed.", {"inclus"}),
        ("A fake news programme mocked the mayor.", set()),
    ],
)
def test_an_english_denial_governs_what_comes_next_and_what_only_looks_like_one_nothing(
    sentence, denied
):
    """Not the sentence is denied but its next word; "not only" and "No. 1" deny nothing."""
    assert _denied(sentence) == denied


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that the harbour bridge fell.",
        "There is no evidence that the harbour bridge fell.",
        "That the harbour bridge fell is a hoax.",
        "False claims that the harbour bridge fell went round.",
    ],
)
def test_a_clause_called_untrue_is_denied_as_a_whole(sentence):
    """Whatever of it a statement repeats is denied."""
    assert {"harbour", "bridg", "fall"} <= _denied(sentence)


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Ruiz signed the lease of the hall on Monday.",
         "Ruiz did not sign the lease of the hall on Monday."),
        ("Ruiz did not sign the lease of the hall on Monday.",
         "Ruiz signed the lease of the hall on Monday."),
        ("The union leader said members would strike. The mayor signed the lease of the hall.",
         "Members would strike, their leader said. The mayor never signed a lease of the hall."),
    ],
    ids=["the source", "the statement", "one sentence of two"],
)  # fmt: skip
def test_what_one_side_denies_is_told_with_the_words_that_deny_it(statement, source):
    """The place of the denial stands in the data, and the statement is not supported."""
    answer = score(statement, source)
    told = [each for each in answer.differing if each.kind is DifferingKind.NEGATION]
    assert told
    assert answer.verdict is not Verdict.SUPPORTED
    assert "sign" in told[0].in_article + told[0].in_source


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Ronaldo and his team host Malaga on Saturday.",
         "Ronaldo and his team host Malaga on Saturday, but he won't join up with Benzema."),
        ("There was no new infection in the valley for three weeks.",
         "Not one infection was seen in the valley for three weeks."),
        ("The jury found Fitch guilty of embezzling pension money.",
         "The jury convicted Fitch of embezzling pension money, but acquitted him of bribery."),
        ("Sales fell 8 percent to 412 million euros.",
         "Sales fell 8 percent to 412 million euros, while profit rose to 31 million."),
    ],
    ids=["another deed", "denied in other words", "another charge", "another figure"],
)  # fmt: skip
def test_a_denial_or_an_opposite_of_something_else_is_no_difference(statement, source):
    """It must stand where the statement's word stands."""
    assert not _kinds(statement, source) & {DifferingKind.NEGATION, DifferingKind.OPPOSITE}


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("The council has closed the harbour bridge.",
         "The council will close the harbour bridge."),
        ("The council closed the harbour bridge.",
         "The council plans to close the harbour bridge."),
        ("The council will close the harbour bridge.",
         "The council may close the harbour bridge."),
        ("The navy has bought two frigates from Britain.",
         "The navy plans to buy two frigates from Britain."),
    ],
)  # fmt: skip
def test_what_is_planned_or_possible_does_not_bear_out_what_is_said_to_be_so(statement, source):
    """A plan is no deed and "may" is no "will"; the other way round nothing is claimed."""
    answer = score(statement, source)
    told = [each for each in answer.differing if each.kind is DifferingKind.CERTAINTY]
    assert told
    assert source[told[0].source_start : told[0].source_end] == told[0].in_source
    assert answer.verdict is not Verdict.SUPPORTED
    assert DifferingKind.CERTAINTY not in _kinds(source, statement)


def test_a_question_that_takes_for_granted_what_is_said_is_no_doubt_of_it():
    """ "When did it land?" says that it landed; "did it land?" does not."""
    statement = "The probe landed in the harbour of Marlow."
    asked = score(statement, "When did the probe land in the harbour of Marlow?")
    assert DifferingKind.QUESTION not in {each.kind for each in asked.differing}
    open_ = score(statement, "Did the probe land in the harbour of Marlow?")
    assert DifferingKind.QUESTION in {each.kind for each in open_.differing}


def test_what_was_passed_over_is_denied_on_both_sides():
    """To prefer one over the other is to take it rather than the other."""
    source = "The port prefers rail rather than lorries for its freight."
    assert not _kinds("The port prefers rail over lorries for its freight.", source)


def test_a_month_and_what_was_done_in_the_same_source_are_no_doubt():
    """May 2009 is a date, and who will do it in one sentence has done it in another."""
    assert not _kinds("She was appointed in 2009.", "In May 2009 she was appointed.")
    both = "The council will close the bridge, it said. On Friday the council closed the bridge."
    assert not _kinds("The council closed the bridge on Friday.", both)
    said = "The harbour master said the pier would be closed for repairs until May."
    assert not _kinds("The pier is closed for repairs until May.", said)


SAID = """The harbour will be rebuilt by 2030, the port's director, Ines Gallagher, told reporters.
She said no jobs would be lost in the rebuilding. Pieter Vandermeer, the union's head, spoke too."""


@pytest.mark.parametrize(
    "statement",
    [
        "Vandermeer said the harbour would be rebuilt by 2030.",
        "Vandermeer said no jobs would be lost in the rebuilding.",
    ],
)
def test_words_that_the_source_gives_to_another_are_told_with_who_says_them(statement):
    """A name of the source, beside a verb of saying, that the statement has not."""
    answer = score(statement, SAID)
    told = [each for each in answer.differing if each.kind is DifferingKind.NAME]
    assert [each.in_source for each in told] == ["Ines Gallagher"]
    assert answer.verdict is not Verdict.SUPPORTED
    honest = statement.replace("Vandermeer", "Gallagher")
    assert not _kinds(honest, SAID)


def test_a_value_that_the_source_gives_elsewhere_differs_from_nothing():
    """A second figure for the like of it is no contradiction of the first."""
    source = (
        "Excluding one item, earnings of the bank per share were 6.86 dollars. In the third "
        "quarter the bank earned 3.1 billion dollars, or 6.78 dollars per share."
    )
    answer = score("The bank earned 3.1 billion dollars, and 6.86 dollars per share.", source)
    assert {value.result for value in answer.values} == {ValueResult.EQUAL}


def test_a_form_that_no_stemmer_undoes_is_the_word_it_comes_from():
    """Who sold has to be found by "sell"."""
    assert not score("Lindholm sold two ferries.", "Lindholm will sell two ferries.").missing
