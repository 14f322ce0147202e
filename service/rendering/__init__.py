"""A report and the name of a format in, the report in that form out. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from service.domain import Report
from service.errors import UsageError
from service.rendering.audience import for_public
from service.rendering.github import render_github
from service.rendering.html import render_html
from service.rendering.json import json_parts, report_from_dict, report_to_dict
from service.rendering.junit import render_junit
from service.rendering.markdown import render_markdown
from service.rendering.sarif import render_sarif
from service.rendering.terminal import render_terminal

FORMATS: Final = ("terminal", "json", "markdown", "html", "sarif", "junit", "github")
AUDIENCES: Final = ("editor", "public")

__all__ = [
    "AUDIENCES",
    "FORMATS",
    "for_public",
    "render",
    "render_parts",
    "report_from_dict",
    "report_to_dict",
]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render(
    report: Report,
    fmt: str,
    *,
    audience: str = "editor",
    width: int | None = None,
    color: bool = False,
    path: str | None = None,
    source_texts: Mapping[str, str] | None = None,
) -> str:
    """Write the report in ``fmt``, one of FORMATS, for one of AUDIENCES.

    ``width`` (columns) and ``color`` are for the terminal; ``path``, that of the draft from the
    root of its repository, for the terminal and annotations; ``source_texts``, by source id,
    give the passages of the page their surroundings. Raises UsageError for an unknown format
    or audience. The text can always be encoded in UTF-8.
    """
    parts = render_parts(
        report,
        fmt,
        audience=audience,
        width=width,
        color=color,
        path=path,
        source_texts=source_texts,
    )
    return "".join(parts)


def render_parts(
    report: Report,
    fmt: str,
    *,
    audience: str = "editor",
    width: int | None = None,
    color: bool = False,
    path: str | None = None,
    source_texts: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Write what ``render`` writes, long JSON in parts; raise at once what ``render`` raises."""
    if fmt not in FORMATS:
        raise UsageError(f"{fmt[:40]!r} is no format: {', '.join(FORMATS)}.", pointer="/format")
    if audience not in AUDIENCES:
        raise UsageError(f"{audience[:40]!r} is no audience.", pointer="/audience")
    is_public = audience == "public"
    shown = for_public(report) if is_public else report
    texts = None if source_texts is None else _open_texts(report, source_texts, is_public=is_public)
    writers = {
        "terminal": lambda: render_terminal(shown, width=width, color=color, path=path),
        "markdown": lambda: render_markdown(shown),
        "html": lambda: render_html(shown, audience=audience, source_texts=texts),
        "sarif": lambda: render_sarif(shown, path=path),
        "junit": lambda: render_junit(shown, path=path),
        "github": lambda: render_github(shown, path=path),
    }
    parts = json_parts(shown) if fmt == "json" else iter([writers[fmt]()])
    # A lone surrogate, which no encoding takes, becomes "?": one character for one.
    return (_LONE_SURROGATE.sub("?", part) for part in parts)


def _open_texts(report: Report, texts: Mapping[str, str], *, is_public: bool) -> Mapping[str, str]:
    private = {source.id for source in report.sources if source.private}
    return {key: text for key, text in texts.items() if not is_public or key not in private}
