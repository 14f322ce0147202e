"""The laws of language detection: sure where it can be, silent where it cannot."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.language import detect_language

SURE = {
    "en": "The court ruled on Monday that the ban could stay in place.",
    "de": "Das Gericht entschied am Montag, dass das Verbot bestehen bleiben kann.",
    "fr": "Le tribunal a jugé lundi que l'interdiction pouvait être maintenue.",
    "es": "El tribunal dictaminó el lunes que la prohibición podía mantenerse.",
    "it": "Il tribunale ha stabilito lunedì che il divieto può restare in vigore.",
    "pt": "O tribunal decidiu na segunda-feira que a proibição pode ser mantida, disse ele.",
    "nl": "De rechtbank oordeelde maandag dat het verbod van kracht mag blijven.",
    "pl": "Sąd orzekł w poniedziałek, że zakaz może pozostać w mocy.",
    "tr": "Mahkeme pazartesi günü yasağın yürürlükte kalabileceğine karar verdi.",
    "ru": "Суд постановил в понедельник, что запрет может остаться в силе.",
    "uk": "Суд ухвалив у понеділок, що заборона може залишитися чинною.",
    "ar": "قضت المحكمة يوم الاثنين بأن الحظر يمكن أن يبقى ساريا.",
    "fa": "دادگاه روز دوشنبه حکم داد که این ممنوعیت می‌تواند برقرار بماند.",
    "he": "בית המשפט פסק ביום שני כי האיסור יכול להישאר בתוקף.",
    "hi": "अदालत ने सोमवार को फैसला सुनाया कि प्रतिबंध जारी रह सकता है।",
    "th": "ศาลตัดสินเมื่อวันจันทร์ว่าคำสั่งห้ามยังคงมีผล",
    "zh": "法院周一裁定禁令可以继续有效。",
    "ja": "裁判所は月曜日、禁止を維持できると判断した。",
    "ko": "법원은 월요일 금지를 유지할 수 있다고 판결했다.",
    "el": "Το δικαστήριο αποφάσισε τη Δευτέρα.",
}


@pytest.mark.parametrize(("language", "text"), SURE.items(), ids=SURE)
def test_a_sentence_of_the_news_is_named_by_its_language(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "   ", "12,345 678 €", "NATO", "OK!", "a b c", "國", "…"])
def test_what_is_too_short_to_tell_is_unknown(text):
    assert detect_language(text) is None


def test_a_foreign_name_does_not_change_the_language_of_a_korean_sentence():
    assert detect_language("Samsung Electronics는 월요일 실적을 발표했다.") == "ko"


def test_a_quotation_in_chinese_does_not_change_the_language_of_an_english_text():
    text = "The slogan 人民 was painted on a wall near the old railway station in the city."
    assert detect_language(text) == "en"


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_language_of_two_letters_or_none(text):
    language = detect_language(text)
    assert language is None or (len(language) == 2 and language.isalpha())
