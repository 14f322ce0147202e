"""A source in another language or script is never told silent."""

import pytest

from service.domain import Verdict
from workers.assessing.scoring import score_pair
from workers.language.scripts import is_other_script, scripts_of

ENGLISH = "Zelensky met the crews in Odesa after 1,250 soldiers had returned."
ABROAD = [
    ("uk", "Зеленський зустрів екіпажі в Одесі."),
    ("ar", "التقى زيلينسكي الأطقم في أوديسا."),
    ("th", "เซเลนสกี พบกับลูกเรือที่โอเดสซา"),
    ("ja", "ゼレンスキー大統領はオデーサで乗組員と面会した。"),
    ("de", "Selenskyj traf die Besatzungen in Odessa."),
]


@pytest.mark.parametrize(("language", "source"), ABROAD)
@pytest.mark.parametrize("times", [1, 12])
def test_a_source_in_another_language_could_not_be_checked(language, source, times):
    score, _ = score_pair(ENGLISH, [" ".join([source] * times)], "en")
    assert (score.verdict, score.reason_code) == (Verdict.COULD_NOT_CHECK, "other_language")


@pytest.mark.parametrize(("language", "source"), ABROAD[:4])
def test_two_scripts_are_enough_where_no_language_is_known(language, source):
    score, _ = score_pair(ENGLISH, [source], None)
    assert score.verdict is Verdict.COULD_NOT_CHECK


def test_one_silent_source_beside_one_in_another_language_is_no_silence():
    score, _ = score_pair(ENGLISH, ["The harbour was empty on Monday.", ABROAD[-1][1]], "en")
    assert (score.verdict, score.reason_code) == (Verdict.COULD_NOT_CHECK, "other_language")


def test_what_one_source_says_is_supported_whatever_stands_beside_it():
    score, _ = score_pair(ENGLISH, [ABROAD[0][1], ENGLISH], "en")
    assert score.verdict is Verdict.SUPPORTED


def test_a_silent_source_in_the_same_language_is_silent():
    score, _ = score_pair(ENGLISH, ["The harbour was empty on Monday."], "en")
    assert score.verdict is Verdict.NOT_FOUND


def test_names_and_units_of_another_script_do_not_make_another_language():
    russian = "Компания OpenAI выпустила модель GPT для Windows."
    assert not is_other_script(russian, "ru", scripts_of(russian * 40))
    assert not is_other_script("3.5 km", None, scripts_of(russian))


def test_japanese_is_one_script_in_three_sets_of_characters():
    assert not is_other_script("オデーサ", "ja", scripts_of("大統領は面会した。"))
    assert is_other_script("Odesa was empty", "ja", scripts_of("大統領は面会した。"))


def test_serbian_is_read_in_either_alphabet():
    cyrillic = "Министар је у среду отворио мост у Новом Саду."
    score, _ = score_pair("Ministar je u sredu otvorio most u Novom Sadu.", [cyrillic], "sr")
    assert score.verdict is Verdict.SUPPORTED


def test_a_long_source_is_looked_at_in_three_places():
    """A page of another script below its head, in its midst or at its end is not overlooked."""
    text = "The harbour was empty. " * 200 + "Гавань была пуста. " * 400
    assert {"LATIN", "CYRILLIC"} <= scripts_of(text)
