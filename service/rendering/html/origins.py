"""A report in; its clusters of one origin, drawn as a root with branches, out. Pure."""

from dataclasses import dataclass
from typing import Final

from service.domain import IndependenceCluster, Report, Source

MAX_CLUSTERS: Final = 20
MAX_BRANCHES: Final = 12
ROW: Final = 30  # pixels, the height of a branch
WIDTH: Final = 64  # pixels from the root to the names


@dataclass(frozen=True, slots=True)
class Branch:
    """A source with its number, or an outlet that the article only names; ``path`` leads there."""

    source: Source | None
    number: int | None
    name: str | None
    path: str


@dataclass(frozen=True, slots=True)
class DrawnCluster:
    """A cluster, its branches, and how many more there are; heights in pixels."""

    cluster: IndependenceCluster
    branches: tuple[Branch, ...]
    more: int
    height: int
    root: int


def draw_clusters(report: Report) -> tuple[DrawnCluster, ...]:
    """Draw the largest clusters."""
    sources = {source.id: (n, source) for n, source in enumerate(report.sources, start=1)}
    largest = sorted(report.independence or (), key=lambda c: -len(c.source_ids))
    return tuple(_drawn(cluster, sources) for cluster in largest[:MAX_CLUSTERS])


def _drawn(cluster: IndependenceCluster, sources: dict[str, tuple[int, Source]]) -> DrawnCluster:
    members = [sources[each] for each in cluster.source_ids if each in sources]
    found = [
        *((n, source, None) for n, source in members),
        *((None, None, x) for x in cluster.named),
    ]
    shown = found[:MAX_BRANCHES]
    height = ROW * len(shown)
    return DrawnCluster(
        cluster,
        tuple(
            Branch(source, number, name, _path(height, place))
            for place, (number, source, name) in enumerate(shown)
        ),
        more=len(found) - len(shown),
        height=height,
        root=height // 2,
    )


def _path(height: int, place: int) -> str:
    """Curve from the root, at half the height, to the middle of a row."""
    root, end = height // 2, place * ROW + ROW // 2
    return f"M8 {root}C{WIDTH // 2} {root} {WIDTH // 2} {end} {WIDTH} {end}"
