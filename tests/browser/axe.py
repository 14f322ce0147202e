"""A page in a browser in, what axe-core holds against it out. I/O: runs axe in the page.

The script goes in past the page's own policy, as a debugger's does, so that a page is tested
under the policy it is served with.
"""

from functools import cache
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS: Final = frozenset({"serious", "critical"})
# What passes is not gone into place by place: nobody reads it, and it is most of a page.
_ASKED: Final = {"resultTypes": ["violations"]}
SHOWN = 3  # places of a violation that are named; more of the same tell nothing new


def violations(page: Page, *, impacts: frozenset[str] = SERIOUS) -> list[str]:
    """Name each violation of these impacts: its rule, what it asks for, and where.

    WCAG 2.2 A and AA and axe's best practices; the page as it stands now, hidden parts left out.
    """
    found = _axe().run(page, options=_ASKED).response["violations"]
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
