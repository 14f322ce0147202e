"""Everything that we do in threads, done in many at once by a process that did nothing before."""
