"""A statement with its attribution in, the spans that say who says so out. Pure.

"The boats burn oil, according to the annual report": the report says that boats burn oil,
and nothing of "according" or of itself. A person who speaks is not part of the frame: that
the source gives the words to that person is what is to be checked.
"""

from service.domain import AttributionClass, Statement

Span = tuple[int, int]

# These stand for the source itself; its own text need not name them.
_SOURCES_THEMSELVES = frozenset({AttributionClass.NAMED_DOCUMENT, AttributionClass.NAMED_OUTLET})


def frame_of(statement: Statement) -> tuple[Span, ...]:
    """Find the cue, and the document or outlet that says so, as offsets into the statement."""
    attribution = statement.attribution
    names = [attribution.cue]
    if attribution.cls in _SOURCES_THEMSELVES:
        names.append(attribution.speaker)
    names += [link.name for link in attribution.chain if link.cls in _SOURCES_THEMSELVES]
    spans = {_span(statement.text, name) for name in names if name}
    return tuple(sorted(span for span in spans if span is not None))


def _span(text: str, words: str) -> Span | None:
    start = text.find(words)
    return None if start < 0 else (start, start + len(words))
