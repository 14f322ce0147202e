"""A page in a browser in, what axe-core holds against it out. I/O: runs axe in the page.

The script goes in past the page's own policy, as a debugger's does, so that a page is tested
under the policy it is served with.
"""

from functools import cache
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS: Final = frozenset({"serious", "critical"})
# Only what is held against a page comes out of it: all that passes is most of the page, twice. And
# style sheets are not fetched anew, for the one rule that asks for them is not among these.
_RUN: Final = """axe.run({ resultTypes: ["violations"], preload: false })
  .then((found) => found.violations)"""
SHOWN = 3  # places of a violation that are named; more of the same tell nothing new


def violations(page: Page, *, impacts: frozenset[str] = SERIOUS) -> list[str]:
    """Name each violation of these impacts: its rule, what it asks for, and where.

    WCAG 2.2 A and AA and axe's best practices; the page as it stands now, hidden parts left out.
    """
    page.evaluate(_axe().axe_script)
    found = page.evaluate(_RUN)
    return [_said(each) for each in found if each["impact"] in impacts]


@cache
def _axe() -> Axe:
    return Axe()


def _said(violation: dict) -> str:
    places = [", ".join(map(str, node["target"])) for node in violation["nodes"]]
    more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    return (
        f"{violation['id']} ({violation['impact']}): {violation['help']}: "
        f"{'; '.join(places[:SHOWN])}{more}"
    )
