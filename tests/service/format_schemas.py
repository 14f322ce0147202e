"""What the readers of our formats ask of them, as JSON Schemas.

Those of GitLab, reviewdog and shields.io are written from their documentation, as strict as it
is: a key that they do not know is an error here.
"""

from typing import Any


def _closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": [*required],
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
ONE_BASED = {"type": "integer", "minimum": 1}

GITLAB = {
    "type": "array",
    "items": _closed(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _closed(
                {
                    "path": {"type": "string", "pattern": "^(?![./]{1,2}/|/)"},
                    "lines": _closed({"begin": ONE_BASED}),
                }
            ),
        }
    ),
}

_SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
_SOURCE = _closed({"name": TEXT}, url=TEXT)
_POSITION = _closed({"line": ONE_BASED}, column=ONE_BASED)
RDJSON = _closed(
    {
        "diagnostics": {
            "type": "array",
            "items": _closed(
                {
                    "message": TEXT,
                    "location": _closed(
                        {"path": TEXT}, range=_closed({"start": _POSITION}, end=_POSITION)
                    ),
                },
                severity=_SEVERITY,
                source=_SOURCE,
                code=_closed({"value": TEXT}, url=TEXT),
                suggestions={"type": "array"},
            ),
        }
    },
    source=_SOURCE,
    severity=_SEVERITY,
)

SHIELDS = _closed(
    {"schemaVersion": {"const": 1}, "label": {"type": "string"}, "message": TEXT},
    color=TEXT,
)

_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
_IRI = {"type": "string", "pattern": "^(https?|urn):"}
_SELECTOR = {
    "oneOf": [
        _closed(
            {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string"}},
            prefix={"type": "string"},
            suffix={"type": "string"},
        ),
        _closed(
            {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            }
        ),
    ]
}
_SELECTED = {"type": "array", "items": _SELECTOR, "minItems": 2}
# The motivations of the model, section 3.3.5, that are used here.
_PURPOSE = {
    "enum": ["assessing", "classifying", "commenting", "linking", "moderating", "tagging"],
}
_BODY = {
    "oneOf": [
        _closed(
            {"type": {"const": "TextualBody"}, "value": TEXT, "purpose": _PURPOSE},
            format={"const": "text/plain"},
            language=TEXT,
        ),
        _closed(
            {
                "type": {"const": "SpecificResource"},
                "source": _IRI,
                "selector": _SELECTED,
                "purpose": _PURPOSE,
            },
            state=_closed({"type": {"const": "TimeState"}, "sourceDate": _TIME}),
        ),
    ]
}
ANNOTATION = _closed(
    {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": _PURPOSE,
        "created": _TIME,
        "body": {"type": "array", "items": _BODY, "minItems": 1},
        "target": {"oneOf": [_IRI, _closed({"source": _IRI, "selector": _SELECTED})]},
    },
    creator=_closed({"type": {"const": "Person"}, "name": TEXT}),
    generator=_closed({"id": _IRI, "type": {"const": "Software"}, "name": TEXT}),
)
