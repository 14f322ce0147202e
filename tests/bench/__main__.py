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
    rendering,
)

for part in (
    collecting,
    politeness,
    extracting,
    matching,
    cross_encoder,
    reading,
    rendering,
    independence,
    memory,
):
    part.run()
