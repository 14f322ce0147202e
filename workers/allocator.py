"""How the C library's allocator treats what is freed: it goes back to the system. I/O: the process.

Pages, trees and texts of megabytes come and go. When a large block is freed for the first time,
glibc raises the size from which blocks are mapped apart, up to 32 MB; from then on they are cut
out of the heap, where texts that are kept stand between holes that are not used again
(mallopt(3), M_MMAP_THRESHOLD). A size that is set stays as it is.
"""

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h
MAPPED_FROM = 256 * 1024  # bytes; smaller blocks are reused from the heap, which is faster
KEPT_FREE = 1024 * 1024  # bytes at the heap's end that stay ours


def return_freed_memory() -> bool:
    """Set both thresholds for this process and its forks; whether the allocator took them.

    Other systems, and other allocators than glibc's, are left as they are.
    """
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return bool(mallopt(_MMAP_THRESHOLD, MAPPED_FROM) and mallopt(_TRIM_THRESHOLD, KEPT_FREE))
