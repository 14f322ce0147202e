"""What is less sure, only planned, fewer or the other way in the source is told by its place."""

from collections import Counter

import pytest
from asking import SCORER, Given, score

from service.domain import DifferingKind, Verdict
from workers.assessing.ladders import LADDERS
from workers.assessing.quantities import BOUNDS, EXTENTS, SHARES, SIDES
from workers.assessing.scales import APART, find_steps, read_table

LESS = [
    # Another step of one matter.
    ("The treasurer was convicted of stealing the parish funds.",
     "The treasurer was charged with stealing the parish funds.", "convicted"),
    ("The two banks have agreed on a merger.", "The two banks are in talks on a merger.", "agreed"),
    ("Parliament has passed a bill on river fishing.",
     "Parliament debated a bill on river fishing.", "passed"),
    ("Four hikers were killed in the rockfall at Oberau.",
     "Four hikers were injured in the rockfall at Oberau.", "killed"),
    ("The council ordered residents of Marlow to leave.",
     "The council asked residents of Marlow to leave.", "ordered"),
    ("The council asked residents of Marlow to leave.",
     "The council ordered residents of Marlow to leave.", "asked"),
    # Planned, and told as done: the same verb, or another word for it.
    ("The mayor allowed the ferry to sail at night.",
     "The harbour urged the mayor to allow the ferry to sail at night.", "allowed"),
    ("The group has sold its mill in Skell.", "The group is considering selling its mill in Skell.",
     "has sold"),
    ("A larger trial of the drug started in September.",
     "The firm plans to begin a larger trial of the drug in September.", "started"),
    # How many, how often, how far.
    ("All of the villagers at the meeting wanted a bridge.",
     "Most of the villagers at the meeting wanted a bridge.", "All"),
    ("Ramos often played for the harbour club last season.",
     "Ramos rarely played for the harbour club last season.", "often"),
    ("Dengue cases rose slightly in the province.", "Dengue cases rose sharply in the province.",
     "slightly"),
    ("At most 200 trees along the road will be felled.",
     "At least 200 trees along the road will be felled.", "At most"),
]  # fmt: skip

SAME = [
    ("The treasurer was convicted of stealing the parish funds.",
     "The treasurer, who was charged in May with stealing the parish funds, was found guilty."),
    ("The treasurer may be convicted of stealing the parish funds.",
     "The treasurer was charged with stealing the parish funds."),
    ("The banks agreed on a merger.", "The banks agreed on a merger after two years of talks."),
    ("Nearly all of the villagers wanted a bridge.", "Most of the villagers wanted a bridge."),
    ("Every stop of the tram has a lift.", "All stops of the tram have a lift."),
    ("Each of the villagers got a letter, but most threw it away.",
     "All villagers got a letter, but most of them threw it away."),
    ("Fares will rise by 4 percent.", "Fares are likely to go up by 4 percent."),
    ("The firm plans to start a trial of the drug.", "The firm will begin a trial of the drug."),
    ("Lorries will be charged 9 euros in the tunnel.",
     "Lorries are charged 9 euros in the tunnel."),
    ("The company rejects only one of the ministry's conditions.",
     "The company has accepted all but one of the ministry's conditions."),
]  # fmt: skip

ABROAD = [
    ("de", "Der Werksleiter von Rhenag wurde wegen Untreue verurteilt.",
     "Gegen den Werksleiter von Rhenag wird wegen Untreue ermittelt.", "verurteilt"),
    ("de", "Alle Beschäftigten in Weilau wechseln das Werk.",
     "Die meisten Beschäftigten in Weilau wechseln das Werk.", "Alle"),
    ("fr", "Le comptable du port a été condamné pour fraude.",
     "Le comptable du port a été mis en examen pour fraude.", "condamné"),
    ("fr", "Aucun salarié du port ne sera reclassé.",
     "La plupart des salariés du port seront reclassés.", "Aucun"),
    ("es", "El alcalde de Ribera fue condenado por fraude.",
     "El alcalde de Ribera fue acusado de fraude.", "condenado"),
    ("es", "Todos los vecinos de Ribera apoyan el puente.",
     "Pocos vecinos de Ribera apoyan el puente.", "Todos"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "source", "words"), LESS)
def test_what_the_source_says_less_of_is_named_and_is_no_support(statement, source, words):
    """A firmer step, a plan told as done and another quantity are named with the source's words."""
    answer = score(statement, source)
    assert answer.verdict is not Verdict.SUPPORTED
    told = {each.in_article: each for each in answer.differing}
    assert words in told
    assert told[words].kind in {
        DifferingKind.CERTAINTY,
        DifferingKind.QUANTITY,
        DifferingKind.OPPOSITE,
    }
    assert told[words].in_source in source
    assert f"“{told[words].in_source}” where the article has “{words}”" in answer.reason


