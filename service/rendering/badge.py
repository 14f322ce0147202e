"""A public report in, a badge out: how many statements a reader can check, and no score. Pure.

As SVG, and as the JSON that shields.io draws a badge from. The colour is always the same: how
much of an article can be checked says nothing of whether it is right.
https://shields.io/badges/endpoint-badge
"""

import json
from typing import Final

from markupsafe import Markup

from service.domain import Report
from service.policy import checkable, reader_verifiable

LABEL: Final = "sources"
BLUE, GREY, DARK = "#0b5cad", "#6b6b6b", "#444"  # white on each has a contrast over 4.5 to 1
HEIGHT = 20  # pixels
CHARACTER, MARGIN = 6.6, 7  # pixels of a character of Verdana 11, as wide as the text is drawn

_SVG: Final = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" role="img" '
    'aria-label="{said}"><title>{said}</title>'
    '<rect width="{left}" height="{height}" fill="{dark}"/>'
    '<rect x="{left}" width="{right}" height="{height}" fill="{color}"/>'
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
    '<text x="{margin}" y="14" textLength="{label_length}">{label}</text>'
    '<text x="{message_at}" y="14" textLength="{message_length}">{message}</text></g></svg>\n'
)


def badge_message(report: Report) -> str:
    """Say it as "18 of 31 checkable by a reader"; nothing known is said to be not checked."""
    if report.reader_verifiable_share is None:
        return "not checked"
    readers = reader_verifiable(report.assessments, report.sources)
    return f"{readers:,} of {checkable(report.assessments):,} checkable by a reader"


def render_badge(report: Report) -> str:
    """Draw the badge; no text of article or source is in it."""
    message = badge_message(report)
    label_length, message_length = (round(CHARACTER * len(text)) for text in (LABEL, message))
    left, right = label_length + 2 * MARGIN, message_length + 2 * MARGIN
    return _SVG.format(
        width=left + right,
        height=HEIGHT,
        left=left,
        right=right,
        margin=MARGIN,
        message_at=left + MARGIN,
        label_length=label_length,
        message_length=message_length,
        label=LABEL,
        message=message,
        said=f"{LABEL}: {message}",
        dark=DARK,
        color=_color(report),
    )


def render_badge_json(report: Report) -> str:
    """Write the answer of an endpoint that shields.io asks."""
    badge = {
        "schemaVersion": 1,
        "label": LABEL,
        "message": badge_message(report),
        "color": _color(report).removeprefix("#"),
    }
    return json.dumps(badge, indent=2) + "\n"


def _color(report: Report) -> str:
    return GREY if report.reader_verifiable_share is None else BLUE
