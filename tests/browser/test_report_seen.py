"""The report as an editor meets it: what to fix first is on the first screen."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1] / "service"))
from bench.rendering import long_report
from report_fixture import TEXTS, sample_report

from browser.chromium import CHROMIUM
from service.policy import Policy, judge
from service.rendering import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the made-up report."""
    file = tmp_path_factory.mktemp("seen") / "report.html"
    report = judge(sample_report(), Policy())
    file.write_text(render(report, "html", source_texts=TEXTS), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report of 400 statements."""
    file = tmp_path_factory.mktemp("long") / "report.html"
    file.write_text(render(long_report(), "html"), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def page(disk_page: Page) -> Page:
    return disk_page


def box(page: Page, css: str) -> dict[str, float]:
    found = page.locator(css).first.bounding_box()
    assert found is not None
    return found


def told(page: Page, css: str) -> str:
    """Give what the browser tells a screen reader of a part, what style sheets add included."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    place = session.send("DOM.querySelector", {"nodeId": root, "selector": css})
    asked = {"nodeId": place["nodeId"], "role": "StaticText"}
    texts = session.send("Accessibility.queryAXTree", asked)["nodes"]
    return " ".join(" ".join(each["name"]["value"] for each in texts).split())


SHOWN_CARDS = (
    "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).map(c => c.id)"
)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 900), (1280, 720)])
def test_the_first_screen_has_the_worst_finding_and_what_the_source_says(
    page: Page, written: str, width: int, height: int
) -> None:
    """Both wordings, before the map; and nothing is cut off at the side."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(written)
    for wording in (".finding mark.differs", ".finding mark.theirs"):
        seen = box(page, wording)
        assert seen["y"] + seen["height"] <= height
    if width < 960:
        assert box(page, ".findings")["y"] < box(page, ".map")["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_statements_stand_in_short_until_one_is_chosen(
    page: Page, written: str, width: int
) -> None:
    """Its evidence opens; that of all the others stays closed."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(written)
    assert page.locator(".card:visible").count() == 14
    assert page.locator(".card .more:visible").count() == 0
    page.click("#m4 .words")
    assert page.locator(".card .more:visible").count() == 1
    assert page.locator("#c4 .more").is_visible()


def test_a_finding_leads_to_its_statement_and_the_statement_back_to_it(
    page: Page, written: str
) -> None:
    """One goes down the list of what is to be fixed, and does not lose one's place in it."""
    page.goto(written)
    page.locator(".finding a").nth(2).click()
    page.locator("#c11 a", has_text="Number differs").click()
    assert page.evaluate("document.querySelector('.finding:target').id") == "x3"
    assert box(page, "#x3")["y"] < 900
    assert page.locator(".card .more:visible").count() == 0


def test_in_a_long_report_filters_count_and_a_chosen_statement_stands_alone(
    page: Page, long: str
) -> None:
    """Also of what was out of sight, and so was not drawn before."""
    page.goto(long)
    assert not page.locator(".shown").is_visible()
    page.select_option("select[name=source]", index=3)
    assert len(page.evaluate(SHOWN_CARDS)) == 4
    counted = page.evaluate(
        "getComputedStyle(document.querySelector('.shown'), '::before').content"
    )
    assert counted.startswith("counter(shown)")
    assert page.locator(".shown").is_visible()
    page.evaluate("location.hash = '#m200'")
    assert page.locator("#c200 .more").is_visible()
    top, panel = box(page, "#c200"), box(page, "#evidence")
    assert panel["y"] <= top["y"] <= panel["y"] + 200
    assert page.evaluate(SHOWN_CARDS) == ["c200"]
