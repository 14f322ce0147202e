"""The pages' templates and assets. Pure: where they lie, and how a template becomes a page."""

from datetime import datetime
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from service.rendering.cleaning import printable, web_url
from service.web.assets import asset


def page(template: str, **values: object) -> str:
    """Fill a template; every value is cleaned and escaped."""
    return _templates().get_template(template).render(values)


def piece(template: str, **values: object) -> Markup:
    """Fill a template that becomes a part of another page."""
    return Markup(page(template, **values))  # noqa: S704  the template has escaped it


def when(moment: datetime) -> str:
    """Write a moment for people, as "4 May 2026, 09:30 UTC"."""
    return f"{moment.day} {moment:%B %Y, %H:%M %Z}"


def _shown(value: object) -> object:
    """Clean every text on its way into a page, so that no template can forget to."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _templates() -> Environment:
    templates = Environment(
        # The marks of verdicts are those of the report, drawn once.
        loader=ChoiceLoader(
            [
                PackageLoader("service.web"),
                PrefixLoader({"report": PackageLoader("service.rendering")}),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["web"] = web_url
    templates.filters["when"] = when
    templates.globals["asset"] = asset
    return templates
