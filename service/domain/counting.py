"""How often something came about, for Prometheus; kept in the record. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How much is to be added to one counter; ``labels`` are the values of its labels."""

    name: str
    labels: tuple[str, ...]
    value: float = 1
