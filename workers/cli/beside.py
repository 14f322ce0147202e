"""The path of a draft in, a reader of the images that lie beside it out. I/O.

Only files in the draft's own folder and below are read, and only images of a size that is
looked into: a draft may come from anywhere, and must not reach for other files.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from workers.extracting.images import MAX_BYTES

_IMAGES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif"})


def reader_beside(draft: Path) -> Callable[[str], bytes | None]:
    """Give a function from an address in the draft to the bytes of that image, or ``None``."""
    folder = draft.resolve().parent

    def read(address: str) -> bytes | None:
        try:
            path = (folder / unquote(urlsplit(address).path)).resolve()
            if not path.is_relative_to(folder) or path.suffix.lower() not in _IMAGES:
                return None
            if not path.is_file() or path.stat().st_size > MAX_BYTES:
                return None
            return path.read_bytes()
        except (OSError, ValueError):
            return None

    return read
