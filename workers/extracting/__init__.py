"""Reply -> Page | Unread: html, pdf, docx, text; metadata; access. Pure."""

from workers.extracting.extract import EXTRACTOR_VERSION, extract, page_from_text

__all__ = ["EXTRACTOR_VERSION", "extract", "page_from_text"]
