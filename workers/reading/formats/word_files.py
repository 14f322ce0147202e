"""Bytes in, whether they are a Word document out; what reads one is slow to load. Pure."""

import io
import zipfile


def is_docx(content: bytes) -> bool:
    """Whether the bytes are a zip that holds a Word document."""
    if not content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return False
