"""A page is decoded as it is encoded, whatever it says of itself."""

import re

import pytest
import troubles
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.extracting.charsets import decode

RUSSIAN = "Городской совет утвердил бюджет на следующий год. " * 5
JAPANESE = "市議会は来年度の予算案を可決した。予算は七パーセント増える。" * 5
GERMAN = "Der Stadtrat beschloss die Erhöhung der Gebühren für größere Häuser. " * 5

CASES = [
    ("header", RUSSIAN.encode("koi8-r"), "text/html; charset=koi8-r", RUSSIAN),
    ("quoted header", RUSSIAN.encode("cp1251"), 'text/html; charset="windows-1251"', RUSSIAN),
    ("page", b'<meta charset="shift_jis">' + JAPANESE.encode("cp932"), None, JAPANESE),
    (
        "latin-1 is windows-1252",
        "“Größe” – 5 €".encode("cp1252"),
        "text/html; charset=iso-8859-1",
        "“Größe” – 5 €",
    ),
    ("UTF-8 called latin-1", GERMAN.encode(), "text/html; charset=iso-8859-1", GERMAN),
    ("windows-1251 called UTF-8", RUSSIAN.encode("cp1251"), "text/html; charset=utf-8", RUSSIAN),
    (
        "byte order mark",
        b"\xff\xfe" + GERMAN.encode("utf-16-le"),
        "text/html; charset=utf-8",
        GERMAN,
    ),
    ("unknown name", GERMAN.encode(), "text/html; charset=klingon", GERMAN),
    ("a codec that is no charset", GERMAN.encode(), "text/html; charset=zip", GERMAN),
]


@pytest.mark.parametrize(
    ("content", "stated", "text"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_the_charset_is_found(content, stated, text):
    assert text in decode(content, stated, is_html=True)


def test_a_slip_of_one_byte_does_not_change_the_charset():
    text = decode(GERMAN.encode() * 9 + b"\xff", "text/html; charset=utf-8", is_html=True)
    assert GERMAN in text


@pytest.mark.parametrize("content", [b"", b"\xff", bytes(range(256)), b"\x80" * 1000])
def test_no_bytes_raise(content):
    assert isinstance(decode(content, None, is_html=True), str)


def test_the_page_of_the_fault_web_is_read():
    answer = troubles.broken_charset()
    assert "Городской" in decode(answer.body, answer.headers["Content-Type"], is_html=True)


@pytest.mark.parametrize("charset", ["iso2022_jp", "iso2022_jp_2"])
def test_seven_bits_that_shift_to_another_charset_are_no_ascii(charset):
    assert "市議会" in decode(JAPANESE.encode(charset), None, is_html=False)


@given(st.text(st.characters(codec="ascii"), max_size=200))
@settings(max_examples=100, deadline=None)
def test_plain_ascii_is_read_as_it_stands(text):
    content = re.sub("[\0\x0e\x0f\x1b~]", "", text).encode()
    assert decode(content, None, is_html=False) == content.decode("ascii")
