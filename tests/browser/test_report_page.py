"""The report from disk, with the network off: found, filtered, opened, followed, printed."""

import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "service"))
from hostile_report import hostile_report
from report_fixture import TEXTS, sample_report

from browser.axe import violations
from browser.chromium import CHROMIUM
from service.domain import Report
from service.policy import Policy, judge
from service.rendering import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
PATIENCE = 60_000  # milliseconds; a loaded machine is slow


@pytest.fixture
def page(disk_page: Page) -> Page:
    return disk_page


@pytest.fixture(scope="module")
def report() -> Report:
    return judge(sample_report(), Policy())


def show(page: Page, folder: Path, report: Report, audience: str = "editor") -> None:
    file = folder / f"{audience}.html"
    written = render(report, "html", audience=audience, source_texts=TEXTS)
    file.write_text(written, encoding="utf-8")
    page.goto(file.as_uri())


def shown_cards(page: Page) -> set[str]:
    cards = page.locator(".card:visible")
    return {cards.nth(n).get_attribute("id") for n in range(cards.count())}


def test_filters_by_rule_source_and_kind_leave_what_bears_them(
    page: Page, tmp_path: Path, report: Report, strange: list[str]
) -> None:
    """Cards and findings; two at once leave what bears both; one button shows all again."""
    show(page, tmp_path, report)
    page.select_option("select[name=rule]", label="Quote altered (1)")
    assert shown_cards(page) == {"c3"}
    assert page.locator(".findings .finding:visible").count() == 1
    page.select_option("select[name=kind]", index=1)
    assert shown_cards(page) == set()
    page.click("text=Show everything")
    assert len(shown_cards(page)) == len(report.assessments)
    page.select_option("select[name=source]", index=3)
    assert shown_cards(page) == {"c4", "c14"}
    assert strange == []


def test_evidence_is_reached_by_keyboard_from_the_text(
    page: Page, tmp_path: Path, report: Report, strange: list[str]
) -> None:
    """Enter on a statement shows its evidence, and the next Tab leads to it."""
    show(page, tmp_path, report)
    page.focus("#m4")
    page.keyboard.press("Enter")
    assert shown_cards(page) == {"c4"}
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#c4"
    page.keyboard.press("Enter")
    assert shown_cards(page) == {"c4"}
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#c4')")
    assert strange == []


def test_a_filter_never_hides_the_statement_that_was_chosen(
    page: Page, tmp_path: Path, report: Report
) -> None:
    show(page, tmp_path, report)
    page.select_option("select[name=rule]", label="Quote altered (1)")
    page.click("#m4 .words")
    assert shown_cards(page) == {"c4"}


def test_one_click_leads_to_the_live_passage(browser: Browser, tmp_path: Path, report: Report):
    """The link asks for the page and names the passage's words; nobody learns where it stood."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[tuple[str, str | None]] = []

    def answer(route) -> None:
        asked.append((route.request.url, route.request.headers.get("referer")))
        route.fulfill(content_type="text/html", body="<p>Ridership in July fell.</p>")

    page.route("https://**/*", answer)
    show(page, tmp_path, report)
    page.click("#m4 .words")
    page.click("#c4 .passage .out")
    expect(page.locator("body")).to_contain_text("Ridership in July fell.", timeout=PATIENCE)
    assert asked == [("https://harbour.lindhaven.example/annual-report.pdf", None)]
    context.close()


def test_on_paper_everything_stands_and_nothing_is_to_be_pressed(
    page: Page, tmp_path: Path, report: Report
) -> None:
    """Whatever was filtered or chosen on the screen; links with their addresses."""
    show(page, tmp_path, report)
    page.select_option("select[name=rule]", label="Quote altered (1)")
    page.click("#m4 .words")
    paper = tmp_path / "report.pdf"
    page.pdf(path=paper, format="A4")
    document = pypdfium2.PdfDocument(paper)
    text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    document.close()
    text = " ".join(text.split())
    for part in ("To fix", "Ridership in July fell by", "Side by side", "Why: The report gives"):
        assert part in text
    assert "harbour.lindhaven.example/annual-report.pdf" in text.replace(" ", "")
    assert "Show everything" not in text
    assert "All statements" not in text


def test_on_paper_the_evidence_of_each_statement_stands_once(
    page: Page, tmp_path: Path, report: Report
) -> None:
    """Also where one was chosen, whose evidence lies over the text of a narrow screen."""
    show(page, tmp_path, report)
    page.click("#m4 .words")
    paper = tmp_path / "report.pdf"
    page.pdf(path=paper, format="A4")
    document = pypdfium2.PdfDocument(paper)
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    document.close()
    text = "".join(text.split())
    for assessment in report.assessments:
        assert text.count("".join(f"Why: {assessment.reason}".split())[:30]) == 1
    assert text.count("Theevidence") == 1


@pytest.mark.parametrize("audience", ["editor", "public"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_has_nothing_serious_against_the_report(
    page: Page, tmp_path: Path, report: Report, audience: str, width: int
) -> None:
    """As it opens, and with a statement chosen."""
    page.set_viewport_size({"width": width, "height": 900})
    show(page, tmp_path, report, audience)
    assert violations(page) == []
    page.evaluate("location.hash = '#m3'")
    assert violations(page) == []


def test_axe_has_nothing_serious_against_it_in_the_dark(
    page: Page, tmp_path: Path, report: Report
) -> None:
    page.emulate_media(color_scheme="dark")
    show(page, tmp_path, report)
    assert violations(page) == []


@pytest.mark.parametrize("audience", ["editor", "public"])
def test_what_an_attacker_wrote_does_nothing(
    page: Page, tmp_path: Path, strange: list[str], audience: str
) -> None:
    """No dialog, no request, no violation of the page's policy, nothing out of its place."""
    page.set_viewport_size({"width": 390, "height": 900})
    show(page, tmp_path, hostile_report(), audience)
    page.evaluate("location.hash = '#m1'")
    kinds = "script:not([type='application/ld+json']), img, iframe, object, embed, base, link"
    assert page.locator(kinds).count() == 0
    assert page.locator("[onload], [onerror], [onclick], [style]").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert strange == []


def test_an_article_written_from_right_to_left_is_shown_so(
    page: Page, tmp_path: Path, report: Report
) -> None:
    """Its paragraphs by their own text, and the map from the reader's side on."""
    text = "قال المتحدث باسم الميناء إن الخدمة ستبدأ في سبتمبر."
    first = report.assessments[0]
    statement = replace(first.statement, text=text, start=0, end=len(text))
    arabic = replace(
        report,
        article=replace(report.article, text=text + " " * 200, language="ar", blocks=()),
        assessments=(replace(first, statement=statement),),
    )
    show(page, tmp_path, arabic)
    assert page.evaluate("getComputedStyle(document.querySelector('.body p')).direction") == "rtl"
    assert float(page.locator(".tick").get_attribute("x")) > 500
