"""The page's templates and assets. Pure: where they lie, and how a template becomes a page."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

STATIC = Path(__file__).parent / "static"

_TEMPLATES = Environment(
    loader=PackageLoader("service.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(template: str, **values: object) -> str:
    """Fill a template; every value is escaped."""
    return _TEMPLATES.get_template(template).render(values)
