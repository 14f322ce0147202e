"""A passage's link in a real browser: the page opens scrolled to the very passage."""

import pytest
from playwright.sync_api import Browser

from browser.chromium import CHROMIUM
from workers.assessing.fragments import fragment_url

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

URL = "https://paper.example/story"
FILLER = "<div style='height:3000px'></div>"
SHORT = "The tram line opens in May."
LONG = (
    "Engineers who examined the bridge, the only one in town, found eleven cracks & two - "
    "perhaps three - loose bolts."
)
SOLD = "It was sold twice."
PARAGRAPHS = [SHORT, SOLD, LONG, f"After the vote it is final: {SHORT}", "雨だ。"]


@pytest.mark.parametrize(("passage", "paragraph"), [(SHORT, 0), (LONG, 2), (SHORT, 3), (SOLD, 1)])
def test_the_link_scrolls_to_the_passage(browser: Browser, passage: str, paragraph: int) -> None:
    """The paragraph that was meant is in view, also where an earlier one has the same words."""
    text = "\n".join(PARAGRAPHS)
    start = sum(len(each) + 1 for each in PARAGRAPHS[:paragraph])
    start = text.index(passage, start)
    link = fragment_url(URL, text, start, start + len(passage))
    assert link is not None
    html = FILLER + "".join(
        f"<p id='p{i}'>{p.replace('&', '&amp;')}</p>{FILLER}" for i, p in enumerate(PARAGRAPHS)
    )
    page = browser.new_context().new_page()
    page.route("**/*", lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(link)
    page.wait_for_function("window.scrollY > 0", timeout=60_000)
    seen = page.evaluate(
        "i => { const r = document.getElementById('p' + i).getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= window.innerHeight; }",
        paragraph,
    )
    assert seen
    page.close()
