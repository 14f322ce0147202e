"""The report as a screen reader and a keyboard meet it: by headings, landmarks, names and words."""

import sys
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1] / "service"))
from report_fixture import TEXTS, sample_report

from browser.chromium import CHROMIUM
from browser.tabbing import stops
from service.domain import Page as SourcePage
from service.policy import Policy, judge
from service.rendering import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
REPORT = judge(sample_report(), Policy())
HEARD_FIRST = """
- link "To the findings"
- link "To the article"
- banner:
  - paragraph: Sourceproof Report for editors
  - heading "Harbour city doubles its ferry fleet after a summer of breakdowns" [level=1]
"""
A_FINDING = """
- listitem:
  - paragraph: Number differs SP204
  - paragraph:
    - text: The article gives the number
    - mark: “40 per cent”
    - text: ; “Annual report 2025” has
    - mark: “14 per cent”
    - text: .
  - paragraph: Compare with the passage and correct the number, or cite the source that gives it.
  - paragraph:
    - link "Show the evidence of statement 4 (line 5)"
"""
A_STATEMENT = """
- article "Contradicted (statement 4)":
  - heading "Contradicted (statement 4)" [level=3]
  - paragraph:
    - text: Fact ·
    - link "statement 4, line 5"
  - blockquote:
    - text: Ridership fell by
    - mark: 40 per cent
    - text: (differs) in July, according to the harbour authority’s annual report.
"""
VALUES = """
- table "Side by side":
  - caption: Side by side
  - rowgroup:
    - row "What Article Source Result":
      - columnheader "What"
      - columnheader "Article"
      - columnheader "Source"
      - columnheader "Result"
  - rowgroup:
    - row "Percentage 40 per cent 14 per cent Different":
      - rowheader "Percentage"
      - cell "40 per cent"
      - cell "14 per cent"
      - cell "Different"
"""


@pytest.fixture
def page(disk_page: Page) -> Page:
    return disk_page


def show(page: Page, folder: Path, *, audience: str = "editor", **changed: object) -> None:
    file = folder / "report.html"
    report = replace(REPORT, **changed) if changed else REPORT
    file.write_text(render(report, "html", audience=audience, source_texts=TEXTS), "utf-8")
    page.goto(file.as_uri())


def as_heard(snapshot: str) -> str:
    """Leave out the addresses of links, which are not read out."""
    return "\n".join(line for line in snapshot.splitlines() if "- /url:" not in line)


def dedented(snapshot: str) -> str:
    """Give a part of a snapshot as if it stood alone."""
    lines = snapshot.splitlines()
    depth = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[depth:].removesuffix(":") for line in lines)


def assert_heard(page: Page, css: str, expected: str) -> None:
    """Hold the beginning of what is read out of a part to what is expected, line by line."""
    heard = dedented(as_heard(page.locator(css).first.aria_snapshot()))
    assert heard.startswith(dedented(expected.strip("\n"))), heard


def test_first_come_ways_past_the_header_and_then_what_the_page_is(page: Page, tmp_path: Path):
    show(page, tmp_path)
    assert_heard(page, "body", HEARD_FIRST)


def test_a_finding_says_both_wordings_and_where_its_link_leads(page: Page, tmp_path: Path) -> None:
    """Arrows are drawn and not read; the link tells itself apart from those of other findings."""
    show(page, tmp_path)
    assert_heard(page, "#x2", A_FINDING)


def test_what_a_mark_says_by_colour_and_line_is_said_in_words(page: Page, tmp_path: Path) -> None:
    """At the statement, at its passage, and in a table whose rows and columns have heads."""
    show(page, tmp_path)
    page.evaluate("location.hash = '#m4'")
    assert_heard(page, "#c4", A_STATEMENT)
    assert_heard(page, "#c4 .values", VALUES)
    assert "14 per cent (differs)" in " ".join(page.inner_text("#c4 .passage").split())
    page.evaluate("location.hash = '#m3'")
    assert "never (not in the passage)" in " ".join(page.inner_text("#c3 .said").split())


@pytest.mark.parametrize("audience", ["editor", "public"])
def test_headings_go_down_one_level_at_a_time_and_landmarks_have_names(
    page: Page, tmp_path: Path, audience: str
) -> None:
    """One heading of the first level; a region that has no name of its own is none."""
    show(page, tmp_path, audience=audience)
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].filter(h => h.checkVisibility())"
        ".map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    heard = as_heard(page.locator("body").aria_snapshot()).splitlines()
    for landmark in ("- banner:", "- main:", "- contentinfo:"):
        assert sum(line.strip() == landmark for line in heard) == 1
    regions = [line.strip() for line in heard if line.strip().startswith("- region")]
    assert len(regions) == len(set(regions))
    assert all('"' in region for region in regions)


@pytest.mark.parametrize("chosen", ["", "#m4"])
def test_two_links_of_one_name_lead_to_one_place(page: Page, tmp_path: Path, chosen: str) -> None:
    """Who has all links read out can choose among them."""
    show(page, tmp_path)
    page.evaluate(f"location.hash = '{chosen}'")
    snapshot = page.locator("body").aria_snapshot().splitlines()
    places: defaultdict[str, set[str]] = defaultdict(set)
    for line, below in pairwise(snapshot):
        if line.strip().lstrip("-' ").startswith("link ") and "/url:" in below:
            places[line.strip().strip("'")].add(below.strip())
    assert len(places) > 20
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_words_in_another_language_say_which(page: Page, tmp_path: Path) -> None:
    """Of the article, of a passage and of a title: a voice reads each as what it is."""
    german = tuple(
        replace(source, outcome=replace(source.outcome, language="de"))
        if source.id == "s3" and isinstance(source.outcome, SourcePage)
        else source
        for source in REPORT.sources
    )
    show(page, tmp_path, sources=german, article=replace(REPORT.article, language="fr"))
    lang = "css => document.querySelector(css).closest('[lang]').lang"
    for css in ("h1", ".body p", "#c4 .said", "#c3 .diff"):
        assert page.evaluate(lang, css) == "fr"
    for css in ("#c4 .passage blockquote", "#c4 figcaption a bdi", "#s3 .title bdi"):
        assert page.evaluate(lang, css) == "de"
    for css in (".summary", "#m4 .name", "#c4 h3", ".to", "sup a"):
        assert page.evaluate(lang, css) == "en"


@pytest.mark.parametrize("width", [390, 1280])
def test_tab_comes_to_everything_once_in_the_order_of_the_page_and_goes_on(
    page: Page, tmp_path: Path, width: int
) -> None:
    """With a statement chosen, whose evidence covers a part of a narrow screen, but no focus."""
    page.set_viewport_size({"width": width, "height": 900})
    show(page, tmp_path)
    page.evaluate("location.hash = '#m4'")
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges()")
    page.focus(".skip")
    asked = (
        "[...document.querySelectorAll('a[href]:not([tabindex]), summary, select, button,"
        " input:checked')].filter(e => e.checkVisibility({contentVisibilityAuto: false})"
        " && !e.closest('details:not([open]) > :not(summary)')).map(e =>"
        " e.getAttribute('href') ?? e.id ?? '')"
    )
    expected = page.evaluate(asked)
    met = [stop for stop in stops(page) if stop.id != "evidence" and stop.tag != "div"]
    assert [stop.href or stop.id for stop in met] == expected[1:]
