"""Bytes of a draft in; the article, its statements, and the sources it cites out. Pure."""

from workers.reading.article import read_article

__all__ = ["read_article"]
