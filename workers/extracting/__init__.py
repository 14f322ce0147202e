"""Reply -> Page | Unread: html, pdf, docx, text; metadata; access. Pure."""

from workers.extracting.extract import extract, page_from_text

__all__ = ["extract", "page_from_text"]
