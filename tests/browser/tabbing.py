"""A page in a browser in, what a keyboard alone meets in it out. I/O: presses keys in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

FARTHEST = 400  # presses of Tab; a page that takes more has a trap, or is none of these

# What has the focus, whether it can be seen that it has, and whether it can be seen at all.
_FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const drawn = (at.matches("input[type=radio]") && at.closest("label")) || at;
  const style = getComputedStyle(drawn), box = drawn.getClientRects()[0];
  const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 8)];
  const above = document.elementFromPoint(x, y);
  return {
    id: at.id,
    tag: at.tagName.toLowerCase(),
    href: at.getAttribute("href") ?? "",
    name: (at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? "").trim(),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    bare: !above || drawn.contains(above) || above.contains(drawn),
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """What had the focus after a press of Tab."""

    id: str
    tag: str
    href: str
    name: str


def stops(page: Page, key: str = "Tab") -> Iterator[Stop]:
    """Press Tab until the focus leaves the page; each stop shows its focus, and is not covered."""
    for _ in range(FARTHEST):
        page.keyboard.press(key)
        found = page.evaluate(_FOCUSED)
        if found is None:
            return
        assert found.pop("outlined"), f"the focus is not seen: {found}"
        assert found.pop("inView"), f"out of sight: {found}"
        assert found.pop("bare"), f"covered: {found}"
        yield Stop(**found)
    raise AssertionError(f"a keyboard is caught in {page.url}")


def tab_to(page: Page, *, name: str = "", id: str = "", key: str = "Tab") -> Stop:  # noqa: A002  as HTML has it
    """Press Tab until it comes to what has this name or this id."""
    met = []
    for stop in stops(page, key):
        met.append(stop)
        if (id and stop.id == id) or (name and name in stop.name):
            return stop
    raise AssertionError(f"not reached: {name or id}; met: {[each.name for each in met]}")
