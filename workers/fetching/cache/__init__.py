"""One GET in, its kept answer out where one still holds: RFC 9111, successes alone. I/O."""

from workers.fetching.cache.alone import ShelfAlone
from workers.fetching.cache.asking import Caching
from workers.fetching.cache.folder import FolderShelf
from workers.fetching.cache.shelf import Shelf, ShelfSize

__all__ = ["Caching", "FolderShelf", "Shelf", "ShelfAlone", "ShelfSize"]
