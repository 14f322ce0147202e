"""Reports and the name of a format in, the reports in that form out. Pure."""

# ruff: noqa: PLC0415  rich and Jinja are loaded for the formats that are written with them

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from service.domain import Report
from service.errors import UsageError
from service.rendering.annotations import render_jsonld
from service.rendering.audience import for_public
from service.rendering.badge import render_badge, render_badge_json
from service.rendering.concise import render_concise
from service.rendering.embed import render_embed
from service.rendering.formats import FORMATS, Format
from service.rendering.github import render_github
from service.rendering.gitlab import render_gitlab
from service.rendering.json import json_parts, report_from_dict, report_to_dict
from service.rendering.junit import render_junit
from service.rendering.markdown import render_markdown
from service.rendering.rdjson import render_rdjson
from service.rendering.sarif import render_sarif
from service.rendering.table import render_csv, render_jsonl

AUDIENCES: Final = ("editor", "public")

__all__ = [
    "AUDIENCES",
    "FORMATS",
    "Format",
    "check_format",
    "for_public",
    "render",
    "render_all",
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
    """Write one report in ``fmt``, as ``render_all`` does.

    ``path``, that of the draft, stands in for the one that the report carries; ``source_texts``,
    by source id, give the passages of the page their surroundings.
    """
    if path is not None:
        report = replace(report, article=replace(report.article, path=path))
    parts = render_all(
        [report], fmt, audience=audience, width=width, color=color, source_texts=source_texts
    )
    return "".join(parts)


def render_all(
    reports: Sequence[Report],
    fmt: str,
    *,
    audience: str = "editor",
    width: int | None = None,
    color: bool = False,
    source_texts: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Write reports as one document of ``fmt``, one of FORMATS, for one of AUDIENCES; in parts.

    ``width`` (columns) and ``color`` are for the terminal; ``source_texts`` is for a format
    that holds one report. Raises UsageError at once for an unknown format or audience, and for
    more reports than the format holds. The text can always be encoded in UTF-8.
    """
    check_format(fmt, len(reports))
    if audience not in AUDIENCES:
        raise UsageError(f"{audience[:40]!r} is no audience.", pointer="/audience")
    is_public = audience == "public" or FORMATS[fmt].is_public
    shown = [for_public(each) if is_public else each for each in reports]
    texts = None
    if source_texts is not None:
        texts = _open_texts(reports[0], source_texts, is_public=is_public)
    writers: Mapping[str, Callable[[], str]] = {
        "terminal": lambda: _terminal(shown, width, color=color),
        "concise": lambda: render_concise(shown),
        "markdown": lambda: render_markdown(shown),
        "html": lambda: _html(shown[0], audience, texts),
        "sarif": lambda: render_sarif(shown),
        "junit": lambda: render_junit(shown),
        "github": lambda: render_github(shown),
        "gitlab": lambda: render_gitlab(shown),
        "rdjson": lambda: render_rdjson(shown),
        "csv": lambda: render_csv(shown),
        "jsonl": lambda: render_jsonl(shown),
        "jsonld": lambda: render_jsonld(shown),
        "embed": lambda: render_embed(shown[0]),
        "badge": lambda: render_badge(shown[0]),
        "badge-json": lambda: render_badge_json(shown[0]),
    }
    parts = json_parts(shown) if fmt == "json" else iter([writers[fmt]()])
    # A lone surrogate, which no encoding takes, becomes "?": one character for one.
    return (_LONE_SURROGATE.sub("?", part) for part in parts)


def _terminal(reports: Sequence[Report], width: int | None, *, color: bool) -> str:
    from service.rendering.terminal import render_terminal

    return render_terminal(reports, width=width, color=color)


def _html(report: Report, audience: str, texts: Mapping[str, str] | None) -> str:
    from service.rendering.html import render_html

    return render_html(report, audience=audience, source_texts=texts)


def check_format(fmt: str, reports: int = 1) -> None:
    """Raise UsageError where there is no such format, or it does not hold so many reports."""
    if fmt not in FORMATS:
        raise UsageError(f"{fmt[:40]!r} is no format: {', '.join(FORMATS)}.", pointer="/format")
    if reports != 1 and not FORMATS[fmt].is_shared:
        raise UsageError(f"{fmt} takes one article at a time.", pointer="/format")


def _open_texts(report: Report, texts: Mapping[str, str], *, is_public: bool) -> Mapping[str, str]:
    private = {source.id for source in report.sources if source.private}
    return {key: text for key, text in texts.items() if not is_public or key not in private}
