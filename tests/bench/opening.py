"""A report of 400 statements and 100 sources in a browser: opened, a statement chosen, filtered.

Processor time, which others on the machine change little: that of the page's process by the
system's count (in steps of 10 ms), that of its main thread by the browser's own. I/O: drives a
browser.

Other files than the report of this code, such as one of an earlier revision, are taken by turns
with it: python -m bench.opening OTHER.html
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from browser.chromium import CHROMIUM, page_at
from playwright.sync_api import Page

from bench.rendering import long_report
from service.rendering import render

RUNS = 5
_PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
_OF_THE_THREAD: Final = {
    "main thread": "TaskDuration",
    "of it style": "RecalcStyleDuration",
    "of it layout": "LayoutDuration",
}
_COUNTED: Final = {"nodes": "Nodes", "drawn objects": "LayoutObjects"}
EMPTY: Final = "<!doctype html><html lang=en><title>Empty</title><p>Nothing.</p></html>"


def run(others: Iterable[Path] = ()) -> None:
    """Print the middle of five runs, and the least, for each page."""
    if CHROMIUM is None:
        print("opening: no Chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as folder:
        pages = {name: Path(folder) / f"{name}.html" for name in ("empty", "report")}
        pages["empty"].write_text(EMPTY, encoding="utf-8")
        pages["report"].write_text(render(long_report(), "html"), encoding="utf-8")
        pages |= {path.name: path.resolve() for path in others}
        turns = [{n: _measured(p.as_uri()) for n, p in pages.items()} for _ in range(RUNS)]
    for name in pages:
        for what in turns[0][name]:
            taken = sorted(turn[name][what] for turn in turns)
            print(f"opening: {name}: {what} {taken[RUNS // 2]:.0f} ({taken[0]:.0f})")


def _measured(url: str) -> dict[str, float]:
    """Give milliseconds, but for what is counted."""
    with page_at("about:blank") as page:
        thread = page.context.new_cdp_session(page)
        thread.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = _process_time(page)
        page.goto(url)
        page.evaluate(_PAINTED)
        said = {m["name"]: m["value"] for m in thread.send("Performance.getMetrics")["metrics"]}
        opened = _process_time(page)
        times = {"process, opened": opened - before}
        times |= {name: 1000 * said[key] for name, key in _OF_THE_THREAD.items()}
        times |= {name: said[key] for name, key in _COUNTED.items()}
        times["by the clock"] = page.evaluate(_LOADED)
        page.evaluate(f"location.hash = '#m200'; {_PAINTED}")
        times["process, chosen"] = (chosen := _process_time(page)) - opened
        page.evaluate(f"document.getElementById('f-v-contradicted')?.click(); {_PAINTED}")
        times["process, filtered"] = _process_time(page) - chosen
    return times


def _process_time(page: Page) -> float:
    """Give the milliseconds of processor that the processes of pages have had."""
    assert page.context.browser is not None
    session = page.context.browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return 1000 * sum(p["cpuTime"] for p in processes if p["type"] == "renderer")


if __name__ == "__main__":
    run(Path(name) for name in sys.argv[1:])
