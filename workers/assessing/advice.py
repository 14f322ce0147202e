"""An assessment in, what the editor should do next out. Pure."""

from collections.abc import Iterable

from service.domain import (
    Assessment,
    AttributionClass,
    Differing,
    DifferingKind,
    QuoteCheck,
    QuoteResult,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
)

_BY_VERDICT = {
    Verdict.CONTRADICTED: "Read the passage: correct the statement, or cite a source that says so.",
    Verdict.NOT_FOUND: "Cite the source that says this, or leave it out.",
    Verdict.COULD_NOT_CHECK: (
        "Open the source yourself, give its text as one more source, or cite one that can be read."
    ),
    Verdict.NO_SOURCE_GIVEN: "Link the source, or say why it cannot be named.",
}
_PUBLISHED = (AttributionClass.NAMED_DOCUMENT, AttributionClass.NAMED_OUTLET)
_BY_ATTRIBUTION = {
    AttributionClass.NAMED_PERSON: "Link where “{name}” said so, or say that it was said to you.",
    AttributionClass.ROLE_ONLY: "Name whoever that is, and link where it was said.",
    AttributionClass.VAGUE_PLURAL: "Say who they are, and link where they say so.",
}

_ROUNDABLE = frozenset(
    {ValueKind.NUMBER, ValueKind.MONEY, ValueKind.PERCENTAGE, ValueKind.QUANTITY}
)
_BY_QUOTE = {
    QuoteResult.ALTERED: "Quote the words of the source exactly, or paraphrase.",
    QuoteResult.ELISION_CHANGES_MEANING: "Restore what was left out of the quotation.",
    QuoteResult.WRONG_SPEAKER: "Check who said it: the source names another speaker.",
    QuoteResult.NOT_FOUND: "Cite the source that has the quotation, or take it out.",
    QuoteResult.FOUND_IN_OTHER_SOURCE: "Cite the source that has the quotation.",
}


def advise(assessment: Assessment) -> str | None:
    """Return the one next step that matters most, or ``None`` where nothing is to be done."""
    if assessment.verdict in {Verdict.SUPPORTED, Verdict.NOT_APPLICABLE}:
        return None
    return (
        _first(_of_quote(quote) for quote in assessment.quotes)
        or _first(_of_value(value) for value in assessment.values)
        or _first(_of_differing(each) for each in assessment.differing)
        or _of_missing(assessment)
        or _of_unlinked(assessment)
        or _BY_VERDICT.get(assessment.verdict)
    )


def _first(advices: Iterable[str | None]) -> str | None:
    return next((advice for advice in advices if advice), None)


def _of_unlinked(assessment: Assessment) -> str | None:
    """Say what to link of a statement that links nothing, and tells whose word it is."""
    if assessment.verdict is not Verdict.NO_SOURCE_GIVEN:
        return None
    attribution = assessment.statement.attribution
    hands = [(link.cls, link.name) for link in attribution.chain]
    hands.append((attribution.cls, attribution.speaker or ""))
    published = next((name for cls, name in hands if cls in _PUBLISHED and name), None)
    if published is not None:
        return f"Link what “{published}” published."
    advice = _BY_ATTRIBUTION.get(attribution.cls)
    return advice and advice.format(name=attribution.speaker)


def _of_quote(quote: QuoteCheck) -> str | None:
    return _BY_QUOTE.get(quote.result)


def _of_value(value: ValueCheck) -> str | None:
    if value.result is not ValueResult.DIFFERENT or value.in_source is None:
        return None
    if value.is_same_word:
        return f"Article and source say “{value.in_article}” of different days: give the date."
    change = f"change {value.in_article} to {value.in_source}"
    if value.kind in _ROUNDABLE:
        change += ", or round and say so"
    return (
        f"The article says “{value.in_article}”, the source “{value.in_source}”: {change}, "
        "or cite where the other figure comes from."
    )


def _of_differing(differing: Differing) -> str | None:
    # Another name close by is seldom said instead of this one.
    is_name = differing.kind is DifferingKind.NAME and differing.in_place
    if not (is_name or differing.is_otherwise):
        return None
    both = f"The source says “{differing.in_source}” where the draft says “{differing.in_article}”"
    if differing.kind is DifferingKind.CERTAINTY:
        return f"{both}: say it as the source does, or cite one that goes as far."
    return f"{both}: correct it, or cite a source that says so."


def _of_missing(assessment: Assessment) -> str | None:
    if assessment.verdict is not Verdict.PARTIALLY_SUPPORTED or not assessment.missing:
        return None
    part = assessment.unsupported_part
    words = ", ".join(f"“{each.text}”" for each in ((part,) if part else assessment.missing))
    return f"The source does not say {words}: cite a source for that, or leave it out."
