"""Opposites in other languages than English hold a statement back, and accuse nobody."""

import pytest
from asking import SCORER, Given

from service.domain import DifferingKind, Verdict
from workers.assessing.opposites_abroad import CLASSES_OF, OPPOSITES_OF
from workers.language.words import read_word

TURNED = [
    ("de", "Der Rat hat am Montag den Neubau der Schwimmhalle Nord abgelehnt.",
     "Der Rat hat am Montag den Neubau der Schwimmhalle Nord beschlossen."),
    ("fr", "Le conseil a rejeté lundi le projet de piscine de la commune de Valbrune.",
     "Le conseil a adopté lundi le projet de piscine de la commune de Valbrune."),
    ("es", "El precio del agua subió en marzo en la comarca de Sauce.",
     "El precio del agua bajó en marzo en la comarca de Sauce."),
    ("it", "La ditta Carpani assume cento operai a Valbruna.",
     "La ditta Carpani licenzia cento operai a Valbruna."),
    ("pt", "A empresa comprou em março o terreno de Valbrune.",
     "A empresa vendeu em março o terreno de Valbrune."),
    ("nl", "De huren in Altmoor zijn in maart opnieuw gestegen.",
     "De huren in Altmoor zijn in maart opnieuw gedaald."),
    ("ar", "تراجع إنتاج القمح في البلدة هذا العام بحسب الاتحاد.",
     "ارتفع إنتاج القمح في البلدة هذا العام بحسب الاتحاد."),
    ("ru", "Совет в понедельник одобрил строительство моста в Альтморе.",
     "Совет в понедельник отклонил строительство моста в Альтморе."),
]  # fmt: skip


def _score(statement, text, language):
    return SCORER.score(statement, language, [SCORER.index(Given("s1", text, language))])


@pytest.mark.parametrize(("language", "source", "turned"), TURNED)
def test_the_opposite_of_what_a_source_says_is_told_and_not_supported(language, source, turned):
    score = _score(turned, source, language)
    assert score.verdict not in {Verdict.SUPPORTED, Verdict.CONTRADICTED}
    assert {each.kind for each in score.differing} & {
        DifferingKind.OPPOSITE,
        DifferingKind.NEGATION,
    }


def test_one_rejected_of_many_that_were_accepted_is_not_called_false():
    source = "La empresa ha aceptado 31 de las 32 condiciones del ministerio."
    score = _score("De las 32 condiciones del ministerio, la empresa rechaza una.", source, "es")
    assert score.verdict is not Verdict.CONTRADICTED


@pytest.mark.parametrize("language", sorted(OPPOSITES_OF))
def test_no_word_is_the_opposite_of_itself(language):
    """Two words that share a stem would each exclude themselves."""
    pairs = [pair.split() for pair in OPPOSITES_OF[language].split(";")]
    stems = [tuple(read_word(word, language).stem for word in pair) for pair in pairs]
    assert [pair for pair, (one, other) in zip(pairs, stems, strict=True) if one == other] == []


@pytest.mark.parametrize("language", sorted(CLASSES_OF))
def test_members_of_a_class_are_told_apart(language):
    for members in CLASSES_OF[language]:
        stems = [read_word(word, language).stem for word in members.split()]
        assert len(set(stems)) == len(stems)
