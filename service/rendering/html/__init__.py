"""A report in, one self-contained HTML page for editors or readers out. Pure."""

from service.rendering.html.page import render_html
from service.rendering.html.slots import Slots

__all__ = ["Slots", "render_html"]
