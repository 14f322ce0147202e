"""The law of languages: what is said is found in each, and nothing is judged across two.

All sentences are our own writing.
"""

from dataclasses import replace

import pytest

from service.domain import Access, Page, QuoteResult, Submission, Unread, ValueResult, Verdict
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.reading import read_article

URL = "https://a.example/"
OTHER = "https://b.example/"

# language: what the source says, the same with a number changed, what it does not say.
SAID = {
    "en": ("The old bridge in Marlow was closed for 14 months.",
           "The old bridge in Marlow was closed for 17 months.",
           "Nobody in the valley keeps bees or goats any longer."),
    "de": ("Die alte Eisenbahnbrücke in Altmoor war 14 Monate gesperrt.",
           "Die alte Eisenbahnbrücke in Altmoor war 17 Monate gesperrt.",
           "Niemand im Tal hält noch Bienen oder Ziegen."),
    "nl": ("De oude spoorbrug in Altmoor was 14 maanden gesloten.",
           "De oude spoorbrug in Altmoor was 17 maanden gesloten.",
           "Niemand in het dal houdt nog bijen of geiten."),
    "sv": ("Den gamla järnvägsbron i Altmoor var stängd i 14 veckor.",
           "Den gamla järnvägsbron i Altmoor var stängd i 17 veckor.",
           "Ingen i dalen håller längre bin eller getter."),
    "fi": ("Altmoorin vanha rautatiesilta oli suljettu 14 viikkoa.",
           "Altmoorin vanha rautatiesilta oli suljettu 17 viikkoa.",
           "Kukaan laaksossa ei enää pidä mehiläisiä tai vuohia."),
    "fr": ("Le vieux pont de Valbrune est resté fermé 14 mois.",
           "Le vieux pont de Valbrune est resté fermé 17 mois.",
           "Personne dans la vallée n’élève plus d’abeilles ni de chèvres."),
    "es": ("El viejo puente de Sauce estuvo cerrado 14 meses.",
           "El viejo puente de Sauce estuvo cerrado 17 meses.",
           "Nadie en el valle cría ya abejas ni cabras."),
    "ru": ("Старый мост в Альтморе был закрыт 14 месяцев.",
           "Старый мост в Альтморе был закрыт 17 месяцев.",
           "Никто в долине больше не держит пчёл и коз."),
    "ar": ("بقي الجسر القديم في البلدة مغلقا 14 شهرا.",
           "بقي الجسر القديم في البلدة مغلقا 17 شهرا.",
           "لا أحد في الوادي يربي النحل أو الماعز بعد الآن."),
    "he": ("הגשר הישן בעיירה היה סגור במשך 14 חודשים.",
           "הגשר הישן בעיירה היה סגור במשך 17 חודשים.",
           "איש בעמק אינו מגדל עוד דבורים או עיזים."),
    "zh": ("镇上的旧桥关闭了14个月。", "镇上的旧桥关闭了17个月。",
           "山谷里已经没有人养蜜蜂或山羊。"),
    "ja": ("町の古い橋は14か月間閉鎖された。", "町の古い橋は17か月間閉鎖された。",
           "谷ではもう誰も蜂や山羊を飼っていない。"),
    "ko": ("마을의 낡은 다리는 14개월 동안 폐쇄되었다.",
           "마을의 낡은 다리는 17개월 동안 폐쇄되었다.",
           "골짜기에서는 이제 아무도 벌이나 염소를 기르지 않는다."),
    "th": ("สะพานเก่าในเมืองปิดนาน 14 เดือน", "สะพานเก่าในเมืองปิดนาน 17 เดือน",
           "ไม่มีใครในหุบเขาเลี้ยงผึ้งหรือแพะอีกแล้ว"),
    "km": ("ស្ពានចាស់ក្នុងទីក្រុងត្រូវបានបិទ 14 ខែ", "ស្ពានចាស់ក្នុងទីក្រុងត្រូវបានបិទ 17 ខែ",
           "គ្មាននរណាម្នាក់ចិញ្ចឹមឃ្មុំឬពពែទៀតទេ"),
    "lo": ("ຂົວເກົ່າໃນເມືອງຖືກປິດ 14 ເດືອນ", "ຂົວເກົ່າໃນເມືອງຖືກປິດ 17 ເດືອນ",
           "ບໍ່ມີໃຜລ້ຽງເຜິ້ງຫຼືແບ້ອີກແລ້ວ"),
    "my": ("မြို့ထဲကတံတားဟောင်းကို 14 လပိတ်ထားခဲ့သည်။", "မြို့ထဲကတံတားဟောင်းကို 17 လပိတ်ထားခဲ့သည်။",
           "ချိုင့်ဝှမ်းတွင်ပျားသို့မဟုတ်ဆိတ်မမွေးကြတော့ပါ။"),
}  # fmt: skip


