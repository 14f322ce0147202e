"""Run every bench and print its figures; `make bench`."""

from bench import collecting, independence, matching, memory, reading

for part in (collecting, matching, reading, independence, memory):
    part.run()
