"""A browser and a served sample in, the pages of the web app opened one after another. I/O."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import CHROMIUM, FLAGS
from browser.served import served

SAMPLE = Path(__file__).parents[2] / "deploy" / "sample"
PATIENCE = 60_000  # milliseconds; a loaded machine is slow, and every wait ends with its cause
MINUTES = Path("council.harborview.example") / "minutes" / "2026-03-10.html"


@contextmanager
def served_sample(folder: Path, pause: float = 0, **settings: str) -> Iterator[tuple[str, Path]]:
    """Serve the app, with a copy of the sample's web in its reach; its address and that copy.

    With a ``pause``, in seconds, the sources answer one by one.
    """
    sys.path.insert(0, str(SAMPLE))
    from serve import sample_web  # noqa: PLC0415  a script beside the sample, no package

    web = folder / "web"
    shutil.copytree(SAMPLE / "web", web)
    with sample_web(web, pause) as given, served(folder / "data", {**given, **settings}) as address:
        yield address, web


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Start the browser of this machine."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


def submit_sample(page: Page, address: str) -> str:
    """Send the sample's draft; the address of its check."""
    page.goto(address)
    page.fill("#draft", (SAMPLE / "draft.md").read_text(encoding="utf-8"))
    page.get_by_role("button", name="Check the sources").click()
    page.wait_for_url("**/verifications/**")
    return "/".join(page.url.split("/")[:5])


def override(page: Page, check: str, verdict: str, reason: str) -> None:
    """Override the verdict of the worst statement that nobody has decided on."""
    page.goto(f"{check}/decisions")
    page.locator(".case a").first.click()
    page.get_by_label("Override").check()
    page.get_by_label("Your verdict", exact=True).select_option(label=verdict)
    page.get_by_label("Your name").fill("J. Meyer")
    page.get_by_label("Why").fill(reason)
    page.get_by_role("button", name="Keep this decision").click()


def correct_minutes(web: Path) -> None:
    """Let a source say from now on what the draft says of it."""
    minutes = web / MINUTES
    text = minutes.read_text(encoding="utf-8")
    minutes.write_text(text.replace("$46 million", "$64 million"), encoding="utf-8")


def recheck(page: Page, check: str) -> None:
    """Read every source again, and wait for the report."""
    page.goto(f"{check}/revisions")
    page.get_by_role("button", name="Check again").click()
    page.wait_for_url("**/report")
