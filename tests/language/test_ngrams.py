"""The laws of the model of languages: cut to what is asked for, it says what the whole one says."""

import json
from copy import copy
from functools import cache
from importlib.resources import files
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.test_detect import SURE
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from workers.language.detect import SHARED_SCRIPT
from workers.language.ngrams import tongues

MIXED = {
    "shouted": "THE COURT RULED ON MONDAY THAT THE BAN COULD STAY IN PLACE.",
    "two languages": f"{SURE['en']} {SURE['de']} {SURE['de']}",
    "two scripts": f"{SURE['ru']} {SURE['en']}",
    "decomposed": "Le tribunal a juge\u0301 lundi que l'interdiction pouvait e\u0302tre maintenue.",
    "Serbian in Latin letters": "Sud je u ponedeljak presudio da zabrana može da ostane na snazi.",
    "a lone surrogate": "The court ruled \ud800 on Monday that the ban could stay.",
    "long": SURE["en"] * 200,
}


@cache
def loaded() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def whole_model(script: str) -> LanguageIdentifier:
    model = copy(loaded())
    model.set_languages(sorted(set(SHARED_SCRIPT[script]) & set(model.labels)))
    return model


def as_above_the_best(fits: dict[str, float]) -> dict[str, float]:
    return {language: fit - max(fits.values()) for language, fit in fits.items()}


def assert_fits_as_in_the_whole_model(text: str, script: str) -> None:
    ours = as_above_the_best(tongues(script).fits(text))
    theirs = as_above_the_best(dict(whole_model(script).rank(text)))
    # The whole model adds up in 32 bits, whose error grows with the sum.
    assert ours == pytest.approx(theirs, abs=1e-3 + len(text) * 1e-5)


@pytest.mark.parametrize("text", [*SURE.values(), *MIXED.values()], ids=[*SURE, *MIXED])
@pytest.mark.parametrize("script", SHARED_SCRIPT)
def test_each_language_fits_a_text_as_well_as_the_whole_model_says(text, script):
    assert_fits_as_in_the_whole_model(text, script)


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_so_does_it_whatever_the_text(text):
    assert_fits_as_in_the_whole_model(text, "LATIN")


def test_without_a_letter_that_is_known_all_languages_fit_equally():
    assert set(tongues("CYRILLIC").fits("").values()) == {0.0}


def test_the_file_names_its_source_and_carries_its_licence():
    with (files("workers.language") / "ngrams.zip").open("rb") as file, ZipFile(file) as archive:
        about = json.loads(archive.read("about.json"))
    assert "py3langid" in about["source"]
    assert "Redistributions of source code must retain the above copyright" in about["licence"]
    assert set(about["scripts"]) == set(SHARED_SCRIPT)
