"""An answer to keep in, bytes for a shelf out, and back. Pure.

A head in JSON, the body, packed with zlib, and before them the hash of all that: what was
cut off, or changed on the way, is no entry.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

MAGIC = b"SPC1"
MAX_UNPACKED = 128_000_000  # bytes; more was never put here by us
_DIGEST = 32  # bytes of SHA-256


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that may be given again.

    ``received_at``: seconds since the epoch when it came, or was last confirmed; ``age``:
    how old it was by then, in seconds. ``headers`` hold a Date that can be read.
    ``varied``: the request's own values of the headers that Vary names.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    received_at: float
    age: float
    varied: Mapping[str, str]


def packed(kept: Kept) -> bytes:
    """Write an entry."""
    head = {
        "url": kept.url,
        "status": kept.status,
        "headers": dict(kept.headers),
        "received_at": kept.received_at,
        "age": kept.age,
        "varied": dict(kept.varied),
    }
    body = zlib.compress(json.dumps(head).encode() + b"\n" + kept.content, 1)
    return MAGIC + hashlib.sha256(body).digest() + body


def unpacked(blob: bytes) -> Kept | None:
    """Read an entry; ``None`` where the bytes are not one."""
    start = len(MAGIC) + _DIGEST
    body = blob[start:]
    if blob[:start] != MAGIC + hashlib.sha256(body).digest():
        return None
    try:
        raw = zlib.decompressobj().decompress(body, MAX_UNPACKED)
        head, _, content = raw.partition(b"\n")
        return Kept(content=content, **json.loads(head))
    except (ValueError, TypeError, zlib.error):
        return None
