"""Reply -> Page | Unread: html, pdf, docx, text; metadata; access. Pure."""

from workers.extracting.extract import extract, load_readers, page_from_text

__all__ = ["extract", "load_readers", "page_from_text"]
