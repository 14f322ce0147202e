"""Grammar that is written onto a word or among characters: Korean, Arabic, Chinese, Japanese."""

import pytest

from workers.assessing.coverage import read_claim
from workers.assessing.passages import index_source
from workers.language.east_asian import CONTENT, GRAMMAR, MIXED, grammar_of, split_tail
from workers.language.words import WordKind, read_word, read_words

KOREAN = [
    ("요금을", "요금"),
    ("요금에서는", "요금"),
    ("어린이의", "어린"),
    ("어린이", "어린"),
    ("원으로", "원"),
    ("발표했다고", "발표"),
    ("오르지", "오르"),
    ("않는다", "않"),
    ("서울", "서울"),
    ("를", "를"),
]


@pytest.mark.parametrize(("written", "core"), KOREAN)
def test_the_particle_or_ending_of_a_korean_word_stands_apart(written, core):
    assert written[: split_tail(written)] == core
    tokens = list(read_words(written, "ko"))
    assert "".join(t.word.form for t in tokens if t.word.kind is WordKind.STOP) in {
        written[len(core) :],
        "",
    }
    assert tokens[-1].end == len(written)


@pytest.mark.parametrize(
    ("pair", "grammar"),
    [
        ("建設", CONTENT), ("設費", CONTENT), ("費は", MIXED), ("して", GRAMMAR),
        ("交通", CONTENT), ("的电", MIXED), ("了的", GRAMMAR),
        ("요금", CONTENT), ("하지", GRAMMAR), ("สะ", None), ("ab", None),
    ],
)  # fmt: skip
def test_a_pair_tells_how_much_of_it_is_grammar(pair, grammar):
    assert grammar_of(pair) == grammar


def test_characters_that_carry_grammar_weigh_least():
    weights = {p.stem: p.weight for p in read_claim("建設費は増えて", "ja").parts}
    assert weights["建設"] > weights["費は"] > weights["えて"]


@pytest.mark.parametrize("written", ["ولن", "فلن", "لن"])
def test_an_arabic_conjunction_does_not_hide_a_denial(written):
    assert read_word(written, "ar").stem == read_word("لن", "ar").stem


def test_an_arabic_root_is_found_in_another_form_of_it():
    """Stems of three consonants are compared too, and so is one with a conjunction before it."""
    index = index_source("s1", "أصدر المجلس كتابا عن وزارة المياه.", "ar")
    assert index.like(read_word("كتب", "ar").stem) is not None
    assert index.like(read_word("ووزارة", "ar").stem) is not None
    assert index.like(read_word("زيتون", "ar").stem) is None
