"""Derive workers/language/forms/*.txt: frequent forms whose stem is not that of their base form.

In: the dictionaries of simplemma 2 (MIT), and of wordfreq 3 only which forms are among the
commonest of a language. Out: a line for each base form, with those of its forms that Snowball
stems otherwise ("ankündigen angekündigt"). Nothing else needs these two packages:
pip install simplemma wordfreq. Usage: python tests/eval/forms.py
"""

from collections import defaultdict
from pathlib import Path

import wordfreq
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from workers.language.folding import fold
from workers.language.stopwords import STOP_WORDS
from workers.language.words import find_stemmer

LANGUAGES = ("ca", "da", "de", "es", "fr", "it", "nb", "nl", "pt", "ro", "ru", "sv")
COMMONEST = {"de": 30_000, "nl": 30_000}  # they put "ge" into the midst of a verb
COMMONEST_ELSEWHERE = 12_000
LEAST_LETTERS = 3  # shorter forms are another word as often
OUT = Path(__file__).parents[2] / "workers" / "language" / "forms"
HEAD = "# From simplemma 2 (MIT, Adrien Barbaresi) by tests/eval/forms.py: base form, its forms.\n"


def forms_of(language: str) -> dict[str, list[str]]:
    """Give by base form the forms that share no stem with it."""
    lemmas = DefaultDictionaryFactory().get_dictionary(language)
    stem = find_stemmer(language).stemWord
    stops = STOP_WORDS.get(language, frozenset())
    found = defaultdict(list)
    for form in sorted(_frequent(lemmas, language)):
        lemma = lemmas[form]
        if min(len(form), len(lemma)) < LEAST_LETTERS or not (form + lemma).isalpha():
            continue
        if fold(form) in stops or fold(lemma) in stops:
            continue
        if fold(stem(form.lower())) != fold(stem(lemma.lower())):
            found[lemma].append(form)
    return found


def _frequent(lemmas, language: str) -> list[str]:
    """Give the frequent forms, in German those of nouns with their capital."""
    words = wordfreq.top_n_list(
        language, COMMONEST.get(language, COMMONEST_ELSEWHERE), wordlist="small"
    )
    return [f for word in words for f in {word, word.capitalize()} if f in lemmas]


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for language in LANGUAGES:
        lines = [" ".join([lemma, *forms]) for lemma, forms in sorted(forms_of(language).items())]
        name = "no" if language == "nb" else language  # as py3langid names it
        (OUT / f"{name}.txt").write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