def assess(statement, pages, language):
    links = "\n\n".join(f"[here]({url})" for url in pages)
    draft = f"[{statement}]({next(iter(pages))})\n\n{links}\n"
    submission = Submission(content=draft.encode(), filename="a.md", language=language)
    reading = read_article(submission, max_bytes=10**5, max_sources=9, max_statements=9)
    sources = tuple(replace(s, outcome=pages[s.url]) for s in reading.sources)
    first = replace(reading.article.statements[0], citations=tuple(s.id for s in sources))
    article = replace(reading.article, statements=(first,))
    return assess_article(replace(reading, article=article, sources=sources), load_scorer())[0]


@pytest.mark.parametrize("language", SAID)
def test_what_the_source_says_is_supported_and_a_changed_number_is_not(language):
    """In every script: the same words are found, other numbers and other matters are not."""
    said, changed, _ = SAID[language]
    page = Page(URL, said, language=language)
    assert assess(said, {URL: page}, language).verdict is Verdict.SUPPORTED
    assert assess(changed, {URL: page}, language).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize("language", SAID)
def test_what_the_source_does_not_say_is_not_found(language):
    """Silence in a language that is read is silence."""
    said, _, silent = SAID[language]
    assessment = assess(silent, {URL: Page(URL, said, language=language)}, language)
    assert assessment.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize("language", [code for code in SAID if code != "en"])
def test_a_source_in_another_language_is_never_silent_and_never_contradicts(language):
    """Beyond names, values and quotations nothing is told across languages."""
    page = Page(URL, SAID[language][1], language=language)
    assessment = assess(SAID["en"][0], {URL: page}, "en")
    assert assessment.verdict is Verdict.COULD_NOT_CHECK
    assert assessment.reason.startswith("other_language: ")
    assert all(v.result is not ValueResult.DIFFERENT for v in assessment.values)


def test_names_and_values_are_a_lead_across_languages():
    """The passage where they meet is shown, and the value that agrees; the verdict stays open."""
    text = "Der Winter war lang. In Altmoor zahlte Ada Quist 12 Millionen Euro. Danach schneite es."
    page = Page(URL, text, language="de")
    statement = "In Altmoor the mayor, Ada Quist, paid 12 million euros for it."
    assessment = assess(statement, {URL: page}, "en")
    assert assessment.verdict is Verdict.COULD_NOT_CHECK
    assert "Ada Quist" in assessment.evidence[0].text
    assert [v.result for v in assessment.values] == [ValueResult.EQUAL]


def test_a_silent_source_beside_one_in_another_language_proves_nothing():
    """The one that could not be compared may say it."""
    pages = {
        URL: Page(URL, SAID["en"][0], language="en"),
        OTHER: Page(OTHER, SAID["de"][2], language="de"),
    }
    assessment = assess(SAID["en"][2], pages, "en")
    assert assessment.verdict is Verdict.COULD_NOT_CHECK
    assert assessment.reason.startswith("other_language: ")


def test_a_quotation_is_not_missed_while_a_cited_source_was_not_read():
    """A dead page may have the words, so no alarm is raised."""
    pages = {
        URL: Page(URL, SAID["en"][0], language="en"),
        OTHER: Unread(OTHER, Access.DEAD, "status 404"),
    }
    quoted = "The mayor said “nobody asked the ferryman about his boat”."
    assessment = assess(quoted, pages, "en")
    assert [quote.result for quote in assessment.quotes] == [QuoteResult.NO_TEXT]


def test_a_script_without_a_tokenizer_could_not_be_checked():
    """Words that cannot be told apart are neither found nor missed."""
    javanese = "ꦱꦧꦼꦤ꧀ꦮꦺꦴꦁꦏꦭꦲꦶꦂꦫꦏꦺꦏꦤ꧀ꦛꦶꦩꦂꦢꦶꦏ"
    page = Page(URL, javanese, language="jv")
    assessment = assess(javanese, {URL: page}, "jv")
    assert assessment.verdict is Verdict.COULD_NOT_CHECK
    assert assessment.reason.startswith("unsupported_language: ")