@pytest.mark.parametrize(("statement", "source"), SAME)
def test_the_same_in_other_words_is_no_other_step(statement, source):
    """What the source says too, what is as open there, and neighbours of a scale are no lack."""
    assert not score(statement, source).differing


@pytest.mark.parametrize(("language", "statement", "source", "words"), ABROAD)
def test_steps_are_told_in_german_french_and_spanish(language, statement, source, words):
    """The tables of those languages are read as the English ones are."""
    index = SCORER.index(Given("s1", source, language))
    answer = SCORER.score(statement, language, [index])
    assert answer.verdict is not Verdict.SUPPORTED
    assert any(words in each.in_article for each in answer.differing)


FORESEEN = [
    ("de", "Rhenag hat das Kraftwerk in Dormagen stillgelegt.",
     "Rhenag will das Kraftwerk in Dormagen stilllegen.",
     "hat das Kraftwerk in Dormagen stillgelegt"),
    ("de", "Der Leiter hat zwei Millionen Euro veruntreut.",
     "Der Leiter könnte zwei Millionen Euro veruntreut haben.",
     "hat zwei Millionen Euro veruntreut"),
    ("fr", "Le port de Brest a fermé son terminal.",
     "Le port de Brest envisage de fermer son terminal.", "a fermé"),
    ("fr", "Le texte a été voté par le Sénat.", "Le texte doit encore être voté par le Sénat.",
     "été voté"),
    ("es", "La región ha construido un puente en Ribera.",
     "La región prevé construir un puente en Ribera.", "ha construido"),
    ("es", "Las obras del puente duraron tres años.",
     "Las obras del puente podrían durar tres años.", "duraron"),
]  # fmt: skip

AS_DONE = [
    ("de", "Gegen den Leiter wurde wegen Untreue ermittelt.",
     "Gegen den Leiter wird wegen Untreue ermittelt."),
    ("de", "Rhenag hat das Kraftwerk in Dormagen stillgelegt.",
     "Rhenag will sparen und hat das Kraftwerk in Dormagen stillgelegt."),
    ("de", "Rhenag soll das Kraftwerk in Dormagen stilllegen.",
     "Rhenag will das Kraftwerk in Dormagen stilllegen."),
    ("fr", "Le port de Brest a fermé son terminal.", "Le terminal du port de Brest est fermé."),
    ("es", "La región construyó un puente en Ribera.",
     "El puente que la región construyó en Ribera va a abrir."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "statement", "source", "words"), FORESEEN)
def test_a_plan_told_as_done_is_named_in_german_french_and_spanish(
    language, statement, source, words
):
    """The verb with what has it done is told, and there what has it ahead."""
    index = SCORER.index(Given("s1", source, language))
    answer = SCORER.score(statement, language, [index])
    assert answer.verdict is not Verdict.SUPPORTED
    assert words in [each.in_article for each in answer.differing]


@pytest.mark.parametrize(("language", "statement", "source"), AS_DONE)
def test_what_is_done_there_too_or_ahead_here_too_is_no_difference_abroad(
    language, statement, source
):
    """What is under way, done beside a plan, or planned on both sides is left alone."""
    index = SCORER.index(Given("s1", source, language))
    assert not SCORER.score(statement, language, [index]).differing


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("tables", [LADDERS, SIDES, EXTENTS, SHARES, BOUNDS],
                         ids=["ladders", "sides", "extents", "shares", "bounds"])  # fmt: skip
def test_no_words_stand_on_two_steps_of_a_scale(tables, language):
    """Each phrase names one step of each of its scales, and each scale has two steps or more."""
    phrases = {
        p for found in read_table(tables.get(language, ""), language).values() for p in found
    }
    places = Counter((phrase.words, phrase.scale) for phrase in phrases)
    assert [place for place, times in places.items() if times > 1] == []
    ranks = {scale: {p.rank for p in phrases if p.scale == scale} for _, scale in places}
    assert all(len(found) > 1 for found in ranks.values())


def test_the_longest_phrase_of_a_place_is_taken():
    """Two words go before the second of them, and steps parted by "≈" are neighbours."""
    table = "any < hard any ≈ few"
    found = list(find_steps(("hard", "any", "few"), lambda _: "", table, "en"))
    places = [(step.rank, step.first, step.last) for step in found]
    assert places == [(APART, 0, 1), (APART + 1, 2, 2)]
