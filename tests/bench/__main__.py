"""Run every bench and print its figures; `make bench`."""

from bench import collecting, matching, memory

for part in (collecting, matching, memory):
    part.run()
