"""Words quoted into a German sentence take its case, and are no misquotation for it."""

import pytest

from service.domain import QuoteResult
from workers.assessing.quotes import Quote, SourceText, check_quotes

SAID = "Ihr Sprecher Jonas Brandt nannte das Vorhaben „{}“ und ging."


def result(quoted: str, said: str, language: str = "de") -> QuoteResult:
    quote = Quote(quoted, 0, len(quoted))
    source = SourceText("s1", SAID.format(said), language)
    (check,) = check_quotes((quote,), "Brandt", (source,), (), language)
    return check.result


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("einem teuren Denkmal auf Pump", "ein teures Denkmal auf Pump"),
        ("teuren Denkmal auf großem Pump", "teures Denkmal auf großem Pump"),
        ("dem größten Fehler der Stadt", "der größte Fehler der Stadt"),
        ("keinen guten Plan für morgen", "kein guter Plan für morgen"),
        ("des teuren Denkmals auf Pump", "das teure Denkmal auf Pump"),
    ],
)
def test_another_case_is_no_other_wording(quoted: str, said: str) -> None:
    assert result(quoted, said) is QuoteResult.NORMALISED


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("die größten Fehler der Stadt", "der größte Fehler der Stadt"),
        ("keine gute Pläne für morgen", "kein guter Plan für morgen"),
        ("einem billigen Denkmal auf Pump", "ein teures Denkmal auf Pump"),
        ("ich habe das Denkmal gewollt", "ich haben das Denkmal gewollt"),
        ("keinem teuren Denkmal auf Pump", "ein teures Denkmal auf Pump"),
        ("einem teuren Denkmal und Pump", "ein teures Denkmal auf Pump"),
        ("meinem teuren Denkmal auf Pump", "sein teures Denkmal auf Pump"),
    ],
)
def test_another_number_person_or_word_is_told(quoted: str, said: str) -> None:
    """Who makes one mistake many, or another's, has changed what was said."""
    assert result(quoted, said) in {QuoteResult.ALTERED, QuoteResult.NOT_FOUND}


def test_it_is_a_rule_of_german_alone() -> None:
    said, quoted = "a wise Man of great means", "a wis Man of great means"
    assert result(quoted, said, "en") is QuoteResult.ALTERED
