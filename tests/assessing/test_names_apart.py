"""A name that stands elsewhere in its source than what is said of it."""

import pytest

from workers.assessing.apart import find_apart
from workers.assessing.coverage import read_claim
from workers.assessing.passages import index_source

RAILWAY = (
    "The railway will add a night train in autumn. "
    "It has ordered eight sleeping carriages from the Spanish maker Torrejon. "
    "A private operator, Nordlys, has applied for a licence to run trains on the coast line. "
    "Passengers had asked for more beds. "
    "She said so to the council. "
    "The minister, Kari Solberg, visited the depot on Tuesday. "
    "She promised another look at the timetable in spring. "
    "Fares stay as they are. "
    "The old carriages go to a museum. "
    "Work on the platforms begins in May."
)


def gaps(statement, *sources, language="en"):
    indexes = [index_source(f"s{i}", text, language) for i, text in enumerate(sources)]
    found = find_apart(read_claim(statement, language), indexes)
    return {" ".join(part.token.word.form for part in name.parts): name.gap for name in found}


def test_a_name_stands_apart_where_another_sentence_has_all_that_is_said_of_it():
    """The licence is applied for in a sentence without the maker; the maker's has none of it."""
    found = gaps("Torrejon has applied for a licence to run trains on the coast line.", RAILWAY)
    assert found["torrejon"] == 1.0


def test_a_name_among_its_words_does_not_stand_apart():
    """The operator stands in the very sentence."""
    assert not gaps("Nordlys has applied for a licence to run trains on the coast line.", RAILWAY)


def test_a_pronoun_carries_a_name_into_the_next_sentence():
    """ "She promised" is the minister of the sentence before, and not the maker before that."""
    promise = "{} promised another look at the timetable in spring."
    assert not gaps(promise.format("Solberg"), RAILWAY)
    assert gaps(promise.format("Torrejon"), RAILWAY)["torrejon"] > 0.9


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"Torrejon builds trains. {RAILWAY}", id="opened with it"),
        pytest.param(RAILWAY + " Torrejon wrote. Torrejon called." * 2, id="full of it"),
    ],
)
def test_the_topic_of_a_source_stands_nowhere_apart(source):
    """A source need not name its topic again in each sentence."""
    assert not gaps("Torrejon has applied for a licence to run trains on the coast line.", source)


def test_a_name_that_the_source_lacks_is_missing_and_not_apart():
    """That is told otherwise."""
    assert not gaps("Brightwell has applied for a licence on the coast line.", RAILWAY)


def test_two_names_side_by_side_are_one():
    """A given name is no name of its own, and its surname no word around it."""
    found = gaps("Kari Solberg has applied for a licence on the coast line.", RAILWAY)
    assert list(found) == ["kari solberg"]


def test_a_name_that_any_source_has_among_its_words_does_not_stand_apart():
    """What one source says of someone is not held against another that names him elsewhere."""
    other = "Nordlys wants the licence. " * 3 + "Torrejon has applied for a licence to run trains."
    assert not gaps("Torrejon has applied for a licence to run trains.", RAILWAY, other)


def test_nothing_is_told_of_a_language_whose_pronouns_are_not_known():
    """Here a name would seem apart wherever a pronoun stands for it."""
    source = "Nordlys hat eine Lizenz für Züge an der Küste beantragt. " + "Torrejon schweigt. " * 2
    statement = "Torrejon hat eine Lizenz für Züge an der Küste beantragt."
    assert not gaps(statement, f"Es regnet. {source}", language="de")
