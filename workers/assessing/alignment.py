"""How a claim's words lie in its passages: where they stand. Pure."""

from workers.assessing.coverage import Part
from workers.assessing.passages import Window


def positions(part: Part, window: Window) -> tuple[int, ...]:
    """Where in the source's words a part stands within the window."""
    index = window.index
    like = index.like(part.stem)
    if like is None:
        return ()
    return index.within(like[0], index.first[window.first], index.first[window.last + 1])
