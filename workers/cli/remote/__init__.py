"""Drafts checked by a server, and judged here: ``check --server``. I/O."""

from workers.cli.remote.run import run_remote

__all__ = ["run_remote"]
