"""The world's charsets are read by the header, by the page, by their mark, or by nothing."""

import pytest

from workers.extracting.charsets import decode

TEXTS = {
    "windows-1250": "Miejska rada przyjęła budżet na następny rok, podał burmistrz Łodzi. ",
    "windows-1251": "Городской совет утвердил бюджет на следующий год, сообщила мэрия. ",
    "windows-1252": "Der Stadtrat beschloss “höhere Gebühren” – 5 € für größere Häuser. ",
    "windows-1253": "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό για το επόμενο έτος. ",
    "windows-1254": "Belediye meclisi gelecek yılın bütçesini onayladı, dedi başkan. Şehir. ",
    "windows-1255": "מועצת העיר אישרה את התקציב לשנה הבאה, כך מסרה העירייה. ",
    "windows-1256": "وافق مجلس المدينة على ميزانية العام المقبل حسبما أعلنت البلدية. ",
    "windows-1257": "Miesto taryba patvirtino kitų metų biudžetą, pranešė meras. Žmonės ąčęė. ",
    "windows-1258": "Hôm qua, ông nói không đi đâu, cơ quan cho hay hôm nay. ",
    "windows-874": "สภาเมืองอนุมัติงบประมาณสำหรับปีหน้า นายกเทศมนตรีกล่าว ",
    "iso-8859-2": "Miejska rada przyjęła budżet na następny rok, podał burmistrz Łodzi. ",
    "iso-8859-5": "Городской совет утвердил бюджет на следующий год, сообщила мэрия. ",
    "iso-8859-7": "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό για το επόμενο έτος. ",
    "iso-8859-15": "Der Stadtrat beschloss höhere Gebühren, 5 € für größere Häuser. ",
    "koi8-r": "Городской совет утвердил бюджет на следующий год, сообщила мэрия. ",
    "koi8-u": "Міська рада затвердила бюджет на наступний рік, повідомила мерія. Їжак є. ",
    "gb18030": "市议会批准了明年的预算，支出将增加百分之七，市长周一表示。",
    "gbk": "市议会批准了明年的预算，支出将增加百分之七，市长周一表示。",
    "big5": "市議會批准了明年的預算，支出將增加百分之七，市長週一表示。",
    "shift_jis": "市議会は来年度の予算案を可決した。予算は七パーセント増える。",
    "euc-jp": "市議会は来年度の予算案を可決した。予算は七パーセント増える。",
    "iso-2022-jp": "市議会は来年度の予算案を可決した。予算は七パーセント増える。",
    "euc-kr": "시의회는 내년도 예산안을 승인했다고 시장이 월요일에 밝혔다. ",
    "utf-16le": "Городской совет утвердил бюджет, “5 €” 市議会. ",
    "utf-16be": "Городской совет утвердил бюджет, “5 €” 市議会. ",
}
PYTHON = {"windows-874": "cp874", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
ALSO_IN_PAGES = [name for name in TEXTS if not name.startswith("utf-16")]
# What says nothing of itself is guessed; these are told apart by their bytes.
GUESSED = ["windows-1251", "koi8-r", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"]


def encoded(name, text):
    return text.encode(PYTHON.get(name, name))


@pytest.mark.parametrize("name", TEXTS)
def test_the_header_is_believed(name):
    page = f"<html><body><p>{TEXTS[name] * 4}</p>"
    text = decode(encoded(name, page), f"text/html; charset={name}", is_html=True)
    assert TEXTS[name] * 4 in text


@pytest.mark.parametrize("name", ALSO_IN_PAGES)
@pytest.mark.parametrize(
    "head",
    [
        "<meta charset={}>",
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={}">',
        "<?xml version='1.0' encoding='{}'?>",
    ],
)
def test_the_page_is_believed_where_the_header_says_nothing(name, head):
    page = f"{head.format(name)}<html><body><p>{TEXTS[name] * 4}</p>"
    assert TEXTS[name] * 4 in decode(encoded(name, page), "text/html", is_html=True)


@pytest.mark.parametrize("name", GUESSED)
def test_what_says_nothing_is_guessed(name):
    page = f"<html><body><p>{TEXTS[name] * 20}</p>"
    assert TEXTS[name] * 20 in decode(encoded(name, page), "text/html", is_html=True)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(name):
    page = "<html><body><p>Der Stadtrat beschloss höhere Gebühren.</p></body></html>"
    assert decode(page.encode(name), "text/html", is_html=True) == page


def test_the_mark_goes_before_the_header_and_that_before_the_page():
    text = "Größe über alles, sagte der Bürgermeister – am Montag."
    marked = b"\xef\xbb\xbf" + f"<meta charset=koi8-r>{text}".encode()
    assert text in decode(marked, "text/html; charset=windows-1251", is_html=True)
    stated = f"<meta charset=iso-8859-7>{text}".encode("cp1252")
    assert text in decode(stated, "text/html; charset=windows-1252", is_html=True)


def test_a_declaration_in_a_comment_is_none():
    text = TEXTS["koi8-r"] * 4
    page = f"<!-- <meta charset=windows-1251> --><meta charset=koi8-r><p>{text}"
    assert text in decode(page.encode("koi8-r"), None, is_html=True)


def test_utf_7_is_never_obeyed():
    page = "<meta charset=utf-7><p>+ADw-script+AD4-</p>"
    assert "<script>" not in decode(page.encode(), "text/html; charset=utf-7", is_html=True)


@pytest.mark.parametrize("label", ["x-user-defined", "replacement", "hz-gb-2312", "'", "", "\x00"])
def test_an_odd_label_is_passed_over(label):
    text = TEXTS["windows-1252"]
    assert text in decode(text.encode(), f"text/html; charset={label}", is_html=True)
