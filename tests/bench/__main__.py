"""Run every bench and print its figures; `make bench`."""

from bench import (
    baseline,
    collecting,
    cross_encoder,
    drafts,
    extracting,
    independence,
    matching,
    memory,
    opening,
    politeness,
    reading,
    rendering,
)

for part in (
    collecting,
    politeness,
    extracting,
    matching,
    cross_encoder,
    drafts,
    reading,
    rendering,
    opening,
    independence,
    memory,
    baseline,
):
    part.run()
