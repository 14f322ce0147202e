"""A report of 400 statements and 100 sources in a browser: opened, a statement chosen, filtered.

I/O: drives a browser.
"""

import tempfile
import time
from pathlib import Path

from browser.chromium import CHROMIUM, page_at
from playwright.sync_api import Page

from bench.rendering import long_report
from service.rendering import render

RUNS = 5
_PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def run() -> None:
    """Print the middle of five runs, in milliseconds by the clock: quote them with the load."""
    if CHROMIUM is None:
        print("opening: no Chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(render(long_report(), "html"), encoding="utf-8")
        runs = [_measured(file.as_uri()) for _ in range(RUNS)]
    for name, times in zip(("loaded", "chosen", "filtered"), zip(*runs, strict=True), strict=True):
        print(f"opening: {name} {sorted(times)[RUNS // 2]:.0f} ms ({min(times):.0f} at best)")


def _measured(url: str) -> tuple[float, float, float]:
    with page_at(url) as page:
        loaded = page.evaluate(_LOADED)
        chosen = _until_painted(page, "location.hash = '#m200'")
        filtered = _until_painted(page, "document.getElementById('f-v-contradicted').click()")
    return loaded, chosen, filtered


def _until_painted(page: Page, action: str) -> float:
    began = time.perf_counter()
    page.evaluate(f"{action}; {_PAINTED}")
    return (time.perf_counter() - began) * 1000
