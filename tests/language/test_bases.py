"""Forms that no stemmer brings to their base form, and words that carry grammar alone."""

import pytest

from workers.language.auxiliaries import AUXILIARIES
from workers.language.bases import base_of
from workers.language.stopwords import STOP_WORDS
from workers.language.words import WordKind, read_word

SAME_WORD = [
    ("de", "gestiegen", "steigen"),
    ("de", "angekündigt", "ankündigen"),
    ("de", "fuhr", "fahren"),
    ("fr", "met", "mettre"),
    ("fr", "réduite", "réduire"),
    ("es", "pidió", "pedir"),
    ("it", "chiesto", "chiedere"),
    ("pt", "disse", "dizer"),
    ("de", "abgelehnt", "ablehnen"),
    ("de", "verurteilte", "verurteilen"),
    ("de", "berechnet", "berechnen"),
    ("de", "bestätigt", "bestätigen"),
    ("de", "genehmigte", "genehmigen"),
    ("de", "saniert", "sanieren"),
    ("de", "vierte", "viert"),
    ("nl", "verboden", "verbieden"),
    ("nl", "aangenomen", "aannemen"),
    ("en", "sold", "sell"),
]


@pytest.mark.parametrize(("language", "form", "base"), SAME_WORD)
def test_a_form_and_its_base_form_are_the_same_word(language, form, base):
    assert read_word(form, language).stem == read_word(base, language).stem


def test_a_name_is_not_taken_for_a_form_of_a_verb():
    """A capital that is no German noun's is a name's, and names have no base form."""
    assert read_word("Armando", "it").stem != read_word("armare", "it").stem


@pytest.mark.parametrize("language", ["xx", "../de", "", "DE"])
def test_a_language_without_a_list_leaves_each_word_as_it_is(language):
    """A language is a name in a list, never a path."""
    assert base_of("gestiegen", language) == "gestiegen"


@pytest.mark.parametrize("language", sorted(AUXILIARIES))
def test_auxiliaries_are_read_as_words_of_grammar(language):
    """Each is folded as the words of texts are, so that each is known again there."""
    words = [word for word in AUXILIARIES[language].split() if not word.isupper()]
    kinds = {word: read_word(word, language).kind for word in words}
    assert [word for word, kind in kinds.items() if kind is WordKind.WORD] == []


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "который"), ("fr", "où"), ("pl", "się"), ("ar", "إلى")]
)
def test_words_of_grammar_are_known_by_whichever_marks_they_bear(language, word):
    assert read_word(word, language).form in STOP_WORDS[language]
