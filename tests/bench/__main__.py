"""Run every bench and print its figures; `make bench`."""

from bench import (
    collecting,
    cross_encoder,
    extracting,
    independence,
    matching,
    memory,
    politeness,
    reading,
)

for part in (
    collecting,
    politeness,
    extracting,
    matching,
    cross_encoder,
    reading,
    independence,
    memory,
):
    part.run()
