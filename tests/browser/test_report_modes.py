"""The report as people set it for their eyes: zoom, spacing, contrast, system colours."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).parents[1] / "service"))
from report_fixture import TEXTS, sample_report

from browser.axe import violations
from browser.chromium import CHROMIUM
from browser.walking import PATIENCE
from service.policy import Policy, judge
from service.rendering import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
# WCAG 2.2, success criterion 1.4.12.
SPACED = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
# What is cut off where it stands; pictures' labels are, by design, and stand whole in the lists.
CUT_OFF = """() => [...document.querySelectorAll("main *")].filter(e =>
  e.checkVisibility() && !e.closest(".sr, .tag, .grid, .branches, select, svg")
  && getComputedStyle(e).overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1
).map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("modes") / "report.html"
    report = judge(sample_report(), Policy())
    file.write_text(render(report, "html", source_texts=TEXTS), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def lenient(browser: Browser) -> Iterator[Page]:
    """A page that lets a test add styles to it."""
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    yield opened
    context.close()


@pytest.fixture
def page(lenient: Page) -> Iterator[Page]:
    lenient.set_viewport_size({"width": 1280, "height": 1024})
    yield lenient
    lenient.emulate_media(forced_colors="null", color_scheme="null", contrast="null")
    lenient.goto("about:blank")


def style(page: Page, css: str, name: str) -> str:
    return page.evaluate(
        "([css, name]) => getComputedStyle(document.querySelector(css))[name]", [css, name]
    )


# 1280 × 1024 at 200 % and at 400 %, the criterion's own screen (1.4.4, 1.4.10).
@pytest.mark.parametrize(("width", "height"), [(640, 512), (320, 256)])
def test_enlarged_it_is_read_without_scrolling_sideways(
    page: Page, written: str, width: int, height: int
) -> None:
    """Also with a statement chosen, and with the spacing that 1.4.12 asks for; nothing is cut."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(written)
    for spacing in ("p{}", SPACED):
        page.add_style_tag(content=spacing)
        for place in ("", "#m4", "#c3"):
            page.evaluate(f"location.hash = '{place}'")
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(CUT_OFF) == []


def test_enlarged_fourfold_the_evidence_does_not_cover_the_text(page: Page, written: str) -> None:
    """It stands below, and one link leads there; on a telephone it comes up over the text."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{written}#m4")
    assert style(page, ".panel", "position") == "static"
    page.click("#m4 + .to")
    assert page.locator("#c4 h3").bounding_box()["y"] < 256
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{written}#m4")
    assert style(page, ".panel", "position") == "fixed"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_colours_of_the_system_everything_is_told_by_shape(
    page: Page, written: str, scheme: str
) -> None:
    """Which row is chosen, what differs, where a statement is: lines and edges, no colour."""
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    page.goto(written)
    ink, paper = style(page, "body", "color"), style(page, "html", "backgroundColor")
    assert ink != paper
    assert style(page, ".tick", "fill") == ink
    assert style(page, ".strip", "borderTopWidth") == "1px"
    assert style(page, ".i-contradicted", "color") == ink
    assert style(page, "label.lane", "outlineStyle") == "solid"
    page.check("#f-v-contradicted")
    assert style(page, "label.lane", "outlineStyle") == "none"
    assert style(page, ".lane.v-contradicted label", "outlineStyle") == "solid"
    lines = {
        style(page, f".mark.v-{verdict} .words", "textDecorationStyle")
        for verdict in ("contradicted", "not_found", "partially_supported", "no_source_given")
    }
    assert lines == {"double", "wavy", "dashed", "dotted"}
    assert style(page, "mark.differs", "textDecorationStyle") == "double"
    assert violations(page) == []


def test_with_more_contrast_nothing_is_soft(page: Page, written: str) -> None:
    page.goto(written)
    assert style(page, ".byline", "color") != style(page, "html", "color")
    page.emulate_media(contrast="more")
    assert style(page, ".byline", "color") == style(page, "html", "color")


def test_nothing_on_it_moves(page: Page, written: str) -> None:
    """So there is nothing that less motion would take away."""
    page.goto(written)
    moving = "e => getComputedStyle(e).animationName !== 'none' || e.getAnimations().length"
    assert not page.evaluate(f"[...document.querySelectorAll('*')].some({moving})")
    assert style(page, "html", "scrollBehavior") == "auto"
