"""A report in, one self-contained HTML page out: no script, no outside request. Pure.

The page carries its own Content-Security-Policy, which allows its two style sheets by their
hashes and nothing else, so that it is as safe from disk as from a server.
"""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from service.domain import Report, Verdict
from service.rendering import words
from service.rendering.cleaning import printable, web_url
from service.rendering.differences import read_diff
from service.rendering.html_view import Card, make_view
from service.rendering.signs import say_evidence


def render_html(
    report: Report,
    *,
    audience: str = "editor",
    source_texts: Mapping[str, str] | None = None,
) -> str:
    """Write the page. ``source_texts`` (by source id) give passages their surroundings."""
    view = make_view(report, audience=audience, source_texts=source_texts)
    style, links = _style(), _linked_styles(view.cards)
    return (
        _templates()
        .get_template("report.html.j2")
        .render(
            view=view,
            report=report,
            words=words,
            say_evidence=say_evidence,
            style=Markup(style),  # noqa: S704  our own file, no part of the report
            links=Markup(links),  # noqa: S704  made of our own numbers alone
            policy=content_security_policy(style, links),
        )
    )


def content_security_policy(*styles: str) -> str:
    """Allow the given style sheets, by their hashes, and nothing else at all."""
    hashes = " ".join(f"'sha256-{_hash(style)}'" for style in styles)
    return f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _linked_styles(cards: tuple[Card, ...]) -> str:
    """Show the card whose statement was chosen, and the verdict filtered for, by CSS alone."""
    chosen = ",".join(f":root:has(#m{card.number}:target) #c{card.number}" for card in cards)
    filters = "".join(
        f":root:has(#f-{verdict}:checked) .card:not(.v-{verdict}){{display:none}}"
        f":root:has(#f-{verdict}:checked) .mark:not(.v-{verdict}){{opacity:.4}}"
        for verdict in Verdict
    )
    return filters + (f"{chosen}{{display:block}}" if chosen else "")


@cache
def _style() -> str:
    loader = _templates().loader
    assert loader is not None  # noqa: S101  _templates gives it one
    return loader.get_source(_templates(), "report.css")[0]


def _shown(value: object) -> object:
    """Clean every text on its way into the page, so that no template can forget to."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("service.rendering"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["web"] = web_url
    templates.filters["changes"] = read_diff
    return templates
