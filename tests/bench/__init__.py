"""Time and memory, beside what they are compared with: `make bench`. Printed, never asserted."""
