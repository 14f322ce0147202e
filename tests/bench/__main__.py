"""Run every bench and print its figures; `make bench`."""

from bench import collecting, independence, matching, memory

for part in (collecting, matching, independence, memory):
    part.run()
