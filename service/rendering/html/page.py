"""A report in, its HTML page out: no script that runs, no outside request. Pure.

The page carries its own Content-Security-Policy, which allows its two style sheets by their
hashes and nothing else, so that it is as safe from disk as from a server.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from jinja2.ext import Extension
from markupsafe import Markup

from service.domain import Report
from service.rendering import words
from service.rendering.cleaning import printable, web_url
from service.rendering.differences import read_diff
from service.rendering.html import labels
from service.rendering.html.filtering import digits_of, style_sheet
from service.rendering.html.matrix import CELLS, SHAPES
from service.rendering.html.slots import Slots
from service.rendering.html.telling import denied_by, told_of
from service.rendering.html.view import View, make_view
from service.rendering.html.wording import SAID_ALOUD
from service.rendering.signs import say_evidence
from service.rendering.structured import json_ld

_SHEETS: Final = (
    "report.css",
    "article.css",
    "cards.css",
    "pictures.css",
    "modes.css",
    "print.css",
)
_EMPTY: Final = Slots()
# A line of a template that ends with a tag, before one that begins with a tag.
_BETWEEN_TAGS: Final = re.compile(r"(?<=[>}])[ ]*\n\s*(?=[<{])")


def render_html(
    report: Report,
    *,
    audience: str = "editor",
    source_texts: Mapping[str, str] | None = None,
    slots: Slots = _EMPTY,
) -> str:
    """Write the page. ``source_texts`` (by source id) give passages their surroundings."""
    view = make_view(report, audience=audience, source_texts=source_texts)
    styles = (_style(), style_sheet(view.filters, len(view.cards)))
    return (
        _templates()
        .get_template("report.html.j2")
        .render(
            view=view,
            report=report,
            slots=slots,
            styles=tuple(Markup(style) for style in styles),  # noqa: S704  none is of the report
            policy=content_security_policy(*styles) if slots.are_empty else None,
            structured=_structured(report, view),
        )
    )


def content_security_policy(*styles: str) -> str:
    """Allow the given style sheets, by their hashes, and nothing else at all."""
    hashes = " ".join(f"'sha256-{_hash(style)}'" for style in styles)
    return f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _structured(report: Report, view: View) -> Markup | None:
    """Tell programs what a published article rests on; a draft is nobody's to index."""
    return Markup(json_ld(report)) if view.is_public else None  # noqa: S704  its "<" are escaped


@cache
def _style() -> str:
    loader = _templates().loader
    assert loader is not None  # noqa: S101  _templates gives it one
    return "".join(loader.get_source(_templates(), sheet)[0] for sheet in _SHEETS)


def _shown(value: object) -> object:
    """Clean every text on its way into the page, so that no template can forget to."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class _Unindented(Extension):
    """Takes the indentation out of the templates: in a long report it is every sixth node."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Join lines between tags; lines of words stay apart."""
        del name, filename
        return _BETWEEN_TAGS.sub("", source)


@cache
def _templates() -> Environment:
    templates = Environment(
        extensions=[_Unindented],
        loader=PackageLoader("service.rendering"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters.update(web=web_url, changes=read_diff)
    templates.globals.update(
        words=words,
        labels=labels,
        cells=CELLS,
        shapes=SHAPES,
        say_evidence=say_evidence,
        digits_of=digits_of,
        told_of=told_of,
        denied_by=denied_by,
        said_aloud=SAID_ALOUD,
    )
    return templates
